"""What a country is compared with: the middle of its peers, each country counted once.

A median of countries, not a mean of people: it needs no population series, one odd value does not move it, and
it is what "compared with our region" means in a meeting of states. The number of countries is always given.
Values are borrowed within the indicator's window as on the map, so that the set of countries does not change
from year to year only because surveys fall in different years.
"""

from __future__ import annotations

import numpy as np

from dashboard.grid import Grid
from dashboard.measures.carry import borrowed
from dashboard.measures.spread import quantiles

QUANTILES = {"low": 0.1, "lower": 0.25, "median": 0.5, "upper": 0.75, "high": 0.9}
FEWEST = 3  # below three countries a median says nothing about peers
SHARE_OF_BEST = 0.5  # nor does it over time where few of those who report in the best year report: the line would follow who reports

Reference = dict[str, list]  # "n" and each of `QUANTILES`: one number a year, None where there is none


def reference(slice_: Grid, members: tuple[str, ...], window: int) -> Reference:
    """The spread of the peers' values in each year, as plain lists.

    members: the peers' codes. n, low, lower, median, upper, high (10th, 25th, 50th, 75th and 90th percentile, linear
    interpolation), in the indicator's unit; missing where n is under `FEWEST` or under half of the best year's.
    """
    values, _ = borrowed(slice_.values[slice_.places(members)], window)
    n, spread = quantiles(values, tuple(QUANTILES.values()))
    is_enough = n >= max(FEWEST, SHARE_OF_BEST * n.max())
    table = np.where(is_enough, spread, np.nan).tolist()
    return {"n": n.tolist(), **{name: [v if v == v else None for v in row] for name, row in zip(QUANTILES, table, strict=True)}}


def no_reference(slice_: Grid) -> Reference:
    """The form of a reference for answers by yes or no, whose middle says nothing."""
    return {name: [None] * len(slice_.years) for name in QUANTILES} | {"n": [0] * len(slice_.years)}
