"""Six states in two regions, three indicators, and frames written by hand: small enough to work an expectation out on paper."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.areas import Area, Atlas, Group
from dashboard.catalogue import Breakdown, Catalogue, Dimension, Indicator, Recommendation, Source
from dashboard.coded import Coded
from dashboard.contents import Contents, Holding
from dashboard.grid import Grid, grid
from dashboard.peers import Peers

NORTH, SOUTH, EMPTY = "150", "002", "010"
_PLACES = [
    ("DNK", "Denmark", NORTH, "HIC", 56.0, 10.0),
    ("EST", "Estonia", NORTH, "HIC", 59.0, 26.0),
    ("FIN", "Finland", NORTH, "HIC", 62.0, 26.0),
    ("GHA", "Ghana", SOUTH, "LMC", 8.0, -1.0),
    ("KEN", "Kenya", SOUTH, "LMC", 0.0, 38.0),
    ("TGO", "Togo", SOUTH, "", 8.0, 1.0),
]
STATES = tuple(code for code, *_ in _PLACES)
NORTHERN, SOUTHERN = STATES[:3], STATES[3:]
WORLD = Peers("001", "World", STATES)
NORTHERNERS = Peers(NORTH, "North", NORTHERN)


def atlas() -> Atlas:
    """The six states, an island without region and income, and the World as a publisher's aggregate."""
    areas = [
        Area(c, n, kind="member", region=r, income=i, latitude=lat, longitude=lon, has_shape=True, is_small=c == "TGO") for c, n, r, i, lat, lon in _PLACES
    ]
    areas += [Area("ISL", "Island", kind="territory", latitude=10.0, longitude=-30.0, is_small=True), Area("WLD", "World", kind="aggregate")]
    groups = (
        Group("001", "World", "world", STATES),
        Group(NORTH, "North", "region", NORTHERN),
        Group(SOUTH, "South", "region", SOUTHERN),
        Group(EMPTY, "Ice", "region", ()),
        Group("HIC", "High income", "income", NORTHERN),
        Group("LMC", "Lower middle income", "income", ("GHA", "KEN")),
    )
    return Atlas(tuple(areas), groups)


def indicator(**own: object) -> Indicator:
    """Unemployment in per cent, lower is better, by sex and age, unless the test says otherwise."""
    facts: dict = {
        "key": "unemployment",
        "name": "Unemployment",
        "full_name": "Unemployment, total",
        "definition": "People without work.",
        "dimension": "work",
        "recommendations": ("work/1",),
        "unit": "% of labour force",
        "unit_short": "%",
        "decimals": 1,
        "direction": "lower",
        "level": "outcome",
        "kind": "quantitative",
        "source": "ours",
        "origin": {},
        "limits": (0, 100),
        "window": 2,
        "breakdowns": (Breakdown("SEX", ("F", "M"), False), Breakdown("AGE", ("Y15T24", "Y25T64", "Y_GE65"), True)),
    }
    return Indicator(**(facts | own))


def contents() -> Contents:
    """Three indicators: one with breakdowns, one without, one whose headline is a slice of its own."""
    plain = indicator(key="mean-income", name="Mean income", unit="dollars", unit_short="$", direction="higher", limits=(0, None), breakdowns=())
    teachers = indicator(
        key="qualified-teachers", name="Qualified teachers", direction="higher", headline=(("EDUCATION_LEV", "ISCED11_1"),), headline_label="primary school",
        breakdowns=(Breakdown("EDUCATION_LEV", ("ISCED11_1", "ISCED11_2"), True), Breakdown("SEX", ("F", "M"), False)), recommendations=("work/2",),
    )  # fmt: skip
    catalogue = Catalogue(
        dimensions=(Dimension("work", "Work", "Decent work."),),
        indicators=(indicator(), plain, teachers),
        recommendations=(Recommendation("work/1", "work", 1, "Create work."), Recommendation("work/2", "work", 2, "Train teachers.")),
        sources=(Source("ours", "An office", "A dataset", "2020-01-01", "CC BY 4.0", "https://example.org/by", "An office, 2020", "https://example.org"),),
        experts=(),
        labels={
            "SEX": {"_T": "Both sexes", "F": "Women", "M": "Men"},
            "AGE": {"_T": "All ages", "Y15T24": "15–24 years", "Y25T64": "25–64 years", "Y_GE65": "65 years and over"},
            "EDUCATION_LEV": {"ISCED11_1": "Primary", "ISCED11_2": "Lower secondary"},
        },
        column_names={"SEX": "Sex", "AGE": "Age", "EDUCATION_LEV": "Education"},
    )
    holdings = {
        "unemployment": Holding(2000, 2010, 2008, {"SEX": ("_T", "F", "M"), "AGE": ("_T", "Y15T24", "Y25T64")}),
        "mean-income": Holding(2005, 2005, 2005, {}),
        "qualified-teachers": Holding(2000, 2004, 2004, {"EDUCATION_LEV": ("ISCED11_1", "ISCED11_2"), "SEX": ("_T", "F", "M")}),
    }
    return Contents(catalogue, atlas(), holdings, "test")


def series(*rows: tuple) -> pd.DataFrame:
    """Rows of (area, year, value[, flag]) as the desk answers them; None is a missing value."""
    filled = [(*row, "m") if len(row) == 3 else row for row in rows]
    frame = pd.DataFrame(filled, columns=["REF_AREA", "TIME_PERIOD", "OBS_VALUE", "FLAG"])
    return frame.astype({"REF_AREA": "str", "TIME_PERIOD": "int64", "OBS_VALUE": "float64", "FLAG": "str"})


def groups(*rows: tuple) -> pd.DataFrame:
    """Rows of (area, group, year, value[, flag]) as the desk answers them."""
    filled = [(*row, "m") if len(row) == 4 else row for row in rows]
    frame = pd.DataFrame(filled, columns=["REF_AREA", "GROUP", "TIME_PERIOD", "OBS_VALUE", "FLAG"])
    return frame.astype({"REF_AREA": "str", "GROUP": "str", "TIME_PERIOD": "int64", "OBS_VALUE": "float64", "FLAG": "str"})


def coded(words: list[str]) -> Coded:
    """A text column."""
    known = list(dict.fromkeys(words))
    return Coded(tuple(known), np.array([known.index(word) for word in words], dtype=int))


def sliced(rows: list[tuple] | tuple[tuple, ...], years: range) -> Grid:
    """Rows as for `series`, as a slice."""
    return _grid(series(*rows), years)


def grouped(rows: list[tuple] | tuple[tuple, ...], years: range) -> Grid:
    """Rows as for `groups`, as the groups of a breakdown."""
    return _grid(groups(*rows), years)


def _grid(frame: pd.DataFrame, years: range) -> Grid:
    group = coded(frame["GROUP"].tolist()) if "GROUP" in frame else None
    marks = frame["FLAG"].to_numpy(dtype="S1")
    return grid(coded(frame["REF_AREA"].tolist()), frame["TIME_PERIOD"].to_numpy(), frame["OBS_VALUE"].to_numpy(), marks, years, group)
