"""The top of the ranking as it stands in the first response; `assets/ranking.js` writes the same for any year and order."""

from __future__ import annotations

from dash import html

from dashboard import wording
from dashboard.figures.world_map import chosen_inks
from dashboard.shown import Place, Shown
from layouts.first_words import running
from layouts.shell import Element, to_html

ROWS = 20  # of the places; beyond them is room, which the script fills
ROW = 30  # pixels
FIRST = {"higher": "best first", "lower": "best first", "neutral": "highest first", "equality": "nearest to equality first"}


def ranking(head: dict, shown: Shown, chosen: dict[str, str], states: frozenset[str]) -> object:
    """The chosen, and the first places. chosen: names by code. states: codes that could have a place."""
    if not shown.places and not chosen:
        return html.P(f"No country has a value for {shown.year} here. Try another year or another group.", className="empty")
    inks, rest = chosen_inks(tuple(chosen)), len(shown.places) - ROWS
    rows = [_line(place, head, shown, inks) for place in shown.places[:ROWS]]
    if rest > 0:
        rows.append(html.Tr(Element("td", {"colSpan": "5", "height": rest * ROW}), className="rest"))
    return html.Table(
        [
            html.Caption(f"{head['title']}, {shown.year}", className="visually-hidden"),
            html.Thead([html.Tr(_columns(head)), _widest(head, shown)]),
            html.Tbody(_pinned(head, shown, chosen, states, inks), className="pins"),
            html.Tbody(rows, className="places"),
        ]
    )


def _columns(head: dict) -> list:
    return [
        _column("rank", "# ↑", f"Place, {FIRST[head['order']]}", "ascending"),
        _column("name", "Country", "By name"),
        _column("value", "Value", head["unit"]),
        html.Th("Year", scope="col", className="y"),
        _column("change", "Change", "Against the last value 5 to 10 years before"),
    ]


def _column(name: str, words: str, title: str, sort: str = "none") -> Element:
    button = html.Button(words, **{"data-sort": name, "title": title})
    return Element("th", {"scope": "col", "className": name, "aria-sort": sort}, button)


def _pinned(head: dict, shown: Shown, chosen: dict[str, str], states: frozenset[str], inks: dict[str, int]) -> list:
    rows = []
    for code, name in chosen.items():
        place, more = shown.place(code), "last-pinned" if code == [*chosen][-1] else ""
        rows.append(_line(place, head, shown, inks, more) if place else _absent(code, name, head, shown, states, inks[code], more))
    return rows


def _line(place: Place, head: dict, shown: Shown, inks: dict[str, int], more: str = "") -> Element:
    cell, is_chosen, (value, change) = place.cell, place.code in inks, _said(place, head)
    return _row(
        place.code,
        ("chosen " if is_chosen else "") + more,
        inks.get(place.code),
        [
            html.Td("" if running(head) == wording.YES_NO else str(place.rank), className="n"),
            _name(place.name, is_chosen),
            html.Td(value, className="n v"),
            html.Td(str(cell.year), className="y older" if cell.year < shown.year else "y"),
            html.Td(change, className="n c"),
        ],
    )


def _said(place: Place, head: dict) -> tuple[str, object]:
    """What a row says in its columns of value and change."""
    value = wording.value(place.cell.value, head["decimals"], running(head), place.cell.flag)
    if place.change is None:
        return value, "–"
    return value, [wording.changed(place.change, head["decimals"], running(head)) + " ", html.Small(str(place.since))]


def _widest(head: dict, shown: Shown) -> Element:
    """The longest words of each column, in a row that takes room but is not seen: columns do not move when further rows come."""
    said = [_said(place, head) for place in shown.places]
    value = max((value for value, _ in said), key=len, default="")
    change = max((change for _, change in said), key=lambda change: len(to_html(change)), default="")
    cells = [html.Td(str(len(shown.places)), className="n"), html.Td(), html.Td(value, className="n v"), html.Td(str(shown.year), className="y"), html.Td(change, className="n c")]
    return Element("tr", {"className": "widest", "aria-hidden": "true"}, cells)


def _absent(code: str, name: str, head: dict, shown: Shown, states: frozenset[str], ink: int, more: str) -> Element:
    """A chosen country that has no place says why."""
    cell = shown.cells.get(code)
    why = wording.nothing(cell.flag if cell else "")
    if code not in head["members"] and code in shown.cells:
        why = "not among the countries shown" if code in states else "not counted among the states"
    return _row(code, f"chosen {more}", ink, [html.Td(className="n"), _name(name, True), html.Td(why, className="why", colSpan="3")])


def _row(code: str, classes: str, ink: int | None, cells: list) -> Element:
    return Element("tr", {"data-area": code, "className": classes, "data-own": ink}, cells)


def _name(name: str, is_chosen: bool) -> Element:
    return Element("th", {"scope": "row"}, html.Button(name, **{"aria-pressed": str(is_chosen).lower()}))
