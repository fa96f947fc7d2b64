"""One slice with all its years, small enough to travel: what the browser needs to step through the years by itself."""

from __future__ import annotations

import numpy as np
import pandas as pd

BEYOND = 3  # decimals kept beyond the printed ones in figures and slabs; the download has the publisher's own


def rounded(values: pd.Series, decimals: int) -> pd.Series:
    """The values to `BEYOND` more decimals than are printed, so that server and browser compute from the same numbers.

    Never to significant digits: a count of millions must keep its last person. A value that would print otherwise than the
    source's own (0.64999998 is 0.6, 0.65 may be 0.7) stays as it is.
    """
    exact = values.to_numpy(dtype="float64")
    kept = np.round(exact, decimals + BEYOND)
    printed = f"%.{decimals}f"
    differs = np.char.mod(printed, exact) != np.char.mod(printed, kept)
    return pd.Series(np.where(differs, exact, kept), index=values.index, name=values.name)


def slab(series: pd.DataFrame, years: range) -> dict:
    """`{"first", "last", "areas": {code: {"s": first year, "v": [value or null, a year], "f": "letter a year"}}}`.

    series: REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG of one slice. An area's lists run from its first year to its last;
    a year without a row has null and the letter ".".
    """
    inside = series[series["TIME_PERIOD"].between(years[0], years[-1])].sort_values(["REF_AREA", "TIME_PERIOD"])
    codes, held = inside["REF_AREA"].to_numpy(dtype=str), inside["TIME_PERIOD"].to_numpy()
    amounts, letters = inside["OBS_VALUE"].to_numpy(dtype=float), inside["FLAG"].to_numpy(dtype=str)
    edges = [*np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]]), len(codes)] if len(codes) else [0]
    areas = {str(codes[a]): _line(held[a:b], amounts[a:b], letters[a:b]) for a, b in zip(edges[:-1], edges[1:], strict=True)}
    return {"first": years[0], "last": years[-1], "areas": areas}


def _line(held: np.ndarray, amounts: np.ndarray, letters: np.ndarray) -> dict:
    """One area's years, its first first."""
    start = int(held[0])
    values: list[float | int | None] = [None] * (int(held[-1]) - start + 1)
    marks = ["."] * len(values)
    for year, amount, letter in zip(held.tolist(), amounts.tolist(), letters.tolist(), strict=True):
        values[year - start] = _plain(amount)
        marks[year - start] = letter
    return {"s": start, "v": values, "f": "".join(marks)}


def _plain(amount: float) -> float | int | None:
    if amount != amount:
        return None
    return int(amount) if amount.is_integer() and abs(amount) < 1e15 else amount
