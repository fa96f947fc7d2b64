"""Rules that an attribute chooses: there is one for every value that the page writes."""

from __future__ import annotations

import pytest

from dashboard import theme
from dashboard.sheet import css_chosen


@pytest.mark.parametrize("direction", ["higher", "lower", "neutral"])
def test_every_colour_of_a_map_class_can_be_chosen_by_its_name(direction: str) -> None:
    colours = {c for count in range(1, 8) for middle in (None, 0, 2, count, -1) for c in theme.class_colours(count, direction, middle)}
    assert len(colours) > 7
    assert [c for c in colours if f'[data-fill="{c}"]{{background:{c}}}' not in css_chosen()] == []


def test_every_country_colour_and_every_share_can_be_chosen() -> None:
    rules = css_chosen()
    assert all(f'[data-own="{i}"]{{--own:var(--area-{i})}}' in rules for i in range(len(theme.AREA_COLOURS)))
    assert '[data-share="0"]{--share:0}' in rules and '[data-share="37"]{--share:0.37}' in rules and '[data-share="100"]{--share:1}' in rules
