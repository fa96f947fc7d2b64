"""The monitor behind a real nginx under /monitor/, with two workers and a real Redis, as the deployment guide sets it up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPResponse
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
import redis
from playwright.sync_api import Browser, Page

from tests.browser.conftest import HERE, LAPTOP
from tests.browser.deployed import EMBEDDER, LACKING, PREFIX, Deployed, deployed
from tests.browser.driver import Monitor

pytestmark = [
    pytest.mark.skipif(bool(LACKING), reason=f"{' and '.join(LACKING)} not on the PATH; install it to hold the deployment guide to what it says"),
    pytest.mark.xdist_group("deployment"),
]
VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", e => window.violations.push([e.effectiveDirective, e.blockedURI, e.sample]));
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    """One of all for the module."""
    with deployed(tmp_path_factory.mktemp("d")) as running:
        yield running


class Visit:
    """A reader's tab that notes what leaves for another origin, which it does not let through, and what the policy refuses."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.context = browser.new_context(viewport=LAPTOP, accept_downloads=True)
        self.context.add_init_script(path=str(HERE / "reading.js"))
        self.context.add_init_script(VIOLATIONS)
        self.elsewhere: list[str] = []
        self.refused: list = []
        origin = urlsplit(url).netloc
        self.context.route(lambda asked: urlsplit(asked).netloc not in ("", origin), self._stop)
        self.monitor = Monitor(self.context.new_page(), url)

    def _stop(self, route) -> None:
        self.elsewhere.append(route.request.url)
        route.abort()

    @property
    def page(self) -> Page:
        return self.monitor.page

    def look(self) -> None:
        """Takes note of what was refused on the page, before it is left."""
        self.refused += self.page.evaluate("() => window.violations.splice(0)")


@pytest.fixture
def visit(browser: Browser, site: Deployed) -> Iterator[Visit]:
    opened = Visit(browser, site.url)
    yield opened
    opened.context.close()


def ask(url: str, method: str = "GET", **headers: str) -> HTTPResponse | HTTPError:
    """The answer to one request, whatever its status."""
    try:
        return urlopen(Request(url, method=method, headers=headers), timeout=20)
    except HTTPError as answer:
        return answer


def test_the_whole_page_works_under_its_policy_and_asks_for_nothing_elsewhere(visit: Visit, site: Deployed) -> None:
    monitor, page = visit.monitor, visit.page
    monitor.open("indicator=unemployment&areas=FIN")
    monitor.click_area("BRA")
    assert [chip["code"] for chip in monitor.settled()["chips"]] == ["FIN", "BRA"]
    page.click("#help")
    page.wait_for_selector(".modal-dialog", state="visible")
    assert page.evaluate("() => getComputedStyle(document.querySelector('.modal-dialog')).maxWidth") == "800px"  # it has its style
    page.keyboard.press("Escape")
    page.wait_for_selector(".modal-dialog", state="hidden")
    with page.expect_download() as taken:
        page.click("a[href*='download/ranking.csv']")
    assert taken.value.url.startswith(f"{site.url}download/ranking.csv?") and taken.value.path().read_text(encoding="utf-8").startswith("REF_AREA,")
    visit.look()
    page.click("a.page-link[href=gaps]")
    page.wait_for_url("**/monitor/gaps")  # loaded: its script has run
    page.select_option("select[data-key=kind]", "closing")
    page.wait_for_url("**/monitor/gaps?kind=closing")
    visit.look()
    with page.expect_download() as taken:
        page.click("a[href^='download/gaps.csv']")
    assert urlsplit(taken.value.url).path == f"{PREFIX}download/gaps.csv"
    page.click(".brand")
    monitor.settled()
    visit.look()
    assert urlsplit(page.url).path == PREFIX
    assert (visit.refused, visit.elsewhere, monitor.faults) == ([], [], [])
    assert {urlsplit(url).path.split("/")[1] for url in monitor.asked if url.startswith("http")} == {"monitor"}


def test_what_the_policy_forbids_is_refused_and_would_be_noticed(visit: Visit) -> None:
    visit.monitor.open()
    visit.page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.appendChild(script);
      document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = true'><p style='color: red'></p><img src='https://elsewhere.example/a.png'>");
      setTimeout(() => { try { new Function("window.ran = true")(); } catch (fault) { window.evaluated = fault.name; } });  // the tester's own words may be evaluated
    }""")
    kinds = {"script-src-elem", "script-src-attr", "script-src", "style-src-attr", "img-src"}
    visit.monitor.eventually(lambda: kinds <= set(visit.page.evaluate("() => window.violations.map(v => v[0])")))
    assert visit.page.evaluate("() => [window.ran, window.evaluated]") == [None, "EvalError"]
    assert visit.elsewhere == []  # refused before it was asked


@pytest.mark.parametrize("path", ["", "gaps", "missing", "nowhere", "download/catalogue.csv", "_dash-layout", "health"])
def test_every_answer_has_the_headers(site: Deployed, path: str) -> None:
    answer = ask(site.url + path)
    policy = answer.headers.get_all("Content-Security-Policy")
    assert len(policy) == 1 and policy[0].endswith(f"frame-ancestors 'self' {EMBEDDER}") and "unsafe-eval" not in policy[0]
    assert answer.headers["X-Content-Type-Options"] == "nosniff" and answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] is None  # it could not name the one that may
    assert ("script-src 'self';" in policy[0]) == answer.headers["Content-Type"].startswith("text/html")


def test_a_proxy_is_believed_and_nobody_else(site: Deployed) -> None:
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Prefix": "/evil/", "Forwarded": "host=evil.example"}
    through = json.load(ask(f"{site.url}where", **forged))
    assert through == {"address": f"{site.url}?a=1", "reader": "127.0.0.1"}
    past = json.load(ask(f"{site.direct}{PREFIX}where", **forged))
    assert past == {"address": f"{site.direct}{PREFIX}?a=1", "reader": "127.0.0.1"}


def test_another_host_is_refused(site: Deployed) -> None:
    for url in (site.url, f"{site.direct}{PREFIX}"):
        answer = ask(url, Host="evil.example")
        assert answer.status == 400 and "'evil.example'" in answer.read().decode()
    assert ask(f"{site.url}health", Host="10.0.0.9").status == 200


def test_a_path_without_the_prefix_is_the_same_page_and_one_without_its_slash_leads_there(site: Deployed) -> None:
    with_it, without = (ask(f"{site.direct}{path}gaps").read() for path in (PREFIX, "/"))
    assert with_it == without
    assert ask(site.url.rstrip("/")).url == site.url


def test_files_are_kept_for_good_and_come_compressed_through_the_proxy(site: Deployed) -> None:
    page = ask(site.url).read().decode()
    at = page.index(f"{PREFIX}static/")
    answer = ask(site.url.removesuffix(PREFIX) + page[at : page.index('"', at)], **{"Accept-Encoding": "br"})
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable" and answer.headers["Content-Encoding"] == "br"
    assert answer.headers["ETag"] and answer.headers["Vary"] == "Accept-Encoding"
    assert ask(site.url, **{"Accept-Encoding": "br"}).headers["Cache-Control"] == "no-cache"


def test_both_workers_answer_from_one_redis(site: Deployed) -> None:
    client = redis.from_url(site.redis)
    client.flushall()
    first = ask(f"{site.url}?indicator=rule-of-law").read()
    assert {key.split(b":")[1] for key in client.keys("monitor:*")} == {b"work", b"answers"} and client.dbsize() == len(client.keys("monitor:*"))
    kept = client.dbsize()
    assert {ask(f"{site.url}?indicator=rule-of-law").read() for _ in range(6)} == {first}  # whichever worker is asked: Dash names each page it makes
    assert client.dbsize() == kept
