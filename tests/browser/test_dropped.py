"""A file that was taken away, dropped on the page, shows its view again; any other file gets a word and changes nothing."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.carriers import CARRIERS, archive, drawn, png, table, told
from tests.browser.driver import Monitor

VIEW = "indicator=unemployment&areas=FIN"
DROP = """([name, text, size, more]) => {
  const bytes = size ? new Uint8Array(size) : Uint8Array.from(atob(text), c => c.charCodeAt(0)), data = new DataTransfer();
  data.items.add(new File([bytes], name));
  for (let i = 0; i < more; i++) data.items.add(new File(['x'], 'more' + i));
  const event = kind => document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
  const taken = [event('dragover'), document.body.matches('.dropping'), event('drop'), document.body.matches('.dropping')];
  return taken.join();
}"""
HELD = "false,true,false,false"  # the browser does not open the file itself; the hint is there until it falls
FOLDER = """() => {
  const event = new Event('drop', {cancelable: true});
  event.dataTransfer = {types: ['Files'], files: [new File(['x'], 'photos')], items: [{webkitGetAsEntry: () => ({isDirectory: true})}]};
  document.dispatchEvent(event);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, served: str) -> Iterator[Monitor]:
    """One tab for all files, at one view."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    monitor = Monitor(context.new_page(), served)
    monitor.page.route("**/download/**", lambda route: route.fulfill(body=png("preview"), content_type="image/png"))
    monitor.page.goto(f"{served}?{VIEW}")
    monitor.page.wait_for_function("() => window.monitor && monitor.held.breakdown")
    yield monitor
    context.close()
    assert monitor.faults == []


def drop(page: Monitor, name: str, content: bytes = b"", size: int = 0, more: int = 0) -> str:
    """What the page says of a dropped file. size: of a file of zeros instead. more: how many others come with it."""
    page.page.evaluate("() => monitor.words.notices([])")
    assert page.page.evaluate(DROP, [name, base64.b64encode(content).decode(), size, more]) == HELD
    return said(page)


def said(page: Monitor) -> str:
    return str(page.eventually(lambda: page.page.evaluate("() => [...document.querySelectorAll('.notices p')].map(p => p.textContent).join(' | ')")))


@pytest.mark.parametrize("name", CARRIERS)
def test_a_file_of_each_kind_brings_its_view_back(page: Monitor, served: str, name: str) -> None:
    year = 1992 + list(CARRIERS).index(name)
    words = drop(page, name, CARRIERS[name](f"{served}?{VIEW}&year={year}"))
    assert page.address == f"{VIEW}&year={year}"
    assert words.startswith(f"This is the view of “{name}”.")
    assert page.page.inner_text("#year-words") == str(year)


def test_it_is_one_step_of_the_history(page: Monitor, served: str) -> None:
    before = page.address
    drop(page, "step.json", told(f"{served}?{VIEW}&year=1991"))
    assert page.address == f"{VIEW}&year=1991"
    page.page.go_back()
    page.eventually(lambda: page.address == before)


def test_a_table_of_observations_brings_its_indicator(page: Monitor) -> None:
    words = drop(page, "rule-of-law.csv", table([{"REF_AREA": "FIN", "INDICATOR": "rule-of-law", "OBS_VALUE": "1"}]))
    assert page.address == "indicator=rule-of-law"
    assert words == "This is the view of “rule-of-law.csv”."
    words = drop(page, "other.csv", table([{"REF_AREA": "FIN", "INDICATOR": "SL_TLF_UEM"}]))
    assert "“SL_TLF_UEM”, which this monitor does not have" in words
    page.page.go_back()
    page.eventually(lambda: page.address != "indicator=rule-of-law")
    page.page.wait_for_function("() => !monitor.pending.map")


def test_what_the_server_has_to_change_of_it_is_said_beside_it(page: Monitor, served: str) -> None:
    words = drop(page, "old.json", told(f"{served}?indicator=child-marriage&areas=FIN,XYZ"))
    assert page.address == "indicator=child-marriage&areas=FIN"
    assert re.fullmatch(r"No country has the code “XYZ”.* \| This is the view of “old.json”.", words)


def test_the_first_view_of_this_monitor_has_no_query(page: Monitor, served: str) -> None:
    assert "This is the view of" in drop(page, "first.json", told(served))
    page.eventually(lambda: page.address == "")


def test_another_release_and_another_monitor_are_said(page: Monitor, served: str) -> None:
    words = drop(page, "a.json", told(f"{served}?{VIEW}", release="00ff00ff00ff"))
    assert "made with release 00ff00ff00ff; this page shows release" in words
    assert "release 0123456789ab;" in drop(page, "a.png", png(f"{served}?{VIEW}&year=2001"))
    words = drop(page, "b.json", told(f"https://other.example/m/release/ab12/embed/map?{VIEW}&year=2002"))
    assert "made by https://other.example/m/;" in drop(page, "b.json", told(f"https://other.example/m/release/ab12/?{VIEW}&year=2004"))
    assert "made by https://other.example/m/;" in words and "release ab12;" in words
    own = page.page.evaluate("() => monitor.basics.version")
    assert "release" not in drop(page, "c.json", told(f"{served}?{VIEW}&year=2003", release=own))


def test_only_the_view_is_taken_from_an_address(page: Monitor, served: str) -> None:
    drop(page, "evil.json", told(f"https://evil.example/steal?{VIEW}&year=2005&next=//evil.example&__proto__=1#x"))
    assert page.page.url == f"{served}?{VIEW}&year=2005"


def test_a_file_of_what_is_shown_is_no_step(page: Monitor, served: str) -> None:
    drop(page, "now.json", told(f"{served}?{VIEW}&year=2006"))
    steps = page.page.evaluate("() => history.length")
    assert drop(page, "now.json", told(f"{served}?{VIEW}&year=2006")) == "The view of “now.json” is what is shown."
    assert page.page.evaluate("() => history.length") == steps


BOMB = archive({"word/document.xml": b"<w/>", "docProps/core.xml": b"<a>" + b" " * (40 << 20) + b"</a>"})
LYING = BOMB.replace((40 * 2**20 + 7).to_bytes(4, "little"), (99).to_bytes(4, "little"))  # says that it is small
WRONG = {
    "an empty file": ("empty.png", b"", "is empty."),
    "no kind of ours": ("film.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(99), "is of a kind that this monitor does not make. It makes PNG,"),
    "plain words": ("words.txt", b"Nothing, in particular", "is of a kind that this monitor does not make"),
    "a table of others": ("table.csv", b"name,value\r\nx,1\r\n", "is of a kind that this monitor does not make"),
    "a page": ("page.html", b"<!doctype html><p>x", "is of a kind that this monitor does not make"),
    "an image of others": ("photo.png", png("Adobe", key="Software"), "is a PNG image without the address of a view"),
    "an image from elsewhere": ("photo.png", png("https://example.org/photo.png"), "is a PNG image without the address of a view"),
    "an address that runs": ("run.json", told("javascript:alert(1)?indicator=x"), "is a JSON file without the address of a view"),
    "an address that is a number": ("n.json", b'{"address": 7}', "is a JSON file without the address of a view"),
    "a picture without an address": ("x.pdf", drawn("pdf", ""), "is a PDF without the address of a view"),
    "an image cut off": ("cut.png", png("x")[:-20], "is broken: it ends before its last part."),
    "a document cut off": ("cut.pdf", drawn("pdf", "x")[:900], "is broken: it ends before its last part."),
    "an archive cut off": ("cut.zip", archive({"metadata.json": told("x")})[:-30], "is broken: it ends before its list of contents."),
    "an archive of others": ("z.zip", archive({"a.txt": b"x"}), "is a ZIP without the address of a view"),
    "broken JSON": ("x.json", b'{"address": ', "is broken: its JSON is not well formed."),
    "broken SVG": ("x.svg", b"<svg><g></svg>", "is broken: its XML is not well formed."),
    "XML that grows": ("x.svg", b'<!DOCTYPE svg [<!ENTITY a "aa">]><svg>&a;</svg>', "is broken: it defines entities"),
    "a bomb": ("bomb.docx", BOMB, "says that it unpacks to more than 1 MB"),
    "a bomb that lies": ("bomb.docx", LYING, "unpacks to more than 1 MB"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_file_gets_a_word_and_changes_nothing(page: Monitor, what: str) -> None:
    name, content, expected = WRONG[what]
    before, asked = page.address, page.asks()
    words = drop(page, name, content)
    assert words.startswith(f"“{name}” ") and expected in words and words.endswith(".")
    assert (page.address, page.asks()) == (before, asked)


def test_what_is_too_much_gets_a_word(page: Monitor) -> None:
    before = page.address
    assert LYING != BOMB
    assert "has 31 MB; files of this monitor are expected to have at most 30 MB" in drop(page, "big.png", size=31 << 20)
    assert "3 files came at once" in drop(page, "a.png", b"x", more=2)
    page.page.evaluate("() => monitor.words.notices([])")
    page.page.evaluate(FOLDER)
    assert said(page) == "“photos” is a folder. Give one file out of it."
    long = drop(page, "x" * 300 + ".png", b"x")
    assert len(long) < 250 and "…" in long
    assert page.address == before


def test_nothing_of_a_file_is_sent_anywhere(page: Monitor, served: str) -> None:
    sent: list[str] = []
    page.page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    drop(page, "secret.json", told(f"{served}?{VIEW}&scope=002", note="hushhush"))
    page.eventually(lambda: sent)
    assert not any("hushhush" in one or "secret" in one for one in sent)


def test_a_file_can_be_opened_by_keyboard_alone(page: Monitor, served: str) -> None:
    page.page.focus("#take")
    page.page.keyboard.press("Enter")
    opener = page.page.get_by_label("Open a file to see its view again")
    opener.wait_for(state="attached")
    page.page.wait_for_function("() => document.activeElement.matches('#taking [role=tab]')")
    for _ in range(30):
        page.page.keyboard.press("Tab")
        if opener.evaluate("field => field === document.activeElement"):
            break
    assert opener.evaluate("field => field === document.activeElement")
    opener.set_input_files({"name": "no.txt", "mimeType": "text/plain", "buffer": b"no"})
    status = page.page.locator("#taking [role=status]")
    page.eventually(lambda: "does not make" in status.inner_text())
    assert page.page.locator("#taking").is_visible()
    opener.set_input_files({"name": "yes.json", "mimeType": "application/json", "buffer": told(f"{served}?{VIEW}&year=2010")})
    page.eventually(lambda: page.address == f"{VIEW}&year=2010")
    assert not page.page.locator("#taking").is_visible()
    assert page.page.evaluate("() => document.activeElement.id") == "take"
