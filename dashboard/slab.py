"""One slice with all its years, small enough to travel: what the browser needs to step through the years by itself."""

from __future__ import annotations

import numpy as np

from dashboard.grid import NO_ROW, Grid

BEYOND = 3  # decimals kept beyond the printed ones in figures and slabs; the download has the publisher's own
NEAR_HALF = 10.0**-BEYOND  # of a printed unit: nearer than this to half of one, rounding may turn the printed number


def rounded(values: np.ndarray, decimals: int) -> np.ndarray:
    """The values to `BEYOND` more decimals than are printed, so that server and browser compute from the same numbers.

    Never to significant digits: a count of millions must keep its last person. A value that would print otherwise than the
    source's own (0.64999998 is 0.6, 0.65 may be 0.7) stays as it is.
    """
    exact = np.asarray(values, dtype="float64")
    if exact.ndim > 1:
        return rounded(exact.ravel(), decimals).reshape(exact.shape)
    kept = np.round(exact, decimals + BEYOND)
    units = np.abs(exact) * 10.0**decimals
    for place in np.flatnonzero((kept != exact) & (np.abs(units - np.floor(units) - 0.5) <= NEAR_HALF)):
        if f"{exact[place]:.{decimals}f}" != f"{kept[place]:.{decimals}f}":
            kept[place] = exact[place]
    return kept


def plain(values: np.ndarray) -> list:
    """The numbers as they travel, in lists as deep as the array: whole ones without a fraction, None for a missing one."""
    if values.ndim > 1:
        return [plain(part) for part in values]
    return [None if v != v else int(v) if v.is_integer() and abs(v) < 1e15 else v for v in values.tolist()]


def slab(slice_: Grid) -> dict:
    """`{"first", "last", "areas": {code: {"s": first year, "v": [value or null, a year], "f": "letter a year"}}}`.

    An area's lists run from its first year to its last; a year without a row has null and the letter ".".
    """
    held = slice_.marks != NO_ROW
    starts, ends = held.argmax(axis=1).tolist(), (held.shape[1] - held[:, ::-1].argmax(axis=1)).tolist()
    first = slice_.years[0]
    areas = {
        code: {"s": first + start, "v": plain(values[start:end]), "f": marks[start:end].tobytes().decode()}
        for code, start, end, values, marks in zip(slice_.areas, starts, ends, slice_.values, slice_.marks, strict=True)
    }
    return {"first": first, "last": slice_.years[-1], "areas": areas}


def in_steps(packed: dict, decimals: int) -> dict:
    """A slab whose lines say by how much each value differs from the one before it, which takes a fifth less once compressed.

    "tens" is p; a line has "d" in place of "v": null without a value, else a whole number, the step since the last value in units
    of 10^-p, the first since 0. The sum of the steps over 10^p is exactly the value; a line for which it is not keeps its "v".
    """
    tens = decimals + BEYOND
    return packed | {"tens": tens, "areas": {code: _stepped(line, 10.0**tens) for code, line in packed["areas"].items()}}


def _stepped(line: dict, unit: float) -> dict:
    held = [v for v in line["v"] if v is not None]
    units = np.rint(np.asarray(held, dtype="float64") * unit)
    if not np.array_equal(units / unit, held) or (np.abs(units) >= 2.0**53).any():
        return line
    steps = iter(np.diff(units, prepend=0.0).astype("int64").tolist())
    return {"s": line["s"], "d": [None if v is None else next(steps) for v in line["v"]], "f": line["f"]}
