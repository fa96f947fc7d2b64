"""The page of who is missing."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from dashboard.catalogue import Category
from dashboard.contents import Contents
from dashboard.coverage.question import CoverageQuestion
from layouts.missing_form import missing_form
from layouts.shell import Element

RULES = (
    "A country is counted where its source gives values, of any year: of two groups at least by sex, age, place, wealth, education and work, of the people "
    "named in all other columns. A bound such as “under 5%” is a value. Territories are in the file, not in the counts.",
    "Counted in the slice that the explore page shows first. Groups that a country has in other slices only (of other ages, say) are named as such.",
    "A category has data where an indicator tells its people apart from others: an indicator of women alone sets them beside nobody.",
    "Children, youth and older persons are age groups wholly under 18, within 15 to 24, and of 60 and over.",
    "No data for a group is never read as zero. It may be that nobody counts, or that the publisher does not pass it on.",
)


def missing_body(heading: str, lead: Sequence[str], answer: Sequence, question: CoverageQuestion, notices: Sequence[str], contents: Contents) -> list:
    """What stands inside `main`. lead: sentences. answer: the tables below them."""
    body = [html.H1(heading), missing_form(question, contents)]
    if notices:
        body.append(html.Ul([html.Li(notice) for notice in notices], className="said-changes"))
    below = html.Div([html.P(" ".join(lead), className="lead", **{"data-said": ""}), *answer], className="answer")
    address = "download/coverage.csv" + (f"?indicator={question.indicator}" if question.indicator else "")
    files = html.P(["As CSV, also of the countries that have no figures: ", html.A(address, href=address), "."], className="further")
    return [*body, below, files, html.Section([html.H2("How this is counted"), html.Ul([html.Li(rule) for rule in RULES])], className="rules")]


def never_list(categories: Sequence[Category], contents: Contents) -> html.Section:
    """The categories that the report names and no indicator tells apart."""
    heading = html.H2("Never counted")
    words = "The report of 2008 names them among those who may be left out; no indicator here tells their situation apart from that of others."
    return html.Section([heading, html.P(words), html.Ul([_never(c, contents) for c in categories], className="never")])


def _never(category: Category, contents: Contents) -> Element:
    said: list = [html.Strong(category.name)]
    if category.about:
        links = [Element("a", {"href": f"./?indicator={key}"}, contents.catalogue[key].name) for key in category.about]
        said += [". About them alone: ", *[part for place, link in enumerate(links) for part in ((" and ", link) if place else (link,))]]
    if category.note:
        said.append(f". {category.note}")
    return Element("li", {}, said)
