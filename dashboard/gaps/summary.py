"""What a list of gaps shows, in a sentence or two of its own numbers; and what there is near where it shows nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dashboard import wording
from dashboard.contents import Contents
from dashboard.gaps.compared import compared
from dashboard.gaps.listed import Listed, listed
from dashboard.gaps.question import DIFFERENCE, RATIO, WIDEST, GapQuestion, default_unit, in_question, unit_name
from dashboard.gaps.said import Said
from dashboard.gaps.table import GapTable
from dashboard.view import WORLD
from dashboard.wording import counted, listing

MOST_NEAR = 4  # dimensions named where one has nothing
FIRST = {"widest": "The widest of these gaps", "closing": "Of these gaps the one that closed fastest", "opening": "Of these gaps the one that opened fastest"}


def heading(question: GapQuestion, contents: Contents) -> str:
    """What is listed, as the page's heading."""
    kind = {"widest": "The widest gaps", "closing": "Gaps that closed fastest", "opening": "Gaps that opened fastest"}[question.kind]
    by = f" by {contents.catalogue.column_names[question.by].lower()}" if question.by else ""
    of = f": {contents.catalogue.dimension(question.dimension).short}" if question.dimension else ""
    return f"{kind}{by} {place(question, contents)}{of}"


def place(question: GapQuestion, contents: Contents) -> str:
    """`in the world`, `in Kenya`, `in Africa`."""
    code = question.area or ("" if question.scope == WORLD else question.scope)
    return f"in {contents.atlas.name(code)}" if code else "in the world"


def summary(question: GapQuestion, found: Listed, rows: Sequence[Said], contents: Contents) -> str:
    """What the list shows. rows: all of its lines in words."""
    if not rows:
        return ""
    first = rows[0]
    values = ", ".join(f"{side.name} {side.words}" for side in first.sides)
    whose = "" if question.area else f" in {first.area}"
    how = "" if question.form == DIFFERENCE else ", by ratio,"
    amount = {"widest": f"a gap of {first.size}" if question.form == DIFFERENCE else f"{first.size} as much"}.get(question.kind)
    amount = amount or f"it {'closed' if question.kind == 'closing' else 'opened'} by {first.size}, {first.change}"
    sentences = [
        f"{FIRST[question.kind]}{how} {place(question, contents)} is in {first.indicator} by {first.column.lower()}{whose}: {values} in {first.year}; {amount}.",
        _rows(question, found, rows),
        _behind(question, rows),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _rows(question: GapQuestion, found: Listed, rows: Sequence[Said]) -> str:
    years = sorted({row.year for row in rows})
    when = f"{years[0]} to {years[-1]}" if len(years) > 1 else str(years[0])
    text = f"{counted(len(rows), 'gap is', 'gaps are')} listed, one for each indicator and breakdown, with values of {when}"
    if question.area:
        wider = sum(line.size > line.middle for line in found.lines)
        than = "wider than in the middle country" if question.kind == WIDEST else "faster than in the middle country"
        text += f"; in {wider} of them {than}"
    return f"{text}."


def _behind(question: GapQuestion, rows: Sequence[Said]) -> str:
    """How often which group is behind, where all rows compare by the same."""
    if not question.by:
        return ""
    names = Counter(row.behind.removeprefix("worse off: ") for row in rows if row.behind.startswith("worse off: "))
    parts = [f"{name} in {count} of them" if place == 0 else f"{name} in {count}" for place, (name, count) in enumerate(names.most_common())]
    return f"Worse off now: {listing(parts)}." if parts else ""


def nothing(question: GapQuestion, found: Listed, table: GapTable, contents: Contents) -> tuple[str, list[tuple[str, GapQuestion]]]:
    """Why there are no rows, and (words, question) of what is near and has some."""
    asked = in_question(question, contents)
    name = contents.catalogue.column_names
    if not asked:
        of = f" of “{contents.catalogue.dimension(question.dimension).short}”" if question.dimension else ""
        by = f" by {name[question.by].lower()}" if question.by else ""
        why = f"No indicator{of} has values of groups of people{by} that can be compared."
    elif found.unmoved:
        moved = "closed" if question.kind == "closing" else "opened"
        others = f" For {counted(found.lacking, 'more breakdown')} there is no earlier gap to hold it against." if found.lacking else ""
        why = f"Of {counted(found.unmoved, 'gap')} {place(question, contents)} none {moved}.{others}"
    else:
        since = f" since {question.since}" if question.since else ""
        unit = "" if question.form == RATIO else f" in {unit_name(question.unit)}"
        kind = " that can be held against an earlier one" if question.kind != WIDEST else ""
        counts = ", or none whose ratio counts" if question.form == RATIO else ""
        why = f"There is no gap{unit} {place(question, contents)}{since}{kind}: the sources have no values of both groups there{counts}."
    return why, [(words, other) for words, other in _near(question, contents) if listed(other, table, contents).lines]


def _near(question: GapQuestion, contents: Contents) -> list[tuple[str, GapQuestion]]:
    """The same question with one part left out or put otherwise, each in the unit that it has."""
    near = []
    if question.dimension:
        near.append(("all dimensions", replace(question, dimension="")))
        columns = Counter(each.column for each in compared(contents) if each.indicator.dimension == question.dimension)
        near += [(f"by {contents.catalogue.column_names[c].lower()}", replace(question, by=c)) for c, _ in columns.most_common() if c != question.by]
    if question.dimension and question.by:
        others = Counter(each.indicator.dimension for each in compared(contents) if each.column == question.by)
        near += [(contents.catalogue.dimension(d).short, replace(question, dimension=d)) for d, _ in others.most_common(MOST_NEAR) if d != question.dimension]
    if question.by:
        near.append(("all breakdowns", replace(question, by="")))
    if question.kind != WIDEST:
        near.append(("the widest gaps", replace(question, kind=WIDEST)))
    if question.since:
        near.append(("values of any year", replace(question, since=0)))
    if question.area:
        near.append(("all countries", replace(question, area="")))
    elif question.scope != WORLD:
        near.append(("the world", replace(question, scope=WORLD)))
    return [(words, replace(other, unit=default_unit(other, contents))) for words, other in near]


def placed(line_place: int, ties: int, countries: int, kind: str) -> str:
    """`widest of 142`, `3rd widest of 142`, `3rd widest of 142, with 2 others`."""
    most, with_others = "widest" if kind == WIDEST else "fastest", f", with {counted(ties, 'other')}" if ties else ""
    which = most if line_place == 1 else f"{wording.ordinal(line_place)} {most}"
    return f"{which} of {countries}{with_others}"
