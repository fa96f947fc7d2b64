"""The key numbers of a view: what each chosen country shows, or, while none is chosen, the middle of the world and its regions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard import wording
from dashboard.catalogue import Indicator
from dashboard.chosen_words import Middle
from dashboard.documents.chart import Table
from dashboard.figures.world_map import chosen_colours
from dashboard.measures.flags import FLAGS
from dashboard.shown import Shown

NONE = "–"


def of_chosen(shown: Shown, chosen: Mapping[str, str], middle: Middle, indicator: Indicator) -> Table:
    """A row a country: value, the year really used, what is special about it, place, change, and the median of those it is compared with.

    chosen: names by code, in their order.
    """
    colours, unit = chosen_colours(tuple(chosen)), wording.running_unit(indicator.unit_short)
    has_places, has_median = not indicator.is_yes_no, indicator.is_mappable and middle.value is not None
    heads = ["Country", "Value", "Year", *(["Place"] if has_places else []), "Change", "Remark"]
    rows = []
    for code, name in chosen.items():
        place, cell = shown.place(code), shown.cells.get(code)
        has_value = cell is not None and cell.value is not None
        row = [name, wording.value(cell.value, indicator.decimals, unit, cell.flag) if has_value else wording.nothing(cell.flag if cell else "")]
        row.append(str(cell.year) if has_value else "")
        if has_places:
            row.append(f"{place.rank} of {len(shown.places)}" if place else NONE)
        row.append(NONE if place is None or place.change is None else f"{wording.changed(place.change, indicator.decimals, unit)} since {place.since}")
        rows.append((*row, _remark(cell.flag if cell else "", has_value and cell.year < shown.year, has_value and place is None)))
    if has_median:
        said = wording.value(middle.value, indicator.decimals, unit)
        rows.append((f"{middle.name} median", said, str(shown.year), *([""] if has_places else []), "", wording.counted(middle.count, "country", "countries")))
    numbers = tuple(i for i, head in enumerate(heads) if head not in ("Country", "Remark"))
    return Table(tuple(heads), tuple(rows), numbers, (*colours.values(), *([""] if has_median else [])), tuple(range(len(chosen))))


def _remark(flag: str, is_older: bool, is_apart: bool) -> str:
    """What is special about a value, in words."""
    parts = [FLAGS.get(flag, ""), "from an earlier year" if is_older else "", "not among the countries ranked" if is_apart else ""]
    said = "; ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def of_sets(sets: Sequence[tuple[str, float | None, int]], indicator: Indicator) -> Table:
    """A row a set of countries: its median and how many countries that is of. sets: (name, median, count)."""
    unit = wording.running_unit(indicator.unit_short)
    rows = tuple((name, wording.value(value, indicator.decimals, unit) if value is not None else "too few countries", str(count)) for name, value, count in sets)
    return Table(("", "Median", "Countries"), rows, (1, 2), ("",) * len(rows), (0,))
