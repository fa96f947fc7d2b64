"""For whom: the breakdown panel's answer becomes charts, a table and words, in whichever of its forms the address asks for."""

from __future__ import annotations

from callbacks.breakdown import draw_breakdown
from dashboard import wording
from dashboard.documents.group_lines import line_charts, line_table, without_lines
from dashboard.documents.groups import gaps_said, group_rows, group_table
from dashboard.documents.told import Chapter
from dashboard.headline import direction_words
from dashboard.provenance import Provenance
from dashboard.view import ALL, LINES, View
from data.desk import Desk

MOST_PICTURES = 16  # charts of groups over time; a second breakdown may ask for many more
MOST_SAID = 3  # countries whose groups are said in words


def groups_chapter(desk: Desk, view: View, about: Provenance, chosen: int) -> Chapter:
    """The groups of a view. about: of its map, whose unit may be another. chosen: how many countries are."""
    own, year = desk.contents.catalogue[view.indicator], view.year_of(desk.contents)
    answer = draw_breakdown(desk, view.to_query(desk.contents.default_indicator))
    own, by = own.on_group_scale() if own.group_scale else own, answer["by"]
    if not by["value"]:
        near = [name for _, name in by["near"]]
        notes = (answer["missing"], f"Near it, with groups: {wording.listing(near)}." if near else "")
        return Chapter(f"{about.title}: for whom", about.subtitle, why=words_of(answer["figure"]), notes=tuple(words for words in notes if words))
    title = f"{own.name}, {_over(by)}"
    under = " · ".join(part for part in (own.unit, "" if by["form"] == LINES else str(year), about.scope, direction_words(own)) if part)
    notes = [words for words in (*answer["note"], answer["missing"]) if words]
    if by["form"] == LINES:
        charts = line_charts(answer, own, desk.years(view.indicator), title)
        if not charts:
            return Chapter(title, under, why=words_of(answer["figure"]), notes=tuple(notes))
        empty = without_lines(answer, charts)
        notes += [f"No values for {wording.listing(empty)}."] if empty else []
        if len(charts) > MOST_PICTURES:
            notes.append(f"The first {MOST_PICTURES} of {len(charts)} pictures; the page shows all.")
        return Chapter(title, under, "", charts[:MOST_PICTURES], line_table(charts[:MOST_PICTURES], answer), tuple(notes))
    dots = group_rows(answer, own, year, f"Dots: {title}, {year}.")
    if dots is None:
        return Chapter(title, under, why=words_of(answer["figure"]), notes=tuple(notes))
    table = group_table(dots, answer, "")
    return Chapter(title, under, gaps_said(dots, table, max(1, min(chosen, MOST_SAID))), (dots,), table, tuple(notes))


def _over(by: dict) -> str:
    """By what the groups are told apart, in words."""
    if by["form"] == ALL:
        return "all breakdowns"
    second = f" and {dict(by['crosses'])[by['cross']]}" if by["cross"] else ""
    return f"by {dict(by['options'])[by['value']]}{second}"


def words_of(figure: dict) -> str:
    """What an empty figure says."""
    return " ".join(note["text"].replace("<br>", " ") for note in figure["layout"].get("annotations", []) if not figure["data"])
