"""What a briefing pack is asked for."""

from __future__ import annotations

import pytest

from dashboard.contents import Contents
from dashboard.pack import MOST_INDICATORS, Pack, pack_of

ASKED = {"view": "?areas=FIN,KEN&scope=002&sex=F", "indicators": ["rule-of-law", "unemployment"], "kind": "pdf", "home": "https://host/monitor/", "ticket": "0123456789abcdef"}


def test_a_pack_has_a_view_an_indicator_for_the_countries_of_the_page(contents: Contents):
    pack, fault = pack_of(ASKED, contents)
    assert fault == ""
    assert pack.views[0] == "indicator=rule-of-law&areas=FIN,KEN&scope=002"
    assert pack.views[1].endswith("areas=FIN,KEN&scope=002")
    assert pack.title == "Finland and Kenya"
    assert (pack.home, pack.kind) == ("https://host/monitor/", "pdf")


def test_the_page_s_own_indicator_keeps_its_groups(contents: Contents):
    asked = ASKED | {"view": "?indicator=unemployment&areas=FIN&sex=F&year=2000"}
    assert pack_of(asked, contents)[0].views == ("indicator=rule-of-law&areas=FIN", "indicator=unemployment&areas=FIN&year=2000&sex=F")


def test_without_countries_a_pack_is_about_its_scope(contents: Contents):
    assert pack_of(ASKED | {"view": ""}, contents)[0].title == "World"
    assert pack_of(ASKED | {"view": "?scope=002"}, contents)[0].title == "Africa"


def test_an_indicator_chosen_twice_stands_once(contents: Contents):
    assert len(pack_of(ASKED | {"indicators": ["unemployment"] * 3}, contents)[0].views) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"indicators": []}, "Choose at least one indicator."),
        ({"indicators": "unemployment"}, "Choose at least one indicator."),
        ({"indicators": [1]}, "Choose at least one indicator."),
        ({"indicators": ["nothing"]}, "There is no indicator “nothing”."),
        ({"indicators": [f"x{n}" for n in range(MOST_INDICATORS + 1)]}, "A pack holds at most 24 indicators; 25 were chosen."),
        ({"kind": "exe"}, "A pack is made as pdf, pptx, docx, not as “exe”."),
        ({"ticket": "../../x"}, "The question for a pack has no ticket; reload the page."),
        ({"ticket": None}, "The question for a pack has no ticket; reload the page."),
    ],
)
def test_what_cannot_be_made_is_said(contents: Contents, change: dict, words: str):
    assert pack_of(ASKED | change, contents) == (None, words)


@pytest.mark.parametrize("asked", [None, [], "x", 3])
def test_a_question_that_is_none_is_refused(contents: Contents, asked: object):
    pack, words = pack_of(asked, contents)
    assert pack is None and words


@pytest.mark.parametrize("home", ["javascript:alert(1)", "file:///etc/passwd", "https://user@host/", "https://host/?x", "https:///", "x" * 400, 7, "https://host/\n"])
def test_an_address_that_is_none_is_not_carried(contents: Contents, home: object):
    pack, _ = pack_of(ASKED | {"home": home}, contents)
    assert isinstance(pack, Pack) and pack.home == ""
