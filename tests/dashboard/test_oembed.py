from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree

import pytest

from dashboard.embed import NoSuchPanel
from dashboard.oembed import Asked, BadNumber, NotOurs, as_xml, asked_of, described, most_of, place_of

HOME = "https://stats.example.org/monitor/"
NASTY = 'Births & deaths "<script>" \'x\''


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (HOME, ("", "")),
        (HOME + "?areas=FIN&year=2015#map", ("", "areas=FIN&year=2015")),
        ("http://stats.example.org/monitor/embed/map,ranking?x=1", ("embed/map,ranking", "x=1")),
        ("https://STATS.example.org:443/monitor/embed/map%2Ctrend", ("embed/map,trend", "")),
        (f"  {HOME}gaps ", ("gaps", "")),
    ],
)
def test_an_address_of_the_monitor_is_taken_apart(address: str, found: tuple[str, str]):
    assert place_of(address, HOME) == found


@pytest.mark.parametrize(
    "address",
    [
        "", "monitor/", "/monitor/", "https://stats.example.org/", "https://stats.example.org/monitors/", "https://stats.example.org:8443/monitor/", "ftp://stats.example.org/monitor/",
        "https://stats.example.org@evil.example/monitor/", "https://evil.example/?https://stats.example.org/monitor/", "https://u@stats.example.org/monitor/", "javascript:alert(1)",
        "https://[", "https://stats.example.org.evil.example/monitor/", "http://stats.example.org:443/monitor/",
    ],
)  # fmt: skip
def test_an_address_elsewhere_is_none_of_ours(address: str):
    with pytest.raises(NotOurs, match="expected an address of this monitor"):
        place_of(address, HOME)


def test_the_page_is_embedded_as_its_map_and_an_embed_as_itself():
    assert asked_of("", "year=2015") == Asked(("map",), "year=2015")
    assert asked_of("embed/ranking,map", "") == Asked(("ranking", "map"), "")
    with pytest.raises(NotOurs, match="only the monitor's page and its embeds"):
        asked_of("gaps", "")
    with pytest.raises(NoSuchPanel):
        asked_of("embed/pie", "")


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "x", " 5", "٣", "1234567", "1e3"])
def test_a_bad_number_is_said(text: str):
    with pytest.raises(BadNumber, match="maxwidth=.*expected a whole number"):
        most_of(text, "maxwidth")


def told(**own: object) -> dict:
    given = {"asked": Asked(("map",), ""), "address": HOME + "embed/map?a=1&b=2", "title": NASTY, "provider": ("Monitor", HOME), "limits": (None, None)}
    return described(**given | {"image": HOME + "download/map.png?a=1", "seconds": 60} | own)


def test_limits_are_kept_and_the_frame_says_the_same_size():
    for limits in ((None, None), (300, None), (300, 200), (2000, 5000), (1, 1)):
        answer = told(limits=limits)
        assert answer["width"] <= (limits[0] or 640) and answer["height"] <= (limits[1] or 10_000)
        assert f'width="{answer["width"]}" height="{answer["height"]}"' in answer["html"]
        for side, most in zip(("width", "height"), limits, strict=True):
            assert answer.get(f"thumbnail_{side}", 0) <= (most or 10_000)
    assert told()["thumbnail_url"].endswith("map.png?a=1&size=slide&dpi=72") and "thumbnail_url" not in told(limits=(200, None))


def test_the_frame_is_one_element_whatever_the_words():
    code = told()["html"]
    assert code.count("<") == 2 and code.startswith("<iframe ") and code.endswith("></iframe>")
    attributes = {name: unescape(value) for name, value in re.findall(r'([a-z]+)="([^"]*)"', code)}
    assert (attributes["src"], attributes["title"]) == (HOME + "embed/map?a=1&b=2", NASTY)


def test_xml_says_what_json_says():
    answer = told()
    assert {part.tag: part.text for part in ElementTree.fromstring(as_xml(answer).encode())} == {key: str(value) for key, value in answer.items()}
