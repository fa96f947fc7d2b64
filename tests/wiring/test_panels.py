from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from app import create_app
from dashboard.contents import Contents
from dashboard.settings import Settings
from dashboard.slices import PANEL_KEYS
from tests.wiring.asking import PANELS, Asking

# each panel is filled by one callback: what it is asked by, and what it fills
WIRING = {
    "map": (["ask-map"], "held-map.data"),
    "trend": (["ask-trend"], "held-trend.data"),
    "breakdown": (["ask-breakdown"], "held-breakdown.data"),
}
# what `assets/` read of each answer
PARTS = {
    "map": {"search", "head", "slice", "mappable", "layout", "first", "last", "areas"},
    "trend": {"search", "figure", "first", "peers", "n"},
    "breakdown": {"search", "figure", "table", "legend", "height", "by", "freed", "note"},
}


def seen(panel: str, answer: dict) -> dict:
    """An answer without the echo of its question and without the notices: what is drawn and said about the data."""
    kept = {key: value for key, value in answer.items() if key != "search"}
    if panel == "map":
        kept["head"] = {key: value for key, value in answer["head"].items() if key != "notices"}
    return kept


@pytest.mark.parametrize("panel", PANELS)
def test_each_panel_is_asked_by_its_own_store_and_fills_only_itself(asking: Asking, panel: str):
    wiring = asking.wiring(panel)
    assert ([i["id"] for i in wiring["inputs"]], wiring["output"]) == WIRING[panel]
    response = asking.response(panel, "?indicator=unemployment&areas=FIN")
    assert {component: list(props) for component, props in response.items()} == {f"held-{panel}": ["data"]}
    assert set(response[f"held-{panel}"]["data"]) >= PARTS[panel]


def test_the_page_asks_nothing_before_it_stands(asking: Asking):
    """Three panels drawn for nobody and then again for the address would double the first load."""
    assert [d["output"] for d in asking._wiring if not d["prevent_initial_call"]] == []


@pytest.mark.parametrize("panel", PANELS)
def test_an_answer_says_which_address_it_answers(asking: Asking, panel: str):
    assert asking.held(panel, "indicator=rule-of-law&areas=KEN")["search"] == "indicator=rule-of-law&areas=KEN"


def test_the_default_view_has_the_empty_address_and_no_notice(asking: Asking, contents: Contents):
    for nothing in ("?", "", None):
        head = asking.head(nothing)
        assert (head["search"], head["notices"], head["indicator"]) == ("", [], contents.default_indicator)


# address as somebody typed it -> address in its canonical form, and what each notice must speak of
TYPED = [
    # lower case, the other order, a space, one country twice
    ("?areas=ken,fin, KEN&indicator=unemployment", "indicator=unemployment&areas=KEN,FIN", []),
    # defaults are left out
    ("?compare=world&scope=world&indicator=unemployment&by=sex", "indicator=unemployment", []),
    # `F` is a group of the breakdown sex; lower case is the same code
    ("?sex=f&indicator=unemployment", "indicator=unemployment&sex=F", []),
    ("?indicator=unemployment&areas=FIN,XYZ", "indicator=unemployment&areas=FIN", ["XYZ"]),
    # WLD is an aggregate: no country
    ("?indicator=unemployment&areas=WLD", "indicator=unemployment", ["WLD"]),
    ("?indicator=unemploymnt", "indicator=unemployment", ["unemploymnt"]),
    ("?indicator=unemployment&colour=red", "indicator=unemployment", ["colour"]),
    ("?indicator=unemployment&year=next", "indicator=unemployment", ["next"]),
    ("?indicator=unemployment&window=99", "indicator=unemployment&window=30", ["30"]),
    ("?indicator=unemployment&scope=atlantis", "indicator=unemployment", ["atlantis"]),
    ("?indicator=unemployment&by=shoe", "indicator=unemployment", ["shoe"]),
    ("?indicator=unemployment&areas=FIN&areas=KEN", "indicator=unemployment&areas=FIN", ["twice"]),
    # nine countries: the ninth, LUX, is let go
    (
        "?indicator=unemployment&areas=FIN,KEN,BRA,IND,USA,FRA,DEU,JPN,LUX",
        "indicator=unemployment&areas=FIN,KEN,BRA,IND,USA,FRA,DEU,JPN",
        ["At most 8"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "canonical", "told"), TYPED, ids=[t[0][:60] for t in TYPED])
def test_headline_sends_back_the_canonical_address_and_says_what_was_changed(asking: Asking, typed: str, canonical: str, told: list[str]):
    head = asking.head(typed)
    assert head["search"] == canonical
    assert len(head["notices"]) == len(told)
    assert all(word in notice for word, notice in zip(told, head["notices"], strict=True))
    again = asking.head(head["search"])
    assert (again["search"], again["notices"]) == (canonical, [])


def test_a_year_beyond_the_data_becomes_the_nearest_year_with_a_notice(asking: Asking, contents: Contents):
    first = contents.holdings["unemployment"].first_year
    head = asking.head("?indicator=unemployment&year=1066")
    assert head["search"] == f"indicator=unemployment&year={first}"
    assert len(head["notices"]) == 1 and "1066" in head["notices"][0]


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("unlawful", ["areas=XYZ", "year=soon", "scope=ZZZ&compare=ZZZ", "sex=MARTIAN", "by=shoe", "indicator=rule-of-law"])
def test_an_unlawful_address_still_gives_the_nearest_picture(asking: Asking, panel: str, unlawful: str):
    expected = asking.held(panel, "?indicator=unemployment")
    assert seen(panel, asking.held(panel, f"?indicator=unemployment&{unlawful}")) == seen(panel, expected)


def test_an_unknown_indicator_gives_the_picture_of_the_nearest_name_or_the_first(asking: Asking):
    for panel in PANELS:
        assert seen(panel, asking.held(panel, "?indicator=unemploymnt")) == seen(panel, asking.held(panel, "?indicator=unemployment"))
        assert seen(panel, asking.held(panel, "?indicator=zzzz")) == seen(panel, asking.held(panel, ""))


@pytest.mark.parametrize("search", [5, True, ["?areas=FIN"], {"areas": "FIN"}, 1.5])
@pytest.mark.parametrize("panel", PANELS)
def test_what_is_no_text_gives_the_default_view(asking: Asking, panel: str, search: object):
    expected = asking.response(panel, "")
    found = asking.response(panel, search)
    found[f"held-{panel}"]["data"]["search"] = expected[f"held-{panel}"]["data"]["search"]  # the echo differs, nothing else
    assert found == expected


def test_no_panel_depends_on_the_year(asking: Asking, contents: Contents):
    """A year step needs no request: no panel is asked again for it, and each answer holds every year of its slice."""
    assert [panel for panel, keys in PANEL_KEYS.items() if "year" in keys] == []
    holding = contents.holdings["unemployment"]
    every_year = [str(year) for year in range(holding.first_year, holding.last_year + 1)]
    for chosen in ("", "&areas=FIN,KEN", "&areas=FIN", "&areas=KEN&cross=age", "&areas=FIN&chart=all"):
        earlier, later = (f"indicator=unemployment{chosen}&year={year}" for year in (2005, 2015))
        for panel in PANELS:
            one, other = asking.held(panel, earlier), asking.held(panel, later)
            for answer in (one, other):
                answer["search"] = answer.get("head", {})["search"] = ""  # they name the year, as the question did
                answer.pop("figure", None)  # drawn for the year asked; the browser draws it anew for any other
            assert one == other
        assert list(asking.head(earlier)["sentences"]) == every_year
        slab = asking.held("map", earlier)
        assert (slab["first"], slab["last"]) == (holding.first_year, holding.last_year)
        assert len(asking.held("trend", earlier)["n"]) == len(every_year)
        assert {len(row) for kind in asking.held("breakdown", earlier)["table"]["x"] for row in kind} == {len(every_year)}


READERS = [
    "indicator=unemployment&areas=FIN,KEN&sex=F",
    "indicator=unemployment&areas=BRA&sex=M",
    "indicator=rule-of-law&areas=KEN,FIN&compare=region",
    "indicator=refugees-hosted&scope=002",
]


@pytest.mark.parametrize("cache", ["SimpleCache", "NullCache"])  # kept answers, and each computed beside the others
def test_two_readers_answers_do_not_mix(cache: str):
    app = create_app(Settings(cache=cache))
    alone = {(search, panel): Asking(app.server.test_client()).response(panel, search) for search in READERS for panel in PANELS}
    assert len({str(alone[search, "map"]) for search in READERS}) == len(READERS)  # the four differ, so a mix would show
    readers = {search: Asking(app.server.test_client()) for search in READERS}
    for panel in PANELS:  # one after the other, each panel of all readers before the next
        for search in READERS:
            assert readers[search].response(panel, search) == alone[search, panel]
    asked = [(search, panel) for panel in PANELS for search in READERS] * 3
    with ThreadPoolExecutor(8) as threads:  # and at once
        found = list(threads.map(lambda a: Asking(app.server.test_client()).response(a[1], a[0]), asked))
    assert [a for a, answer in zip(asked, found, strict=True) if answer != alone[a]] == []
