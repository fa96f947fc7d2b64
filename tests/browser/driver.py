"""The page as a reader uses it: real clicks, keys and pointer moves, and a look at what is then drawn."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

PATIENCE = 15.0  # seconds until something that must come is said to be missing


class Monitor:
    """One tab. `faults` collects what no visit may cause; `asked` every address it requested; `ahead` the questions before they were needed."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.faults: list[str] = []
        self.asked: list[str] = []
        self.ahead: list[str] = []
        page.set_default_timeout(PATIENCE * 1000)
        page.on("request", self._request)
        page.on("response", lambda r: self.faults.append(f"HTTP {r.status} {r.url}") if r.status >= 400 else None)
        page.on("pageerror", lambda e: self.faults.append(f"page error: {e}"))
        page.on("console", lambda m: self.faults.append(f"console {m.type}: {m.text}") if m.type in ("error", "warning") else None)

    def _request(self, request: Any) -> None:
        parts = urlsplit(request.url)
        if request.headers.get("purpose") == "prefetch":
            self.ahead.append(request.post_data or "")
        else:
            self.asked.append(request.url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            self.faults.append(f"a request left the machine: {request.url}")

    # where it is
    @property
    def address(self) -> str:
        """The query of the address bar, without its question mark."""
        return urlsplit(self.page.url).query

    def open(self, query: str = "") -> dict:
        """Loads an address from nothing and returns what is drawn at the end."""
        self.page.goto(f"{self.base}?{query}" if query else self.base)
        return self.settled()

    def settled(self, seconds: float = PATIENCE) -> dict:
        """What is drawn once nothing is under way any more."""
        self.page.wait_for_function("() => window.drawn")
        return self.page.evaluate("most => window.drawn.settled(most)", seconds * 1000)

    def state(self) -> dict:
        """What is drawn now, finished or not."""
        return self.page.evaluate("() => window.drawn.state()")

    def asks(self) -> int:
        """How many requests there were so far."""
        return len(self.asked)

    def eventually(self, look: Callable[[], Any], seconds: float = PATIENCE) -> Any:
        """The first true answer; AssertionError with the last one where none comes in time."""
        until, answer = time.monotonic() + seconds, None
        while time.monotonic() < until:
            if answer := look():
                return answer
            self.page.wait_for_timeout(20)  # lets the browser's news in, which a plain sleep would not
        raise AssertionError(f"never came to be within {seconds} s: {answer!r}")

    # what a reader does
    def spot(self, code: str) -> tuple[float, float] | None:
        """A pixel on the map that shows a country and nothing else, None where it has none."""
        found = self.page.evaluate("code => window.drawn.spot(code)", code)
        return (found[0], found[1]) if found else None

    def click_area(self, code: str) -> None:
        """A click on the map, as a hand does it: the pointer comes, then the button goes down and up."""
        x, y = self.hover_area(code)
        self.page.mouse.click(x, y)

    def hover_area(self, code: str) -> tuple[float, float]:
        spot = self.spot(code)
        assert spot, f"{code} has no pixel of its own on the map"
        self.page.mouse.move(spot[0] + 3, spot[1] + 2)
        self.page.mouse.move(*spot)
        return spot

    def away(self) -> None:
        """The pointer on the page's name, where it touches nothing."""
        self.page.mouse.move(60, 20)

    def choose(self, key: str, value: str) -> dict:
        """Another value in one of the page's selects."""
        self.page.select_option(f'select[data-key="{key}"]', value)
        return self.settled()

    def slider(self) -> Any:
        return self.page.locator("#year input")
