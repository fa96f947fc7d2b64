"""What a download is asked to hold: a view, and whether the data are to be the view's or the whole indicator's."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote_plus

from dashboard.contents import Contents
from dashboard.query import shown
from dashboard.view import View

OF, INDICATOR, VIEW = "data", "indicator", "view"  # a key of a download's address, and its values


class Unlawful(ValueError):
    """A download that cannot be given: the status, and why in words."""

    def __init__(self, status: int, words: str) -> None:
        self.status = status
        super().__init__(words)


@dataclass(frozen=True)
class AskedFile:
    """query: the canonical address of the view, without its question mark. notices: what of the address had to be changed."""

    view: View
    query: str
    notices: tuple[str, ...]
    is_whole: bool


def asked_file(query: str, contents: Contents, is_strict: bool = True) -> AskedFile:
    """is_strict: raises Unlawful for an indicator that there is not, where else the nearest is taken, for a file outlives the notice."""
    own, rest = _taken_out(query)
    wanted = own.get(OF, INDICATOR)
    if wanted not in (INDICATOR, VIEW):
        raise Unlawful(400, f"{OF}={shown(wanted)}: expected {OF}={INDICATOR} (all areas, years and groups) or {OF}={VIEW} (what the view shows).")
    asked = next((unquote_plus(value) for key, value in (_pair(part) for part in rest) if key == INDICATOR and value), "")
    if is_strict and asked and asked not in contents.holdings:
        raise Unlawful(404, f"There is no indicator “{shown(asked)}”. The keys are in download/catalogue.csv.")
    text = "&".join(rest)
    view, notices = View.from_query(text, contents)
    if asked in contents.holdings and view.indicator != asked:  # it stood beyond the part of a long address that is read
        view, _ = View.from_query(f"indicator={quote(asked)}", contents)
    return AskedFile(view, view.to_query(contents.default_indicator), notices, wanted == INDICATOR)


def _taken_out(query: str) -> tuple[dict[str, str], list[str]]:
    """The download's own keys, and the parts of the address that are the view's."""
    parts = query.lstrip("?").split("&")
    own = {key: unquote_plus(value) for key, value in map(_pair, reversed(parts)) if key == OF and value}
    return own, [part for part in parts if _pair(part)[0] != OF]


def _pair(part: str) -> tuple[str, str]:
    key, _, value = part.partition("=")
    return unquote_plus(key), value
