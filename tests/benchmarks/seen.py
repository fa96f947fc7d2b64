"""What a reader should see of each program in a view, worked out from the release: the true values that `eyes.js` looks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from plotly.colors import hex_to_rgb, sequential

from callbacks.panels import draw_breakdown
from dashboard import theme
from dashboard.classes import class_of
from dashboard.measures.carry import snapshot
from dashboard.slices import slice_of
from dashboard.view import View
from data.desk import Desk
from tests.benchmarks.picked import SEXES, Picked

Expected = dict  # see eyes.js
Eyes = Callable[..., Expected]  # of (indicator, year, chosen countries)


def of_ours(desk: Desk) -> Eyes:
    """What the monitor should show: values borrowed within the indicator's window, classes, groups by the server's figure.

    by: the word of another breakdown than the indicator's first.
    """

    def expected(key: str, year: int, chosen: tuple[str, ...], by: str = "") -> Expected:
        view, contents = View(key, chosen), desk.contents
        entry, part = contents.catalogue[key], slice_of(view, contents)
        series, classes = desk.series(part), desk.classes(part)
        shown = snapshot(series, year, view.window_of(contents))["OBS_VALUE"]
        colours = (theme.NO_DATA, *theme.class_colours(classes.count, entry.direction, classes.middle))
        shapes = desk.ground.shapes
        places = class_of(shown.reindex(list(shapes)).to_numpy(), classes) + 1
        figure = draw_breakdown(desk, f"?indicator={key}&areas={','.join(chosen)}&year={year}{f'&by={by}' if by else ''}")["figure"]
        dots = [(x, y) for t in figure["data"] if t["mode"] == "markers" for x, y in zip(t["x"], t["y"], strict=True) if x is not None]
        lines = []
        for code in chosen:
            own = series[(series["REF_AREA"] == code) & series["OBS_VALUE"].notna()].sort_values("TIME_PERIOD")
            lines += list(zip(own["TIME_PERIOD"].tolist(), own["OBS_VALUE"].tolist(), strict=True))
        values = {code: shown[code] for code in chosen if code in shown and not math.isnan(shown[code])}
        texts = {f'#ranking tr[data-area="{code}"] td.v': [value, 0.51 * 10**-entry.decimals] for code, value in values.items()}
        return {
            "map": {code: hex_to_rgb(colours[place]) for code, place in zip(shapes, places, strict=True)},
            "lines": lines,
            "groups": dots,
            "year": year,
            "texts": texts | {"#year-words": [year, 0.5]},
        }

    return expected


def of_plain(picked: Picked, shapes: Iterable[str]) -> Eyes:
    """What floor and stock Dash should show: the values of the year itself, on plotly's Viridis over the indicator's span."""
    drawable = set(shapes)

    def expected(key: str, year: int, chosen: tuple[str, ...]) -> Expected:
        low, high = picked.span(key)
        values = picked.year(key, year)
        groups = [picked.year(key, year, sex) for sex in SEXES]
        return {
            "map": {code: viridis((value - low) / ((high - low) or 1)) for code, value in values.items() if code in drawable},
            "lines": [point for code in chosen for point in picked.series(key, code).items()],
            "bars": [group[code] for group in groups for code in chosen if code in group],
            "year": year,
            "texts": {},
        }

    return expected


def viridis(share: float) -> list[float]:
    """The colour at a share of the scale, straight lines between its ten stops."""
    stops = [hex_to_rgb(colour) for colour in sequential.Viridis]
    at = min(max(share, 0), 1) * (len(stops) - 1)
    below = min(int(at), len(stops) - 2)
    return [a + (b - a) * (at - below) for a, b in zip(stops[below], stops[below + 1], strict=True)]
