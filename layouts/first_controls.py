"""The controls of a view as they stand in the first response; `assets/controls.js` writes the same when anything has changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dash import html

from dashboard.contents import Contents
from dashboard.view import WORLD, View
from layouts.first_words import Parts
from layouts.ids import Ids
from layouts.shell import Element

WINDOWS = (0, 1, 2, 3, 5, 7, 10, 15, 20, 30)
MOST_OPEN = 2  # breakdowns that stand open; more are folded into one box
GROUP_KINDS = {
    "region": "Regions", "sub-region": "Sub-regions", "intermediate": "Sub-regions", "income": "Income groups", "development": "Development groups",
}  # fmt: skip


@dataclass(frozen=True)
class Option:
    """One line of a select, under a heading where it has one."""

    value: str
    words: str
    heading: str = ""
    is_disabled: bool = False


def group_options(contents: Contents) -> list[Option]:
    """Regions and groups that map and ranking can be limited to, in the release's order."""
    groups = [g for g in contents.atlas.groups if g.kind != WORLD and len(g.members) > 2]
    return [Option(g.code, g.name, GROUP_KINDS.get(g.kind, "Other groups")) for g in groups]


def controls(head: dict, by: dict, view: View, year: int, chosen: list[str], groups: list[Option]) -> Parts:
    """Every control of the page. by: of the breakdown panel. chosen: names, in their order."""
    whose = f"{chosen[0]}’s " if chosen else "the countries’ "
    near = [Option(WORLD, "the world"), Option("region", f"{whose}region"), Option("income", f"{whose}income group")]
    return {
        Ids.SLICES: slices(head),
        Ids.MEASURE: measures(head["measure"]),
        Ids.BY: breakdown(by),
        Ids.SCOPE: _labelled("show", choice("Countries shown", "scope", view.scope, [Option(WORLD, "World"), *groups], WORLD)),
        Ids.COMPARE: _labelled("with the median of", choice("Compared with", "compare", view.compare, [*near, *groups], WORLD)),
        Ids.WINDOW: window(head),
        Ids.YEAR: slider(head, year),
    }


def breakdown(by: dict) -> list:
    """The breakdown shown, a second one where the data hold both crossed, and the form of the picture."""
    parts: list = []
    if by["options"] and by["is_by_shown"]:
        parts.append(_labelled("by", choice("Breakdown", "by", by["value"], _options(by["options"]), by["default"])))
    if by["crosses"]:
        parts.append(_labelled("and", choice("Second breakdown", "cross", by["cross"], [Option("", "none"), *_options(by["crosses"])], "")))
    if by["forms"]:
        buttons = [_form(key, words, key == by["form"]) for key, words in by["forms"]]
        parts.append(Element("span", {"class": "forms", "role": "group", "aria-label": "Form of the picture"}, buttons))
    return parts


def _form(key: str, words: str, is_pressed: bool) -> Element:
    return Element("button", {"class": f"form {key}", "data-chart": key, "aria-label": words, "title": words, "aria-pressed": str(is_pressed).lower()})


def slices(head: dict) -> list:
    """A select a breakdown."""
    selects = [_labelled(s["name"], choice(s["name"], s["key"], s["value"], _options(s["options"]), s["default"])) for s in head["slices"]]
    if len(selects) <= MOST_OPEN:
        return selects
    chosen = [dict(s["options"])[s["value"]] for s in head["slices"] if s["value"] != s["default"]]
    summary = html.Summary(f"Group: {', '.join(chosen)}" if chosen else "Choose a group")
    return [html.Details([summary, html.Div(selects, className="fold")], className="more", **{"data-indicator": head["indicator"]})]


def measures(choices: dict) -> list:
    """Which measure is shown in place of the values, and the group that the others are set against; nothing without groups."""
    if not choices["options"]:
        return []
    options = [Option(key, f"{name} ({why_not})" if why_not else name, family, bool(why_not)) for key, name, family, why_not in choices["options"]]
    found = [_labelled("Show", choice("What is shown", "measure", choices["value"], [Option("", "the values"), *options], ""))]
    if choices["refs"]:
        found.append(choice("Groups compared", "ref", choices["ref"], _options(choices["refs"]), ""))
    return [*found, html.Button("Sums", className="quiet", title="The arithmetic of every measure, with a country's numbers put in", **{"data-open": "working"})]


def window(head: dict) -> html.Label:
    """How old a value may be."""
    steps = sorted({*WINDOWS, head["window"], head["default_window"]})
    options = [Option(str(n), "this year only" if n == 0 else f"up to {n} year{'s' if n > 1 else ''} old") for n in steps]
    return _labelled("values", choice("How old a value may be", "window", str(head["window"]), options, str(head["default_window"])))


def slider(head: dict, year: int) -> list:
    """The years, and the one shown."""
    first, last = head["years"]
    done = repr(100 * (year - first) / ((last - first) or 1)).removesuffix(".0")
    attributes = {"type": "range", "step": "1", "aria-label": "Year", "min": first, "max": last, "disabled": first == last}
    place = {"aria-valuetext": str(year), "value": year}
    track = Element("svg", {"class": "done", "aria-hidden": "true"}, Element("rect", {"width": f"{done}%", "height": "100%"}))
    return [html.Span(str(first), className="first"), track, Element("input", attributes | place), html.Span(str(last), className="last")]


def _options(pairs: Iterable) -> list[Option]:
    return [Option(value, words) for value, words in pairs]


def _labelled(words: str, select: Element) -> html.Label:
    return html.Label([html.Span(words), select])


def choice(words: str, key: str, value: str, options: list[Option], default: str, name: str | None = None) -> Element:
    """A select; options of one heading stand together. name: under which a form sends it, None for none."""
    headings: dict[str, list] = {}
    for option in options:
        line = Element("option", {"value": option.value, "selected": option.value == value, "disabled": option.is_disabled}, option.words)
        headings.setdefault(option.heading, []).append(line)
    inside = [*headings.pop("", []), *(Element("optgroup", {"label": heading}, lines) for heading, lines in headings.items())]
    return Element("select", {"aria-label": words, "name": name, "data-key": key, "data-default": default}, inside)
