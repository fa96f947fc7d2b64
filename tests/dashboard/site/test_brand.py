"""Name, words and colour of a brand: what can be read is taken, what cannot is refused with the contrast found and needed."""

from __future__ import annotations

import re

import pytest

from dashboard import theme
from dashboard.site.brand import LONGEST_NAME, Brand, accent_of, name_of, words_of
from dashboard.site.fault import SettingsError


def test_the_default_accent_would_be_taken() -> None:
    assert accent_of("MONITOR_ACCENT", Brand().accent) == theme.ACCENT


@pytest.mark.parametrize("colour", ["#7a1f3d", "#000000", "#00693E", "#4B2E83"])
def test_a_dark_colour_is_taken(colour: str) -> None:
    assert accent_of("MONITOR_ACCENT", colour) == colour.upper()


@pytest.mark.parametrize(("colour", "found", "where"), [("#FFCC00", "1.51", "the page"), ("#767676", "4.19", "shaded ground"), ("#6E6E6E", "4.43", "its own pale tint")])
def test_a_colour_that_cannot_be_read_is_refused_with_the_contrast_found_and_needed(colour: str, found: str, where: str) -> None:
    with pytest.raises(SettingsError) as fault:
        accent_of("MONITOR_ACCENT", colour)
    assert re.fullmatch(rf"MONITOR_ACCENT='{colour}': words in it have a contrast of {found} to 1 on {where} \(#\w+\); needed is 4.5 to 1. Take a darker colour.", str(fault.value))


@pytest.mark.parametrize("text", ["blue", "#05A", "005A8C", "#005A8C;}", "#GGGGGG", "#005A8C80"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="expected a colour such as #005A8C"):
        accent_of("MONITOR_ACCENT", text)


def test_a_tint_is_a_part_of_the_colour_in_white() -> None:
    assert (theme.tint("#005A8C", 1), theme.tint("#005A8C", 0), theme.tint("#000000", 0.5)) == ("#005A8C", "#FFFFFF", "#808080")


def test_the_style_sheet_has_the_accent_and_its_tints_and_the_colours_of_data_stay() -> None:
    css = theme.css_tokens("#7A1F3D")
    assert "--accent:#7A1F3D;" in css and f"--accent-soft:{theme.tint('#7A1F3D', theme.SOFT)};" in css and f"--count:{theme.ACCENT};" in css
    assert css.count(theme.ACCENT) == 1


@pytest.mark.parametrize("read", [name_of, words_of])
@pytest.mark.parametrize("text", [" ", "a\nb", "x" * (LONGEST_NAME + 1), "a\x00"])
def test_a_name_is_one_line(read, text: str) -> None:
    assert read("KEY", " Observatório “1” ") == "Observatório “1”"
    with pytest.raises(SettingsError, match="^KEY=.*expected one line of at most"):
        read("KEY", text)
