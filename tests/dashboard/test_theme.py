"""Colours: readable on paper, in order, and apart for colour-blind readers.

Colour-blind sight is simulated with the matrices of Machado, Oliveira and Fernandes (2009) at full severity, which
apply to linear RGB. Distances and lightness are those of OKLab, where 0.02 is about the least that is noticed in
patches side by side.
"""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest

from dashboard import theme

SIGHTS = {
    "full colour": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
}
TO_CONES = np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]])
TO_LAB = np.array([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099], [0.0259040371, 0.7827717662, -0.8086757660]])
TEXT = {name: getattr(theme, name) for name in ("INK", "INK_SOFT", "INK_FAINT", "ACCENT", "REFERENCE", "TOTAL_COLOUR")}
PALETTES = {"judged": theme.JUDGED, "neutral": theme.NEUTRAL}


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2's ratio."""
    dark, light = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other))
    return (light + 0.05) / (dark + 0.05)


def seen(colour: str, sight: str) -> np.ndarray:
    """OKLab of a colour as that sight has it; the first part is lightness."""
    return TO_LAB @ np.cbrt(TO_CONES @ np.clip(SIGHTS[sight] @ linear(colour), 0, 1))


def distance(one: str, other: str, sight: str) -> float:
    return float(np.linalg.norm(seen(one, sight) - seen(other, sight)))


def test_the_measuring_agrees_with_known_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert seen("#FFFFFF", "full colour") == pytest.approx([1, 0, 0], abs=1e-4)
    red_to_green = {sight: abs(seen("#C00000", sight)[1] - seen("#5A7A00", sight)[1]) for sight in SIGHTS}
    for sight in ("protanopia", "deuteranopia"):  # the axis from red to green nearly vanishes, greys stay as they are
        assert red_to_green[sight] < 0.25 * red_to_green["full colour"]
        assert seen("#808080", sight) == pytest.approx(seen("#808080", "full colour"), abs=1e-3)


@pytest.mark.parametrize("name", TEXT)
@pytest.mark.parametrize("ground", [theme.PAPER, theme.SHADE])
def test_text_has_four_and_a_half_to_one(name: str, ground: str) -> None:
    assert contrast(TEXT[name], ground) >= 4.5


@pytest.mark.parametrize("colour", [*theme.AREA_COLOURS, *theme.GROUP_COLOURS])
def test_country_and_group_colours_serve_as_text(colour: str) -> None:
    assert contrast(colour, theme.PAPER) >= 4.5  # names stand in the colour of their line


@pytest.mark.parametrize("count", range(1, 13))
def test_ordered_groups_have_three_to_one_and_are_as_many_as_asked(count: int) -> None:
    colours = theme.ordered_colours(count)
    assert len(colours) == count
    assert all(contrast(c, theme.PAPER) >= 3 for c in colours)


@pytest.mark.parametrize("count", range(2, 8))
def test_ordered_groups_darken_step_by_step(count: int) -> None:
    lightness = [seen(c, "full colour")[0] for c in theme.ordered_colours(count)]
    assert all(a > b for a, b in pairwise(lightness))


@pytest.mark.parametrize("palette", PALETTES)
def test_classes_darken_in_even_steps(palette: str) -> None:
    steps = [a - b for a, b in pairwise(seen(c, "full colour")[0] for c in PALETTES[palette])]
    assert min(steps) > 0.07
    assert max(steps) < 1.3 * min(steps)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("palette", PALETTES)
def test_classes_keep_their_order_and_stay_apart_in_every_sight(palette: str, sight: str) -> None:
    colours = PALETTES[palette]
    lightness = [seen(c, sight)[0] for c in colours]
    assert all(a - b > 0.07 for a, b in pairwise(lightness))
    assert min(distance(a, b, sight) for a, b in combinations(colours, 2)) > 0.07


@pytest.mark.parametrize("sight", SIGHTS)
def test_country_colours_of_one_dash_stay_apart_in_every_sight(sight: str) -> None:
    pairs = list(combinations(zip(theme.AREA_COLOURS, theme.AREA_DASHES, strict=True), 2))
    assert min(distance(a, b, sight) for (a, dash), (b, other) in pairs if dash == other) > 0.05
    assert min(distance(a, b, sight) for (a, _), (b, _) in pairs) > 0.045


def test_there_is_a_colour_and_a_dash_for_each_of_eight_countries() -> None:
    assert len(set(theme.AREA_COLOURS)) == len(theme.AREA_COLOURS) == len(theme.AREA_DASHES) == 8
    assert len(set(theme.GROUP_SHAPES)) == len(theme.GROUP_SHAPES) == len(theme.GROUP_COLOURS) == 8


@pytest.mark.parametrize("count", range(1, 8))
def test_as_many_class_colours_as_classes_and_deep_blue_for_the_better_end(count: int) -> None:
    higher, lower, neutral = (theme.class_colours(count, d) for d in ("higher", "lower", "neutral"))
    assert len(higher) == len(set(higher)) == count
    assert lower == higher[::-1]
    assert not set(neutral) & set(higher)  # no verdict, no palette of verdicts
    if count > 1:
        assert (higher[-1], lower[0]) == (theme.JUDGED[-1], theme.JUDGED[-1])


def test_the_style_sheet_gets_every_token() -> None:
    css = theme.css_tokens()
    assert css.startswith(":root{") and css.endswith("}")
    assert f"--accent:{theme.ACCENT};" in css
    assert all(f"--area-{i}:{colour};" in css for i, colour in enumerate(theme.AREA_COLOURS))


def test_words_are_never_paler_than_can_be_read() -> None:
    assert theme.in_text(theme.INK) == theme.INK
    assert theme.in_text("#8B95A0") == theme.INK_FAINT  # 3.0 to 1: enough for a dot, not for words
    assert theme.in_text(theme.INK_FAINT) == theme.INK_FAINT
