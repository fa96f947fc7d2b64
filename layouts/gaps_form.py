"""The question of a list of gaps as a form: it works by its button, and at once where the page's script runs."""

from __future__ import annotations

from dash import html

from dashboard.contents import Contents
from dashboard.gaps.compared import COLUMNS
from dashboard.gaps.question import ANY_YEAR, DIFFERENCE, EVERY_ROW, WIDEST, GapQuestion, default_since, unit_key, unit_name, units
from dashboard.schema import BREAKDOWNS
from dashboard.view import WORLD
from layouts.first_controls import Option, choice, group_options
from layouts.shell import Element

KINDS = {"widest": "the widest", "closing": "closed fastest", "opening": "opened fastest"}
FORMS = {"difference": "the difference", "ratio": "the ratio"}
SINCE = (2020, 2015, 2010, 2000)


def gaps_form(question: GapQuestion, contents: Contents) -> Element:
    """The form; its empty parts are left out of the address by the script, and read as nothing by the server."""
    catalogue = contents.catalogue
    dimensions = [Option("", "All dimensions"), *(Option(d.key, d.short) for d in catalogue.dimensions)]
    columns = [Option("", "All breakdowns"), *(Option(BREAKDOWNS[c], catalogue.column_names[c]) for c in COLUMNS)]
    places = [Option(WORLD, "World"), *group_options(contents)]
    if question.scope not in (option.value for option in places):  # a group too small to be offered, but not to be asked for
        places.append(Option(question.scope, contents.atlas.name(question.scope)))
    states = sorted(((a.name, a.code) for a in contents.atlas.states()), key=lambda pair: pair[0].casefold())
    countries = [Option("", "All countries"), *(Option(code, name) for name, code in states)]
    default = default_since(contents)
    years = sorted({*SINCE, default, *([question.since] if question.since else [])}, reverse=True)
    since = [*(Option("" if year == default else str(year), f"since {year}") for year in years), Option(ANY_YEAR, "of any year")]
    selects = [
        ("Gaps", "kind", question.kind, _options(KINDS), WIDEST),
        ("Between groups by", "by", BREAKDOWNS.get(question.by, ""), columns, ""),
        ("Dimension", "dimension", question.dimension, dimensions, ""),
        ("Region or group", "scope", question.scope, places, WORLD),
        ("Country", "area", question.area, countries, ""),
        ("Measured by", "as", question.form, _options(FORMS), DIFFERENCE),
    ]
    if question.form == DIFFERENCE:
        offered = [Option(unit_key(unit), unit_name(unit)) for unit, _ in units(question, contents)]
        selects += [("Unit", "unit", unit_key(question.unit), offered, "")] if offered else []
    selects.append(("Values", "since", "" if question.since == default else str(question.since or ANY_YEAR), since, ""))
    whole = [Element("input", {"type": "hidden", "name": "rows", "value": EVERY_ROW})] if question.is_whole else []
    labels = [html.Label([html.Span(words), choice(words, key, value, options, default, name=key)]) for words, key, value, options, default in selects]
    return Element("form", {"action": "gaps", "method": "get", "class": "asking", "data-live": True}, [*labels, *whole, html.Button("Show", type="submit")])


def _options(words: dict[str, str]) -> list[Option]:
    return [Option(value, said) for value, said in words.items()]
