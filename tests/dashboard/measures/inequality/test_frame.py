"""All settings at once give what each gives alone."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from dashboard.measures.inequality.frame import COLUMNS, measure_frame
from dashboard.measures.inequality.measured import Refusal, measured
from dashboard.measures.inequality.setting import Group, Setting, Terms
from dashboard.measures.inequality.table import MEASURES
from tests.dashboard.measures.inequality.settings import FIFTHS, lettered, often

QUINTILES = Terms(FIFTHS, True, "higher", (0, 100), "Q5", "%")


def long(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["REF_AREA", "TIME_PERIOD", "GROUP", "OBS_VALUE", "SHARE", "BOUND"][: len(rows[0]) if rows else 4])


VALUES = st.one_of(st.none(), st.floats(-5, 105), st.sampled_from([0.0, 30.0, 100.0]))
CELL = st.tuples(VALUES, st.one_of(st.none(), st.just(0.25), st.floats(0, 1)), st.sampled_from(["", "", "", "", "<"]))


@often(40)
@given(
    st.dictionaries(st.tuples(st.sampled_from(["FIN", "KEN", "PER"]), st.integers(2000, 2004)), st.tuples(st.lists(CELL, min_size=4, max_size=4), VALUES), max_size=5),
    st.sampled_from([(0, 100), (0, None), (None, None)]), st.sampled_from(["higher", "lower", "neutral"]), st.booleans(), st.booleans(), st.sampled_from([None, "B"]),
)  # fmt: skip
def test_a_frame_agrees_with_each_setting_alone(settings: dict, limits: tuple, direction: str, is_ordered: bool, is_count: bool, reference: str | None) -> None:
    terms = Terms(lettered(4), is_ordered, direction, limits, reference, "%", is_count)
    rows = [(*at, code, *cell) for at, (cells, _) in settings.items() for code, cell in zip(terms.codes, cells, strict=True)]
    rows += [(*at, "_T", overall, None, "") for at, (_, overall) in settings.items()]
    frame = long(*rows) if rows else long(("FIN", 2000, "other", 1.0, 1.0, ""))
    frame = frame.astype({"OBS_VALUE": "float64", "SHARE": "float64"})
    for key in MEASURES:
        found = measure_frame(key, frame, terms)
        assert list(zip(found["REF_AREA"], found["TIME_PERIOD"], strict=True)) == sorted(settings)
        for row in found.itertuples():
            cells, overall = settings[(row.REF_AREA, row.TIME_PERIOD)]
            alone = measured(key, Setting(tuple(Group(c, v, p, None, b) for c, (v, p, b) in zip(terms.codes, cells, strict=True)), terms, overall))
            if isinstance(alone, Refusal):
                assert (row.CONDITION, np.isnan(row.OBS_VALUE)) == (alone.condition, True)
            else:
                assert (row.CONDITION, row.IS_WEIGHTED) == ("", alone.is_weighted)
                assert row.OBS_VALUE == approx(alone.value, rel=1e-9, abs=1e-12)


# FIN 2001 has four fifths, KEN 2001 all: the texts differ, so the two are not compared.
def test_each_row_says_of_which_groups_it_is() -> None:
    frame = long(*[("FIN", 2001, f"Q{i}", 10.0 * i) for i in (1, 2, 4, 5)], *[("KEN", 2001, f"Q{i}", 10.0 * i) for i in range(1, 6)], ("FIN", 2001, "Q3", np.nan))
    found = measure_frame("difference", frame, QUINTILES)
    assert list(found.columns) == list(COLUMNS)
    assert found["GROUPS"].tolist() == ["Q1 Q2 Q4 Q5", "Q1 Q2 Q3 Q4 Q5"]
    assert found["OBS_VALUE"].tolist() == [40, 40]
    assert measure_frame("sii", frame, QUINTILES)["CONDITION"].tolist() == ["complete", ""]


def test_a_total_alone_is_no_setting_and_other_groups_are_left_out() -> None:
    assert measure_frame("bgv", long(("FIN", 2001, "_T", 5.0), ("FIN", 2001, "_U", 5.0)), QUINTILES).empty
    assert list(measure_frame("bgv", long(), QUINTILES).columns) == list(COLUMNS)


def test_a_group_that_stands_twice_is_a_fault() -> None:
    with pytest.raises(ValueError, match="twice"):
        measure_frame("bgv", long(("FIN", 2001, "Q1", 5.0), ("FIN", 2001, "Q1", 6.0)), QUINTILES)


def test_the_frame_that_is_given_is_not_changed() -> None:
    frame = long(("FIN", 2001, "Q1", 5.0), ("FIN", 2001, "Q5", 6.0))
    before = frame.copy()
    measure_frame("difference", frame, QUINTILES)
    pd.testing.assert_frame_equal(frame, before)


# 200 countries, 30 years, 5 groups and the total: meant to be about 0.02 s (0.05 s for slopes); the bound leaves room for a busy machine.
@pytest.mark.parametrize("key", ["difference", "rii", "theil"])
def test_a_whole_indicator_takes_a_blink(key: str) -> None:
    places = pd.MultiIndex.from_product([[f"A{i:03}" for i in range(200)], range(1990, 2020), [*QUINTILES.codes, "_T"]], names=["REF_AREA", "TIME_PERIOD", "GROUP"])
    values = np.random.default_rng(1).uniform(1, 99, len(places))
    frame = pd.DataFrame({"OBS_VALUE": values, "SHARE": 0.2}, index=places).reset_index()
    times = []
    for _ in range(3):
        start = time.perf_counter()
        found = measure_frame(key, frame, QUINTILES)
        times.append(time.perf_counter() - start)
    assert found["OBS_VALUE"].notna().all() and len(found) == 6000
    assert min(times) < 0.25
