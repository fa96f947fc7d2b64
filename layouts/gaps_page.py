"""The list of gaps as a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dash import html

from dashboard.contents import Contents
from dashboard.gaps.listed import Line, Listed
from dashboard.gaps.question import DIFFERENCE, GapQuestion, unit_name, units
from dashboard.gaps.said import Said
from dashboard.gaps.summary import heading, placed, summary
from dashboard.wording import counted
from layouts.gap_picture import key, picture
from layouts.gap_rules import rules
from layouts.gaps_form import gaps_form
from layouts.shell import Element

AT_FIRST = 30  # rows
Near = tuple[str, list[tuple[str, GapQuestion]]]


def gaps_body(question: GapQuestion, notices: Sequence[str], found: Listed, rows: Sequence[Said], near: Near, contents: Contents) -> list:
    """What stands inside `main`. rows: all of the list in words, in its order; near: where there are none, why, and what there is."""
    body = [html.H1(heading(question, contents)), gaps_form(question, contents)]
    if notices:
        body.append(html.Ul([html.Li(notice) for notice in notices], className="said-changes"))
    return [*body, html.Div(_answer(question, found, rows, near, contents), className="answer"), rules(), *_sources(found, contents)]


def _answer(question: GapQuestion, found: Listed, rows: Sequence[Said], near: Near, contents: Contents) -> list:
    if not rows:
        why, others = near
        links = [html.Li(html.A(words, href=_address(other, contents))) for words, other in others]
        return [html.P(why, className="gist", **{"data-said": ""}), *([html.P("There is something for:"), html.Ul(links, className="near")] if links else [])]
    shown = rows if question.is_whole else rows[:AT_FIRST]
    lines = [_row(place, line, said, question) for place, (line, said) in enumerate(zip(found.lines, shown, strict=False), 1)]
    table = Element("table", {"class": "gaps", "role": "table"}, [_caption(question), _head(question), Element("tbody", {"role": "rowgroup"}, lines)])
    return [html.P(summary(question, found, rows, contents), className="gist", **{"data-said": ""}), table, *_below(question, found, len(rows), len(shown), contents)]


def _caption(question: GapQuestion) -> Element:
    what = {"widest": "Gaps, the widest first", "closing": "Gaps, the one that closed fastest first", "opening": "Gaps, the one that opened fastest first"}[question.kind]
    ratios = "the larger value over the smaller, of any unit; of a percentage, of those who have the thing, not of the rest"
    of = f"differences in {unit_name(question.unit)}" if question.form == DIFFERENCE else ratios
    return Element("caption", {}, f"{what}: {of}.")


def _head(question: GapQuestion) -> Element:
    size = {"widest": "Gap", "closing": "Closed", "opening": "Opened"}[question.kind]
    names = ["#", "Indicator and breakdown", "Groups compared" if question.area else "Country, groups compared", size, "Place, middle country" if question.area else "Middle country"]
    return Element("thead", {"role": "rowgroup"}, Element("tr", {"role": "row"}, [Element("th", {"scope": "col", "role": "columnheader"}, name) for name in names]))


def _row(place: int, line: Line, said: Said, question: GapQuestion) -> Element:
    link = html.A(said.indicator, href=f"./?{said.query}" if said.query else "./")
    what = [link, html.Small(" · ".join([f"by {said.column.lower()}", *([said.slice] if said.slice else []), said.unit]))]
    others = f", with {counted(line.ties, 'other')}" if line.ties and not question.area else ""
    where = [] if question.area else [html.Strong(said.area), f"{others} "]
    groups = [html.Div([*where, html.Span(str(said.year), className="when")])]
    if said.span:
        groups.append(picture(said.span, said.sides, said.before))
    groups.append(html.Div([html.Span([key(side), f"{side.name} {side.words}"], className="side-words") for side in said.sides]))
    if said.before:
        groups.append(html.Small(f"{said.start}: {', '.join(f'{side.name} {side.words}' for side in said.before)}"))
    size = [html.Strong(said.size), *([html.Div(said.change)] if said.change else []), html.Div(said.behind, className="behind")]
    size += [html.Div(note, className="note") for note in said.notes]
    if question.area:
        middle = [html.Div(placed(line.place, line.ties, line.countries, question.kind)), html.Small(f"{said.middle} in the middle country" if said.middle else "too few for a middle")]
    else:
        middle = [html.Div([html.Span("Middle country: ", className="narrow-only"), said.middle or "–"]), html.Small(counted(line.countries, "country", "countries"))]
    cells = [
        Element("td", {"role": "cell", "class": "n"}, str(place)),
        Element("th", {"scope": "row", "role": "rowheader"}, what),
        Element("td", {"role": "cell", "class": "who"}, groups),
        Element("td", {"role": "cell", "class": "size"}, size),
        Element("td", {"role": "cell", "class": "middle"}, middle),
    ]
    return Element("tr", {"role": "row"}, cells)


def _below(question: GapQuestion, found: Listed, count: int, shown: int, contents: Contents) -> list:
    said = []
    if found.lacking:
        have, counts = "has" if found.lacking == 1 else "have", "" if question.form == DIFFERENCE else ", or none whose ratio counts"
        said.append(f"{counted(found.lacking, 'breakdown')} of these indicators {have} no such gap in the data{counts}.")
    if found.unmoved:
        said.append(f"In {counted(found.unmoved, 'breakdown')} no gap {'closed' if question.kind == 'closing' else 'opened'}.")
    links = [html.A("This list as CSV", href=_address(question, contents, "download/gaps.csv"))]
    if shown < count:
        links.insert(0, html.A(f"Show all {count} rows", href=_address(replace(question, is_whole=True), contents)))
    others = [html.A(f"{unit_name(unit)} ({many})", href=_address(replace(question, unit=unit), contents)) for unit, many in units(question, contents) if unit != question.unit]
    if question.form == DIFFERENCE and others:
        links.append(html.Span(["In other units: ", *(part for link in others for part in (link, " "))]))
    return [*([html.P(" ".join(said), className="left-out")] if said else []), html.P([part for link in links for part in (link, " ")], className="further")]


def _sources(found: Listed, contents: Contents) -> list:
    """Whose data the list is drawn from."""
    keys = dict.fromkeys(line.compared.indicator.source for line in found.lines)
    sources = [contents.catalogue.source(key) for key in keys]
    said = [f"{s.attribution} ({s.vintage}{'' if s.licence in s.attribution else f'; {s.licence}'})" for s in sources]
    return [html.P(f"Sources: {'; '.join(said)}. Gaps are computed here.", className="sources")] if said else []


def _address(question: GapQuestion, contents: Contents, path: str = "gaps") -> str:
    query = question.to_query(contents)
    return f"{path}?{query}" if query else path
