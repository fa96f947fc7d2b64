"""The words of a view as they stand in the first response; `assets/words.js` writes the same when anything has changed."""

from __future__ import annotations

from collections.abc import Collection

from dash import html

from dashboard import wording
from dashboard.chosen_words import Middle, amount, of_chosen
from dashboard.figures.world_map import chosen_inks, circle, circle_keys
from dashboard.shown import Shown
from dashboard.view import MOST_AREAS
from layouts.ids import Ids
from layouts.shell import Element

LONG_TITLE = 44  # characters; a longer one is set smaller
LEVELS = {"input": "an input", "output": "an output", "outcome": "an outcome", "impact": "an impact"}
KINDS = {"quantitative": "quantitative", "expert-coded": "coded by experts", "perception": "a perception"}
MANY = 4  # chips; more are set smaller
INVITE = f"Click countries on the map or in the ranking to compare them, up to {MOST_AREAS}."
Parts = dict[Ids, object]  # what stands in the element of an id


def words(head: dict, shown: Shown, chosen: dict[str, str], middle: Middle, kinds: Collection[str], invite: str) -> Parts:
    """Title, sentence, legend, chips and the rest that is no control.

    Notices are left to the script: they repeat what stood in the address, and lie over the page without moving it.
    chosen: names by code, in their order. kinds: of gaps and of values, as the map carries them. invite: what is said while none is chosen.
    """
    said = of_chosen(shown, chosen, middle, head["decimals"], running(head), bool(head["why_not_mapped"]))
    return {
        Ids.TITLE: head["title"],
        Ids.SUBTITLE: [
            " · ".join([head["unit"], str(shown.year), *([head["scope"]] if head["scope"] else [])]),
            html.Span(head["direction_words"], className=f"direction {head['direction']}"),
        ],
        Ids.SENTENCE: said or head["sentences"].get(str(shown.year), ""),
        Ids.YEAR_WORDS: str(shown.year),
        Ids.LEGEND: [*legend(head, shown.largest), html.Span(marks(kinds, shown.is_uniform), id=Ids.MARKS, className="marks")],
        Ids.CHIPS: chips(head, shown, chosen, invite),
        Ids.ABOUT: about(head["about"]),
        Ids.SOURCE: source(head["source"]),
    }


def running(head: dict) -> str:
    """The unit behind numbers in running text."""
    return wording.running_unit(head["unit_short"])


def legend(head: dict, largest: float) -> list:
    """A key a class; for counts the reason why they are circles, and what a circle stands for."""
    if head["why_not_mapped"]:
        return [_why(f"{head['why_not_mapped']} Circles grow with the count."), *(_disc(key, largest) for key in circle_keys(largest))]
    classes = head["classes"]
    return [
        html.Span([html.I(**{"data-fill": colour}), html.Span(label)], className="key")
        for label, colour in zip(classes["labels"], classes["colours"], strict=True)
    ]


def _disc(count: float, largest: float) -> html.Span:
    size = int(circle(count, largest) + 0.5)
    return html.Span([Element("svg", {"class": "disc", "width": size, "height": size}), html.Span(wording.number(count, 0))], className="key discs")


def marks(kinds: Collection[str], is_uniform: bool) -> list:
    """A key for each kind of gap or value that the map really carries."""
    keys = [html.Span([html.I(className=f"swatch {kind}"), html.Span(said)], className="key") for kind, said in wording.MARKS.items() if kind in kinds]
    return [*keys, _why("all values are estimated or modelled")] if is_uniform else keys


def _why(text: str) -> html.Span:
    return html.Span(text, className="key why")


def chips(head: dict, shown: Shown, chosen: dict[str, str], invite: str) -> list:
    """The chosen with their values; an invitation where there are none."""
    if not chosen:
        return [html.Span(invite, className="invite")]
    inks = chosen_inks(tuple(chosen))
    buttons = [
        html.Button(
            [html.I(), html.B(name), html.Span(amount(shown.cells.get(code), shown.year, head["decimals"], running(head), " (", ")")), _cross()],
            className="chip",
            title=f"Let {name} go",
            **{"data-area": code, "data-own": inks[code]},
        )
        for code, name in chosen.items()
    ]
    return [*buttons, html.Button("Clear", className="quiet clear", **{"data-clear": "areas"})] if len(chosen) > 1 else buttons


def _cross() -> html.Span:
    return html.Span("×", className="cross", **{"aria-hidden": "true"})


def about(words: dict) -> list:
    """What the indicator is, and which recommendations it informs."""
    informs = words["recommendations"]
    return [
        html.P(words["definition"]),
        *([html.P(words["note"], className="note")] if words["note"] else []),
        html.P(f"Measures {LEVELS[words['level']]}; {KINDS[words['kind']]}.", className="kind"),
        html.H3("Recommendations it informs" if len(informs) > 1 else "Recommendation it informs"),
        html.Ul([html.Li([html.Strong(f"{dimension} {number}. "), text]) for dimension, number, text in informs]),
    ]


def source(words: dict) -> list:
    """Who published the numbers, and under what licence."""
    vintage = "" if words["vintage"] in words["attribution"] else f", {words['vintage']}"
    licence = html.A(words["licence"], href=words["licence_url"], rel="license noopener", target="_blank")
    return [f"Source: {words['attribution']}{vintage}. Licence: ", licence, "."]
