from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from dashboard.schema import COLUMNS, standard_frame
from data import build as building
from data import release as releasing
from data import store as storing
from data.store import ReleaseFault, UnknownIndicator, open_release
from tests.data.tiny_release import areas, build_tiny, catalogue, sources_folder


@pytest.fixture
def release(tmp_path: Path) -> Path:
    out, report = build_tiny(tmp_path)
    assert report.is_ok, report.text()
    return out


def test_one_indicator_comes_back_as_the_standard_frame_that_was_written(release: Path):
    frame = open_release(release).observations("civil-society")
    expected = standard_frame(
        pd.DataFrame(
            {
                "INDICATOR": "civil-society",
                "REF_AREA": ["EST", "FIN", "FIN"],
                "TIME_PERIOD": [1991, 1990, 1991],
                "OBS_VALUE": [0.75, 0.951, 0.953],
                "DATA_SOURCE": "vdem",
                "SOURCE_SERIES": "v2x_cspart",
            }
        )
    )
    assert list(frame.columns) == list(COLUMNS)
    pd.testing.assert_frame_equal(frame, expected, check_dtype=False, check_categorical=False)


def test_text_columns_are_categories_and_numbers_are_numbers(release: Path):
    frame = open_release(release).observations("unemployment")
    assert isinstance(frame["REF_AREA"].dtype, pd.CategoricalDtype)
    assert isinstance(frame["COMMENT_OBS"].dtype, pd.CategoricalDtype)
    assert (str(frame["TIME_PERIOD"].dtype), str(frame["OBS_VALUE"].dtype)) == ("int64", "float64")


def test_absent_group_gives_no_rows_rather_than_an_error(release: Path):
    frame = open_release(release).observations("unemployment")
    assert frame[frame["SEX"] == "M"].empty


def test_unknown_indicator_is_refused_by_name(release: Path):
    with pytest.raises(UnknownIndicator, match="has no indicator 'weather'"):
        open_release(release).observations("weather")


def test_threads_read_the_same_as_one(release: Path):
    store = open_release(release)
    keys = ["unemployment", "civil-society"] * 20
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(store.observations, keys))
    assert [len(frame) for frame in found] == [11, 3] * 20
    pd.testing.assert_frame_equal(found[0], found[-2])


def test_open_store_keeps_reading_while_the_release_is_swapped(release: Path, tmp_path: Path):
    store = open_release(release)
    sources = sources_folder(tmp_path / "newer")
    path = sources / "vdem/V-Dem-CY_specimen.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("0.951", "0.5"), encoding="utf-8")
    assert building.build(sources, release, catalogue(tmp_path / "newer"), areas=areas).is_ok
    newer = open_release(release)
    # Finland 1990: 0.951 in the release that was opened first, 0.5 in the one that took its place
    assert 0.951 in store.observations("civil-society")["OBS_VALUE"].to_list()
    assert 0.5 in newer.observations("civil-society")["OBS_VALUE"].to_list()
    assert store.version != newer.version


def test_contents_hold_years_codes_and_version(release: Path, tmp_path: Path):
    store = open_release(release)
    contents = store.contents(catalogue(tmp_path / "again"))
    holding = contents.holdings["unemployment"]
    assert (holding.first_year, holding.last_year, holding.default_year) == (2018, 2020, 2019)
    assert holding.codes == {"SEX": ("_T", "F")}
    assert contents.version == store.version
    assert "FIN" in contents.atlas


def test_catalogue_with_more_indicators_than_the_release_is_refused(release: Path, tmp_path: Path):
    known = catalogue(tmp_path / "again")
    more = replace(known, indicators=(*known.indicators, replace(known.indicators[0], key="new")))
    with pytest.raises(ReleaseFault, match="no observations of 1 indicators of the catalogue \\(new\\)"):
        open_release(release).contents(more)


def test_missing_release_says_what_to_do(tmp_path: Path):
    with pytest.raises(ReleaseFault, match="manifest.json: found no such file.*python -m data.cli build"):
        open_release(tmp_path)


@pytest.mark.parametrize("name", ["observations/unemployment.parquet", "areas.csv", "groups.csv", "LICENCES.md", "shares.parquet", "coverage.parquet", "gaps.parquet"])
def test_missing_file_is_named(release: Path, name: str):
    (release / name).unlink()
    with pytest.raises(ReleaseFault, match=f"{name}: found no such file"):
        open_release(release)


@pytest.mark.parametrize("name", ["observations/unemployment.parquet", "areas.csv", "groups.csv", "LICENCES.md", "shares.parquet", "coverage.parquet", "gaps.parquet"])
def test_one_changed_byte_is_found(release: Path, name: str):
    content = bytearray((release / name).read_bytes())
    content[len(content) // 2] ^= 1
    (release / name).write_bytes(content)
    with pytest.raises(ReleaseFault, match=f"{name}: found a damaged or changed file"):
        open_release(release)


def changed_manifest(release: Path, change) -> None:
    path = release / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    change(manifest)
    path.write_text(json.dumps(manifest), encoding="utf-8")


def test_release_of_another_schema_is_refused(release: Path):
    changed_manifest(release, lambda m: m.update(schema_version=99))
    with pytest.raises(ReleaseFault, match="found schema version 99; expected schema version 3"):
        open_release(release)


def test_release_from_before_the_gaps_is_refused_with_what_to_do(release: Path):
    changed_manifest(release, lambda m: m.update(schema_version=2))
    (release / "gaps.parquet").unlink()
    with pytest.raises(ReleaseFault, match="found schema version 2; expected schema version 3. Build the release again: python -m data.cli build"):
        open_release(release)


def test_manifest_that_is_cut_short_is_refused(release: Path):
    path = release / "manifest.json"
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(ReleaseFault, match="not JSON"):
        open_release(release)


def test_manifest_without_an_entry_is_refused(release: Path):
    changed_manifest(release, lambda m: m.pop("indicators"))
    with pytest.raises(ReleaseFault, match="no entries indicators"):
        open_release(release)


def test_manifest_that_miscounts_is_refused(release: Path):
    changed_manifest(release, lambda m: m.update(rows=15))
    with pytest.raises(ReleaseFault, match="found 14 rows of all indicators; expected the manifest's 15"):
        open_release(release)


def test_manifest_that_miscounts_one_indicator_is_refused(release: Path):
    changed_manifest(release, lambda m: m["indicators"]["unemployment"].update(rows=12))
    with pytest.raises(ReleaseFault, match="unemployment.parquet: found 11 rows; expected the manifest's 12"):
        open_release(release)


def test_large_release_is_opened_by_sizes_and_verified_on_demand(release: Path, monkeypatch):
    monkeypatch.setattr(storing, "CHECKED_BYTES", 0)
    path = release / "observations/unemployment.parquet"
    content = bytearray(path.read_bytes())
    content[40] ^= 1  # inside the first page: the size stays
    path.write_bytes(content)
    store = open_release(release)
    with pytest.raises(ReleaseFault, match="unemployment.parquet: found a damaged or changed file"):
        storing.verify(release, store.manifest)


def test_file_of_another_size_is_found_without_reading_it(release: Path, monkeypatch):
    monkeypatch.setattr(storing, "CHECKED_BYTES", 0)
    path = release / "observations/unemployment.parquet"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ReleaseFault, match="found a damaged or changed file of [0-9]+ bytes"):
        open_release(release)


def test_cell_gives_the_same_rows_as_a_filter_over_all(release: Path):
    store = open_release(release)
    whole = store.observations("unemployment")
    for code in ("_T", "F", "M"):
        cell = store.observations("unemployment", (("SEX", code), ("AGE", "_T")), ("REF_AREA", "TIME_PERIOD", "OBS_VALUE"))
        expected = whole[whole["SEX"] == code][["REF_AREA", "TIME_PERIOD", "OBS_VALUE"]].reset_index(drop=True)
        assert cell.astype({"REF_AREA": "str"}).to_dict("list") == expected.astype({"REF_AREA": "str"}).to_dict("list")
    assert store.observations("unemployment", (("AGE", "Y15T24"),)).empty


def test_cell_of_many_row_groups_reads_only_those_that_can_hold_it(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(releasing, "MOST_ROWS_IN_GROUP", 3)
    out, _ = build_tiny(tmp_path)
    # by breakdown first: F (2 rows) then _T (9) -> groups F F _T | _T _T _T | _T _T _T | _T _T
    metadata = pq.read_metadata(out / "observations/unemployment.parquet")
    assert [metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)] == [3, 3, 3, 2]
    assert storing._parts(metadata, [("SEX", "F")]) == [0]
    assert storing._parts(metadata, [("SEX", "_T")]) == [0, 1, 2, 3]
    assert storing._parts(metadata, [("SEX", "M")]) == [0]  # between F and _T: looked for, not found
    store = open_release(out)
    assert len(store.observations("unemployment", (("SEX", "F"),))) == 2
    assert len(store.observations("unemployment", (("SEX", "_T"),))) == 9
