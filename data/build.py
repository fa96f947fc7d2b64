"""Builds a release: read every source, correct, check, write beside the old release, swap.

Nothing is swapped unless the check passes and the new release opens, so a fault in a source can never take away the
release that is being served. Processes that have the old release open keep reading it until they start again.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import pandas as pd

from dashboard.areas import Atlas
from dashboard.catalogue import Catalogue, CatalogueError
from dashboard.check import check
from dashboard.checks.shares import shares_of_groups
from dashboard.coverage.table import coverage_table
from dashboard.group_sizes import COLUMNS as SHARE_COLUMNS
from dashboard.group_sizes import needed
from dashboard.report import Finding, Report
from dashboard.schema import empty_frame
from data.areas import M49_FILE, OCHA_FILE, WDI_FILE, build_areas, read_atlas, write_areas
from data.corrections import Correction, correct
from data.datasets import DATASETS, Dataset
from data.desk import Desk
from data.gaps import write_gaps
from data.importers.errors import SourceFault
from data.licences import licence_notice
from data.manifest import fingerprints, manifest_of, with_files
from data.release import (
    GAPS,
    LICENCES,
    MANIFEST,
    MOST_BYTES,
    TABLES,
    sha256,
    write_coverage,
    write_manifest,
    write_observations,
    write_shares,
)
from data.store import Store, open_release

REFERENCE = (M49_FILE, OCHA_FILE, WDI_FILE)


@dataclass(frozen=True)
class Imported:
    """All rows of all sources, the sizes of groups, the files they and the areas were read from, and what could not be read."""

    frame: pd.DataFrame
    shares: pd.DataFrame
    files: dict[str, list[dict]]
    reference: list[dict]
    report: Report


def build(
    sources: Path,
    out: Path,
    catalogue: Catalogue,
    *,
    corrections: Iterable[Correction] = (),
    last_year: int | None = None,
    datasets: Iterable[Dataset] = DATASETS,
    areas: Callable[[Path], tuple[pd.DataFrame, pd.DataFrame]] = build_areas,
) -> Report:
    """Builds the release at `out` and says what was found; where the report is not ok, `out` is as it was before.

    last_year: the latest year that an observation may have. areas: gives the tables of areas and groups.
    Raises SourceFault or OSError where these cannot be read or the disk refuses; `out` is then untouched as well.
    """
    beside = out.with_name(f"{out.name}.next")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        write_areas(*areas(sources), beside)
        atlas = read_atlas(beside)
        imported = read_all(sources, catalogue, datasets)
        if not imported.report.is_ok:
            return imported.report
        frame, corrected = correct(imported.frame, corrections)
        countries = frozenset(area.code for area in atlas.countries())
        shares = needed(imported.shares, frame, catalogue, countries)
        report = imported.report + corrected + check(frame, catalogue, atlas, last_year=last_year)
        report += Report.of(shares_of_groups(shares, frame, catalogue, countries))
        if not report.is_ok:
            return report
        write_release(beside, frame, catalogue, atlas, replace(imported, shares=shares))
        report += Report.of([_too_large(beside)])
        if report.is_ok:
            open_release(beside).close()
            swap(beside, out)
        return report
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def read_all(sources: Path, catalogue: Catalogue, datasets: Iterable[Dataset]) -> Imported:
    """The rows of every dataset that the catalogue asks for; each one that cannot be read is an error finding."""
    frames, files, findings = [empty_frame()], {}, []
    shares = [pd.DataFrame({column: [] for column in SHARE_COLUMNS})]
    asked = {i.source for i in catalogue.indicators}
    for dataset in datasets:
        if dataset.key not in asked:
            continue
        try:
            frame = dataset.read(dataset.path(sources), catalogue)
            if dataset.shares and catalogue.share_series:
                shares.append(dataset.shares(dataset.path(sources), catalogue.share_series))
        except (SourceFault, CatalogueError) as fault:
            remedy = "Mend the file or the indicator's origin; no release is built without it."
            findings.append(
                Finding("source-fault", "error", 1, (str(fault),), f"{dataset.key} cannot be read.", remedy)
            )
            continue
        frames.append(frame)
        for key, rows in frame.groupby("DATA_SOURCE", observed=True):
            files[str(key)] = fingerprints(dataset.files(sources, set(rows["SOURCE_SERIES"])), sources)
    reference = fingerprints([path for file in REFERENCE if (path := sources / file).is_file()], sources)
    sizes = pd.concat(shares[1:] or shares, ignore_index=True)
    return Imported(pd.concat(frames, ignore_index=True), sizes, files, reference, Report.of(findings))


def write_release(directory: Path, frame: pd.DataFrame, catalogue: Catalogue, atlas: Atlas, imported: Imported) -> None:
    """Writes all files but those of the areas, which are there; frame: checked."""
    names = [*write_observations(frame, directory), *TABLES, GAPS]
    write_shares(imported.shares, directory)
    write_coverage(coverage_table(frame, catalogue, {area.code for area in atlas.countries()}), directory)
    rows, shares = ({str(k): int(n) for k, n in table["DATA_SOURCE"].value_counts().items()} for table in (frame, imported.shares))
    notice = licence_notice(catalogue.sources, rows, shares)
    (directory / LICENCES).write_text(notice, encoding="utf-8", newline="\n")
    manifest = manifest_of(frame, imported.shares, catalogue, atlas, imported.files, imported.reference)
    _write_gaps(directory, manifest, catalogue, atlas)
    checksums = {name: sha256(directory / name) for name in names}
    sizes = {name: (directory / name).stat().st_size for name in names}
    write_manifest(with_files(manifest, checksums, sizes), directory / MANIFEST)


def _write_gaps(directory: Path, manifest: dict, catalogue: Catalogue, atlas: Atlas) -> None:
    """Draws the gaps from the observations as they were written, the way a page would."""
    store = Store(directory, manifest, atlas)
    try:
        write_gaps(Desk(store, store.contents(catalogue), SimpleNamespace(get=lambda key: None, set=lambda key, value: True)), directory)
    finally:
        store.close()


def swap(new: Path, out: Path) -> None:
    """Puts `new` in the place of `out`; the old one comes back where the second of the two moves fails."""
    old = out.with_name(f"{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    has_old = out.exists()
    if has_old:
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if has_old:
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _too_large(directory: Path) -> Finding | None:
    size = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
    if size <= MOST_BYTES:
        return None
    message = f"The release has {size:,} bytes; at most {MOST_BYTES:,} may ship."
    return Finding("too-large", "error", 1, (), message, "Leave out series or breakdowns that no page shows.")
