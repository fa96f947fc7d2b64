"""The question of who is missing as a form: it works by its button, and at once where the page's script runs."""

from __future__ import annotations

from dash import html

from dashboard.areas import alphabetical
from dashboard.contents import Contents
from dashboard.coverage.question import CoverageQuestion
from dashboard.view import WORLD
from layouts.first_controls import Option, choice, group_options
from layouts.shell import Element


def missing_form(question: CoverageQuestion, contents: Contents) -> Element:
    """Among whom, and of what: one dimension, one indicator or one country."""
    catalogue = contents.catalogue
    places = [Option(WORLD, "World"), *group_options(contents)]
    dimensions = [Option("", "All dimensions"), *(Option(d.key, d.short) for d in catalogue.dimensions)]
    shorts = {d.key: d.short for d in catalogue.dimensions}
    indicators = [Option("", "All indicators"), *(Option(i.key, i.name, shorts[i.dimension]) for i in catalogue.indicators)]
    named = sorted((a for a in contents.atlas.countries() if a.is_state or a.code == question.area), key=lambda a: alphabetical(a.name))
    countries = [Option("", "All countries"), *(Option(a.code, a.name) for a in named)]
    selects = (
        ("Among", "scope", question.scope, places, WORLD),
        ("Country", "area", question.area, countries, ""),
        *([] if question.indicator else [("Dimension", "dimension", question.dimension, dimensions, "")]),
        ("Indicator", "indicator", question.indicator, indicators, ""),
    )
    labels = [html.Label([html.Span(words), choice(words, key, value, options, default, name=key)]) for words, key, value, options, default in selects]
    return Element("form", {"action": "missing", "method": "get", "class": "asking few", "data-live": True}, [*labels, html.Button("Show", type="submit")])
