"""Taking away: one click beside a panel's name, and the dialog whose addresses and codes are those of the view."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Route

from tests.browser.carriers import png
from tests.browser.driver import Monitor
from tests.browser.test_layout import SMALL

VIEW = "indicator=unemployment&areas=FIN,KEN&year=2010"
PICTURE = png("preview")
NAMELESS = """() => [...document.querySelectorAll('#taking a, #taking button, #taking input, #taking textarea, .take a, .take button')].filter(e => e.checkVisibility()).filter(e => {
  const label = e.labels && e.labels[0], name = e.getAttribute('aria-label') || (label && label.textContent) || e.textContent, box = (label || e).getBoundingClientRect();
  return !name.trim() || box.height < 20 || box.width < 20; }).map(e => e.outerHTML)"""
PARSED = """([text, tag]) => { const node = new DOMParser().parseFromString(text, 'text/html').querySelector(tag);
  return Object.fromEntries([...node.attributes].map(a => [a.name, a.value])); }"""
FILES = """() => Object.fromEntries([...document.querySelectorAll('.take a')].map(a => [a.dataset.file, a.getAttribute('href')]))"""


@pytest.fixture(scope="module")
def page(browser: Browser, served: str) -> Iterator[Monitor]:
    """One tab; what it downloads is made up here."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, permissions=["clipboard-read", "clipboard-write"])
    monitor = Monitor(context.new_page(), served)
    monitor.page.route("**/download/**", served_here)
    yield monitor
    context.close()
    assert monitor.faults == []


def served_here(route: Route) -> None:
    path = urlsplit(route.request.url).path
    if path.endswith("citation.txt"):
        route.fulfill(body=f"World Bank. {route.request.url}\n", content_type="text/plain")
    elif "ranking.png" in path:
        route.fulfill(body="no image", content_type="text/plain")
    else:
        route.fulfill(body=PICTURE, content_type="image/png")


def shown(page: Monitor, query: str = VIEW) -> None:
    """The page at a view; loaded only where it is not yet, or a test has spoilt it."""
    if not page.page.evaluate("() => !!(window.monitor && !window.spoilt && monitor.held.breakdown)"):
        page.page.goto(f"{page.base}?{VIEW}")
        page.page.wait_for_function("() => window.monitor && monitor.held.breakdown")
    page.page.evaluate("query => { document.getElementById('taking').close(); monitor.show(monitor.address.read('?' + query), true); }", query)
    page.page.wait_for_function("() => !monitor.pending.map")


def spoil(page: Monitor, script: str, given: object = None) -> None:
    """Changes the page in a way that no other test shall see."""
    page.page.evaluate(f"given => {{ window.spoilt = true; ({script})(given); }}", given)


@pytest.fixture
def dialog(page: Monitor) -> Locator:
    """The dialog, open at its first part."""
    shown(page)
    page.page.click("#take")
    box = page.page.locator("#taking")
    box.wait_for()
    page.page.click("#taking [data-part=image]")
    for key, value in (("panel", "map"), ("format", "png"), ("size", "page"), ("ink", "colour"), ("dpi", "300")):
        page.page.check(f'#taking [data-state={key}][value="{value}"]')
    return box


def state(page: Monitor, key: str, value: str) -> None:
    page.page.check(f'#taking [data-state={key}][value="{value}"]')


def text(page: Monitor, key: str) -> str:
    return page.page.input_value(f"#taking [data-text={key}]")


def downloads(page: Monitor) -> list[str]:
    return [url for url in page.asked if "/download/" in url]


def test_the_links_beside_the_names_follow_the_view(page: Monitor) -> None:
    shown(page)
    for changes in ("{}", "{year: 2003}", "{by: 'age'}", "{chart: 'lines', compare: 'region'}", "{scope: '002'}", "{areas: null}"):
        page.page.evaluate(f"() => monitor.go({changes})")
        page.page.wait_for_function("() => !monitor.pending.map")
        expected = {f"{panel}.{kind}": f"/download/{panel}.{kind}?{page.address}" for panel in ("map", "trend", "breakdown", "ranking") for kind in ("png", "csv")}
        assert page.page.evaluate(FILES) == expected, changes
    assert page.address == "indicator=unemployment&year=2003&by=age&chart=lines&scope=002&compare=region"


def test_nothing_of_the_dialog_is_loaded_or_drawn_before_it_is_wanted(page: Monitor) -> None:
    page.page.goto(f"{page.base}?{VIEW}")
    page.page.wait_for_function("() => window.monitor && monitor.held.breakdown")
    asked = list(page.asked)
    assert not any("/away." in url for url in asked) and downloads(page) == []
    page.page.click("[data-take=trend]")
    page.page.locator("#taking figure img[src]").wait_for()
    assert [urlsplit(url).path for url in downloads(page)] == ["/download/trend.png"]
    assert page.page.locator("#taking [data-state=panel]:checked").input_value() == "trend"
    page.page.keyboard.press("Escape")


def test_it_is_worked_by_the_keyboard_alone_and_gives_the_focus_back(page: Monitor) -> None:
    shown(page)
    focus = "() => { const e = document.activeElement; return e.dataset.part || e.dataset.state || e.id || e.dataset.take || e.dataset.file || e.getAttribute('data-get') || e.tagName; }"
    page.page.focus(".map-panel [data-take]")
    page.page.keyboard.press("Enter")
    page.page.wait_for_function(f"() => ({focus})() === 'image'")
    page.page.keyboard.press("Tab")
    assert page.page.evaluate(focus) == "panel"
    page.page.keyboard.press("ArrowRight")
    assert page.page.locator("#taking [data-state=panel]:checked").input_value() == "trend"
    page.page.focus("#taking [data-part=image]")
    seen = []
    for key in ("ArrowRight", "ArrowRight", "End", "ArrowRight", "ArrowLeft", "Home"):
        page.page.keyboard.press(key)
        seen.append(page.page.evaluate(focus))
        assert page.page.locator("#taking section:visible").get_attribute("data-of") == seen[-1]
    assert seen == ["data", "documents", "cite", "image", "cite", "image"]
    page.page.keyboard.press("Escape")
    assert not page.page.locator("#taking").is_visible()
    assert page.page.evaluate(focus) == "map"


def test_an_image_is_asked_for_as_it_was_chosen(page: Monitor, dialog: Locator) -> None:
    link, served = dialog.locator("[data-get=image]"), page.base.rstrip("/")
    assert link.get_attribute("href") == f"/download/map.png?{VIEW}&dpi=300"
    state(page, "panel", "breakdown")
    state(page, "size", "slide")
    state(page, "ink", "mono")
    state(page, "dpi", "150")
    assert link.get_attribute("href") == f"/download/breakdown.png?{VIEW}&size=slide&ink=mono&dpi=150"
    assert text(page, "image") == f"{served}/download/breakdown.png?{VIEW}&size=slide&ink=mono&dpi=150"
    state(page, "format", "pdf")
    assert link.get_attribute("href") == f"/download/breakdown.pdf?{VIEW}&size=slide&ink=mono"
    assert link.inner_text() == "Download PDF" and not dialog.get_by_text("Resolution").is_visible()
    page.page.evaluate("() => monitor.go({year: 2004})")
    assert link.get_attribute("href") == f"/download/breakdown.pdf?{VIEW.replace('2010', '2004')}&size=slide&ink=mono"


def test_what_the_server_would_refuse_is_not_offered(page: Monitor, dialog: Locator) -> None:
    state(page, "dpi", "600")
    state(page, "size", "slide")
    assert dialog.locator("[data-state=dpi][value='600']").is_disabled()
    assert dialog.locator("[data-get=image]").get_attribute("href").endswith("size=slide&dpi=300")
    state(page, "size", "page")
    assert dialog.locator("[data-state=dpi][value='600']").is_enabled()


def test_the_preview_is_drawn_once_for_choices_in_a_row_and_says_when_it_cannot(page: Monitor, dialog: Locator) -> None:
    dialog.locator("figure img[src*='map.png']:not(.old)").wait_for()
    assert dialog.locator("figure img").get_attribute("alt").startswith("Preview: Unemployment, % of labour force, 2010. Finland ")
    before = len(downloads(page))
    state(page, "ink", "mono")
    state(page, "size", "square")
    state(page, "panel", "trend")
    dialog.locator("figure img[src*='trend.png']:not(.old)").wait_for()
    (asked,) = downloads(page)[before:]
    assert asked.endswith("/download/trend.png?" + VIEW + "&size=square&ink=mono&dpi=96")
    state(page, "panel", "ranking")
    dialog.get_by_text("The preview could not be drawn").wait_for()
    assert not dialog.locator("figure img").is_visible()
    state(page, "panel", "map")
    dialog.locator("figure img[src*='map.png']:not(.old)").wait_for()
    assert not dialog.get_by_text("The preview could not be drawn").is_visible()


def test_data_and_documents_are_links_of_the_view_or_of_the_whole(page: Monitor, dialog: Locator) -> None:
    def hrefs() -> list[str]:
        return dialog.locator("section:visible [data-away]").evaluate_all("all => all.map(a => a.getAttribute('href'))")

    page.page.click("#taking [data-part=data]")
    panels = [f"/download/{panel}.csv?{VIEW}" for panel in ("map", "trend", "breakdown", "ranking")]
    assert hrefs() == [f"/download/data.{kind}?{VIEW}&data=view" for kind in ("csv", "xlsx", "json", "zip")] + panels
    state(page, "of", "whole")
    assert hrefs() == [f"/download/data.{kind}?{VIEW}" for kind in ("csv", "xlsx", "json", "zip")] + panels
    page.page.click("#taking [data-part=documents]")
    assert hrefs() == [f"/download/page.{kind}?{VIEW}" for kind in ("pptx", "docx", "pdf")]
    page.page.click("#taking [data-part=cite]")
    assert hrefs() == [f"/download/citation.{kind}?{VIEW}" for kind in ("bib", "ris", "txt")]
    page.eventually(lambda: text(page, "citation") == f"World Bank. {page.base}download/citation.txt?{VIEW}")
    page.page.evaluate("() => monitor.go({year: 2004})")
    page.eventually(lambda: text(page, "citation").endswith("year=2004"))


def test_the_code_of_a_frame_is_that_of_the_panels_release_and_width_chosen(page: Monitor, dialog: Locator) -> None:
    page.page.click("#taking [data-part=embed]")
    frame = page.page.evaluate(PARSED, [text(page, "frame"), "iframe"])
    assert frame | {"height": ""} == {"src": f"{page.base}embed/map?{VIEW}", "title": "Unemployment", "loading": "lazy", "width": "100%", "height": ""}
    state(page, "embed", "ranking")
    state(page, "embed", "trend")
    state(page, "width", "640")
    state(page, "time", "frozen")
    other = page.page.evaluate(PARSED, [text(page, "frame"), "iframe"])
    release = page.page.evaluate("() => monitor.held.map.release")
    assert other["src"] == f"{page.base}release/{release}/embed/map,trend,ranking?{VIEW}"
    assert other["width"] == "640" and int(other["height"]) > int(frame["height"])
    assert dialog.get_by_text("The picture and the link follow new releases").is_visible()
    assert page.page.evaluate(PARSED, [text(page, "script"), "script"]) == {"src": f"{page.base}embed.js", "async": ""}
    assert text(page, "link") == f"{page.base}?{VIEW}"
    for key in ("map", "trend"):
        page.page.uncheck(f"#taking [data-state=embed][value={key}]")
    page.page.click("#taking [data-state=embed][value=ranking]")  # the last one stays
    assert dialog.locator("[data-state=embed]:checked").input_value() == "ranking"
    assert "At least one panel" in dialog.locator("[role=status]").inner_text()


def test_codes_name_the_indicator_even_where_the_address_need_not(page: Monitor) -> None:
    shown(page, "")
    page.page.click("#take")
    page.page.click("#taking [data-part=embed]")
    key = page.page.evaluate("() => monitor.basics.defaults.indicator")
    assert text(page, "link") == f"{page.base}?indicator={key}"
    assert page.page.evaluate(PARSED, [text(page, "frame"), "iframe"])["src"].endswith(f"?indicator={key}")
    assert page.page.get_attribute("#taking [data-get=embed]", "href").endswith(f"?indicator={key}")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_all_parts_fit_can_be_read_and_have_names(page: Monitor, dialog: Locator, width: int, height: int) -> None:
    page.page.set_viewport_size({"width": width, "height": height})
    for part in ("image", "data", "documents", "embed", "cite"):
        page.page.click(f"#taking [data-part={part}]")
        assert page.page.evaluate(NAMELESS) == [], part
        assert page.page.evaluate(SMALL) == [], part
        wide = dialog.evaluate("box => [box.scrollWidth - box.clientWidth, ...[...box.querySelectorAll('.parts, .parts *')].map(e => e.getBoundingClientRect().right)]")
        assert wide[0] <= 0 and max(wide[1:]) <= width, part
        tab = dialog.locator(f"[data-part={part}]")
        assert tab.get_attribute("aria-selected") == "true" and dialog.locator(f"#{tab.get_attribute('aria-controls')}").is_visible()
    page.page.set_viewport_size({"width": 1366, "height": 768})


@pytest.mark.parametrize("is_secure", [True, False])
def test_an_address_is_copied_with_a_word(page: Monitor, dialog: Locator, is_secure: bool) -> None:
    page.page.evaluate("() => navigator.clipboard.writeText('before')")
    if not is_secure:
        spoil(page, "() => Object.defineProperty(window, 'isSecureContext', {value: false})")
    state(page, "panel", "map" if is_secure else "trend")
    dialog.get_by_role("button", name="Copy: Address of the image").click()
    page.eventually(lambda: dialog.locator("[role=status]").inner_text() == "Copied: address of the image.")
    assert page.page.evaluate("() => navigator.clipboard.readText()") == text(page, "image")


def test_an_image_is_copied_as_an_image_or_it_says_why_not(page: Monitor, dialog: Locator) -> None:
    dialog.locator("[data-picture]").click()
    dialog.get_by_text("Copied: the picture, as PNG.").wait_for()
    assert page.page.evaluate("async () => (await navigator.clipboard.read())[0].types") == ["image/png"]
    state(page, "panel", "ranking")
    spoil(page, "() => { window.kept = window.fetch; window.fetch = () => Promise.resolve(new Response('', {status: 503})); }")
    dialog.locator("[data-picture]").click()
    dialog.get_by_text("The picture was not copied (the server answered 503). Download it, or copy its address.").wait_for()
    page.page.evaluate("() => { window.fetch = window.kept; Object.defineProperty(window, 'isSecureContext', {value: false}); }")
    dialog.locator("[data-picture]").click()
    assert "needs a page served over https" in dialog.locator("[role=status]").inner_text()


def test_names_with_signs_of_html_stand_in_codes_as_words(page: Monitor, dialog: Locator) -> None:
    name = 'Men & "women" <b>in</b> "><script>alert(1)</script>'
    spoil(page, "name => { monitor.held.headline.title = name; document.getElementById('sentence').textContent = name; monitor.away.follow(); }", name)
    assert page.page.evaluate(PARSED, [text(page, "frame"), "iframe"])["title"] == name
    picture = page.page.evaluate(PARSED, [text(page, "picture"), "img"])
    assert picture["alt"] == f"{name}, % of labour force, 2010. {name}"
    assert page.page.evaluate(PARSED, [text(page, "picture"), "a"])["href"] == f"{page.base}?{VIEW}"
    assert page.page.evaluate("text => new DOMParser().parseFromString(text, 'text/html').querySelectorAll('script').length", text(page, "picture")) == 0


def test_a_part_that_cannot_be_loaded_says_so_and_can_be_asked_again(page: Monitor) -> None:
    page.page.route("**/away.js", lambda route: route.abort())
    page.page.goto(f"{page.base}?{VIEW}")
    page.page.wait_for_function("() => window.monitor && monitor.held.breakdown")
    page.page.click("#take")
    page.page.get_by_text("A part of the page could not be loaded.").wait_for()
    page.page.unroute("**/away.js")
    page.page.click("#take")
    page.page.locator("#taking").wait_for()
    page.faults[:] = [fault for fault in page.faults if "ERR_FAILED" not in fault]
