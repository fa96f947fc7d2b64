"""The data as SDMX-CSV 2.0, read by another library and by our own importer; and what of them a view shows."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import sdmx
from flask.testing import FlaskClient

from dashboard import sdmx as own
from dashboard.contents import Contents
from dashboard.schema import COLUMNS, KEY, TEXT, TOTAL
from data.importers.sdmx_csv import read
from data.store import Store
from tests.wiring.taken import MEASURED, SMALL, VIEW, frame_of, get


def structures(client: FlaskClient) -> sdmx.message.StructureMessage:
    return sdmx.read_sdmx(io.BytesIO(get(client, "structure.xml")))


def read_by_sdmx(content: bytes, structure: object, folder: Path) -> pd.DataFrame:
    """Dimensions, value and attributes of each record, as another library reads them."""
    path = folder / "read.csv"
    path.write_bytes(content)
    sets = sdmx.read_sdmx(path, structure=structure).data
    rows = [{key.id: key.value for key in obs.dimension.values.values()} | {"OBS_VALUE": obs.value} | {k: v.value for k, v in obs.attached_attribute.items()} for s in sets for obs in s.obs]
    return pd.DataFrame(rows)


def test_the_data_are_sdmx_csv_that_another_library_reads_by_our_structure(client: FlaskClient, release: Store, tmp_path: Path):
    content = get(client, f"data.csv?indicator={SMALL}")
    assert content.startswith(b"STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,TIME_PERIOD,")
    assert content.split(b"\r\n")[1].startswith(f"datastructure,{own.OBSERVATIONS},I,{SMALL},".encode())
    found = read_by_sdmx(content, structures(client).structure["OBSERVATIONS"], tmp_path)
    expected = release.observations(SMALL)
    assert set(found.columns) == set(COLUMNS) and len(found) == len(expected) > 500
    for column in COLUMNS:
        truth = expected[column]
        if column in TEXT or column == "TIME_PERIOD":
            assert found[column].astype(str).tolist() == truth.astype(str).tolist(), column
        else:
            np.testing.assert_array_equal(pd.to_numeric(found[column].replace("", np.nan)), truth)


def test_every_code_of_the_release_is_in_the_structures_lists(client: FlaskClient, contents: Contents):
    lists = structures(client).codelist
    for key, holding in contents.holdings.items():
        assert key in lists["CL_INDICATOR"].items
        for column, codes in holding.codes.items():
            assert set(codes) <= set(lists[f"CL_{column}"].items)
    assert lists["CL_SEX"]["F"].name.localized_default() == contents.catalogue.label("SEX", "F")


def test_the_structure_is_of_the_columns_of_the_file(client: FlaskClient):
    """Who changes a column gives the structure a new version."""
    held = structures(client).structure["OBSERVATIONS"]
    named = {component.id for part in (held.dimensions, held.measures, held.attributes) for component in part}
    assert (named, str(held.version), len(COLUMNS)) == (set(COLUMNS), "1.0.0", 31)


def test_our_own_importer_reads_the_same_values(client: FlaskClient, release: Store, contents: Contents, tmp_path: Path):
    path = tmp_path / "taken.csv"
    path.write_bytes(get(client, "data.csv?indicator=suicide-mortality"))
    expected = release.observations("suicide-mortality").astype(dict.fromkeys(TEXT, "str")).sort_values(list(KEY), kind="stable", ignore_index=True)
    pd.testing.assert_frame_equal(read(path, contents.catalogue), expected, check_dtype=False)


def test_who_asks_for_sdmx_is_told_that_it_is(client: FlaskClient):
    asked = client.get(f"/download/data.csv?indicator={SMALL}", headers={"Accept": "application/vnd.sdmx.data+csv;version=2.0.0, */*;q=0.1"})
    assert asked.headers["Content-Type"] == "application/vnd.sdmx.data+csv; version=2.0.0" and "Accept" in asked.headers["Vary"]
    assert asked.data == get(client, f"data.csv?indicator={SMALL}")


def test_data_of_the_view_are_its_scope_and_its_groups_and_all_years(client: FlaskClient, release: Store, contents: Contents):
    found = frame_of(get(client, f"data.csv?{VIEW}&sex=F&data=view"))
    every = release.observations("unemployment").astype(dict.fromkeys(TEXT, "str"))
    europe = {*contents.atlas.members("150"), "KEN"}
    expected = every[every["REF_AREA"].isin(europe) & (every["AGE"] == TOTAL)].reset_index(drop=True)  # the slice, women, is one of the groups by sex
    pd.testing.assert_frame_equal(found[list(COLUMNS)], expected, check_dtype=False)
    assert 3_000 < len(found) < len(every) / 5 and found["TIME_PERIOD"].nunique() == 31


@pytest.mark.parametrize(
    ("more", "cells"),
    [
        ("", {("_T", "_T"), ("F", "_T"), ("M", "_T")}),
        ("&by=age", {("_T", "_T"), ("_T", "Y15T24")}),
        ("&by=age&cross=sex", {(sex, age) for sex in ("_T", "F", "M") for age in ("_T", "Y15T24")}),
        ("&chart=all", {("_T", "_T"), ("F", "_T"), ("M", "_T"), ("_T", "Y15T24")}),
        ("&age=Y15T24", {("_T", "Y15T24"), ("F", "Y15T24"), ("M", "Y15T24")}),
    ],
)
def test_data_of_the_view_have_the_groups_that_its_panels_show(client: FlaskClient, more: str, cells: set):
    found = frame_of(get(client, f"data.csv?indicator=unemployment&scope=150&data=view{more}"))
    assert set(zip(found["SEX"], found["AGE"], strict=True)) == cells


def test_the_world_of_a_view_has_territories_and_no_published_aggregates(client: FlaskClient, contents: Contents):
    found = set(frame_of(get(client, "data.csv?indicator=unemployment&data=view"))["REF_AREA"])
    assert "PRI" in found and {contents.atlas.area(code).kind for code in found} <= {"member", "observer", "territory", "other"}


def test_a_measure_is_a_record_of_its_own_structure_beside_its_groups(client: FlaskClient, tmp_path: Path, contents: Contents):
    content = get(client, f"data.csv?{MEASURED}&data=view")
    found = frame_of(content)
    derived, observed = (found[found["STRUCTURE_ID"] == which] for which in (own.MEASURES, own.OBSERVATIONS))
    assert len(derived) + len(observed) == len(found) and set(observed["SEX"]) == {"F", "M", "_T"}
    assert {tuple(row) for row in derived[["SEX", *own.DERIVED]].to_numpy()} == {("_Z", "SEX", "difference", "M", "percentage points")}
    held = observed.pivot(index=["REF_AREA", "TIME_PERIOD"], columns="SEX", values="OBS_VALUE")
    valued = derived.dropna(subset="OBS_VALUE").set_index(["REF_AREA", "TIME_PERIOD"])
    np.testing.assert_allclose(valued["OBS_VALUE"], (held["F"] - held["M"]).loc[valued.index], rtol=0, atol=1e-12)
    assert valued["COMMENT_OBS"].str.contains("difference by sex, of F M, derived by the monitor").all()
    path = tmp_path / "view.csv"
    path.write_bytes(content)
    assert len(read(path, contents.catalogue)) == len(observed)  # an importer of observations takes no derived number for one


def test_a_measures_record_is_read_by_its_structure(client: FlaskClient, tmp_path: Path):
    content = get(client, f"data.csv?{MEASURED.replace('unemployment', 'unemployment-by-education')}&data=view")
    found = read_by_sdmx(content, structures(client).structure["MEASURES"], tmp_path)
    assert set(found["MEASURE"]) <= {"", "difference"} and len(found) > 100
