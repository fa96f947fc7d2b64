"""The words around the panels."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dashboard.classes import Classes
from dashboard.headline import by_choices, headline, is_group_scale, near_with_groups, slice_choices, slice_unit, title
from dashboard.view import View
from tests.dashboard import small

CONTENTS = small.contents()
INDICATORS = CONTENTS.catalogue


def titled(key: str, *cell: tuple[str, str]) -> str:
    return title(View(key, cell=cell), INDICATORS[key], CONTENTS)


def test_a_title_is_the_name_and_the_groups_shown() -> None:
    assert titled("unemployment") == "Unemployment"
    assert titled("unemployment", ("SEX", "F"), ("AGE", "Y15T24")) == "Unemployment, women, 15–24 years"


def test_a_headline_slice_that_is_no_total_is_in_the_title() -> None:
    assert titled("qualified-teachers") == "Qualified teachers, primary school"


def test_the_headline_slice_stays_in_the_title_as_far_as_the_view_keeps_to_it() -> None:
    assert titled("qualified-teachers", ("SEX", "F")) == "Qualified teachers, primary school, women"
    assert titled("qualified-teachers", ("EDUCATION_LEV", "ISCED11_2")) == "Qualified teachers, lower secondary"


def test_of_a_headline_in_two_columns_the_one_kept_is_said() -> None:
    unpaid = small.indicator(name="Unpaid work", headline=(("SEX", "F"), ("AGE", "Y15T24")), headline_label="young women")
    assert title(View("unemployment"), unpaid, CONTENTS) == "Unpaid work, young women"
    assert title(View("unemployment", cell=(("SEX", "M"),)), unpaid, CONTENTS) == "Unpaid work, 15–24 years, men"
    assert title(View("unemployment", cell=(("SEX", "_T"),)), unpaid, CONTENTS) == "Unpaid work, 15–24 years, both sexes"


def test_a_label_that_the_name_says_already_is_not_said_twice() -> None:
    women = small.indicator(name="Women in parliament", headline=(("SEX", "F"),), headline_label="women")
    assert title(View("unemployment"), women, CONTENTS) == "Women in parliament"


def test_a_group_on_another_scale_has_the_groups_unit() -> None:
    two = small.indicator(group_scale="model score", unit="index 0 to 1", unit_short="%", limits=(0, 1))
    total, women = View("unemployment"), View("unemployment", cell=(("SEX", "F"),))
    assert (is_group_scale(total, two), slice_unit(total, two)) == (False, "index 0 to 1")
    assert (is_group_scale(women, two), slice_unit(women, two)) == (True, "model score")
    assert not is_group_scale(women, small.indicator())
    groups = two.on_group_scale()
    assert (groups.unit, groups.unit_short, groups.limits) == ("model score", "", (None, None))


def test_only_what_the_data_hold_is_offered_in_its_order() -> None:
    choices = slice_choices(View("unemployment", cell=(("SEX", "F"),)), INDICATORS["unemployment"], CONTENTS)
    assert [(c["key"], c["value"], c["default"]) for c in choices] == [("sex", "F", "_T"), ("age", "_T", "_T")]
    assert choices[1]["options"] == [["_T", "All ages"], ["Y15T24", "15–24 years"], ["Y25T64", "25–64 years"]]  # no data for 65 and over


def test_an_indicator_without_breakdowns_offers_near_ones_that_have_some() -> None:
    plain = INDICATORS["mean-income"]
    # unemployment informs the same recommendation, the teachers only the same dimension
    assert [i.key for i in near_with_groups(plain, CONTENTS)] == ["unemployment", "qualified-teachers"]
    choices = by_choices(View("mean-income"), plain, CONTENTS)
    assert (choices["value"], choices["options"]) == ("", [])
    assert choices["near"][0] == ["unemployment", "Unemployment"]


def test_a_breakdown_that_is_asked_is_the_one_shown() -> None:
    choices = by_choices(View("unemployment", by="AGE"), INDICATORS["unemployment"], CONTENTS)
    assert (choices["value"], choices["default"], choices["options"], choices["near"]) == ("age", "sex", [["sex", "sex"], ["age", "age"]], [])


def test_forms_and_crossings_are_offered_where_the_data_can_take_them() -> None:
    by_two = by_choices(View("unemployment", cross="AGE", chart="lines"), INDICATORS["unemployment"], CONTENTS, ("AGE",))
    assert ([form for form, _ in by_two["forms"]], by_two["form"]) == (["dots", "lines", "all"], "lines")
    assert (by_two["cross"], by_two["crosses"], by_two["is_by_shown"]) == ("age", [["age", "age"]], True)
    assert by_choices(View("unemployment", cross="AGE"), INDICATORS["unemployment"], CONTENTS)["cross"] == ""  # the data do not hold it
    one = replace(INDICATORS["unemployment"], breakdowns=INDICATORS["unemployment"].breakdowns[:1])
    assert [form for form, _ in by_choices(View("unemployment"), one, CONTENTS)["forms"]] == ["dots", "lines"]
    assert by_choices(View("mean-income"), INDICATORS["mean-income"], CONTENTS)["forms"] == []


def test_all_breakdowns_at_once_need_no_choice_of_one_but_a_measure_does() -> None:
    at_once = by_choices(View("unemployment", chart="all"), INDICATORS["unemployment"], CONTENTS, ("AGE",))
    assert (at_once["is_by_shown"], at_once["crosses"]) == (False, [])
    assert by_choices(View("unemployment", chart="all", measure="difference"), INDICATORS["unemployment"], CONTENTS)["is_by_shown"]


def test_the_whole_answer_is_plain_json_and_says_direction_unit_and_source() -> None:
    classes = Classes((10.0,), ("under 10%", "10% and over"))
    view = View("unemployment", ("FIN",), 2001, 0, scope=small.NORTH)
    said = headline(view, CONTENTS, classes, {2001: "A sentence."}, ("A notice.",))
    assert json.loads(json.dumps(said, allow_nan=False)) == said
    assert said["search"] == "areas=FIN&year=2001&window=0&scope=150"
    assert (said["direction_words"], said["unit"], said["window"], said["default_window"]) == ("lower is better", "% of labour force", 0, 2)
    assert (said["scope"], said["members"], said["years"], said["default_year"]) == ("North", ["DNK", "EST", "FIN"], [2000, 2010], 2008)
    assert (said["sentences"], said["notices"]) == ({"2001": "A sentence."}, ["A notice."])
    assert said["source"]["vintage"] == "2020-01-01" and said["source"]["licence"] == "CC BY 4.0"
    assert said["about"]["recommendations"] == [["Work", 1, "Create work."]]
    assert len(said["classes"]["colours"]) == len(said["classes"]["labels"]) == 2
    assert said["why_not_mapped"] == ""


@pytest.mark.parametrize(("why", "said"), [("", "Counts are not shaded"), ("A flow.", "A flow.")])
def test_a_count_says_why_it_is_not_shaded(why: str, said: str) -> None:
    count = small.indicator(is_mappable=False, why_not_mapped=why)
    catalogue = type(INDICATORS)(**{f: getattr(INDICATORS, f) for f in INDICATORS.__dataclass_fields__} | {"indicators": (count,)})
    contents = type(CONTENTS)(catalogue, CONTENTS.atlas, CONTENTS.holdings, "test")
    assert headline(View("unemployment"), contents, Classes((), ("all values",)), {}, ())["why_not_mapped"].startswith(said)


def test_every_real_indicator_has_a_whole_headline(contents) -> None:
    classes = Classes((), ("all values",))
    for indicator in contents.catalogue.indicators:
        said = headline(View(indicator.key), contents, classes, {}, ())
        assert said["title"] and said["unit"] and said["about"]["definition"], indicator.key
        assert said["about"]["recommendations"] and said["source"]["attribution"], indicator.key
        by = by_choices(View(indicator.key), indicator, contents)
        assert by["options"] or by["near"] or not near_with_groups(indicator, contents), indicator.key
