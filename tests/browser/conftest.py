"""One served monitor and one browser a session; a fresh, watched tab a test."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from app import create_app
from dashboard.contents import Contents
from dashboard.settings import Settings
from data.desk import Desk
from data.store import Store
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.driver import Monitor
from tests.browser.truth import Truth
from tests.conftest import MemoryCache

HERE = Path(__file__).resolve().parent
LAPTOP = {"width": 1366, "height": 768}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser, and says so by its mark."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Quiet(WSGIRequestHandler):
    """A handler that keeps its requests to itself."""

    def log(self, type: str, message: str, *args: object) -> None:
        """Says nothing."""


class Delays:
    """A slow network: requests whose address or body holds a text are kept waiting before the application sees them."""

    def __init__(self, application: Callable) -> None:
        self.application, self.asked, self.waiting = application, {}, 0

    def add(self, text: str, seconds: float) -> None:
        self.asked[text.encode()] = seconds

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        if self.asked:
            body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            environ["wsgi.input"] = io.BytesIO(body)
            held = environ["PATH_INFO"].encode() + body
            pause = max((seconds for text, seconds in self.asked.items() if text in held), default=0.0)
            self.waiting += 1
            time.sleep(pause)
            self.waiting -= 1
        return self.application(environ, start_response)


@pytest.fixture(scope="session")
def application() -> Delays:
    """The real application behind a network that can be made slow."""
    return Delays(create_app(Settings(frame_ancestors=("http://127.0.0.1:*",))).server)  # so that embeds can be seen on other pages


@pytest.fixture
def delays(application: Delays) -> Iterator[Delays]:
    """The slow network of one test."""
    yield application
    application.asked.clear()


@pytest.fixture(scope="session")
def served(application: Delays) -> Iterator[str]:
    """The address of the application, served on a free port of this machine."""
    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session."""
    path = find_chromium()
    assert path, "There is no Chromium to drive. Run: python tests/browser/install.py"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def truth(release: Store, contents: Contents) -> Truth:
    """What the release says, for comparison with what is drawn."""
    return Truth(Desk(release, contents, MemoryCache()))


@pytest.fixture
def tab(browser: Browser, served: str) -> Iterator[Callable[..., Monitor]]:
    """Opens tabs: `tab()`, `tab(width=…, height=…)`, or `tab(beside=monitor)` for one that shares a browser session.

    At the end each must have been without errors, without failed answers and without a request to the outside.
    """
    contexts: list[BrowserContext] = []
    opened: list[Monitor] = []

    def new(beside: Monitor | None = None, width: int = LAPTOP["width"], height: int = LAPTOP["height"], **options: object) -> Monitor:
        if beside:
            context = beside.page.context
        else:
            context = browser.new_context(viewport={"width": width, "height": height}, **options)
            context.add_init_script(path=str(HERE / "reading.js"))
            contexts.append(context)
        opened.append(Monitor(context.new_page(), served))
        return opened[-1]

    yield new
    for context in contexts:
        context.close()
    faults = [fault for monitor in opened for fault in monitor.faults]
    assert not faults, "\n".join(faults)


@pytest.fixture
def monitor(tab: Callable[..., Monitor]) -> Monitor:
    """One tab of a laptop's size."""
    return tab()
