"""The trend as a chart of its own: the chosen countries and the middle of those they are compared with, a year a category."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard import theme, wording
from dashboard.catalogue import Indicator
from dashboard.documents.chart import Lines, Series
from dashboard.documents.scale import scale_of
from dashboard.figures.trend_lines import FEW, OPEN_FLAGS, Points
from dashboard.figures.world_map import chosen_colours

LONGEST = 26  # characters of a name at a line's end
QUARTERS = {"upper": "a quarter lies above", "lower": "a quarter lies below"}


def trend_chart(mine: Mapping[str, Points], names: Mapping[str, str], middle: Mapping[str, list], peers: str, indicator: Indicator, years: range, words: str) -> Lines | None:
    """Lines of the chosen over the median of their peers; without any, the peers' quarters as well. None where nothing is to be drawn.

    mine: the chosen in their order, each with its points. names: of the chosen, by code. middle: `reference` of the peers, an entry a year.
    peers: their name. words: what the chart shows, for who cannot see it.
    """
    colours = chosen_colours(tuple(mine))
    series = [line for i, (code, points) in enumerate(mine.items()) for line in _parts(points, names[code], colours[code], theme.AREA_DASHES[i % len(theme.AREA_DASHES)], years)]
    if any(v is not None for v in middle["median"]):
        series.append(_of_peers(middle["median"], f"{peers} median", "solid", 2.0))
        if not mine:
            series += [_of_peers(middle[key], said, "dot", 1.5) for key, said in QUARTERS.items()]
    if not series:
        return None
    return Lines(words, tuple(years), tuple(series), scale_of((v for line in series for v in line.values), indicator))


def _parts(points: Points, name: str, colour: str, dash: str, years: range) -> list[Series]:
    """A line; where the series breaks a further one begins, so that nothing joins what cannot be compared."""
    parts: list[list[tuple[int, float, str]]] = []
    for point in points:
        if not parts or point[2] == "b":
            parts.append([])
        parts[-1].append(point)
    found = []
    for n, part in enumerate(parts):
        own = name if n == 0 else f"{name}, from {part[0][0]} (break in the series)"
        label = short(name) if n == len(parts) - 1 else ""
        found.append(line(part, own, colour, dash, years, label, is_marked=len(points) <= FEW))
    return found


def line(points: Points, name: str, colour: str, dash: str, years: range, label: str, is_marked: bool, shape: str = "circle", weight: float = 2.5) -> Series:
    """A line with an entry a year. is_marked: every year has a mark; else those alone that no line joins to another have one."""
    held = {year: (value, flag) for year, value, flag in points}
    values = tuple(held[year][0] if year in held else None for year in years)
    marked = None if is_marked else alone(values)
    open_ = tuple(i for i, year in enumerate(years) if year in held and held[year][1] in OPEN_FLAGS) if is_marked else ()
    return Series(name, values, colour, dash, shape if marked is None or marked else "", weight, marked, open_, label)


def alone(values: tuple[float | None, ...]) -> tuple[int, ...]:
    """The places of values that no line joins to another."""
    around = (None, *values, None)
    return tuple(i for i, v in enumerate(values) if v is not None and around[i] is None and around[i + 2] is None)


def _of_peers(values: list[float | None], name: str, dash: str, weight: float) -> Series:
    marked = alone(tuple(values))
    return Series(name, tuple(values), theme.REFERENCE, dash, "circle" if marked else "", weight, marked, (), short(name))


def middle_said(chart: Lines | None, peers: str, indicator: Indicator) -> str:
    """The first and the last median of a chart that shows one, in a sentence."""
    own = [] if chart is None else [one for one in chart.series if one.name == f"{peers} median"]
    held = [(year, value) for year, value in zip(chart.years, own[0].values, strict=True) if value is not None] if own else []
    if not held:
        return ""
    said = [f"{wording.value(value, indicator.decimals, wording.running_unit(indicator.unit_short))} in {year}" for year, value in (held[0], held[-1])]
    return f"{peers} median: {' and '.join(dict.fromkeys(said))}."


def short(name: str, most: int = LONGEST) -> str:
    """A name as there is room for it."""
    return name if len(name) <= most else name[: most - 1].rstrip(" ,(") + "…"
