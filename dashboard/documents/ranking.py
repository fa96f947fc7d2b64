"""The places of a view as far as a page has room: the chosen, their neighbours, both ends and the middle; what is left out between them is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from dashboard import theme, wording
from dashboard.catalogue import Indicator
from dashboard.chosen_words import Middle
from dashboard.documents.chart import Bars, Table
from dashboard.documents.scale import from_nothing
from dashboard.figures.world_map import chosen_colours
from dashboard.shown import Place, Shown

PLAIN = "#A9B2BB"  # bars of those who are not chosen
LEFT_OUT = "…"
ENDS = 3  # places at each end that are always shown


@dataclass(frozen=True)
class Line:
    """One place (None for the median, or for places left out), its words and its colour."""

    name: str
    value: float | None
    said: str
    place: Place | None = None
    colour: str = ""


def selected(count: int, chosen: Sequence[int], most: int) -> list[int]:
    """Which of `count` places are shown: all where there is room, else the chosen, both ends, who stands beside the chosen, and more of the ends."""
    if count <= most:
        return list(range(count))
    ends = [i for n in range(count) for i in (n, count - 1 - n)]
    wanted = [*chosen, *ends[: 2 * ENDS], *(i + step for i in chosen for step in (-1, 1) if 0 <= i + step < count), *ends]
    return sorted(list(dict.fromkeys(wanted))[:most])


def lines(shown: Shown, chosen: tuple[str, ...], indicator: Indicator, middle: Middle, most: int) -> list[Line]:
    """The places shown, best first, with the median where it stands among them, and a line for each stretch that is left out."""
    unit, colours, found = wording.running_unit(indicator.unit_short), chosen_colours(chosen), []
    before = -1
    has_rank = not indicator.is_yes_no
    for i in selected(len(shown.places), [i for i, place in enumerate(shown.places) if place.code in chosen], most):
        if i > before + 1:
            found.append(Line(LEFT_OUT, None, ""))
        place, before = shown.places[i], i
        cell = place.cell
        name = (f"{place.rank}  " if has_rank else "") + place.name + (f", {cell.year}" if cell.year < shown.year else "")
        found.append(Line(name, cell.value, wording.value(cell.value, indicator.decimals, unit, cell.flag), place, colours.get(place.code, "")))
    if before < len(shown.places) - 1:
        found.append(Line(LEFT_OUT, None, ""))
    if middle.value is not None and indicator.is_mappable and has_rank:
        own = Line(f"{middle.name} median", middle.value, wording.value(middle.value, indicator.decimals, unit), None, theme.REFERENCE)
        found.insert(_where(found, middle.value, indicator), own)
    return found


def _where(found: list[Line], value: float, indicator: Indicator) -> int:
    """Where a value stands in the order; at the end where the order is by nearness to equality."""
    if indicator.equality is not None:
        return len(found)
    is_worse = (lambda other: other > value) if indicator.direction == "lower" else (lambda other: other < value)
    first = next((i for i, line in enumerate(found) if line.value is not None and is_worse(line.value)), len(found))
    return first


def is_barred(indicator: Indicator, is_measure: bool) -> bool:
    """Whether a bar is as long as the value is large: only where nothing is zero, and less than nothing cannot be."""
    return indicator.limits[0] == 0 and not (is_measure or indicator.is_yes_no or indicator.equality is not None)


def bars(found: list[Line], indicator: Indicator, words: str, name: str) -> Bars:
    """The lines as bars. name: of what they show."""
    return Bars(
        words=words,
        name=name,
        names=tuple(line.name for line in found),
        values=tuple(line.value for line in found),
        colours=tuple(line.colour or PLAIN for line in found),
        said=tuple(line.said if _is_bound(line) or (line.value is not None and rounds_otherwise(line.value, indicator.decimals)) else "" for line in found),
        pale=tuple(i for i, line in enumerate(found) if _is_bound(line)),
        scale=from_nothing((line.value for line in found), indicator),
    )


def _is_bound(line: Line) -> bool:
    return line.place is not None and line.place.cell.flag in ("<", ">")


def rounds_otherwise(value: float, decimals: int) -> bool:
    """Whether a spreadsheet, which rounds what it prints of a number, would print another than the page: 0.975 is 0.97 here and 0.98 there."""
    there = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return there != Decimal(f"{value:.{decimals}f}")


def place_table(found: list[Line], indicator: Indicator, year: int) -> Table:
    """The lines as words: place, country, value, the year really used, change."""
    unit, rows = wording.running_unit(indicator.unit_short), []
    for line in found:
        place = line.place
        if place is None:
            rows.append(("", line.name, line.said, str(year) if line.value is not None else "", ""))
            continue
        change = "–" if place.change is None else f"{wording.changed(place.change, indicator.decimals, unit)} since {place.since}"
        rows.append((str(place.rank), place.name, line.said, str(place.cell.year), change))
    strong = tuple(i for i, line in enumerate(found) if line.colour)
    return Table(("Place", "Country", "Value", "Year", "Change"), tuple(rows), (0, 2, 3, 4), tuple(line.colour for line in found), strong)


def yes_no_table(shown: Shown, chosen: dict[str, str], sets: Sequence[tuple[str, tuple[str, ...]]]) -> Table:
    """What the chosen answer, and how many answer what in each set of countries. chosen: names by code. sets: (name, members)."""
    colours, rows, inks = chosen_colours(tuple(chosen)), [], []
    for code, name in chosen.items():
        cell = shown.cells.get(code)
        value = None if cell is None else cell.value
        rows.append((name, *("yes" if value == answer else "" for answer in (1, 0)), "" if value in (0, 1) else wording.nothing(cell.flag if cell else "")))
        inks.append(colours[code])
    for name, members in sets:
        values = [shown.cells[code].value if code in shown.cells else None for code in members]
        rows.append((name, *(str(sum(v == answer for v in values)) for answer in (1, 0)), str(sum(v not in (0, 1) for v in values))))
        inks.append("")
    return Table(("", "Yes", "No", "No data"), tuple(rows), (1, 2, 3), tuple(inks), tuple(range(len(chosen))))
