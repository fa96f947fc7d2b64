"""The command line of the data floor: `python -m data.cli build|check|import`.

Exit codes: 0 all is well, 1 the check found errors, 2 a file or an argument cannot be used.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from dashboard.catalogue import CatalogueError
from dashboard.check import check
from dashboard.report import Report
from dashboard.schema import TEXT
from data.build import build
from data.catalogue_reader import load_catalogue
from data.corrections import CorrectionError, read_corrections
from data.datasets import LAYOUTS
from data.importers.errors import SourceFault
from data.store import ReleaseFault, open_release, verify

HERE = Path(__file__).parent
CATALOGUE, RELEASE = HERE / "catalogue", HERE / "release"
OK, FOUND, UNUSABLE = 0, 1, 2
_AS_TEXT = dict.fromkeys(TEXT, "str")
FAULTS = (SourceFault, CatalogueError, CorrectionError, ReleaseFault, OSError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives the exit code; the report goes to standard output, faults to standard error."""
    options = _parser().parse_args(arguments)
    try:
        report, closing = COMMANDS[options.command](options)
    except FAULTS as fault:
        sys.stderr.write(f"{fault}\n")
        return UNUSABLE
    sys.stdout.write(f"{report.text()}\n{closing}\n")
    return OK if report.is_ok else FOUND


def build_command(options: argparse.Namespace) -> tuple[Report, str]:
    """Builds a release from a folder of sources."""
    catalogue = load_catalogue(options.catalogue)
    corrections = read_corrections(options.catalogue / "corrections.csv")
    report = build(options.sources, options.out, catalogue, corrections=corrections, last_year=date.today().year + 1)
    if not report.is_ok:
        return report, f"No release was built; {options.out} is as it was."
    store = open_release(options.out)
    return report, f"Release {store.version}: {store.manifest['rows']:,} observations in {options.out}."


def check_command(options: argparse.Namespace) -> tuple[Report, str]:
    """Opens a release and checks all its observations against the catalogue."""
    catalogue = load_catalogue(options.catalogue)
    store = open_release(options.release)
    verify(options.release, store.manifest)  # all of it, which opening a large release leaves out
    frame = pd.concat([store.observations(key).astype(_AS_TEXT) for key in store.manifest["indicators"]])
    report = check(frame.reset_index(drop=True), catalogue, store.atlas, last_year=date.today().year + 1)
    return report, f"Release {store.version}: {len(frame):,} observations in {options.release}."


def import_command(options: argparse.Namespace) -> tuple[Report, str]:
    """Reads a file in one layout and checks what the catalogue finds in it; nothing is stored."""
    catalogue = load_catalogue(options.catalogue)
    frame = LAYOUTS[options.layout](options.file, catalogue)
    report = check(frame, catalogue, last_year=date.today().year + 1, is_complete=False)
    held = frame["INDICATOR"].nunique()
    return report, f"{options.file.name}: {len(frame):,} observations of {held} indicators of the catalogue."


COMMANDS: dict[str, Callable[[argparse.Namespace], tuple[Report, str]]] = {
    "build": build_command,
    "check": check_command,
    "import": import_command,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.cli", description="Build, check and import data.")
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build", help="build a release from a folder of sources")
    building.add_argument("--sources", type=Path, required=True, metavar="DIR")
    building.add_argument("--out", type=Path, default=RELEASE, metavar="DIR")
    checking = commands.add_parser("check", help="check a release")
    checking.add_argument("--release", type=Path, default=RELEASE, metavar="DIR")
    importing = commands.add_parser("import", help="check a file of your own; nothing is stored")
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--layout", choices=sorted(LAYOUTS), required=True)
    for command in (building, checking, importing):
        command.add_argument("--catalogue", type=Path, default=CATALOGUE, metavar="DIR", help="folder of the catalogue")
    return parser


if __name__ == "__main__":
    sys.exit(main())
