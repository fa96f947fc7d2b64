"""Does every code stand in its list: indicators, areas, groups, statuses, sources."""

from __future__ import annotations

from collections.abc import Container, Iterator

from dashboard.checks.subject import Subject, list_finding, row_finding
from dashboard.report import Finding
from dashboard.schema import BREAKDOWNS, NATURE, OBS_STATUS, QUALIFIERS, TOTAL, UNSPECIFIED

LISTS: dict[str, Container[str]] = {"OBS_STATUS": OBS_STATUS, "NATURE": NATURE, "OBS_QUALIFIER": QUALIFIERS}


def indicators(subject: Subject) -> Iterator[Finding | None]:
    """Every INDICATOR is in the catalogue."""
    yield _unlisted(
        subject,
        "INDICATOR",
        _strangers(subject, "INDICATOR", subject.catalogue),
        "unknown-indicator",
        "Add an entry to data/catalogue/indicators, or mend the importer's key.",
    )


def areas(subject: Subject) -> Iterator[Finding | None]:
    """Every REF_AREA is in the atlas, where there is one."""
    if subject.atlas is not None:
        yield _unlisted(
            subject,
            "REF_AREA",
            _strangers(subject, "REF_AREA", subject.atlas),
            "unknown-area",
            "Add the code to data/catalogue/area_codes.csv, or accept that these rows are never shown.",
            severity="warning",
        )


def groups(subject: Subject) -> Iterator[Finding | None]:
    """Every breakdown code has words in the catalogue's labels of its column."""
    for column in BREAKDOWNS:
        # asked one by one: the words for ages follow a rule and cannot be listed
        labels = subject.catalogue.labels.get(column, {})
        strange = [c for c in _strangers(subject, column, labels) if c not in (TOTAL, UNSPECIFIED)]
        yield _unlisted(
            subject,
            column,
            strange,
            "unknown-code",
            "Give the code words in data/catalogue/labels.yaml, or map the publisher's category to another code.",
        )


def statuses(subject: Subject) -> Iterator[Finding | None]:
    """OBS_STATUS, NATURE and OBS_QUALIFIER hold only codes of the schema."""
    remedy = "Map the publisher's flag in the importer to a code of dashboard.schema."
    for column, listed in LISTS.items():
        code = f"unknown-{column.removeprefix('OBS_').lower()}"
        yield _unlisted(subject, column, _strangers(subject, column, listed), code, remedy)


def sources(subject: Subject) -> Iterator[Finding | None]:
    """Every DATA_SOURCE is described in the catalogue."""
    known = {s.key for s in subject.catalogue.sources}
    yield _unlisted(
        subject,
        "DATA_SOURCE",
        _strangers(subject, "DATA_SOURCE", known),
        "unknown-source",
        "Describe the dataset in data/catalogue/sources.yaml, with vintage, licence and attribution.",
    )


def one_source(subject: Subject) -> Iterator[Finding | None]:
    """No indicator mixes datasets: two vintages of one series differ, and a line drawn through both would lie."""
    mixed = []
    for key in subject.known:
        found = sorted(map(str, subject.of(key)["DATA_SOURCE"].unique()))
        if len(found) > 1:
            mixed.append(f"{key}: {', '.join(found)}")
    yield list_finding(
        "mixed-sources",
        "error",
        mixed,
        "Indicators have rows of more than one dataset.",
        "Keep one dataset an indicator; give the other an entry of its own.",
    )


def _strangers(subject: Subject, column: str, listed: Container[str]) -> list[str]:
    return [code for code in subject.frame[column].unique() if code not in listed]


def _unlisted(
    subject: Subject, column: str, strangers: list[str], code: str, remedy: str, severity: str = "error"
) -> Finding | None:
    if not strangers:
        return None
    rows = subject.frame[subject.frame[column].isin(strangers)]
    named = ", ".join(sorted(map(repr, strangers))[:20]) + (" ..." if len(strangers) > 20 else "")
    return row_finding(
        code, severity, rows, f"{column} has {len(strangers)} codes that are in no list: {named}.", remedy
    )
