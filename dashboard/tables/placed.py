"""Map and ranking as tables: each area with the value it shows in the view's year, and the year that is really of."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from dashboard.areas import Atlas
from dashboard.classes import Classes, class_of
from dashboard.measures.carry import snapshot
from dashboard.measures.ranking import ranked
from dashboard.tables.subject import ORDINARY, Subject, described, whole


def map_table(exact: pd.DataFrame, shown: pd.DataFrame, classes: Classes | None, drawn: Iterable[str], window: int, subject: Subject, atlas: Atlas) -> pd.DataFrame:
    """A row for each area that the map draws, by code, those without a value too: REF_AREA, REF_AREA_NAME, TIME_PERIOD (the year
    really used, none without a value and a reason), OBS_VALUE, CLASS (the words of its colour; none for counts), OBS_FLAG.

    exact: REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG with the publisher's digits. shown: the same as it is drawn, by which the classes go.
    drawn: codes of the areas that the map has a shape or a marker for, as far as they are in the scope.
    """
    codes = sorted(set(drawn))
    now = snapshot(exact, subject.year, window).reindex(codes)
    flags = now["FLAG"].fillna("")
    table = pd.DataFrame(
        {
            "REF_AREA": codes,
            "REF_AREA_NAME": [atlas.name(code) for code in codes],
            "TIME_PERIOD": whole(now["TIME_PERIOD"].tolist()),
            "OBS_VALUE": now["OBS_VALUE"].to_numpy(dtype="float64"),
        }
    )
    if classes is not None:
        seen = snapshot(shown, subject.year, window).reindex(codes)["OBS_VALUE"].to_numpy(dtype="float64")
        table["CLASS"] = np.array([*classes.labels, ""], dtype=object)[class_of(seen, classes)]  # -1, of none, is the last
    table["OBS_FLAG"] = flags.where(flags != ORDINARY, "").to_numpy()
    return described(table, subject)


def ranking_table(exact: pd.DataFrame, members: Iterable[str], window: int, subject: Subject, atlas: Atlas) -> pd.DataFrame:
    """A row for each state of the scope that has a value, or was borrowed one within the window, best first: as `map_table`, with RANK.

    A question answered by yes or no has no places.
    """
    now = snapshot(exact[exact["REF_AREA"].isin(frozenset(members))], subject.year, window)
    placed = ranked(now, subject.indicator)
    table = pd.DataFrame(
        {
            "REF_AREA": placed.index,
            "REF_AREA_NAME": [atlas.name(code) for code in placed.index],
            "TIME_PERIOD": placed["TIME_PERIOD"].to_numpy(dtype="int64"),
            "OBS_VALUE": placed["OBS_VALUE"].to_numpy(dtype="float64"),
            "RANK": whole([None] * len(placed) if subject.indicator.is_yes_no else placed["RANK"].tolist()),
            "OBS_FLAG": placed["FLAG"].where(placed["FLAG"] != ORDINARY, "").to_numpy(),
        }
    )
    return described(table, subject)
