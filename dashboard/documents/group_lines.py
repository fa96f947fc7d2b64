"""Groups over time as charts of their own, a chart a country, from the breakdown panel's answer."""

from __future__ import annotations

from dashboard import wording
from dashboard.catalogue import Indicator
from dashboard.documents.chart import Lines, Series, Table
from dashboard.documents.scale import scale_of
from dashboard.documents.trend import alone, short

LONGEST = 20  # characters of a name at a line's end


def line_charts(answer: dict, indicator: Indicator, years: range, words: str) -> tuple[Lines, ...]:
    """One chart for each picture of an answer of `draw_breakdown` in the form `lines`, all on one scale; none where it draws none."""
    figure = answer["figure"]
    if "x" in answer["table"] or not figure["data"]:
        return ()
    headings = [a for a in figure["layout"]["annotations"] if a["x"] == 0]
    lines = [trace for trace in figure["data"] if trace["name"]]
    scale = scale_of((v for trace in lines for v in trace["y"]), indicator)
    charts = []
    for place, heading in enumerate(headings):
        axis = f"x{place + 1}" if place else "x"
        own = tuple(_series(trace, years) for trace in lines if trace["xaxis"] == axis)
        title = heading["text"].removeprefix("<b>").removesuffix("</b>")
        if own:
            charts.append(Lines(f"{title}: {words}", tuple(years), own, scale, title, heading["font"]["color"]))
    return tuple(charts)


def without_lines(answer: dict, charts: tuple[Lines, ...]) -> list[str]:
    """Whose picture is empty."""
    titles = [a["text"].removeprefix("<b>").removesuffix("</b>") for a in answer["figure"]["layout"]["annotations"] if a["x"] == 0]
    return [title for title in titles if title not in {chart.title for chart in charts}]


def _series(trace: dict, years: range) -> Series:
    held = {year: value for year, value in zip(trace["x"], trace["y"], strict=True) if value is not None}
    values = tuple(held.get(year) for year in years)
    marker, look = trace.get("marker"), trace["line"]
    if marker is None:  # all together: a thin line
        return Series(trace["name"], values, look["color"], "solid", "circle" if alone(values) else "", 1.0, alone(values), label=short(trace["name"], LONGEST))
    sized = {year for year, size in zip(trace["x"], marker["size"], strict=True) if size}
    marked = tuple(i for i, year in enumerate(years) if year in sized and values[i] is not None)
    return Series(trace["name"], values, look["color"], look["dash"], marker["symbol"], 2.0, marked, label=short(trace["name"], LONGEST))


def line_table(charts: tuple[Lines, ...], answer: dict) -> Table:
    """First and last value of each line, with their years."""
    decimals, unit = answer["shown"]["decimals"], wording.running_unit(answer["shown"]["unit_short"])
    rows, colours = [], []
    for chart in charts:
        for one in chart.series:
            held = [(year, value) for year, value in zip(chart.years, one.values, strict=True) if value is not None]
            (first, was), (last, now) = held[0], held[-1]
            change = wording.changed(now - was, decimals, unit) if first < last else "–"
            rows.append((chart.title, one.name, f"{wording.value(was, decimals, unit)} ({first})", f"{wording.value(now, decimals, unit)} ({last})", change))
            colours.append(chart.colour)
    return Table(("Country", "Group", "First value", "Last value", "Change"), tuple(rows), (2, 3, 4), tuple(colours))
