"""One indicator, or one country: which groups are counted, by whom and when."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from dashboard.areas import alphabetical
from dashboard.catalogue import Indicator
from dashboard.contents import Contents
from dashboard.coverage.cube import Coverage
from dashboard.coverage.summary import CountryRow, Split, held, split, without
from dashboard.peers import Peers
from dashboard.schema import BREAKDOWNS
from dashboard.wording import counted, listing
from layouts.shell import Element

OPEN = 6  # names: more than that are folded


def indicator_detail(indicator: Indicator, coverage: Coverage, scope: Peers, contents: Contents) -> list:
    """A table a breakdown, groups of people before parts and questions; who lacks the indicator itself where it has none."""
    if not indicator.breakdowns:
        return [_states("No figure of this indicator", without(coverage, indicator.key, scope.members), contents)]
    ordered = sorted(indicator.breakdowns, key=lambda b: not b.is_of_people)
    return [_breakdown(indicator, b.column, coverage, scope, contents) for b in ordered]


def _breakdown(indicator: Indicator, column: str, coverage: Coverage, scope: Peers, contents: Contents) -> html.Section:
    breakdown, name = indicator.breakdown(column), contents.catalogue.column_names[column]
    splits = {code: split(coverage, indicator, column, code, scope.members) for code in breakdown.groups}
    first = splits[breakdown.groups[0]]
    kind = "" if breakdown.is_of_people else " (parts or questions, not groups of people)"
    explore = f"./?indicator={indicator.key}&by={BREAKDOWNS[column]}" + ("" if scope.is_world else f"&scope={scope.code}")
    heads = [name, "Countries", "First year", "Last year", "Have another of these groups, not this one"]
    table = Element(
        "table",
        {"class": "listed"},
        [
            Element("thead", {}, Element("tr", {}, [Element("th", {"scope": "col"}, h) for h in heads])),
            Element("tbody", {}, [_group(indicator, column, code, splits[code], coverage, scope, contents) for code in breakdown.groups]),
        ],
    )
    elsewhere = {area for s in splits.values() for area in s.elsewhere} - {area for s in splits.values() for area in s.has}
    lines = [
        _states("Figures, but of none of these groups", first.total, contents),
        _states("These groups in other slices only, not in the one that is shown first", tuple(sorted(elsewhere)), contents),
        _states("No figure of this indicator", first.nothing, contents),
    ]
    heading = html.H2(f"By {name.lower()}{kind}", id=BREAKDOWNS[column])
    return html.Section([heading, html.Div(table, className="listed-box"), *filter(None, lines), html.P(html.A("See the figures", href=explore))])


def _group(indicator: Indicator, column: str, code: str, found: Split, coverage: Coverage, scope: Peers, contents: Contents) -> Element:
    years = held(coverage, coverage.rows(indicator.key, column, (code,)), scope.members)
    cells = [f"{len(found.has)} of {len(scope.members)}", str(years.first or "–"), str(years.last or "–")]
    row = [Element("th", {"scope": "row"}, contents.catalogue.label(column, code)), *(Element("td", {"class": "number"}, cell) for cell in cells)]
    return Element("tr", {}, [*row, Element("td", {}, _names(found.others, contents) or "none")])


def _states(words: str, areas: Sequence[str], contents: Contents) -> html.P | html.Div | None:
    if not areas:
        return None
    return html.Div([html.Span(f"{words}: "), *_names(areas, contents)], className="states")


def _names(areas: Sequence[str], contents: Contents) -> list:
    """The names in their order, folded where they are many."""
    if not areas:
        return []
    names = sorted((contents.atlas.name(code) for code in areas), key=alphabetical)
    if len(names) <= OPEN:
        return [listing(names)]
    return [Element("details", {}, [Element("summary", {}, counted(len(names), "country", "countries")), Element("p", {}, listing(names))])]


def country_detail(area: str, rows: Sequence[CountryRow], scope: Peers, contents: Contents) -> html.Div:
    """A row a category: in which indicators the country has it and until when, and which others have it and the country has not."""
    heads = ["Group", f"{contents.atlas.name(area)} has it in", "Latest", "Not in", "Countries that have it"]
    head = Element("thead", {}, Element("tr", {}, [Element("th", {"scope": "col"}, h) for h in heads]))
    caption = Element("caption", {}, f"Indicators with figures of each group, and how many of {_whole(scope)} have the group in any of them.")
    return html.Div(Element("table", {"class": "listed"}, [caption, head, Element("tbody", {}, [_category(area, row, scope, contents) for row in rows])]), className="listed-box")


def _category(area: str, row: CountryRow, scope: Peers, contents: Contents) -> Element:
    catalogue, own = contents.catalogue, dict(row.has)
    has = _indicators([(catalogue[key], str(year) if year else "other slices only") for key, year in row.has], area, f"{len(own)} of {counted(len(row.offered), 'indicator')}")
    lacks = _indicators([(catalogue[key], "") for key in row.offered if key not in own], area, counted(len(row.offered) - len(own), "indicator"))
    if not row.offered:
        has, lacks = ["no such indicator"], ["–"]
    among = f"{row.countries} of {len(scope.members)}" if row.offered else "–"
    cells = [has or ["no data"], str(max(own.values(), default=0) or "–"), lacks or ["–"], among]
    classes = ["", "number", "", "number"]
    head = Element("th", {"scope": "row"}, row.category.name)
    return Element("tr", {"class": "" if own else "none"}, [head, *(Element("td", {"class": name}, cell) for name, cell in zip(classes, cells, strict=True))])


def _indicators(listed: Sequence[tuple[Indicator, str]], area: str, summary: str) -> list:
    if not listed:
        return []
    links = [
        [", " if place else "", Element("a", {"href": f"missing?indicator={i.key}&area={area}"}, i.name), f" ({words})" if words else ""]
        for place, (i, words) in enumerate(listed)
    ]
    return [Element("details", {}, [Element("summary", {}, summary), Element("p", {}, links)])]


def _whole(scope: Peers) -> str:
    return counted(len(scope.members), "country", "countries") + ("" if scope.is_world else f" of {scope.name}")
