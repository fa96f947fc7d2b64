"""What a country is compared with: the middle of its peers, each country counted once.

A median of countries, not a mean of people: it needs no population series, one odd value does not move it, and
it is what "compared with our region" means in a meeting of states. The number of countries is always given.
Values are borrowed within the indicator's window as on the map, so that the set of countries does not change
from year to year only because surveys fall in different years.
"""

from __future__ import annotations

import pandas as pd

from dashboard.measures.carry import carried, wide

QUANTILES = {"low": 0.1, "lower": 0.25, "median": 0.5, "upper": 0.75, "high": 0.9}
FEWEST = 3  # below three countries a median says nothing about peers
SHARE_OF_BEST = 0.5  # nor does it over time where few of those who report in the best year report: the line would follow who reports


def reference(series: pd.DataFrame, members: tuple[str, ...], years: range, window: int) -> pd.DataFrame:
    """The spread of the peers' values in each year.

    series: REF_AREA, TIME_PERIOD, OBS_VALUE of one slice. members: the peers' codes.
    Returns one row a year (index TIME_PERIOD): n, low, lower, median, upper, high (10th, 25th, 50th, 75th and 90th
    percentile, linear interpolation), in the indicator's unit; missing where n is under `FEWEST` or under half of the best year's.
    """
    table = carried(wide(series[series["REF_AREA"].isin(members)], years), window)
    n = table.notna().sum(axis=1)
    spread = table.quantile(list(QUANTILES.values()), axis=1).T if table.shape[1] else pd.DataFrame(index=table.index)
    spread = spread.reindex(columns=list(QUANTILES.values()))
    spread.columns = list(QUANTILES)
    spread = spread.where(n >= max(FEWEST, SHARE_OF_BEST * n.max()))
    return spread.assign(n=n)[["n", *QUANTILES]]
