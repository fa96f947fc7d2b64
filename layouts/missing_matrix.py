"""All indicators beside all categories of exclusion: how many countries have the groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dash import html

from dashboard.catalogue import Category, Indicator
from dashboard.contents import Contents
from dashboard.coverage.categories import groups_in
from dashboard.coverage.question import CoverageQuestion
from dashboard.coverage.summary import Held
from dashboard.coverage.words import in_text, only_group
from dashboard.peers import Peers
from dashboard.schema import BREAKDOWNS
from dashboard.wording import counted
from layouts.shell import Element

Found = Mapping[str, Sequence[Held]]


def matrix_table(question: CoverageQuestion, found: Found, categories: Sequence[Category], scope: Peers, contents: Contents) -> html.Div:
    """The table in a box of its own, which scrolls where the page is narrow."""
    catalogue = contents.catalogue
    heads = [Element("th", {"scope": "col", "title": c.name}, c.short) for c in categories]
    head = Element("thead", {}, Element("tr", {}, [Element("th", {"scope": "col", "class": "what"}, "Indicator"), *heads]))
    bodies = []
    for dimension in catalogue.dimensions:
        if question.dimension in ("", dimension.key):
            indicators = catalogue.of_dimension(dimension.key)
            title = Element("tr", {"class": "dimension"}, Element("th", {"scope": "rowgroup", "colSpan": len(categories) + 1}, html.Span(dimension.name)))
            rows = [_row(question, i, found[i.key], categories, scope) for i in indicators if i.key in found]
            bodies.append(Element("tbody", {}, [title, *rows, *_without(question, [i for i in indicators if i.key not in found], len(categories), contents)]))
    of = counted(len(scope.members), "country", "countries")
    caption = Element("caption", {}, f"How many of {of} have figures of each group, in any year. Empty: the source does not tell the group apart.")
    box = Element("table", {"class": "coverage"}, [caption, head, *bodies])
    return html.Div(box, className="coverage-box", role="region", tabIndex="0", **{"aria-label": "Indicators and groups"})


def _row(question: CoverageQuestion, indicator: Indicator, held: Sequence[Held], categories: Sequence[Category], scope: Peers) -> Element:
    name = Element("th", {"scope": "row"}, Element("a", {"href": _detail(question, indicator)}, indicator.name))
    return Element("tr", {}, [name, *(_cell(question, indicator, c, h, scope) for c, h in zip(categories, held, strict=True))])


def _cell(question: CoverageQuestion, indicator: Indicator, category: Category, held: Held, scope: Peers) -> Element:
    groups = groups_in(category, indicator)
    if not groups:
        return Element("td", {}, Element("span", {"class": "visually-hidden"}, "no"))
    share = held.count / max(len(scope.members), 1)
    years = f", {held.first} to {held.last}" if held.count else ""
    said = [str(held.count), Element("span", {"class": "visually-hidden"}, f" of {len(scope.members)}")]
    href = f"{_detail(question, indicator)}#{BREAKDOWNS[groups[0][0]]}"
    title = f"{indicator.name}, {in_text(category)}: {held.count} of {len(scope.members)}{years}"
    return Element("td", {"class": "held", "data-share": f"{100 * share:.0f}"}, Element("a", {"href": href, "title": title}, said))


def _without(question: CoverageQuestion, indicators: Sequence[Indicator], width: int, contents: Contents) -> list[Element]:
    """The indicators without groups, folded: none is left out, and none takes a row of its own."""
    if not indicators:
        return []
    links = [[", " if place else "", Element("a", {"href": _detail(question, i)}, i.name), _only(contents, i)] for place, i in enumerate(indicators)]
    said = f"{counted(len(indicators), 'indicator')} without any group of people"
    return [Element("tr", {"class": "without"}, Element("td", {"colSpan": width + 1}, Element("details", {}, [Element("summary", {}, said), Element("p", {}, links)])))]


def _only(contents: Contents, indicator: Indicator) -> str:
    words = only_group(contents, indicator)
    return f" (only {words})" if words else ""


def _detail(question: CoverageQuestion, indicator: Indicator) -> str:
    return "missing?" + replace(question, indicator=indicator.key, dimension="", area="").to_query()
