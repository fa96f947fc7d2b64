"""What must hold for every measure, whatever the numbers."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pytest import approx

from dashboard.measures.inequality.measured import Result, measured
from dashboard.measures.inequality.setting import Group, Setting, Terms
from dashboard.measures.inequality.table import MEASURES
from tests.dashboard.measures.inequality.settings import lettered, often, setting, value

ALONG = ("sii", "rii", "aci", "rci", "rci_wagstaff", "aci_erreygers")
AROUND = ("bgv", "bgsd", "cov", "mdmean", "mdbest", "mdref", "idisp", "theil", "mld")
RATIOS = ("ratio", "rii")
UNORDERED = ("difference", "ratio", *AROUND, "par", "paf")
ORDERED = tuple(MEASURES)

VALUES = st.lists(st.floats(1, 99), min_size=3, max_size=7)
POSITIVE = {"limits": (0, None), "direction": "higher", "reference": "A"}


@st.composite
def weighted(draw: st.DrawFn) -> tuple[list[float], list[float]]:
    """Values of a percentage between its limits, and shares that sum to one."""
    values = draw(VALUES)
    raw = draw(st.lists(st.floats(0.05, 1), min_size=len(values), max_size=len(values)))
    return values, [each / sum(raw) for each in raw]


def near(number: float) -> object:
    return approx(number, rel=1e-6, abs=1e-7)


@pytest.mark.parametrize("key", ORDERED)
@often(25)
@given(level=st.floats(0.5, 99.5), shares=weighted(), is_weighted=st.booleans())
def test_equal_groups_give_no_inequality(key: str, level: float, shares: tuple, is_weighted: bool) -> None:
    count = len(shares[0])
    even = setting([level] * count, shares[1] if is_weighted else None, is_ordered=True, **{**POSITIVE, "limits": (0, 100)}, overall=level)
    assert value(key, even) == (1 if key in RATIOS else 0)


# Reading the order from the other end: what was above is below. A ratio becomes its inverse.
@pytest.mark.parametrize("key", ["difference", *ALONG])
@pytest.mark.parametrize("limits", [(0, 100), (0, 200)])
@often(25)
@given(case=weighted())
def test_swapping_the_order_turns_the_sign(key: str, limits: tuple, case: tuple) -> None:
    values, shares = case
    there = measured(key, setting(values, shares, is_ordered=True, limits=limits))
    back = measured(key, setting(values[::-1], shares[::-1], is_ordered=True, limits=limits))
    assume(isinstance(there, Result))
    assert back.value == near(1 / there.value if key in RATIOS else -there.value)


# Three times the values, on a scale three times as long: absolute measures grow with them, the variance with their square,
# relative ones and bounded forms stay. (A curve is for 0 to 100 only, so the slope is tried on an open scale.)
@pytest.mark.parametrize("key", ORDERED)
@often(25)
@given(case=weighted(), factor=st.floats(0.2, 5))
def test_scaling_does_what_each_definition_says(key: str, case: tuple, factor: float) -> None:
    measure, (values, shares) = MEASURES[key], case
    is_bounded = key in ("rci_wagstaff", "aci_erreygers")
    power = 0 if is_bounded else {"indicator": 1, "square": 2}.get(measure.unit, 0)
    one = measured(key, setting(values, shares, is_ordered=True, **{**POSITIVE, "limits": (0, 101 if is_bounded else None)}))
    many = setting([factor * v for v in values], shares, is_ordered=True, **{**POSITIVE, "limits": (0, 101 * factor if is_bounded else None)})
    assume(isinstance(one, Result))
    assert value(key, many) == near(factor**power * one.value)


@pytest.mark.parametrize("key", [k for k, m in MEASURES.items() if m.is_absolute and k != "aci_erreygers"])
@often(25)
@given(case=weighted(), more=st.floats(0, 50))
def test_adding_to_all_leaves_absolute_measures(key: str, case: tuple, more: float) -> None:
    values, shares = case
    assert value(key, setting([v + more for v in values], shares, is_ordered=True, **POSITIVE)) == near(value(key, setting(values, shares, is_ordered=True, **POSITIVE)))


# Having and lacking: 100 − y. Erreygers, Wagstaff, the slope and the absolute index turn; the relative index does not mirror.
@pytest.mark.parametrize("key", ["aci_erreygers", "rci_wagstaff", "sii", "aci"])
@often(25)
@given(case=weighted())
def test_a_mirrored_variable_mirrors_the_bounded_indices(key: str, case: tuple) -> None:
    values, shares = case
    there = setting(values, shares, is_ordered=True, limits=(0, 100))
    mirrored = setting([100 - v for v in values], shares, is_ordered=True, limits=(0, 100))
    assert value(key, mirrored) == near(-value(key, there))


@often(25)
@given(case=weighted())
def test_bounded_forms_lie_between_minus_one_and_one_with_the_sign_of_the_index(case: tuple) -> None:
    given = setting(*case, is_ordered=True, limits=(0, 100))
    for key in ("aci_erreygers", "rci_wagstaff", "rci"):
        assert -1 - 1e-9 <= value(key, given) <= 1 + 1e-9
        assert value(key, given) * value("aci", given) >= 0


@pytest.mark.parametrize("key", UNORDERED)
@often(25)
@given(case=weighted(), data=st.data())
def test_groups_without_an_order_may_stand_in_any(key: str, case: tuple, data: st.DataObject) -> None:
    values, shares = case
    places = data.draw(st.permutations(range(len(values))))
    names = lettered(len(values))
    given = setting(values, shares, **POSITIVE)
    mixed = setting([values[i] for i in places], [shares[i] for i in places], groups=tuple(names[i] for i in places), **POSITIVE)
    assert value(key, mixed) == near(value(key, given))


# A group split in two of the same value is the same people: no weighted measure of any family may see it.
@pytest.mark.parametrize("key", [*AROUND, "aci", "rci", "rci_wagstaff", "aci_erreygers", "par", "paf"])
@often(25)
@given(case=weighted(), data=st.data())
def test_splitting_a_group_changes_no_weighted_measure(key: str, case: tuple, data: st.DataObject) -> None:
    values, shares = case
    at = data.draw(st.integers(0, len(values) - 1))
    part = data.draw(st.floats(0.1, 0.9))
    names = [code for code, _ in lettered(len(values))]
    finer = [*names[:at], names[at], "Z", *names[at + 1 :]]
    split = {**dict(zip(names, shares, strict=True)), names[at]: shares[at] * part, "Z": shares[at] * (1 - part)}
    held = {**dict(zip(names, values, strict=True)), "Z": values[at]}
    terms = {"is_ordered": key not in AROUND, **POSITIVE, "limits": (0, 100)}
    whole = setting(values, shares, **terms)
    again = setting([held[c] for c in finer], [split[c] for c in finer], groups=tuple((c, c) for c in finer), **terms)
    assert value(key, again) == near(value(key, whole))


# Both are Σ p (X − ½) y times a constant, so the slope of a straight line and the index never disagree on who has more.
@often(25)
@given(case=weighted())
def test_slope_and_concentration_index_agree(case: tuple) -> None:
    values, shares = case
    given = setting(values, shares, is_ordered=True)
    total, middles = 0.0, []
    for share in shares:
        middles.append(total + share / 2)
        total += share
    spread = sum(p * (x - 0.5) ** 2 for p, x in zip(shares, middles, strict=True))
    assert value("sii", given) == near(value("aci", given) / (2 * spread))


@often(25)
@given(case=weighted())
def test_relative_measures_are_absolute_ones_over_the_average(case: tuple) -> None:
    values, shares = case
    given = setting(values, shares, is_ordered=True, **POSITIVE)
    mean = sum(p * y for p, y in zip(shares, values, strict=True))
    assert value("rci", given) == near(value("aci", given) / mean)
    assert value("cov", given) == near(100 * value("bgsd", given) / mean)
    assert value("idisp", given) == near(100 * value("mdmean", given) / mean)
    assert value("paf", given) == near(100 * value("par", given) / mean)
    assert value("bgv", given) == near(value("bgsd", given) ** 2)


@pytest.mark.parametrize("key", AROUND)
@often(25)
@given(case=weighted())
def test_distances_are_never_negative(key: str, case: tuple) -> None:
    assert value(key, setting(*case, **POSITIVE)) >= 0


# The order in which groups are handed in is no order: the terms have it.
@often(25)
@given(case=weighted(), data=st.data())
def test_only_the_terms_order_the_groups(case: tuple, data: st.DataObject) -> None:
    names = lettered(len(case[0]))
    groups = [Group(code, v, p) for (code, _), v, p in zip(names, *case, strict=True)]
    terms = Terms(names, is_ordered=True, limits=(0, 100))
    mixed = data.draw(st.permutations(groups))
    assert measured("sii", Setting(tuple(mixed), terms)) == measured("sii", Setting(tuple(groups), terms))
