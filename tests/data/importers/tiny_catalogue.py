"""Catalogues of a few indicators, and spoiled copies of specimens, for the tests of the importers."""

from __future__ import annotations

from pathlib import Path

from dashboard.catalogue import Catalogue, Indicator, Source

SPECIMENS = Path(__file__).parents[2] / "specimens"


def catalogue_of(source: str, vintage: str = "updated 2025-01-28", **origins: dict) -> Catalogue:
    """A catalogue with one indicator of `source` for each key, whose origin is the value."""
    indicators = tuple(
        Indicator(
            key=key,
            name=key,
            full_name=key,
            definition="for a test",
            dimension="political",
            recommendations=(),
            unit="%",
            unit_short="%",
            decimals=1,
            direction="higher",
            level="outcome",
            kind="quantitative",
            source=source,
            origin=origin,
        )
        for key, origin in origins.items()
    )
    dataset = Source(source, "publisher", "title", vintage, "licence", "", "attribution", "")
    return Catalogue((), indicators, (), (dataset,), (), {}, {})


def spoiled(specimen: Path, folder: Path, old: str, new: str, encoding: str = "utf-8") -> Path:
    """A copy of the specimen in `folder` in which the one place that reads `old` reads `new`."""
    text = specimen.read_bytes().decode(encoding)
    assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {specimen.name}"
    copy = folder / specimen.name
    copy.write_bytes(text.replace(old, new).encode(encoding))
    return copy
