"""The same release as a stock Dash application: px figures, dcc.Dropdown and dcc.Slider, as Dash's documentation teaches.

One callback a view, each filters the frame and makes its figure; a click on the map chooses a country. Answers are
compressed and the geometry is served locally, as a deployer would have it. `gunicorn "tests.benchmarks.stock_dash:server()"`.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from pathlib import Path

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
from dash import Dash, Input, Output, State, dcc, html
from flask import Flask, send_from_directory

from data.boundaries import FOLDER
from data.catalogue_reader import load_catalogue
from data.store import open_release
from tests.benchmarks.machine import median, memory, milliseconds
from tests.benchmarks.picked import CHOSEN, CLICKED, SEXES, Picked, opening, pick

RELEASE = "BENCH_RELEASE"  # the environment's word for the folder of the release


def shown(picked: Picked, key: str, year: int) -> pd.DataFrame:
    """The rows of one map."""
    frame = picked.frame
    rows = frame[(frame["INDICATOR"] == key) & (frame["TIME_PERIOD"] == year) & (frame["SEX"] == picked.sex[key])]
    return rows.assign(country=rows["REF_AREA"].map(picked.names))


def draw_map(picked: Picked, key: str, year: int) -> go.Figure:
    """px.choropleth of one year, its scale that of all years."""
    rows, span = shown(picked, key, year), picked.span(key)
    figure = px.choropleth(rows, locations="REF_AREA", color="OBS_VALUE", hover_name="country", color_continuous_scale="Viridis", range_color=span)
    return figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, geo={"fitbounds": False}, uirevision="map")


def draw_lines(picked: Picked, key: str, areas: list[str], year: int) -> go.Figure:
    """px.line of the chosen countries, and where the year stands."""
    frame = picked.frame
    rows = frame[(frame["INDICATOR"] == key) & (frame["SEX"] == picked.sex[key]) & frame["REF_AREA"].isin(areas)]
    figure = px.line(rows, x="TIME_PERIOD", y="OBS_VALUE", color="REF_AREA", markers=True, category_orders={"REF_AREA": areas})
    return figure.add_vline(x=year)


def draw_bars(picked: Picked, key: str, areas: list[str], year: int) -> go.Figure:
    """px.bar of the groups of the chosen countries in one year."""
    frame = picked.frame
    rows = frame[(frame["INDICATOR"] == key) & (frame["TIME_PERIOD"] == year) & frame["REF_AREA"].isin(areas)]
    return px.bar(rows, x="REF_AREA", y="OBS_VALUE", color="SEX", barmode="group", category_orders={"REF_AREA": areas, "SEX": list(SEXES)})


def create(picked: Picked) -> Dash:
    """The application over the shared data."""
    server = Flask("stock")
    app = Dash("stock", server=server, compress=True, serve_locally=True)
    first, years = opening(picked), picked.frame["TIME_PERIOD"]
    config = {"topojsonURL": "/topojson/", "showSendToCloud": False}
    app.layout = html.Div(
        [
            dcc.Dropdown(picked.titles, first, id="indicator", clearable=False),
            dcc.Graph(id="map", config=config, style={"height": "55vh"}),
            dcc.Slider(int(years.min()), int(years.max()), 1, value=picked.first_year_shown(first), marks=None, id="year", updatemode="drag"),
            html.Div([dcc.Graph(id="lines", style={"flex": 1}), dcc.Graph(id="bars", style={"flex": 1})], style={"display": "flex", "height": "35vh"}),
            dcc.Store(id="areas", data=list(CHOSEN)),
        ]
    )
    asked = (Input("indicator", "value"), Input("areas", "data"), Input("year", "value"))
    app.callback(Output("map", "figure"), asked[0], asked[2])(lambda key, year: draw_map(picked, key, year))
    app.callback(Output("lines", "figure"), *asked)(lambda key, areas, year: draw_lines(picked, key, areas, year))
    app.callback(Output("bars", "figure"), *asked)(lambda key, areas, year: draw_bars(picked, key, areas, year))
    app.callback(Output("areas", "data"), Input("map", "clickData"), State("areas", "data"), prevent_initial_call=True)(toggled)
    server.add_url_rule("/topojson/<path:name>", view_func=lambda name: send_from_directory(FOLDER, name, max_age=3600))
    return app


def toggled(clicked: dict, areas: list[str]) -> list[str]:
    """The chosen countries after a click on one."""
    code = clicked["points"][0]["location"]
    return [a for a in areas if a != code] if code in areas else [*areas, code]


def server() -> Flask:
    """The WSGI application over the release of the environment."""
    app = create(_picked(Path(os.environ[RELEASE])))
    with app.server.test_request_context():
        app.index()  # a worker that has not rendered the page answers 500 for dash's own scripts
    return app.server


def _picked(release: Path) -> Picked:
    store = open_release(release)
    return pick(store, store.contents(load_catalogue()))


def measured(repeats: int = 9) -> None:
    """Writes what stock Dash costs on the server for the release in `sys.argv[1]`; meant for a process of its own."""
    picked = _picked(Path(sys.argv[1]))
    app = create(picked)
    app.server.test_client().get("/")
    found: dict[str, float | None] = {"idle": memory()}
    keys = list(picked.titles)[:repeats]
    years = {key: int(picked.frame.loc[picked.frame["INDICATOR"] == key, "TIME_PERIOD"].median()) for key in picked.titles}
    areas = [*CHOSEN, CLICKED]
    draw_map(picked, keys[0], years[keys[0]])  # the first px figure of a process loads its templates
    draws = {
        "map": lambda key: draw_map(picked, key, years[key]).to_json(),
        "trend": lambda key: draw_lines(picked, key, areas, years[key]).to_json(),
        "breakdown": lambda key: draw_bars(picked, key, areas, years[key]).to_json(),
    }
    for name, draw in draws.items():
        found |= sizes(name, [draw(key) for key in keys])
        found[name] = median(milliseconds(lambda draw=draw, key=key: draw(key)) for key in keys)
    found["indicator"] = sum(found[name] or 0 for name in draws)
    for key in picked.titles:
        for draw in draws.values():
            draw(key)
    sys.stdout.write(json.dumps(found | {"after": memory()}))


def sizes(name: str, answers: list[str]) -> dict[str, float | None]:
    """Median kilobytes of a figure, raw and gzipped."""
    return {f"{name} raw": median(len(a.encode()) / 1000 for a in answers), f"{name} packed": median(len(gzip.compress(a.encode(), 6)) / 1000 for a in answers)}
