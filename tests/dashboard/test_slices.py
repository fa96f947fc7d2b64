"""Cache keys: a panel is asked again only for what it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.schema import BREAKDOWNS
from dashboard.slices import PANEL_KEYS, Slice, group_slice_of, scale_of, slice_name, slice_of
from dashboard.view import KEYS, View
from tests.dashboard import small

CONTENTS = small.contents()
VIEW = View("unemployment", ("FIN",), 2005, 1, (("SEX", "F"),), "AGE", "150", "region")


@pytest.mark.parametrize("change", [{"areas": ("KEN", "FIN")}, {"year": 2001}, {"window": 0}, {"by": None}, {"scope": "world"}, {"compare": "income"}])
def test_a_slice_depends_on_indicator_and_cell_only(change: dict) -> None:
    assert slice_of(replace(VIEW, **change), CONTENTS) == slice_of(VIEW, CONTENTS)


def test_another_group_is_another_slice() -> None:
    assert slice_of(replace(VIEW, cell=()), CONTENTS) != slice_of(VIEW, CONTENTS)


def test_a_slice_names_every_column_once() -> None:
    assert [column for column, _ in slice_of(VIEW, CONTENTS).cell] == list(BREAKDOWNS)


def test_a_group_slice_leaves_its_own_column_open() -> None:
    by_age = group_slice_of(VIEW, CONTENTS)
    assert by_age.by == "AGE"
    assert dict(by_age.cell)["SEX"] == "F" and "AGE" not in dict(by_age.cell)
    # the group chosen in the column that is spread out changes nothing
    assert group_slice_of(replace(VIEW, by="SEX"), CONTENTS) == group_slice_of(replace(VIEW, by="SEX", cell=()), CONTENTS)


def test_the_first_breakdown_is_the_default_and_none_gives_none() -> None:
    assert group_slice_of(View("unemployment"), CONTENTS).by == "SEX"
    assert group_slice_of(View("mean-income"), CONTENTS) is None


def test_women_men_and_all_share_a_scale_and_ages_do_not() -> None:
    scales = {scale_of(slice_of(View("unemployment", cell=cell), CONTENTS)) for cell in ((), (("SEX", "F"),), (("SEX", "M"),))}
    assert len(scales) == 1
    assert scale_of(slice_of(View("unemployment", cell=(("AGE", "Y15T24"),)), CONTENTS)) not in scales


def test_a_slice_has_a_short_name_of_what_is_no_total() -> None:
    assert slice_name(slice_of(VIEW, CONTENTS)) == "unemployment;SEX=F"
    assert slice_name(slice_of(View("unemployment"), CONTENTS)) == "unemployment"


def test_a_key_has_the_same_text_in_every_process() -> None:
    # flask-caching's keys are this text: sets would put it in another order under another hash seed
    assert repr(Slice("a", (("SEX", "F"),))) == "Slice(indicator='a', cell=(('SEX', 'F'),), by='', measure='', ref='')"


def test_panels_name_keys_of_an_address_and_never_the_year() -> None:
    for keys in PANEL_KEYS.values():
        assert set(keys) <= set(KEYS) - {"year"}
        assert {"indicator", *BREAKDOWNS.values()} <= set(keys)
    assert "areas" not in PANEL_KEYS["map"]  # choosing a country does not fetch the map
