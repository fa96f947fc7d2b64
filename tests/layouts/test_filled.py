"""The page with its first words in it."""

from __future__ import annotations

import pytest
from dash import html

from layouts.filled import Blank
from layouts.ids import Ids

PAGE = '<h1 id="title"></h1><div id="map" class="chart"></div><p id="sentence">kept</p><button id="play" class="play"></button>'


def test_empty_places_are_filled_and_others_left() -> None:
    filled = Blank(PAGE).filled({Ids.TITLE: "A < B", Ids.MAP: [html.B("x"), "y"], Ids.SENTENCE: "lost"}, {'class="play"': 'class="play" disabled=""'})
    assert filled == (
        '<h1 id="title">A &lt; B</h1><div id="map" class="chart"><b>x</b>y</div><p id="sentence">kept</p><button id="play" class="play" disabled=""></button>'
    )


def test_what_is_filled_in_is_not_looked_at_again() -> None:
    assert Blank(PAGE).filled({Ids.TITLE: html.Div(id=Ids.MAP), Ids.MAP: "once"}, {}).count("once") == 1


def test_a_change_of_what_is_not_there_is_a_fault() -> None:
    with pytest.raises(ValueError, match="is not on the page"):
        Blank(PAGE).filled({}, {'id="none"': ""})
