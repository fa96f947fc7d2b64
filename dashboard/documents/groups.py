"""Groups side by side as a chart and as a table of their own, from the breakdown panel's answer: what is drawn there is what a document holds."""

from __future__ import annotations

from dataclasses import replace

from dashboard import wording
from dashboard.catalogue import Indicator
from dashboard.documents.chart import Dots, Row, Series, Table
from dashboard.documents.scale import scale_of
from dashboard.figures.dot_rows import NO_DATA, places

NO_NUMBER = "–"


def group_rows(answer: dict, indicator: Indicator, year: int, words: str) -> Dots | None:
    """The rows of dots of an answer of `draw_breakdown` in one year, in the order in which the page shows them; None where it has none.

    The breakdowns of the form `all` become headings with a row a group below, since each has groups of its own.
    """
    packed = answer["table"]
    if "x" not in packed:
        return None
    i = year - packed["first"]
    order = sorted(range(len(packed["names"])), key=places(packed, year).__getitem__)
    values = [[None if v is None else float(v) for v in (kind[row][i] for row in order)] for kind in packed["x"]]
    rows = [_row(packed, row, i, year, answer["shown"]["decimals"]) for row in order]
    markers = [trace["marker"] for trace in answer["figure"]["data"][1:]]
    if any(isinstance(said, list) for said in packed["words"]):
        return _one_below_the_other(packed, order, values, rows, indicator, words, i)
    shapes = ["star" if place >= packed["groups"] else str(marker["symbol"]) for place, marker in enumerate(markers)]
    series = tuple(
        Series(_kind_name(packed, place, i, year), tuple(own), str(marker["color"]), "", shape, 0, bounds=_bounds(packed, place, order, i))
        for place, (own, marker, shape) in enumerate(zip(values, markers, shapes, strict=True))
    )
    is_barred = packed["groups"] > 1 and bool(packed["heading"])
    return Dots(words, tuple(rows), series, scale_of((v for own in values for v in own), indicator), packed["groups"] if is_barred else 0, packed["heading"])


def _row(packed: dict, row: int, i: int, year: int, decimals: int) -> Row:
    name, colour, is_strong, is_heading = packed["names"][row]
    used = packed["used"][row][i] if packed["used"] else None
    count = _count(packed["n"], row, i)
    more = f" ({count})" if count is not None else f", {used}" if used is not None and used < year else ""
    held = any(kind[row][i] is not None for kind in packed["x"])
    said = "" if is_heading and not held else NO_DATA if not held else _number_of(packed, row, i, decimals)
    return Row(name + more, colour, said, is_strong or is_heading, is_heading)


def _count(counts: dict, row: int, i: int) -> int | None:
    return counts[row][i] if row in counts else None


def _number_of(packed: dict, row: int, i: int, decimals: int) -> str:
    """What stands at the right of a row: the gap, or the view's measure of it."""
    if not packed["heading"]:
        return ""
    if "measured" in packed:
        own = packed["measured"].get(row)
        value, decimals = None if own is None else own[i], packed["decimals"]
    else:
        value = packed["gap"][row][i]
    return NO_NUMBER if value is None else wording.number(value, decimals)


def _kind_name(packed: dict, place: int, i: int, year: int) -> str:
    """The name of a kind of dot; where the dots are countries, with the year really used and the number of countries."""
    own = packed.get("of_kinds")
    if own is None:
        return packed["words"][place]
    used, count = own["used"][place][i], own["n"][place][i] if own["n"] else None
    return packed["words"][place] + (f" ({count})" if count else f", {used}" if used is not None and used < year else "")


def _bounds(packed: dict, kind: int, order: list[int], i: int) -> tuple[tuple[int, str], ...]:
    """Where a value is only a bound, and which."""
    letters = [packed["bound"].get(f"{kind},{row}", " " * (i + 1))[i] for row in order]
    return tuple((at, letter) for at, letter in enumerate(letters) if letter != " ")


def _one_below_the_other(packed: dict, order: list[int], values: list, rows: list[Row], indicator: Indicator, words: str, i: int) -> Dots:
    groups, has_total = packed["groups"], len(values) > packed["groups"]
    lines: list[Row] = []
    own: list[float | None] = []
    totals: list[float | None] = []
    bounds: list[tuple[int, str]] = []
    held_bounds = [dict(_bounds(packed, kind, order, i)) for kind in range(groups)]
    for at, row in enumerate(order):
        lines.append(replace(rows[at], is_strong=True, is_heading=True))
        own.append(None), totals.append(None)
        for kind in range(groups):
            name, value = packed["words"][kind][row], values[kind][at]
            if name and value is not None:
                bounds += [(len(lines), held_bounds[kind][at])] if at in held_bounds[kind] else []
                lines.append(Row(name, rows[at].colour))
                own.append(value), totals.append(values[-1][at] if has_total else None)
    colour = packed["inks"][0][0]
    series = [Series("Group", tuple(own), colour, "", "circle", 0, bounds=tuple(bounds))]
    series += [Series(packed["words"][-1], tuple(totals), packed["inks"][-1], "", "star", 0)] if has_total else []
    return Dots(words, tuple(lines), tuple(series), scale_of([*own, *totals], indicator), 0, packed["heading"])


def group_table(dots: Dots, answer: dict, first: str) -> Table:
    """The same as words: a row a row, a column a kind of dot, then the number at the right. first: what the rows are of."""
    unit = wording.running_unit(answer["shown"]["unit_short"])
    decimals = answer["shown"]["decimals"]
    heads = [first, *(one.name[:1].upper() + one.name[1:] for one in dots.series), *([dots.heading[:1].upper() + dots.heading[1:]] if dots.heading else [])]
    rows = []
    for at, row in enumerate(dots.rows):
        cells = ["" if row.is_heading else wording.value(one.values[at], decimals, unit, dict(one.bounds).get(at, "")) for one in dots.series]
        rows.append((row.words, *cells, *([row.said] if dots.heading else [])))
    strong = tuple(at for at, row in enumerate(dots.rows) if row.is_strong)
    return Table(tuple(heads), tuple(rows), tuple(range(1, len(heads))), tuple(row.colour for row in dots.rows), strong)


def gaps_said(dots: Dots, table: Table, most: int) -> str:
    """The first rows in a sentence each: `Finland: female 7.1%, male 8.2%, all 7.6%; gap 1.1.` most: how many rows; "" where rows have no number of their own.

    Where each row has groups of its own only the numbers are said: `Gap: sex 7.7, age 1.2.`
    """
    if not dots.heading:
        return ""
    numbers = (NO_NUMBER, NO_DATA, "")
    if any(row.is_heading for row in dots.rows):
        said = [f"{wording.in_text(row.words)} {row.said}" for row in dots.rows if row.said not in numbers]
        return f"{dots.heading[:1].upper()}{dots.heading[1:]}: {', '.join(said)}." if said and not dots.ranged else ""
    found = []
    for row, (name, *cells) in list(zip(dots.rows, table.rows, strict=True))[:most]:
        parts = ", ".join(f"{wording.in_text(one.name)} {cell}" for one, cell in zip(dots.series, cells, strict=False) if cell != NO_DATA)
        found.append(f"{name}: {parts}{f'; {wording.in_text(dots.heading)} {row.said}' if row.said not in numbers else ''}." if parts else f"{name}: {NO_DATA}.")
    return " ".join(found)


def split(dots: Dots, most: int) -> tuple[Dots, ...]:
    """The rows in parts of at most `most`, cut where a heading begins if that can be; all parts on the same scale."""
    parts, first = [], 0
    while first < len(dots.rows):
        last = min(first + most, len(dots.rows))
        if last < len(dots.rows):
            last = next((at for at in range(last, first + most // 2, -1) if dots.rows[at].is_heading), last)
        cut = tuple(replace(one, values=one.values[first:last], bounds=tuple((at - first, letter) for at, letter in one.bounds if first <= at < last)) for one in dots.series)
        parts.append(replace(dots, rows=dots.rows[first:last], series=cut))
        first = last
    return tuple(parts)
