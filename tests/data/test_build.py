from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from data import build as building
from data import release
from data.catalogue_reader import load_catalogue
from data.manifest import default_year
from data.store import open_release
from tests.data.tiny_release import areas, build_tiny, catalogue, catalogue_folder, sources_folder

WDI = "wdi/WDICSV_specimen.csv"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_release_has_its_files_and_nothing_stays_beside_it(tmp_path: Path):
    out, report = build_tiny(tmp_path)
    assert report.is_ok, report.text()
    assert sorted(contents(out)) == [
        "LICENCES.md",
        "areas.csv",
        "coverage.parquet",
        "gaps.parquet",
        "groups.csv",
        "manifest.json",
        "observations/civil-society.parquet",
        "observations/unemployment.parquet",
        "shares.parquet",
    ]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["catalogue", "release", "sources"]


def test_same_sources_give_the_same_bytes_in_another_place(tmp_path: Path):
    first, _ = build_tiny(tmp_path / "here")
    second, _ = build_tiny(tmp_path / "elsewhere" / "deeper")
    assert contents(first) == contents(second)


def test_no_file_names_the_place_where_it_was_built(tmp_path: Path):
    out, _ = build_tiny(tmp_path)
    named = [name for name, content in contents(out).items() if str(tmp_path).encode() in content]
    assert named == []


def test_each_indicator_has_a_file_of_its_own_with_the_rows_of_a_slice_together(tmp_path: Path):
    out, _ = build_tiny(tmp_path)
    held = {path.stem: pq.read_table(path).to_pandas() for path in (out / "observations").iterdir()}
    assert {key: set(frame["INDICATOR"]) for key, frame in held.items()} == {key: {key} for key in ("unemployment", "civil-society")}
    # WDI specimen: two values of women, then nine totals by area and year
    frame = held["unemployment"]
    assert frame["SEX"].tolist() == ["F"] * 2 + ["_T"] * 9
    totals = frame[frame["SEX"] == "_T"]
    assert totals[["REF_AREA", "TIME_PERIOD"]].to_numpy().tolist() == sorted(totals[["REF_AREA", "TIME_PERIOD"]].to_numpy().tolist())


def test_manifest_counts_what_the_specimens_hold(tmp_path: Path):
    out, _ = build_tiny(tmp_path)
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["rows"] == 14
    assert {k: s["rows"] for k, s in manifest["sources"].items()} == {"wdi": 11, "vdem": 3}
    assert [f["name"] for f in manifest["sources"]["wdi"]["files"]] == [WDI]
    entry = manifest["indicators"]["unemployment"]
    # 4 areas of which the World is no country; 2018 and 2019 have 3 and 2 countries, 2020 has 1 of 3 at best: 2019
    assert (entry["rows"], entry["areas"], entry["countries"]) == (11, 4, 3)
    assert (entry["first_year"], entry["last_year"], entry["default_year"]) == (2018, 2020, 2019)
    assert entry["codes"] == {"SEX": ["_T", "F"]}
    path = out / "observations/unemployment.parquet"
    assert manifest["files"]["observations/unemployment.parquet"] == [release.sha256(path), path.stat().st_size]
    assert manifest["areas"] == ["EST", "FIN", "WLD", "XKX"]


def test_default_year_is_the_latest_with_half_of_the_best_coverage():
    # 2018: 4 areas, 2019: 2 (exactly half), 2020: 1
    rows = pd.DataFrame({"REF_AREA": list("ABCDABA"), "TIME_PERIOD": [2018] * 4 + [2019] * 2 + [2020]})
    assert default_year(rows) == 2019


def test_notice_offers_share_alike_rows_under_their_licence_and_says_what_is_unsure(tmp_path: Path):
    out, _ = build_tiny(tmp_path)
    notice = (out / "LICENCES.md").read_text(encoding="utf-8")
    assert "Observations of Society by year in this release" in notice
    assert "are offered under CC BY-SA 4.0" in notice
    assert "Nobody knows whether the sample is large enough." in notice
    assert "Attribution: An office of statistics, labour figures" in notice


def failing(tmp_path: Path, spoil) -> tuple[dict, dict, object]:
    """The release before and after a build from sources that `spoil` has changed, and the report."""
    out, _ = build_tiny(tmp_path / "good")
    before = contents(out)
    sources = sources_folder(tmp_path / "bad")
    spoil(sources)
    report = building.build(sources, out, catalogue(tmp_path / "bad"), areas=areas)
    assert not out.with_name("release.next").exists()
    return before, contents(out), report


def test_source_that_is_gone_leaves_the_old_release_and_is_named(tmp_path: Path):
    before, after, report = failing(tmp_path, lambda sources: (sources / WDI).unlink())
    assert after == before
    assert "wdi cannot be read." in [f.message for f in report.having("source-fault")]


def test_value_that_is_no_number_leaves_the_old_release(tmp_path: Path):
    def spoil(sources: Path) -> None:
        text = (sources / WDI).read_text(encoding="utf-8")
        (sources / WDI).write_text(text.replace("7.76", "7,76x"), encoding="utf-8")

    before, after, report = failing(tmp_path, spoil)
    assert after == before
    assert not report.is_ok


def test_check_that_fails_leaves_the_old_release(tmp_path: Path):
    # a year before 1950 can be read, but not be right
    def spoil(sources: Path) -> None:
        path = sources / "vdem/V-Dem-CY_specimen.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("163,1990", "163,1890"), encoding="utf-8")

    before, after, report = failing(tmp_path, spoil)
    assert after == before
    assert report.having("year")[0].count == 1


def test_every_source_that_fails_is_reported_at_once(tmp_path: Path):
    def spoil(sources: Path) -> None:
        (sources / WDI).unlink()
        (sources / "vdem/V-Dem-CY_specimen.csv").unlink()

    _, _, report = failing(tmp_path, spoil)
    assert len(report.having("source-fault")) == 2


def test_two_files_for_one_dataset_are_not_chosen_between(tmp_path: Path):
    def spoil(sources: Path) -> None:
        (sources / "wdi/WDICSV_newer.csv").write_bytes((sources / WDI).read_bytes())

    _, _, report = failing(tmp_path, spoil)
    assert (
        "WDICSV_newer.csv, WDICSV_specimen.csv; expected exactly one file"
        in report.having("source-fault")[0].examples[0]
    )


def test_disk_fault_half_way_removes_the_half_and_leaves_the_old_release(tmp_path: Path, monkeypatch):
    out, _ = build_tiny(tmp_path / "good")
    before = contents(out)

    def full_disk(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(building, "write_manifest", full_disk)
    with pytest.raises(OSError, match="no space left"):
        building.build(sources_folder(tmp_path), out, catalogue(tmp_path), areas=areas)
    assert contents(out) == before
    assert sorted(p.name for p in out.parent.iterdir()) == ["catalogue", "release", "sources"]


def test_release_that_is_too_large_is_not_swapped_in(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(building, "MOST_BYTES", 1000)
    out, report = build_tiny(tmp_path)
    assert report.having("too-large")
    assert not out.exists()


def test_old_release_comes_back_where_the_new_cannot_be_moved(tmp_path: Path):
    out, _ = build_tiny(tmp_path)
    before = contents(out)
    with pytest.raises(OSError):
        building.swap(tmp_path / "absent", out)
    assert contents(out) == before


def test_areas_that_cannot_be_read_leave_nothing_behind(tmp_path: Path):
    with pytest.raises(OSError, match="UNSD_M49_Methodology.csv"):
        building.build(sources_folder(tmp_path), tmp_path / "out", catalogue(tmp_path))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["catalogue", "sources"]


def build_sized(folder: Path) -> tuple[Path, object]:
    """The tiny release with a second group and shares of both; Finland alone has any."""
    sources, own = sources_folder(folder), catalogue_folder(folder / "catalogue")
    for path, old, new in (
        (own / "labels.yaml", "  name: Sex\n", "  name: Sex\n  population: {F: W.ZS, M: V.ZS}\n"),
        (own / "indicators/cultural.yaml", "{SEX: [F]}", "{SEX: [F]}\n  sizes: [SEX]"),
        (sources / WDI, "Finland,FIN,", "Finland,FIN,Women,W.ZS,50.7,50.6,50.5\nFinland,FIN,Men,V.ZS,49.3,49.4,49.2\nFinland,FIN,"),
    ):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return folder / "release", building.build(sources, folder / "release", load_catalogue(own), areas=areas)


def test_shares_of_groups_ship_with_source_licence_and_checksum(tmp_path: Path):
    out, report = build_sized(tmp_path)
    assert report.is_ok, report.text()
    rows = pq.read_table(out / "shares.parquet").to_pandas()
    # women have values in 2019 and 2020; 2018 is within five years of the first
    assert rows["TIME_PERIOD"].tolist() == [2018, 2018, 2019, 2019, 2020, 2020]
    assert rows["SHARE"].iloc[:2].tolist() == pytest.approx([0.507, 0.493])
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["files"]["shares.parquet"] == [release.sha256(out / "shares.parquet"), (out / "shares.parquet").stat().st_size]
    assert {key: source["shares"] for key, source in manifest["sources"].items()} == {"wdi": 6, "vdem": 0}
    assert "Sizes of groups: 6 rows of `shares.parquet`" in (out / "LICENCES.md").read_text(encoding="utf-8")
    assert report.having("share-sum")[0].examples == ("SEX FIN 2020: 0.9970",)
    store = open_release(out)
    text, numbers = store.shares("SEX")
    assert text["GROUP"].text().tolist() == ["F", "M"] * 3
    assert numbers["SHARE"].tolist() == rows["SHARE"].tolist()


def test_shares_are_the_same_bytes_in_another_place(tmp_path: Path):
    first, _ = build_sized(tmp_path / "here")
    second, _ = build_sized(tmp_path / "elsewhere")
    assert contents(first) == contents(second)
