"""The page keeps to its policy with the whole chart library, too, which brings a style sheet of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from app import create_app
from callbacks import plotly_bundle
from dashboard.settings import Settings
from tests.browser.conftest import HERE, LAPTOP, Quiet
from tests.browser.driver import Monitor


def test_the_whole_library_is_drawn_without_a_breach(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plotly_bundle, "small", lambda: None)
    application = create_app(Settings()).server

    def plain(environ: dict, start_response: Callable) -> Iterable[bytes]:
        environ.pop("HTTP_ACCEPT_ENCODING", None)  # to compress so much takes seconds, and is no part of this
        return application(environ, start_response)

    server = make_server("127.0.0.1", 0, plain, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(viewport=LAPTOP)
    context.add_init_script(path=str(HERE / "reading.js"))
    monitor = Monitor(context.new_page(), f"http://127.0.0.1:{server.server_port}/")
    try:
        monitor.open("indicator=unemployment&areas=FIN&chart=lines")
        assert monitor.page.evaluate("() => document.adoptedStyleSheets.length") >= 1
        assert monitor.page.evaluate("() => Object.keys(Plotly.PlotSchema.get().traces).length") > 30  # the whole of it
        assert monitor.faults == []
    finally:
        context.close()
        server.shutdown()
