"""A release of two indicators over three countries and the World, built by the real importers from specimens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.report import Report
from data.area_groups import GROUP_COLUMNS
from data.area_rows import AREA_COLUMNS
from data.build import build
from data.catalogue_reader import load_catalogue

SPECIMENS = Path(__file__).parents[1] / "specimens"
SPECIMEN = SPECIMENS / "release"
NAMES = {"EST": "Estonia", "FIN": "Finland", "XKX": "Kosovo", "WLD": "World"}


def catalogue_folder(folder: Path) -> Path:
    """A catalogue folder with the two indicators, the other files being those of the reader's specimen."""
    shutil.copytree(SPECIMENS / "catalogue", folder)
    shutil.rmtree(folder / "indicators")
    shutil.copytree(SPECIMEN / "indicators", folder / "indicators")
    shutil.copy(SPECIMEN / "sources.yaml", folder / "sources.yaml")
    (folder / "experts.yaml").write_text(
        "- {number: 1, name: Work, status: data, indicators: [unemployment], comment: A specimen.}\n", encoding="utf-8"
    )
    return folder


def catalogue(folder: Path) -> Catalogue:
    return load_catalogue(catalogue_folder(folder / "catalogue"))


def sources_folder(folder: Path) -> Path:
    """A copy of the specimen's sources that a test may spoil."""
    return Path(shutil.copytree(SPECIMEN / "sources", folder / "sources"))


def areas(sources: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Three states in one region, and the World as a publisher's aggregate."""
    rows = pd.DataFrame({"code": list(NAMES), "name": list(NAMES.values())}).reindex(columns=list(AREA_COLUMNS))
    flags = rows.assign(kind="member", is_small=False, has_shape=True)
    flags.loc[flags["code"] == "WLD", ["kind", "has_shape"]] = ["aggregate", False]
    states = [code for code in NAMES if code != "WLD"]
    groups = pd.DataFrame({"area": states}).assign(code="001", name="World", kind="world", note="", is_state=True)
    return flags, groups[list(GROUP_COLUMNS)]


def build_tiny(folder: Path, **options: object) -> tuple[Path, Report]:
    """The folder of a release built from fresh specimens, and what the build reported."""
    out = folder / "release"
    return out, build(sources_folder(folder), out, catalogue(folder), areas=areas, **options)
