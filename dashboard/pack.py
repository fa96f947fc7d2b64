"""What a briefing pack is of: several indicators for the same countries, as one document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dashboard.contents import Contents
from dashboard.query import shown
from dashboard.view import MOST_AREAS, View
from dashboard.wording import listing

FORMATS = ("pdf", "pptx", "docx")
MOST_INDICATORS = 24
TICKET = re.compile(r"[A-Za-z0-9-]{8,64}")
LONGEST_HOME = 300


@dataclass(frozen=True)
class Pack:
    """views: canonical queries, in order. kind: of `FORMATS`. home: the monitor's absolute address, as the reader has it.

    names: of the countries, in the order chosen. ticket: what tells this request from the same one of somebody else.
    """

    views: tuple[str, ...]
    kind: str
    home: str
    names: tuple[str, ...]
    scope: str
    ticket: str

    @property
    def title(self) -> str:
        """Whom it is about."""
        return listing(list(self.names)) or self.scope


def pack_of(asked: object, contents: Contents) -> tuple[Pack | None, str]:
    """The pack of a question, or what is wrong with it, as a sentence for the reader.

    asked: {"view": query of the page, of which countries, scope and comparison are kept, "indicators": keys in order, "kind", "home", "ticket"}.
    """
    if not isinstance(asked, Mapping):
        return None, "The question for a pack is no object."
    keys, kind, home, ticket = asked.get("indicators"), asked.get("kind"), asked.get("home"), asked.get("ticket")
    if not isinstance(ticket, str) or not TICKET.fullmatch(ticket):
        return None, "The question for a pack has no ticket; reload the page."
    if kind not in FORMATS:
        return None, f"A pack is made as {', '.join(FORMATS)}, not as “{shown(str(kind))}”."
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys) or not keys:
        return None, "Choose at least one indicator."
    keys = list(dict.fromkeys(keys))
    if len(keys) > MOST_INDICATORS:
        return None, f"A pack holds at most {MOST_INDICATORS} indicators; {len(keys)} were chosen."
    unknown = [key for key in keys if key not in contents.holdings]
    if unknown:
        return None, f"There is no indicator “{shown(unknown[0])}”."
    base, _ = View.from_query(str(asked.get("view") or ""), contents)
    views = tuple(_view(base, key).to_query(contents.default_indicator) for key in keys)
    scope = contents.atlas.group(base.scope).name if contents.atlas.has_group(base.scope) else "World"
    names = tuple(contents.atlas.area(code).name for code in base.areas[:MOST_AREAS])
    return Pack(views, kind, _home(home), names, scope, ticket), ""


def _view(base: View, indicator: str) -> View:
    """The indicator's own first view of the same countries."""
    if indicator == base.indicator:
        return base
    return replace(View(indicator), areas=base.areas, scope=base.scope, compare=base.compare)


def _home(home: object) -> str:
    """An address of a web page, else none: files then carry the query alone."""
    if not isinstance(home, str) or len(home) > LONGEST_HOME:
        return ""
    parts = urlsplit(home)
    is_page = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment or parts.username)
    return home if is_page and home.isascii() and home.isprintable() and " " not in home else ""
