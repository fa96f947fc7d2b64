"""The files of the panels hold what the panels show: each is held against the answer that the page itself gets."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd
import pytest
from flask.testing import FlaskClient

from dashboard.contents import Contents
from dashboard.measured_indicator import indicator_of
from dashboard.peers import scope_of
from dashboard.shown import Shown, shown
from dashboard.slices import slice_of
from dashboard.view import View
from data.desk import Desk
from tests.wiring.asking import Asking

VIEWS = [
    "",
    "indicator=unemployment&areas=FIN,KEN,BRA",
    "indicator=unemployment&areas=FIN&year=2005&compare=region",
    "indicator=unemployment&scope=002&year=2019&sex=F",
    "indicator=unemployment&areas=KEN&measure=difference&ref=M&year=2019",
    "indicator=unemployment&by=age&cross=sex&areas=FIN",
    "indicator=unemployment&by=age&cross=sex",
    "indicator=unemployment&chart=lines&areas=FIN,KEN",
    "indicator=unemployment&chart=lines&by=age&cross=sex",
    "indicator=unemployment&chart=all&areas=KEN",
    "indicator=basic-drinking-water&chart=all",
    "indicator=basic-drinking-water&areas=KEN,FIN&year=2010&window=0",
    "indicator=political-exclusion-by-group&areas=FIN,SWE",
    "indicator=refugees-hosted&areas=DEU&scope=150",
    "indicator=social-safety-net-coverage-by-quintile&measure=sii&areas=BRA",
    "indicator=national-human-rights-institution-with-a-status&areas=FIN,KEN",
    "indicator=acceptance-of-wife-beating-among-women&areas=IND,KEN",
]


def table(client: FlaskClient, panel: str, query: str) -> pd.DataFrame:
    answer = client.get(f"/download/{panel}.csv?{query}")
    assert (answer.status_code, answer.mimetype, answer.headers.get("X-Notices")) == (200, "text/csv", None)
    found = pd.read_csv(io.BytesIO(answer.data), keep_default_na=False, dtype={"REF_AREA": "str"})
    assert found.columns[-1] == "ADDRESS" and found["ADDRESS"].nunique() <= 1
    asked = {part for part in query.split("&") if part}
    assert all(set(address.partition("?")[2].split("&")) - {""} == asked and address.startswith("http://localhost/") for address in found["ADDRESS"].unique())
    return found


def now(desk: Desk, contents: Contents, query: str) -> tuple[Shown, float]:
    """What the page shows before any script has run, and by how much its numbers may differ from the publisher's."""
    view, _ = View.from_query(query, contents)
    part = slice_of(view, contents)
    indicator = indicator_of(part, contents)
    return shown(desk.series(part), indicator, scope_of(view, contents.atlas), view.year_of(contents), view.window_of(contents), contents.atlas), 10.0**-indicator.decimals / 500


def number(cell: object) -> float:
    return np.nan if cell == "" else float(cell)


@pytest.mark.parametrize("query", VIEWS)
def test_the_ranking_is_that_of_the_page(client: FlaskClient, desk: Desk, contents: Contents, query: str):
    found, (page, near) = table(client, "ranking", query), now(desk, contents, query)
    view, _ = View.from_query(query, contents)
    assert len(found) == len(page.places)
    ranks = [""] * len(found) if contents.catalogue[view.indicator].is_yes_no else found["RANK"].tolist()
    rows = {area: (year, value, flag, rank) for area, year, value, flag, rank in zip(found["REF_AREA"], found["TIME_PERIOD"], found["OBS_VALUE"], found["OBS_FLAG"], ranks, strict=True)}
    for place in page.places:
        year, value, flag, rank = rows[place.code]
        assert (year, flag, rank) == (place.cell.year, place.cell.flag.replace("m", ""), "" if rank == "" else place.rank)
        assert abs(value - place.cell.value) <= near
    assert found["REF_AREA_NAME"].tolist() == [contents.atlas.area(code).name for code in found["REF_AREA"]]


@pytest.mark.parametrize("query", VIEWS)
def test_the_map_has_every_area_of_the_page_with_its_class(client: FlaskClient, asking: Asking, desk: Desk, contents: Contents, query: str):
    found, (page, near), head = table(client, "map", query), now(desk, contents, query), asking.head(query)
    inside = frozenset(head["members"]) if head["scope"] else None
    cells = {code: cell for code, cell in page.cells.items() if inside is None or code in inside}
    rows = found.set_index("REF_AREA")
    assert set(cells) <= set(rows.index) and (inside is None or set(rows.index) <= inside)
    assert (inside or {area.code for area in contents.atlas.states()}) <= set(rows.index)  # who has none is in it too
    for code, row in rows.iterrows():
        cell = cells.get(code)
        if cell is None:
            assert (row["OBS_VALUE"], row["TIME_PERIOD"], row["OBS_FLAG"]) == ("", "", "")
            continue
        assert (int(row["TIME_PERIOD"]), row["OBS_FLAG"]) == (cell.year, cell.flag.replace("m", ""))
        assert row["OBS_VALUE"] == "" if cell.value is None else abs(float(row["OBS_VALUE"]) - cell.value) <= near
        if "CLASS" in rows.columns and cell.value is not None:
            assert row["CLASS"] == head["classes"]["labels"][sum(cell.value >= edge for edge in head["classes"]["edges"])]
    assert ("CLASS" in rows.columns) == (head["why_not_mapped"] == "")


@pytest.mark.parametrize("query", VIEWS)
def test_the_trend_has_the_lines_and_the_band_of_the_page(client: FlaskClient, asking: Asking, contents: Contents, query: str):
    found, held, near = table(client, "trend", query), asking.held("trend", query), 10.0**-asking.head(query)["decimals"] / 500
    middle = found[found["STATISTIC"] == "median"].set_index("TIME_PERIOD")
    for place, (n, median) in enumerate(zip(held["n"], held["median"], strict=True)):
        year = held["first"] + place
        assert (year in middle.index) == (n > 0)
        if n:
            assert int(middle.at[year, "COUNTRIES"]) == n
            assert middle.at[year, "OBS_VALUE"] == "" if median is None else float(middle.at[year, "OBS_VALUE"]) == median
    traces = held["figure"]["data"]
    if any(trace["name"] == "middle half" for trace in traces):
        for name, (low, high) in {"middle eight tenths": ("P10", "P90"), "middle half": ("P25", "P75")}.items():
            trace = next(trace for trace in traces if trace["name"] == name)
            limits = {(year, value) for year, value in zip(trace["x"], trace["y"], strict=True) if year is not None}
            rows = [(year, float(row[low]), float(row[high])) for year, row in middle.iterrows() if row[low] != ""]
            assert limits == {(year, value) for year, *ends in rows for value in ends} and all(lower <= upper for _, lower, upper in rows)
    own = found[found["STATISTIC"] == "value"]
    for code in View.from_query(query, contents)[0].areas:
        line = {year: value for trace in traces if trace.get("customdata", [""])[:1] == [code] for year, value in zip(trace["x"], trace["y"], strict=True) if value is not None}
        rows = own[(own["REF_AREA"] == code) & (own["OBS_VALUE"] != "")]
        assert rows["TIME_PERIOD"].tolist() == sorted(line)
        np.testing.assert_allclose(rows["OBS_VALUE"].astype(float), [line[year] for year in rows["TIME_PERIOD"]], rtol=0, atol=near)


DOTS = [query for query in VIEWS if "lines" not in query]


@pytest.mark.parametrize("query", DOTS)
def test_the_breakdown_has_the_dots_gaps_and_years_of_the_page(client: FlaskClient, asking: Asking, contents: Contents, query: str):
    found, packed, head = table(client, "breakdown", query), asking.held("breakdown", query)["table"], asking.head(query)
    view, _ = View.from_query(query, contents)
    if not packed:
        assert len(found) == 0
        return
    place, near = view.year_of(contents) - packed["first"], 10.0 ** -contents.catalogue[head["indicator"]].decimals / 400
    drawn = np.array([[number("" if v[place] is None else v[place]) for v in kind] for kind in packed["x"]])
    is_turned = "of_kinds" in packed
    keys = ["BREAKDOWN", *(["CROSS_GROUP"] if "CROSS_GROUP" in found else []), "REF_AREA"]
    rows = [list(part.itertuples()) for _, part in found.groupby(keys, sort=False)]
    values = [[number(row.OBS_VALUE) for row in part] for part in rows]
    if is_turned:
        np.testing.assert_allclose(sorted(v for part in values for v in part if v == v), np.sort(drawn[~np.isnan(drawn)]), rtol=0, atol=near)
        used = [packed["of_kinds"]["used"][i][place] for i in range(len(rows))]
    else:
        headings = [name[3] for name in packed["names"]]
        drawn = drawn[:, [i for i, is_heading in enumerate(headings) if not is_heading]]
        wide = max(map(len, values))
        total = packed["groups"] < len(packed["x"])  # the total is the last kind of all rows, which may have fewer groups
        padded = [part[:-1] + [np.nan] * (wide - len(part)) + part[-1:] if total else part + [np.nan] * (wide - len(part)) for part in values]
        np.testing.assert_allclose(np.array(padded), drawn.T, rtol=0, atol=near)
        used = [packed["used"][i][place] for i, is_heading in enumerate(headings) if not is_heading]
        if "GAP" in found:
            gaps = [packed["gap"][i][place] for i, is_heading in enumerate(headings) if not is_heading]
            np.testing.assert_array_equal([number(part[0].GAP) for part in rows], [number("" if gap is None else gap) for gap in gaps])
        if view.measure:
            shown_beside = [packed["measured"].get(str(i), [None] * (place + 1))[place] for i in range(len(rows))]
            np.testing.assert_array_equal([number(part[0].MEASURE_VALUE) for part in rows], [number("" if v is None else v) for v in shown_beside])
    for part, year, of in zip(rows, used, values, strict=True):
        if any(v == v for v in of):
            assert {int(row.TIME_PERIOD) for row in part} == {year}
    assert (found["STATISTIC"] == "median").any() or view.areas
    counted = {int(n) for n in found.loc[found["STATISTIC"] == "median", "COUNTRIES"]}
    assert not packed["n"] or counted - {0} == {n[place] for n in packed["n"].values() if n[place]}


@pytest.mark.parametrize("query", [query for query in VIEWS if "lines" in query])
def test_the_lines_over_time_have_every_point_of_the_page(client: FlaskClient, asking: Asking, query: str):
    found, held = table(client, "breakdown", query), asking.held("breakdown", query)
    points = sorted((x, y) for trace in held["figure"]["data"] if trace["name"] for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None)
    rows = sorted((year, value) for year, value in zip(found["TIME_PERIOD"], found["OBS_VALUE"], strict=True) if value != "")
    assert len(points) == len(rows) > 50
    np.testing.assert_allclose(np.array(rows, dtype=float), np.array(points, dtype=float), rtol=0, atol=0.001)
    assert "YEAR_SHOWN" not in found.columns


def test_the_values_are_the_publishers_own_and_can_be_found_in_the_data(client: FlaskClient, desk: Desk):
    """By the columns of the standard frame, which every row of a panel's file has."""
    data = desk.store.observations("unemployment").astype({"SEX": "str", "AGE": "str", "REF_AREA": "str"})
    truth = data.set_index(["REF_AREA", "TIME_PERIOD", "SEX", "AGE"])["OBS_VALUE"]
    of_groups = ("&areas=FIN,KEN", "&chart=all&areas=KEN", "&by=age&cross=sex&areas=FIN")
    for panel, query in (("map", ""), ("ranking", "&sex=F"), ("trend", "&areas=FIN"), *(("breakdown", query) for query in of_groups)):
        found = table(client, panel, f"indicator=unemployment{query}")
        own = found[(found.get("STATISTIC", "value") == "value") & (found["OBS_VALUE"] != "")]
        assert len(own) > 3
        for row in own.itertuples():
            assert float(row.OBS_VALUE) == truth[row.REF_AREA, int(row.TIME_PERIOD), row.SEX, row.AGE]
