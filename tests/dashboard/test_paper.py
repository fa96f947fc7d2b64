"""Sheets of paper: what is laid out, before any format is written."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import theme
from dashboard.figures.outlines import placed_rings
from dashboard.paper.asked import Asked, without
from dashboard.paper.ink import grey, parsed
from dashboard.paper.marks import Hatching
from dashboard.paper.patterns import hatched
from dashboard.paper.ranking import LEFT_OUT, picked
from dashboard.paper.rows import apart
from dashboard.paper.sizes import LEAST_DPI, MOST_DPI, SIZES
from dashboard.paper.ticks import tick_words, ticks
from dashboard.paper.wrapped import fitted, wrapped


def measure(words: str, size: float, is_bold: bool = False) -> float:
    """A letter is half as wide as the type is high."""
    return 0.5 * size * len(words)


# ticks


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 25, 6, [0, 5, 10, 15, 20, 25]),
        (0, 23, 5, [0, 5, 10, 15, 20]),
        (-1.2, 3.4, 5, [-1, 0, 1, 2, 3]),
        (0.46, 0.81, 5, [0.5, 0.6, 0.7, 0.8]),
        (0, 3_800_000, 5, [0, 1_000_000, 2_000_000, 3_000_000]),
    ],
)
def test_ticks_are_round_and_inside_the_span(low, high, most, expected):
    assert ticks(low, high, most) == pytest.approx(expected)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 9))
def test_ticks_never_leave_the_span_and_are_never_too_many(low, span, most):
    found = ticks(low, low + span, most)
    assert 1 <= len(found) <= most
    assert all(low - 1e-6 * span <= v <= low + span * (1 + 1e-6) for v in found)


def test_ticks_say_as_many_decimals_as_their_step_needs():
    assert tick_words([0, 5, 10], "%") == ["0%", "5%", "10%"]
    assert tick_words([0.5, 0.6, 0.7]) == ["0.5", "0.6", "0.7"]
    assert tick_words([0, 0.25, 0.5]) == ["0.00", "0.25", "0.50"]
    assert tick_words([0.0, 1e6, 2e6]) == ["0", "1M", "2M"]
    assert tick_words([-2.0, 0.0]) == ["−2", "0"]


# words


@given(st.text(alphabet="ab \u202f", max_size=80), st.floats(10, 100))
def test_wrapping_loses_no_word(text, width):
    assert " ".join(wrapped(text, width, 4, measure)).split(" ") == [w for w in text.split(" ") if w] or not text.strip(" ")


def test_a_number_is_never_broken_at_its_narrow_spaces():
    assert wrapped("about 1\u202f261\u202f948", 24, 4, measure) == ["about", "1\u202f261\u202f948"]


def test_what_does_not_fit_ends_in_an_ellipsis_that_does():
    assert fitted("Micronesia (Federated States of)", 24, 4, measure) == "Micronesia…"
    assert fitted("Peru", 30, 4, measure) == "Peru"
    assert wrapped("one two three four", 20, 4, measure, most=1) == ["one two t…"]


# the rows of a ranking


@given(st.integers(1, 250), st.integers(4, 120), st.lists(st.integers(0, 249), max_size=8, unique=True))
def test_all_rows_are_shown_or_counted_and_the_chosen_are_shown(count, room, chosen):
    chosen = sorted(n for n in chosen if n < count)
    rows = picked(count, chosen, room)
    shown = [n for n, _ in rows if n != LEFT_OUT]
    assert len(rows) <= room
    assert len(shown) + sum(left for n, left in rows if n == LEFT_OUT) == count
    assert shown == sorted(set(shown))
    assert set(chosen[: room - 1]) <= set(shown)


def test_rows_that_all_fit_are_all_shown():
    assert picked(3, [1], 3) == [(0, 0), (1, 0), (2, 0)]


def test_first_last_and_chosen_stay_with_the_gaps_counted():
    assert picked(100, [50], 6) == [(0, 0), (1, 0), (LEFT_OUT, 48), (50, 0), (LEFT_OUT, 48), (99, 0)]


# dots


@given(st.lists(st.one_of(st.none(), st.floats(0, 200)), max_size=6))
def test_dots_that_would_cover_each_other_are_set_apart(x):
    shifts = apart(x, tall=60, size=8)
    held = [(at, shift) for at, shift in zip(x, shifts, strict=True) if at is not None]
    far = [np.hypot(a - c, b - d) for i, (a, b) in enumerate(held) for c, d in held[i + 1 :]]
    assert all(gap >= 7.9 for gap in far)


# colours


def test_a_grey_is_as_light_as_its_colour():
    assert grey("#808080") == "#808080"
    assert grey("") == ""
    levels = [int(grey(colour)[1:3], 16) for colour in theme.JUDGED]
    assert levels == sorted(levels, reverse=True)  # the order of the classes survives black-and-white print
    assert min(a - b for a, b in zip(levels, levels[1:], strict=False)) >= 14


def test_a_colour_that_is_seen_through_is_taken_apart():
    assert parsed(theme.BAND) == ("#47525e", 0.14)
    assert parsed("#112233") == ("#112233", 1.0)


@pytest.mark.parametrize("kind", theme.PATTERNS)
def test_every_pattern_of_the_screen_covers_its_place_on_paper(kind):
    ring = np.array([(0, 0), (40, 0), (40, 30), (0, 30)], dtype=float)
    shapes = hatched(Hatching(kind, (ring,), 0.5))
    points = np.concatenate([part for shape in shapes for part in shape.parts])
    assert points[:, 0].min() < 3 and points[:, 0].max() > 37
    assert points[:, 1].min() < 3 and points[:, 1].max() > 27
    assert all(shape.fill.startswith("#") or shape.stroke.startswith("#") for shape in shapes)


# outlines


def test_a_path_is_read_as_it_was_written():
    rings = placed_rings("M10,20l5 0 0 5-5 0zM1,2h1v1z")
    assert rings[0].tolist() == [[10, 20], [15, 20], [15, 25], [10, 25]]
    assert rings[1].tolist() == [[1, 2], [2, 2], [2, 3]]


# what is asked for


def test_the_size_says_millimetres_and_resolution():
    assert Asked.of("").size == SIZES["page"]
    assert Asked.of("size=slide").dpi == 144
    assert Asked.of("size=column&ink=mono&dpi=96") == Asked(SIZES["column"], "mono", 96)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("size=poster", "size: found “poster”; expected column, page, slide, square."),
        ("ink=red", "ink: found “red”; expected colour or mono."),
        ("dpi=1e3", f"dpi: found “1e3”; expected a whole number from {LEAST_DPI} to {MOST_DPI}."),
        ("dpi=99999999999", "dpi: found “99999999999”"),
        ("dpi=-72", "dpi: found “-72”"),
        ("dpi=٣٠٠", "dpi: found “٣٠٠”"),
        ("size=slide&dpi=600", "dpi: 600 is too fine for the size slide"),
        ("size=" + "x" * 9000, "size: found “xxx"),
    ],
)
def test_what_cannot_be_drawn_is_said(query, words):
    assert Asked.of(query).fault.startswith(words)


def test_every_size_can_be_drawn_at_its_own_resolution():
    assert [Asked.of(f"size={name}&dpi={size.dpi}").fault for name, size in SIZES.items()] == [""] * 4


def test_the_view_keeps_its_own_part_of_the_query():
    assert without("areas=FIN,KEN&size=page&sex=F&dpi=96") == "areas=FIN,KEN&sex=F"
