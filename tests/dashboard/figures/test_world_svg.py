"""The map of the first response by meaning: which shape has which colour and pattern, which marker which size."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from dashboard import theme
from dashboard.classes import Classes
from dashboard.figures.natural_earth import Window
from dashboard.figures.world_map import MARKER_SIZE, WHOLE_WORLD, Ground, circle
from dashboard.figures.world_svg import Sheet, WorldSvg
from dashboard.peers import Peers
from dashboard.shown import shown
from tests.dashboard import small

GROUND = Ground(small.STATES, (("ISL", -30.0, 10.0), ("TGO", 1.0, 8.0)))
CLASSES = Classes((10.0, 20.0), ("under 10", "10–20", "20 and over"))
HELD = small.series(("DNK", 2000, 5.0), ("EST", 2000, 10.0), ("FIN", 1999, 25.0), ("GHA", 2000, 12.0, "e"), ("KEN", 2000, None, "q"), ("TGO", 2000, 15.0))
PATHS = {code: f"M{i},0l4 0 0 4z" for i, code in enumerate((*small.STATES, "XXX"))}
SVG = "{http://www.w3.org/2000/svg}"


def picture(scope: Peers = small.WORLD, chosen: tuple[str, ...] = (), classes: Classes | None = CLASSES, held=HELD) -> WorldSvg:
    now = shown(held, small.indicator(direction="higher"), scope, 2000, 2, small.atlas())
    return WorldSvg(now, classes, "higher", chosen, scope, frozenset(small.STATES), GROUND, Sheet(Window.of(WHOLE_WORLD), PATHS))


def read(drawn: WorldSvg, words: str = "Map") -> ElementTree.Element:
    return ElementTree.fromstring(drawn.svg(words).replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def test_every_shape_stands_there_once_in_the_colour_of_its_class() -> None:
    low, middle, high = theme.class_colours(3, "higher")
    drawn = picture()
    assert drawn.fills == {"DNK": low, "EST": middle, "FIN": high, "GHA": middle, "KEN": theme.PATTERN_GROUNDS["suppressed"], "TGO": middle}
    groups = {path.get("data-area"): group.get("fill") for group in read(drawn).iter(f"{SVG}g") for path in group.findall(f"{SVG}path") if path.get("data-area")}
    assert groups == drawn.fills


def test_gaps_borrowed_and_estimated_values_have_their_patterns() -> None:
    drawn = picture()
    assert drawn.kinds == {"DNK": "", "EST": "", "FIN": "borrowed", "GHA": "estimated", "KEN": "suppressed", "TGO": ""}
    tree = read(drawn)
    assert {mask.get("id") for mask in tree.iter(f"{SVG}mask")} == {f"early-mask-{kind}" for kind in ("borrowed", "estimated", "suppressed")}
    (mask,) = (mask for mask in tree.iter(f"{SVG}mask") if mask.get("id") == "early-mask-borrowed")
    assert [path.get("d") for path in mask.iter(f"{SVG}path")] == [PATHS["FIN"]]


def test_where_every_value_is_an_estimate_none_is_dotted() -> None:
    drawn = picture(held=small.series(("DNK", 2000, 5.0, "e"), ("EST", 2000, 10.0, "e"), ("FIN", 1999, 3.0, "e")))
    assert (drawn.kinds["DNK"], drawn.kinds["FIN"], drawn.kinds["KEN"]) == ("", "borrowed", "none")


def test_land_outside_the_scope_is_plain_and_has_no_marker() -> None:
    drawn = picture(scope=small.NORTHERNERS, chosen=("FIN", "KEN"))
    assert {drawn.fills[code] for code in small.SOUTHERN} == {theme.NO_DATA}
    assert {drawn.kinds[code] for code in small.SOUTHERN} == {""}
    assert list(drawn.markers()) == []
    outlines = [path.get("stroke") for path in read(drawn).iter(f"{SVG}path") if path.get("d") in (PATHS["FIN"], PATHS["KEN"]) and path.get("stroke", "#000") != "#000"]
    assert outlines == [theme.AREA_COLOURS[0]]


def test_a_state_always_has_its_marker_and_an_island_where_it_is_known() -> None:
    assert [(m.code, m.size) for m in picture().markers()] == [("TGO", MARKER_SIZE)]
    known = small.series(("ISL", 1990, 5.0), ("TGO", 2000, 15.0))
    island, togo = picture(held=known, chosen=("TGO",)).markers()
    assert (island.fill, island.rim, togo.rim) == (theme.NO_DATA, theme.INK_FAINT, theme.AREA_COLOURS[0])


def test_counts_are_circles_over_plain_land() -> None:
    drawn = picture(classes=None)
    assert set(drawn.fills.values()) == {theme.NO_DATA} and set(drawn.kinds.values()) == {""}
    (togo,) = drawn.markers()
    assert (togo.fill, togo.size) == (theme.ACCENT, circle(15.0, 25.0))
    assert picture(classes=None, held=small.series(("TGO", 2000, 1.0))).kinds["KEN"] == "none"


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", 'a "quoted" & b', "it's"])
def test_it_says_in_words_what_it_is_and_nothing_else(words: str) -> None:
    root = read(picture(chosen=("FIN",)), words)
    assert (root.get("role"), root.get("aria-label"), "".join(root.itertext())) == ("img", words, "")
