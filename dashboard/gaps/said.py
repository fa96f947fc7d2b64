"""The words of one row of a list of gaps."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dashboard import wording
from dashboard.breakdown import group_rows
from dashboard.contents import Contents
from dashboard.gaps.listed import Line
from dashboard.gaps.question import DIFFERENCE, RATIO, WIDEST, GapQuestion, unit_name
from dashboard.gaps.table import GapTable
from dashboard.measures.flags import FLAGS
from dashboard.measures.reference import FEWEST
from dashboard.schema import TOTAL
from dashboard.view import View

SAID_FLAGS = "eu"  # of the letters, those that a reader should know of
RATIO_DECIMALS = 2


@dataclass(frozen=True)
class Side:
    """One of the two groups: its name, its value in words and as a number; its place and ink as in the breakdown panel."""

    name: str
    words: str
    value: float
    place: int
    colour: str


@dataclass(frozen=True)
class Said:
    """One row in words.

    query: of the view that shows the gap. slice: what the indicator's default slice is of, besides the breakdown, "" for all.
    sides: the two groups in the order of the breakdown panel; before: the same at the start of a change, else empty; start: its
    year, else 0. size: the gap, or how fast it closes or opens. behind: who is worse off, or has more. middle: the size in the
    middle country, "" where they are too few. change: from what to what, "" for none. notes: what weakens it. span: the limits of the scale where the two
    values can be drawn on one.
    """

    query: str
    indicator: str
    unit: str
    column: str
    slice: str
    area: str
    year: int
    sides: tuple[Side, Side]
    before: tuple[Side, ...]
    start: int
    size: str
    behind: str
    middle: str
    change: str
    notes: tuple[str, ...]
    span: tuple[float, float] | None


def said(line: Line, question: GapQuestion, table: GapTable, contents: Contents) -> Said:
    """The words of one row."""
    indicator, column, row = line.compared.indicator, line.compared.column, line.row
    area, is_change = table.word("REF_AREA", row), question.kind != WIDEST
    start = int(table.number("START_PERIOD", row)) if is_change else 0
    flags = [FLAGS[letter] for letter in SAID_FLAGS if letter in table.word("FLAGS", row)]
    turned = is_change and bool(table.has_turned[row])
    notes = [*flags, *([f"turned round since {start}"] if turned else [])]
    return Said(
        query=view_query(line, table, contents),
        indicator=indicator.name,
        unit=indicator.unit,
        column=contents.catalogue.column_names[column],
        slice=", ".join(contents.catalogue.label(other, code) for other, code in indicator.headline if other != column and code != TOTAL),
        area=contents.atlas.name(area),
        year=int(table.number("TIME_PERIOD", row)),
        sides=_sides("", line, table, contents),
        before=_sides("START_", line, table, contents) if start else (),
        start=start,
        size=size_words(line.size, line, question),
        behind=behind(line, table, contents),
        middle=size_words(line.middle, line, question, with_unit=False) if line.countries >= FEWEST else "",
        change=_change(line, question, table) if is_change else "",
        notes=tuple(notes),
        span=line.compared.terms.span if indicator.unit_short == "%" else None,
    )


def view_query(line: Line, table: GapTable, contents: Contents) -> str:
    """The canonical query of the view that shows the gap: its country and year, the difference of its two groups on the map."""
    indicator, column, terms = line.compared.indicator, line.compared.column, line.compared.terms
    year = int(table.number("TIME_PERIOD", line.row))
    view = View(
        indicator.key,
        areas=(table.word("REF_AREA", line.row),),
        year=None if year == contents.holdings[indicator.key].default_year else year,
        by=None if column == indicator.breakdowns[0].column else column,
        measure=DIFFERENCE,
        ref=terms.reference or "",
    )
    return view.to_query(contents.default_indicator)


def _sides(prefix: str, line: Line, table: GapTable, contents: Contents) -> tuple[Side, Side]:
    indicator = line.compared.indicator
    rows = group_rows(indicator.breakdown(line.compared.column), line.compared.terms.codes, contents.catalogue)
    both = []
    for end in "12":
        code, value = table.word(f"{prefix}GROUP_{end}", line.row), table.number(f"{prefix}VALUE_{end}", line.row)
        words = wording.value(value, indicator.decimals, indicator.unit_short)
        place = rows.codes.index(code)
        both.append(Side(rows.words[place], words, value, place, rows.colours[place]))
    one, other = sorted(both, key=lambda side: side.place)
    return one, other


def size_words(size: float, line: Line, question: GapQuestion, with_unit: bool = True) -> str:
    """A size: `36.2 percentage points`, `2.09 times`, `1.28 percentage points a year`; of a difference also without its unit."""
    indicator = line.compared.indicator
    if question.form == DIFFERENCE:
        decimals = indicator.decimals + (question.kind != WIDEST)
        if not with_unit:
            return wording.number(size, decimals)
        return f"{wording.number(size, decimals)} {unit_name(indicator.unit_short)}{'' if question.kind == WIDEST else ' a year'}"
    if question.kind == WIDEST:
        return times(size)
    # of a ratio that grows or shrinks by the same part each year
    part = math.expm1(size) if question.kind == "opening" else -math.expm1(-size)
    return f"{wording.number(100 * part, 1)}% a year"


def times(ratio: float) -> str:
    """`2.09 times`, `31.4 times`, `120 times`."""
    decimals = max(0, RATIO_DECIMALS - max(0, math.floor(math.log10(ratio))))
    return f"{wording.number(ratio, decimals)} times"


def behind(line: Line, table: GapTable, contents: Contents) -> str:
    """Who is worse off, or who has more where neither end is better; that there is no gap where both print the same."""
    one, other = _sides("", line, table, contents)
    if one.words == other.words:
        return "no gap"
    more, less = (one, other) if one.value > other.value else (other, one)
    direction = line.compared.terms.direction
    return f"more: {more.name}" if direction == "neutral" else f"worse off: {(less if direction == 'higher' else more).name}"


def _change(line: Line, question: GapQuestion, table: GapTable) -> str:
    row, indicator = line.row, line.compared.indicator
    sizes = []
    for prefix, period in (("START_", "START_PERIOD"), ("", "TIME_PERIOD")):
        if question.form == RATIO:
            size = times(math.exp(abs(math.log(table.number(f"{prefix}RATIO", row)))))
        else:
            size = wording.number(abs(table.number(f"{prefix}DIFFERENCE", row)), indicator.decimals)
        sizes.append(f"{size} in {int(table.number(period, row))}")
    return f"from {sizes[0]} to {sizes[1]}"
