"""What is said of up to three chosen countries: value, place, distance to a median, change. `assets/words.js` says the same of any year."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard import wording
from dashboard.shown import Cell, Place, Shown

MOST_SAID = 3


@dataclass(frozen=True)
class Middle:
    """The median that the chosen are compared with, in one year; `value` is None where too few countries report."""

    name: str
    value: float | None
    count: int


def of_chosen(shown: Shown, names: dict[str, str], middle: Middle, decimals: int, unit: str, is_count: bool) -> str:
    """One sentence a country and one on the median; "" where none or too many are chosen.

    names: of the chosen by code, in their order. unit: "%", "yes/no" or nothing.
    """
    if not 0 < len(names) <= MOST_SAID:
        return ""
    median = None if is_count else middle.value
    said = [_of_one(code, name, shown, median, decimals, unit) for code, name in names.items()]
    if median is not None:
        said.append(f"{middle.name} median: {wording.value(median, decimals, unit)} ({middle.count} countries).")
    return " ".join(said)


def amount(cell: Cell | None, year: int, decimals: int, unit: str, before: str, after: str = "") -> str:
    """A value in words, with its year between `before` and `after` where it is of an earlier one."""
    if cell is None or cell.value is None:
        return wording.nothing(cell.flag if cell else "")
    return wording.value(cell.value, decimals, unit, cell.flag) + (f"{before}{cell.year}{after}" if cell.year < year else "")


def _of_one(code: str, name: str, shown: Shown, median: float | None, decimals: int, unit: str) -> str:
    place, cell = shown.place(code), shown.cells.get(code)
    if place is None:
        if cell is None or cell.value is None:
            return f"{name}: {wording.nothing(cell.flag if cell else '')}."
        return f"{name} {amount(cell, shown.year, decimals, unit, ' in ')}, not among the countries ranked."
    text = f"{name} {amount(place.cell, shown.year, decimals, unit, ' in ')}"
    if unit == wording.YES_NO:
        return text + (f", {wording.changed(place.change, decimals, unit)} in {place.since}" if place.change is not None else "") + "."
    text += f", {wording.ordinal(place.rank)} of {len(shown.places)}"
    if median is not None and place.cell.flag not in ("<", ">"):
        text += _beside(place.cell.value - median, decimals)
    return text + _since(place, decimals) + "."


def _beside(far: float, decimals: int) -> str:
    if not any(c in "123456789" for c in wording.number(far, decimals)):
        return ", at the median"
    return f", {wording.number(abs(far), decimals)} {'above' if far > 0 else 'below'} the median"


def _since(place: Place, decimals: int) -> str:
    return f", {wording.signed(place.change, decimals)} since {place.since}" if place.change is not None else ""
