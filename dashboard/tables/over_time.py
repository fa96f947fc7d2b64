"""The trend as a table: the chosen countries' own values in every year, and the spread of those they are compared with."""

from __future__ import annotations

import math

import pandas as pd

from dashboard.areas import Atlas
from dashboard.grid import NO_ROW, Grid
from dashboard.measures.reference import QUANTILES, Reference
from dashboard.peers import Peers
from dashboard.tables.subject import ORDINARY, Subject, described, whole

VALUE, MEDIAN = "value", "median"
PERCENTILES = {name: f"P{round(100 * share)}" for name, share in QUANTILES.items() if name != "median"}
COLUMNS = ("REF_AREA", "REF_AREA_NAME", "STATISTIC", "TIME_PERIOD", "OBS_VALUE", *PERCENTILES.values(), "COUNTRIES", "OBS_FLAG")


def trend_table(held: Grid, chosen: tuple[str, ...], middle: Reference, peers: Peers, subject: Subject, atlas: Atlas) -> pd.DataFrame:
    """A row for each year of which the source says something of a chosen country (STATISTIC `value`), and for each year in which a
    country of the peers has a value, be it borrowed (`median`): the middle, the 10th, 25th, 75th and 90th percentile, and of how many.

    held: with the publisher's digits. The spread is empty where too few countries have a value for it to say anything.
    """
    rows = [row for code in chosen for row in _own(held, code, atlas.name(code))]
    rows += _spread(middle, held.years, peers)
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    numbers = dict.fromkeys(("OBS_VALUE", *PERCENTILES.values()), "float64")
    return described(table.assign(TIME_PERIOD=whole(table["TIME_PERIOD"].tolist()), COUNTRIES=whole(table["COUNTRIES"].tolist())).astype(numbers), subject, with_year=False)


def _own(held: Grid, code: str, name: str) -> list[tuple]:
    if code not in held.areas:
        return []
    place, none = held.areas.index(code), (math.nan,) * len(PERCENTILES)
    said = zip(held.years, held.values[place].tolist(), held.marks[place].tolist(), strict=True)
    return [(code, name, VALUE, year, value, *none, None, _flag(mark)) for year, value, mark in said if mark != NO_ROW]


def _flag(mark: bytes) -> str:
    return "" if mark.decode() == ORDINARY else mark.decode()


def _spread(middle: Reference, years: range, peers: Peers) -> list[tuple]:
    rows = []
    for place, year in enumerate(years):
        if n := middle["n"][place]:
            spread = [math.nan if middle[name][place] is None else middle[name][place] for name in ("median", *PERCENTILES)]
            rows.append((peers.code, peers.name, MEDIAN, year, *spread, n, ""))
    return rows
