"""Tables that leave the monitor as CSV."""

from __future__ import annotations

import pandas as pd

from dashboard.measured_indicator import indicator_of
from dashboard.measures.carry import snapshot
from dashboard.measures.inequality.table import MEASURES
from dashboard.measures.ranking import ranked
from dashboard.peers import scope_of
from dashboard.schema import BREAKDOWNS
from dashboard.slices import Slice, slice_of
from dashboard.view import View
from data.desk import Desk


def ranking_csv(desk: Desk, view: View) -> str:
    """The ranking of a view: REF_AREA, TIME_PERIOD (the year really used), OBS_VALUE (the value, or the view's measure), RANK,
    then what they are of: INDICATOR, MEASURE and its groups, the slice, UNIT_MEASURE, OBS_FLAG (a letter of `measures.flags`), DATA_SOURCE.

    Rows are the states of the view's scope that have a value in its year or were borrowed one within its window, best first.
    """
    contents, part = desk.contents, slice_of(view, desk.contents)
    indicator = indicator_of(part, contents)
    inside = frozenset(scope_of(view, contents.atlas).members)
    series = desk.series(part)
    now = snapshot(series[series["REF_AREA"].isin(inside)], view.year_of(contents), view.window_of(contents))
    placed = ranked(now, indicator)
    exact = _exact(desk, part)
    years = placed["TIME_PERIOD"].tolist()
    values = [exact[area, year] for area, year in zip(placed.index, years, strict=True)]
    table = pd.DataFrame({"REF_AREA": placed.index, "TIME_PERIOD": years, "OBS_VALUE": values})
    table["RANK"] = "" if indicator.is_yes_no else placed["RANK"].to_numpy()
    table["INDICATOR"] = indicator.key
    if part.measure:
        table["MEASURE"], table["MEASURE_NAME"] = part.measure, MEASURES[part.measure].name
        table["BREAKDOWN"], table["REFERENCE_GROUP"] = part.by, part.ref
        table["GROUPS"] = " ".join(desk.measured(part).groups)
    for column, code in part.cell:
        if column in BREAKDOWNS and indicator.breakdown(column):
            table[column] = code
    table["UNIT_MEASURE"] = indicator.unit
    table["OBS_FLAG"] = placed["FLAG"].where(placed["FLAG"] != "m", "").to_numpy()
    table["DATA_SOURCE"] = indicator.source
    return table.to_csv(index=False, lineterminator="\r\n")


def _exact(desk: Desk, part: Slice) -> dict[tuple[str, int], float]:
    """The values with all their digits, by area and year."""
    frame = desk.exact(part).frame()
    return dict(zip(zip(frame["REF_AREA"], frame["TIME_PERIOD"].tolist(), strict=True), frame["OBS_VALUE"].tolist(), strict=True))
