"""Every member state can be hit on the world map of a laptop."""

from __future__ import annotations

from tests.browser.driver import Monitor
from tests.browser.truth import Truth

PLACES = "codes => Object.fromEntries(codes.map(code => [code, window.drawn.spot(code)]))"
CLICKED = 4  # one of so many of those that are pointed at, for a click draws two charts anew
CHOSEN = "() => [...document.querySelectorAll('#chips .chip')].map(c => c.dataset.area)"


def test_every_member_state_is_named_by_pointing_and_what_is_named_is_chosen_by_a_click(monitor: Monitor, truth: Truth) -> None:
    monitor.open(f"indicator={truth.lightest()}")
    members, missed = truth.members(), {}
    for start in range(0, len(members), 8):  # eight at most are chosen at once
        batch = members[start : start + 8]
        places = monitor.page.evaluate(PLACES, batch)
        for n, code in enumerate(batch):
            named = point(monitor, places[code])
            if n % CLICKED:
                if named != truth.name(code):
                    missed[code] = f"pointing names {named}, at {places[code]}"
                continue
            monitor.page.mouse.down()
            monitor.page.mouse.up()
            chosen = monitor.page.evaluate(CHOSEN)
            if named != truth.name(code) or code not in chosen:
                missed[code] = f"pointing names {named}, chosen are {chosen}, at {places[code]}"
        monitor.page.evaluate("() => (document.querySelector('[data-clear]') || document.querySelector('.chip')).click()")
    assert not missed, "\n".join(f"{truth.name(code)}: {why}" for code, why in missed.items())
    monitor.settled()


def test_every_member_state_is_named_by_pointing_on_a_map_of_circles(monitor: Monitor, truth: Truth) -> None:
    counts = [i for i in truth.contents.catalogue.indicators if not i.is_mappable and i.key in truth.contents.holdings]
    indicator = max(counts, key=lambda i: len(truth.values(f"indicator={i.key}"))).key
    monitor.open(f"indicator={indicator}")
    members = truth.members()
    places = monitor.page.evaluate(PLACES, members)
    missed = {truth.name(code): (named, places[code]) for code in members if (named := point(monitor, places[code])) != truth.name(code)}
    assert not missed


def point(monitor: Monitor, place: list) -> str | None:
    """Moves the pointer to a place and returns the country that the card names."""
    monitor.page.mouse.move(place[0] + 3, place[1] + 2)
    monitor.page.mouse.move(place[0], place[1])
    return monitor.page.evaluate("() => document.querySelector('#card.on b')?.textContent")


def test_a_click_on_the_sea_chooses_nothing(monitor: Monitor) -> None:
    before = monitor.open("indicator=unemployment")
    box = monitor.page.locator("#map").bounding_box()
    x, y = box["x"] + 6, box["y"] + box["height"] - 6  # below Antarctica's edge
    monitor.page.mouse.move(x, y)
    monitor.page.mouse.click(x, y)
    monitor.away()
    assert monitor.settled() == before


def test_dragging_the_map_chooses_nothing(monitor: Monitor) -> None:
    monitor.open("indicator=unemployment")
    x, y = monitor.hover_area("BRA")
    monitor.page.mouse.down()
    monitor.page.mouse.move(x + 60, y + 5, steps=6)
    monitor.page.mouse.up()
    monitor.away()
    assert monitor.settled()["chips"] == [] and monitor.address == "indicator=unemployment"
    monitor.click_area("BRA")  # the map has moved: the country is found where it now is
    monitor.eventually(lambda: monitor.address == "indicator=unemployment&areas=BRA")
