"""What a measure makes of an indicator: unit, decimals, equality, words."""

from __future__ import annotations

import pytest

from dashboard.catalogue import Breakdown
from dashboard.measure_choices import measure_choices
from dashboard.measured_indicator import indicator_of, measure_title, pair_reading, reading
from dashboard.measures.inequality.lawful import lawful, refused
from dashboard.measures.inequality.setting import Terms
from dashboard.measures.inequality.table import MEASURES
from dashboard.slices import Slice, slice_of
from dashboard.terms import terms_of
from dashboard.view import View
from tests.dashboard import small

CONTENTS = small.contents()


def part(measure: str, by: str = "SEX", ref: str = "") -> Slice:
    return slice_of(View("unemployment", by=by, measure=measure, ref=ref), CONTENTS)


def test_a_difference_of_percentages_is_in_points_and_its_middle_is_nought() -> None:
    shown = indicator_of(part("difference"), CONTENTS)
    assert (shown.unit, shown.unit_short, shown.decimals, shown.equality, shown.is_ratio) == ("percentage points", "", 1, 0.0, False)
    assert shown.limits == (None, None)  # a gap may be negative, whatever the limits of the value


def test_a_ratio_has_its_middle_at_one_and_a_spread_has_none() -> None:
    assert (indicator_of(part("ratio"), CONTENTS).equality, indicator_of(part("ratio"), CONTENTS).is_ratio) == (1.0, True)
    spread = indicator_of(part("cov", "AGE"), CONTENTS)
    assert (spread.equality, spread.direction, spread.unit_short) == (None, "lower", "%")


def test_without_a_measure_the_indicator_is_the_catalogues_own() -> None:
    assert indicator_of(slice_of(View("unemployment"), CONTENTS), CONTENTS) is CONTENTS.catalogue["unemployment"]


@pytest.mark.parametrize(
    ("measure", "by", "ref", "said"),
    [
        ("difference", "SEX", "M", "above 0: women worse off than men"),
        ("difference", "SEX", "F", "above 0: men worse off than women"),
        ("difference", "SEX", "", "highest group less lowest group"),
        ("ratio", "SEX", "", "highest group as a multiple of the lowest"),
        ("ratio", "SEX", "M", "above 1: women worse off than men"),
        ("difference", "AGE", "", "highest group less lowest group"),
        ("cov", "AGE", "", "0: all groups alike"),
        ("par", "AGE", "", "how far the average would fall if all were like the best-off"),
    ],
)
def test_what_a_sign_says_is_said(measure: str, by: str, ref: str, said: str) -> None:
    assert reading(part(measure, by, ref), CONTENTS) == said


def test_titles_name_measure_and_breakdown() -> None:
    assert measure_title(part("difference"), CONTENTS) == "difference by sex"
    assert measure_title(part("theil", "AGE"), CONTENTS) == "Theil's index by age"


def test_what_the_terms_rule_out_is_known_before_any_number_is() -> None:
    sexes = terms_of(CONTENTS.catalogue["unemployment"], "SEX", CONTENTS)
    assert lawful(sexes) == ("difference", "ratio", "par", "paf")
    assert refused("sii", sexes).key == "order" and refused("cov", sexes).key == "at-least-three" and refused("mdref", sexes) is not None
    family = Terms((("F", "Women"), ("M", "Men")), is_one_scale=False)
    assert lawful(family) == ()
    negative = Terms(tuple((c, c) for c in "ABC"), limits=(-4, 4), direction="higher")
    assert refused("ratio", negative).key == "from-zero" and refused("difference", negative) is None


def test_age_has_an_order_but_neither_end_is_the_disadvantaged() -> None:
    ages = terms_of(CONTENTS.catalogue["unemployment"], "AGE", CONTENTS)
    assert not ages.is_ordered and refused("sii", ages).key == "order" and refused("difference", ages) is None
    wealth = Breakdown("INCOME_WEALTH_QUANTILE", ("Q1", "Q5"), True)
    assert wealth.is_ranked and not Breakdown("AGE", ("Y15T24",), True).is_ranked and not Breakdown("SEX", ("F", "M"), False).is_ranked


def test_along_wealth_a_sign_says_who_is_worse_off_and_who_has_more() -> None:
    groups = (("Q1", "Poorest fifth"), ("Q5", "Richest fifth"))
    terms = Terms(groups, is_ordered=True, direction="higher", limits=(0, 100), unit="%")
    assert pair_reading(MEASURES["difference"], terms, ["poorest fifth", "richest fifth"], "0") == "above 0: poorest fifth worse off than richest fifth"


def test_without_an_average_and_without_sizes_nothing_is_attributed() -> None:
    no_total = Terms((("A", "A"), ("B", "B")), direction="lower", limits=(0, 100), is_average_known=False)
    assert refused("par", no_total).key == "average-known" and refused("difference", no_total) is None


def test_the_picker_has_every_measure_with_the_reason_why_not() -> None:
    choices = measure_choices(View("unemployment", measure="difference", ref="M"), CONTENTS)
    assert [key for key, *_ in choices["options"]] == list(MEASURES)
    why = {key: why_not for key, _, _, why_not in choices["options"]}
    assert why["difference"] == "" and why["sii"] == "no order of disadvantage" and why["cov"] == "needs three groups"
    assert [ref for ref, _ in choices["refs"]] == ["", "F", "M"]
    assert measure_choices(View("mean-income"), CONTENTS)["options"] == []
