"""A measure in place of the value: the same number as for each setting alone, of the same groups everywhere."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.measures.derived import UNMET, derived, of_the_same_year
from dashboard.measures.inequality.measured import Result, measured
from dashboard.measures.inequality.setting import Group, Setting, Terms
from dashboard.measures.inequality.table import MEASURES
from tests.dashboard.small import grouped

YEARS = range(2000, 2003)
SEXES = Terms((("F", "Women"), ("M", "Men")), direction="lower", limits=(0, 100), reference="M", unit="%")
FIFTHS = Terms(tuple((f"Q{i}", f"Fifth {i}") for i in range(1, 6)), is_ordered=True, direction="higher", limits=(0, 100), unit="%")
LAWFUL = [("FIN", 2000, (5.0, 9.0, 11.0, 20.0, 40.0)), ("KEN", 2001, (30.0, 25.0, 25.0, 10.0, 5.0)), ("TGO", 2002, (7.0, 7.0, 7.0, 7.0, 7.0))]


def fifths(rows: list = LAWFUL) -> list[tuple]:
    return [(area, f"Q{i}", year, value) for area, year, values in rows for i, value in enumerate(values, 1)]


def value(found, area: str, year: int) -> float:
    return float(found.grid.values[found.grid.areas.index(area), year - 2000])


def test_difference_is_positive_where_the_group_beside_the_reference_is_worse_off() -> None:
    found = derived("difference", grouped([("FIN", "F", 2000, 9.0), ("FIN", "M", 2000, 7.5), ("FIN", "_T", 2000, 8.0)], YEARS), SEXES, "_T")
    assert value(found, "FIN", 2000) == pytest.approx(1.5)
    assert found.groups == ("F", "M")


@pytest.mark.parametrize("key", list(MEASURES))
def test_each_number_is_that_of_the_setting_alone(key: str) -> None:
    found = derived(key, grouped(fifths(), YEARS), FIFTHS, "", np.full((3, 5, 3), 0.2))
    for area, year, values in LAWFUL:
        alone = measured(key, Setting(tuple(Group(f"Q{i}", v, 0.2) for i, v in enumerate(values, 1)), FIFTHS))
        if isinstance(alone, Result):
            assert value(found, area, year) == pytest.approx(alone.value, abs=1e-12)
        elif area in found.grid.areas:
            assert np.isnan(value(found, area, year))


def test_a_setting_with_other_groups_than_most_is_left_out_and_marked() -> None:
    terms = Terms((("A", "A"), ("B", "B"), ("C", "C")), limits=(0, 100), unit="%")
    whole = [(area, code, 2000, v) for area in ("FIN", "KEN") for code, v in (("A", 1.0), ("B", 2.0), ("C", 4.0))]
    part = [("TGO", "A", 2000, 1.0), ("TGO", "B", 2000, 9.0)]
    shares = np.broadcast_to(np.array([0.45, 0.45, 0.1])[:, np.newaxis], (3, 3, 3))  # so few are in C that the two others would do
    found = derived("difference", grouped([*whole, *part], YEARS), terms, "", shares)
    assert found.groups == ("A", "B", "C")
    assert value(found, "FIN", 2000) == 3.0
    place = found.grid.areas.index("TGO")
    assert np.isnan(found.grid.values[place, 0]) and found.grid.marks[place, 0] == UNMET
    alone = derived("difference", grouped(part, YEARS), terms, "", shares[:1, :2])  # where all are so, all are alike
    assert value(alone, "TGO", 2000) == 8.0


def test_along_an_order_a_missing_middle_leaves_the_difference_of_the_ends() -> None:
    rows = [row for row in fifths() if row[:2] != ("KEN", "Q3")]
    found = derived("difference", grouped(rows, YEARS), FIFTHS, "")
    assert value(found, "KEN", 2001) == -25.0 and found.groups == ("Q1", "Q5")
    assert derived("sii", grouped(rows, YEARS), FIFTHS, "").grid.marks[1, 1] == UNMET


def test_no_measure_is_taken_from_a_bound() -> None:
    found = derived("difference", grouped([("FIN", "F", 2000, 95.0, ">"), ("FIN", "M", 2000, 90.0)], YEARS), SEXES, "")
    assert np.isnan(found.grid.values).all() and found.grid.marks[0, 0] == UNMET and found.groups == ()


def test_a_gap_has_the_mark_of_its_groups() -> None:
    rows = [("FIN", "F", 2000, 1.0, "e"), ("FIN", "M", 2000, 2.0), ("FIN", "F", 2001, 1.0, "b"), ("FIN", "M", 2001, 2.0, "e"), ("FIN", "F", 2002, 1.0), ("FIN", "M", 2002, 1.0)]
    assert derived("difference", grouped(rows, YEARS), SEXES, "").grid.marks[0].tolist() == [b"e", b"b", b"m"]


def test_an_area_with_the_total_alone_has_no_row() -> None:
    rows = [("FIN", "F", 2000, 1.0), ("FIN", "M", 2000, 2.0), ("KEN", "_T", 2000, 3.0), ("KEN", "M", 2000, None, "q")]
    found = derived("difference", grouped(rows, YEARS), SEXES, "_T")
    assert found.grid.areas == ("FIN", "KEN") and found.grid.marks[1, 0] == b"q"
    assert derived("difference", grouped([row for row in rows if row[1] != "M" or row[0] == "FIN"], YEARS), SEXES, "_T").grid.areas == ("FIN",)


def test_beside_groups_of_another_year_no_number_is_put() -> None:
    found = derived("difference", grouped([("FIN", "F", 2000, 1.0), ("FIN", "M", 2000, 3.0)], YEARS), SEXES, "").grid
    assert of_the_same_year(found, {"FIN": np.array([2000, 2000, 2002]), "KEN": np.array([2000] * 3)}, 5)["FIN"].tolist()[:2] == [-2.0, -2.0]
    assert np.isnan(of_the_same_year(found, {"FIN": np.array([2000, 2000, 2002])}, 5)["FIN"][2])
    assert np.isnan(of_the_same_year(found, {"FIN": np.array([2000, 2000, 2000])}, 0)["FIN"][1:]).all()
