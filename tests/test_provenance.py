"""What a file says of itself."""

from __future__ import annotations

from dataclasses import replace

from dashboard.provenance import provenance

HEAD = {
    "title": "Unemployment, women", "unit": "% of labour force", "scope": "Africa", "direction_words": "lower is better", "sentences": {"2020": "It fell."},
    "source": {"attribution": "World Bank, WDI", "vintage": "updated 2022", "licence": "CC BY 4.0", "licence_url": "https://creativecommons.org/licenses/by/4.0/", "note": "A copy."},
    "about": {"note": ""}, "notices": ["Changed."],
}  # fmt: skip
HELD = provenance(HEAD, 2020, "abc", "https://host/?areas=FIN", "Monitor")


def test_the_subtitle_says_unit_year_scope_and_direction():
    assert HELD.subtitle == "% of labour force · 2020 · Africa · lower is better"
    assert replace(HELD, scope="").subtitle == "% of labour force · 2020 · lower is better"


def test_the_source_line_says_source_vintage_licence_and_release():
    assert HELD.source_line == "Source: World Bank, WDI, updated 2022. Licence: CC BY 4.0. Monitor, release abc."


def test_a_vintage_that_the_source_names_already_is_not_said_twice():
    assert "updated 2022, updated 2022" not in replace(HELD, source="World Bank, updated 2022").source_line


def test_notes_that_are_empty_are_left_out_and_a_year_without_a_sentence_has_none():
    assert HELD.notes == ("A copy.",)
    assert provenance(HEAD, 1999, "abc", "", "Monitor").sentence == ""
