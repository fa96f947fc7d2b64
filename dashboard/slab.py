"""One slice with all its years, small enough to travel: what the browser needs to step through the years by itself."""

from __future__ import annotations

import pandas as pd

SIGNIFICANT = 6  # digits kept in figures and slabs; the download has the publisher's own


def rounded(values: pd.Series) -> pd.Series:
    """The values to six significant digits, so that server and browser compute from the same numbers."""
    return values.map(lambda v: v if pd.isna(v) else float(f"{v:.{SIGNIFICANT}g}")).astype("float64")


def slab(series: pd.DataFrame, years: range) -> dict:
    """`{"first": year, "areas": {code: {"v": [value or null, a year], "f": "letter a year"}}}`.

    series: REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG of one slice. Lists start at the area's first year (`s`) and end
    at its last; a year without a row has null and the letter ".".
    """
    areas: dict[str, dict] = {}
    inside = series[series["TIME_PERIOD"].between(years[0], years[-1])].sort_values(["REF_AREA", "TIME_PERIOD"])
    for code, own in inside.groupby("REF_AREA", sort=True):
        held = own["TIME_PERIOD"].tolist()
        amounts, letters = own["OBS_VALUE"].tolist(), own["FLAG"].tolist()
        start, length = held[0], held[-1] - held[0] + 1
        line: list[float | int | None] = [None] * length
        marks = ["."] * length
        for year, amount, letter in zip(held, amounts, letters, strict=True):
            line[year - start] = _plain(amount)
            marks[year - start] = letter
        areas[str(code)] = {"s": start, "v": line, "f": "".join(marks)}
    return {"first": years[0], "last": years[-1], "areas": areas}


def _plain(amount: float) -> float | int | None:
    if amount != amount:
        return None
    return int(amount) if amount.is_integer() and abs(amount) < 1e15 else amount
