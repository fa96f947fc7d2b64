"""A chart as a document holds it: numbers with their look, from which a reader can go on working. No format is written here."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.wording import YES_NO


@dataclass(frozen=True)
class Scale:
    """An axis of values: its ends, the step between its ticks, and the number formats of a spreadsheet for values and for ticks."""

    low: float
    high: float
    step: float
    form: str
    ticks: str


@dataclass(frozen=True)
class Series:
    """One line, or the dots of one kind; `values` has one entry a category, None for a gap.

    dash: of the line (`solid`, `dash`, …). shape: of the marks, "" for none; marked: the places that have one, None for all. open: places
    of values that are estimated, projected or bounds. bounds: (place, "<" or ">") of the latter. label: the name at the line's end, "" for none.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    dash: str = "solid"
    shape: str = ""
    weight: float = 2.25
    marked: tuple[int, ...] | None = None
    open: tuple[int, ...] = ()
    label: str = ""
    bounds: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Lines:
    """Values over years, one category a year; `title` stands above it where several stand on one page, in `colour`."""

    words: str
    years: tuple[int, ...]
    series: tuple[Series, ...]
    scale: Scale
    title: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Row:
    """A row of dots: its name, and what stands at its right end. A heading has no dots."""

    words: str
    colour: str
    said: str = ""
    is_strong: bool = False
    is_heading: bool = False


@dataclass(frozen=True)
class Dots:
    """Groups side by side: a row a country (or a group), a series a kind of dot. ranged: how many series the bar of a row spans; 0 for no bar.
    heading: of what stands at the right of the rows."""

    words: str
    rows: tuple[Row, ...]
    series: tuple[Series, ...]
    scale: Scale
    ranged: int = 0
    heading: str = ""


@dataclass(frozen=True)
class Bars:
    """Bars from nothing, first on top. said: what stands at a bar's end, "" where the number alone does. pale: which are only bounds.
    A name without a value is a place left out."""

    words: str
    name: str
    names: tuple[str, ...]
    values: tuple[float | None, ...]
    colours: tuple[str, ...]
    said: tuple[str, ...]
    scale: Scale
    pale: tuple[int, ...] = ()


Chart = Lines | Dots | Bars


@dataclass(frozen=True)
class Table:
    """Words in rows. numbers: the columns that are set to the right. colours: of the first cell of each row. strong: rows of the chosen."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    colours: tuple[str, ...] = ()
    strong: tuple[int, ...] = ()


def number_form(decimals: int, unit_short: str) -> str:
    """The number format of a spreadsheet that prints a value as the page does."""
    if unit_short == YES_NO:
        return '[=1]"yes";[=0]"no";'
    plain = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f'{plain}"%"' if unit_short == "%" else plain
