from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from data import cli
from data.build import build
from tests.data.tiny_release import SPECIMEN, areas, build_tiny, catalogue_folder, sources_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a catalogue; the areas come from the specimen, since M49 as a whole is no specimen."""
    (catalogue_folder(tmp_path / "catalogue") / "corrections.csv").write_text(
        "source,INDICATOR,REF_AREA,TIME_PERIOD,breakdowns,expect,action,value,why,evidence\n"
        "wdi,unemployment,XKX,2018,,29.6,status,U,For a test.,A specimen.\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(cli, "build", partial(build, areas=areas))
    return tmp_path


def run(*arguments: object) -> int:
    return cli.main([str(a) for a in arguments])


def build_into(folder: Path, sources: Path) -> int:
    return run("build", "--sources", sources, "--out", folder / "release", "--catalogue", folder / "catalogue")


def test_build_succeeds_and_says_what_it_built(folder: Path, capsys: pytest.CaptureFixture):
    assert build_into(folder, sources_folder(folder)) == 0
    said = capsys.readouterr().out
    assert "unemployment XKX 2018 (wdi): 29.6 -> status U" in said
    assert "Check passed" in said
    assert "14 observations" in said


def test_build_that_fails_exits_with_one_and_leaves_no_release(folder: Path, capsys: pytest.CaptureFixture):
    sources = sources_folder(folder)
    (sources / "wdi/WDICSV_specimen.csv").unlink()
    assert build_into(folder, sources) == 1
    assert "ERROR source-fault" in capsys.readouterr().out
    assert not (folder / "release").exists()


def test_build_with_an_outdated_correction_exits_with_one(folder: Path, capsys: pytest.CaptureFixture):
    path = folder / "catalogue" / "corrections.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("29.6", "31"), encoding="utf-8")
    assert build_into(folder, sources_folder(folder)) == 1
    assert "expected 31, found 29.6" in capsys.readouterr().out


def test_build_without_any_sources_exits_with_two(tmp_path: Path, capsys: pytest.CaptureFixture):
    # here the areas are the real ones, whose reference files are not there
    assert run("build", "--sources", tmp_path / "none", "--out", tmp_path / "release") == 2
    assert "UNSD_M49_Methodology.csv" in capsys.readouterr().err
    assert not (tmp_path / "release").exists()


def test_check_of_a_sound_release_exits_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture):
    out, _ = build_tiny(tmp_path)
    assert run("check", "--release", out, "--catalogue", tmp_path / "catalogue") == 0
    assert "14 observations" in capsys.readouterr().out


def test_check_against_a_stricter_catalogue_exits_with_one(tmp_path: Path, capsys: pytest.CaptureFixture):
    out, _ = build_tiny(tmp_path)
    path = tmp_path / "catalogue" / "indicators" / "cultural.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("key: civil-society", "key: society"), encoding="utf-8")
    assert run("check", "--release", out, "--catalogue", tmp_path / "catalogue") == 1
    said = capsys.readouterr().out
    assert "ERROR unknown-indicator (3)" in said
    assert "ERROR no-rows (1)" in said


def test_check_of_a_damaged_release_exits_with_two(tmp_path: Path, capsys: pytest.CaptureFixture):
    out, _ = build_tiny(tmp_path)
    (out / "areas.csv").write_text("code\n", encoding="utf-8")
    assert run("check", "--release", out, "--catalogue", tmp_path / "catalogue") == 2
    assert "damaged or changed file" in capsys.readouterr().err


def test_import_checks_a_file_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture):
    folder = catalogue_folder(tmp_path / "catalogue")
    file = SPECIMEN / "sources/wdi/WDICSV_specimen.csv"
    assert run("import", file, "--layout", "wdi", "--catalogue", folder) == 0
    assert "11 observations of 1 indicators" in capsys.readouterr().out


def test_import_of_an_impossible_year_exits_with_one(tmp_path: Path, capsys: pytest.CaptureFixture):
    folder = catalogue_folder(tmp_path / "catalogue")
    file = tmp_path / "mine.csv"
    text = (SPECIMEN / "sources/vdem/V-Dem-CY_specimen.csv").read_text(encoding="utf-8")
    file.write_text(text.replace("163,1990", "163,1890"), encoding="utf-8")
    assert run("import", file, "--layout", "vdem", "--catalogue", folder) == 1
    assert "civil-society FIN 1890: 0.951" in capsys.readouterr().out


def test_import_in_the_wrong_layout_exits_with_two(tmp_path: Path, capsys: pytest.CaptureFixture):
    folder = catalogue_folder(tmp_path / "catalogue")
    assert run("import", SPECIMEN / "sources/vdem/V-Dem-CY_specimen.csv", "--layout", "wdi", "--catalogue", folder) == 2
    assert "V-Dem-CY_specimen.csv" in capsys.readouterr().err


def test_unknown_layout_is_refused_with_the_known_ones(capsys: pytest.CaptureFixture):
    with pytest.raises(SystemExit) as stopped:
        run("import", "file.csv", "--layout", "excel")
    assert stopped.value.code == 2
    assert "unsd-long" in capsys.readouterr().err
