"""A measure in the address: mapped, ranked and downloaded like a value, and opened; checked against the data as they are downloaded."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd
import pytest
from flask.testing import FlaskClient

from callbacks.panels import draw_breakdown
from dashboard import wording
from dashboard.measures.inequality.lawful import lawful
from dashboard.measures.inequality.measured import Result, measured
from dashboard.measures.inequality.setting import Group, Setting
from dashboard.measures.inequality.table import MEASURES
from dashboard.schema import BREAKDOWNS, TOTAL
from dashboard.slices import GroupSlice, slice_of
from dashboard.terms import reference_of, terms_of
from dashboard.view import View
from data.desk import Desk
from tests.wiring.asking import Asking
from tests.wiring.documents import document

SEXES = "indicator=unemployment&measure=difference&ref=M"
FIFTHS = "indicator=social-safety-net-coverage-by-quintile"


def table(client: FlaskClient, path: str) -> pd.DataFrame:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    return pd.read_csv(io.BytesIO(answer.data), keep_default_na=False)


def groups_of(client: FlaskClient, indicator: str, column: str) -> pd.DataFrame:
    """Values by area and year, a column a group, of the slice in which all other breakdowns are the total."""
    rows = table(client, f"/download/data.csv?indicator={indicator}")
    for other in BREAKDOWNS:
        if other != column:
            rows = rows[rows[other] == TOTAL]
    rows = rows[rows["OBS_VALUE"] != ""].astype({"OBS_VALUE": float})
    return rows.pivot(index=["REF_AREA", "TIME_PERIOD"], columns=column, values="OBS_VALUE")


def test_the_ranking_of_a_difference_is_that_of_the_downloaded_groups(client: FlaskClient) -> None:
    found = table(client, f"/download/ranking.csv?{SEXES}&year=2019").set_index(["REF_AREA", "TIME_PERIOD"])
    held = groups_of(client, "unemployment", "SEX")
    true = (held["F"] - held["M"]).loc[found.index]
    np.testing.assert_allclose(found["OBS_VALUE"], true, rtol=0, atol=1e-9)
    assert len(found) > 170 and found["OBS_VALUE"].abs().round(1).is_monotonic_increasing


def test_without_a_reference_the_difference_is_highest_less_lowest(client: FlaskClient) -> None:
    found = table(client, "/download/ranking.csv?indicator=unemployment&measure=difference&year=2019").set_index(["REF_AREA", "TIME_PERIOD"])
    held = groups_of(client, "unemployment", "SEX")[["F", "M"]]
    np.testing.assert_allclose(found["OBS_VALUE"], (held.max(axis=1) - held.min(axis=1)).loc[found.index], rtol=0, atol=1e-9)


def test_along_an_order_the_difference_is_the_ends_turned_so_that_disadvantage_is_positive(client: FlaskClient) -> None:
    found = table(client, f"/download/ranking.csv?{FIFTHS}&measure=difference&year=2018").set_index(["REF_AREA", "TIME_PERIOD"])
    held = groups_of(client, "social-safety-net-coverage-by-quintile", "INCOME_WEALTH_QUANTILE")
    np.testing.assert_allclose(found["OBS_VALUE"], (held["Q5"] - held["Q1"]).loc[found.index], rtol=0, atol=1e-9)
    assert (found["OBS_VALUE"] < 0).mean() > 0.5  # safety nets reach the poorest more


def test_the_concentration_index_is_weighted_by_fifths(client: FlaskClient) -> None:
    found = table(client, f"/download/ranking.csv?{FIFTHS}&measure=rci&year=2018").set_index(["REF_AREA", "TIME_PERIOD"])
    held = groups_of(client, "social-safety-net-coverage-by-quintile", "INCOME_WEALTH_QUANTILE")[["Q1", "Q2", "Q3", "Q4", "Q5"]].loc[found.index]
    ranks = np.array([-0.8, -0.4, 0.0, 0.4, 0.8])  # 2X − 1
    np.testing.assert_allclose(found["OBS_VALUE"], (held * 0.2 * ranks).sum(axis=1) / held.mean(axis=1), rtol=1e-9)


def test_a_ranking_of_values_is_the_publishers_own_numbers(client: FlaskClient) -> None:
    found = table(client, "/download/ranking.csv?indicator=unemployment&year=2019&sex=F").set_index(["REF_AREA", "TIME_PERIOD"])
    held = groups_of(client, "unemployment", "SEX")["F"]
    assert found["OBS_VALUE"].tolist() == held.loc[found.index].tolist()
    assert "MEASURE" not in found.columns and set(found["SEX"]) == {"F"}


def test_the_ranking_says_what_was_changed_in_an_address(client: FlaskClient) -> None:
    answer = client.get("/download/ranking.csv?indicator=unemployment&measure=sii")
    assert answer.status_code == 200 and "from%20disadvantaged%20to%20advantaged" in answer.headers["X-Notices"]
    assert "X-Notices" not in client.get(f"/download/ranking.csv?{SEXES}").headers


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("indicator=unemployment&measure=nonsense", "There is no measure “nonsense”"),
        ("indicator=unemployment&measure=ratoi", "did you mean ratio"),
        ("indicator=unemployment&measure=sii", "from disadvantaged to advantaged"),
        ("indicator=unemployment&by=age&measure=difference", "at least two groups"),
        ("indicator=access-to-justice&measure=difference", "a scale of its own"),
        ("indicator=political-exclusion-by-group&measure=difference", "a scale of its own"),
        ("indicator=health-worker-density&measure=difference", "a scale of its own"),
        ("indicator=women-in-national-parliament&measure=difference", "has no groups in its source"),
        ("indicator=refugees-and-others-hosted-by-sex-and-age&measure=par", "Counts grow with the size"),
        ("indicator=labour-force-participation&measure=par", "Neither end"),
        ("indicator=unemployment-by-education&measure=par", "Needs the sizes of the groups, or the country's own value"),
        ("indicator=extreme-poverty&by=age&measure=sii", "from disadvantaged to advantaged"),
        ("indicator=unemployment&measure=difference&ref=X", "There is no group “X”"),
        (f"{FIFTHS}&measure=difference&ref=Q1", "Along an order the two ends are compared"),
        ("indicator=unemployment&measure=difference&sex=F", "compares all groups by sex"),
        ("indicator=unemployment&cross=sex", "cannot be crossed"),
        ("indicator=unemployment&chart=pie", "no form “pie”"),
    ],
)
def test_what_cannot_be_measured_is_said_and_the_nearest_lawful_view_shown(asking: Asking, query: str, said: str) -> None:
    head = asking.head(f"?{query}")
    assert any(said in notice for notice in head["notices"]), head["notices"]
    again = asking.head(f"?{head['search']}")
    assert again["notices"] == [] and again["search"] == head["search"]


def test_words_of_a_measure_are_its_own(asking: Asking) -> None:
    head = asking.head(f"?{SEXES}")
    assert (head["title"], head["unit"], head["order"], head["equality"]) == ("Unemployment: difference by sex", "percentage points", "equality", 0.0)
    assert head["direction_words"] == "above 0: female worse off than male"
    assert [s["key"] for s in head["slices"]] == ["age"]  # the measure is of both sexes


def test_the_measure_of_a_slice_is_that_of_the_other_breakdowns_slice(asking: Asking) -> None:
    young, all_ages = (asking.held("map", f"?{SEXES}{age}")["areas"]["FIN"] for age in ("&age=Y15T24", ""))
    assert young != all_ages and asking.head(f"?{SEXES}&age=Y15T24")["title"].endswith("by sex, 15–24 years")


@pytest.mark.parametrize("query", [f"{SEXES}&areas=FIN", f"{FIFTHS}&areas=BRA&measure=rci", "indicator=account-at-a-financial-institution-or-mobile-money&by=education&areas=KEN"])
def test_the_opened_sums_end_in_the_number_that_is_shown(asking: Asking, query: str) -> None:
    told = asking.held("working", f"?{query}")
    assert told["why"] == "" and [one["key"] for one in told["measures"]] == list(MEASURES)
    given = [one for one in told["measures"] if "value" in one]
    assert given and all(one["steps"] and one["source"] for one in given)
    assert all(one["reason"].endswith(".") for one in told["measures"] if "value" not in one)
    shown = next((one for one in told["measures"] if one["key"] == told["measure"]), None)
    if shown:
        map_ = asking.held("map", f"?{query}")
        line = map_["areas"][query.partition("areas=")[2][:3]]
        steps = [step for step in line.get("d", [])[: told["used"] - line["s"] + 1] if step is not None]
        number = line["v"][told["used"] - line["s"]] if "v" in line else sum(steps) / 10.0 ** map_["tens"]
        assert shown["value"] == wording.number(number, map_["head"]["decimals"])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("indicator=women-in-national-parliament&areas=FIN", "only as a total"),
        ("indicator=unemployment", "Choose a country"),
        ("indicator=social-safety-net-coverage-by-quintile&areas=FIN", "Finland has no groups by wealth"),
    ],
)
def test_why_there_are_no_sums_is_said(asking: Asking, query: str, said: str) -> None:
    told = asking.held("working", f"?{query}")
    assert said in told["why"] and told["measures"] == []


def test_vdem_families_open_no_sums_but_reasons(asking: Asking) -> None:
    told = asking.held("working", "?indicator=access-to-justice&areas=FIN")
    assert told["groups"] and {one.get("reason", "") for one in told["measures"]} == {"Each group is measured on a scale of its own: a gap between two of them says nothing."}


def test_every_lawful_measure_of_every_indicator_is_that_of_each_setting_alone(desk: Desk) -> None:
    """A few settings of each, by the arithmetic for one setting, over the whole release."""
    chance, contents, seen = np.random.default_rng(4), desk.contents, 0
    for indicator in contents.catalogue.indicators:
        for breakdown in indicator.breakdowns:
            terms = terms_of(indicator, breakdown.column, contents)
            for key in chance.permutation(lawful(terms))[:3]:
                part = slice_of(View(indicator.key, by=breakdown.column, measure=str(key)), contents)
                found, held = desk.exact(part), desk.exact_groups(part)
                own = terms_of(indicator, breakdown.column, contents, reference_of(part.measure, "", indicator, breakdown.column, contents))
                at = np.argwhere(np.isfinite(found.values))
                for row, year in at[chance.permutation(len(at))[:2]]:
                    area = held.areas.index(found.areas[row])
                    places, sizes = [(c, held.groups.index(c)) for c in own.codes if c in held.groups], desk.shares(GroupSlice(part.indicator, part.by, part.cell))
                    groups = tuple(Group(c, float(held.values[area, at_group, year]), float(sizes[area, at_group, year])) for c, at_group in places)
                    total = next((c for c in (TOTAL, indicator.headline_code(breakdown.column)) if c in held.groups and c not in own.codes), "")
                    overall = float(held.values[area, held.groups.index(total), year]) if total else None
                    alone = measured(part.measure, Setting(groups, own, overall))
                    assert isinstance(alone, Result) and found.values[row, year] == pytest.approx(alone.value, rel=1e-9, abs=1e-12), (part, found.areas[row], year)
                    seen += 1
    assert seen > 300


def test_beside_the_groups_of_one_year_stands_no_measure_of_another(desk: Desk) -> None:
    view = "indicator=ict-skills&areas=SVK,BRA&by=age&measure=difference"
    table, part = draw_breakdown(desk, view)["table"], slice_of(View.from_query(view, desk.contents)[0], desk.contents)
    held, seen = desk.exact(part), 0
    for row, area in enumerate(table["areas"]):
        own = held.years[0]
        for i, (number, used) in enumerate(zip(table["measured"][row], table["used"][row], strict=True)):
            if number is None:
                continue
            seen += 1
            assert number == pytest.approx(held.values[held.areas.index(area), used - own], abs=1e-3), (area, table["first"] + i)
    assert seen
    latest = table["used"][0][-1]  # Slovakia has some of the groups again, not all that are compared
    assert np.isnan(held.values[held.areas.index("SVK"), latest - held.years[0]]) and table["measured"][0][-1] is None


def test_a_country_whose_groups_do_not_allow_a_measure_is_not_without_data(desk: Desk, client: FlaskClient) -> None:
    query = "indicator=account-at-a-financial-institution-or-mobile-money&by=location&measure=ratio&ref=U"
    view = View.from_query(query, desk.contents)[0]
    held = desk.exact(slice_of(view, desk.contents))
    marks = held.marks[:, view.year_of(desk.contents) - held.years[0]]
    code = next(area for area, mark in zip(held.areas, marks.tolist(), strict=True) if mark == b"x")
    page = document(client, f"{query}&areas={code}").text
    assert f"{desk.contents.atlas.area(code).name}: not possible." in page
