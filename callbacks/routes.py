"""Plain HTTP beside the page: health, downloads, and the files that the page needs."""

from __future__ import annotations

from collections.abc import Iterable

from dash import Dash
from flask import Response, request

from callbacks.gaps_csv import gaps_csv
from dashboard.catalogue import Indicator
from dashboard.coverage.file import coverage_file
from data.desk import Desk
from layouts.files.csv_text import csv_text


def catalogue_csv(desk: Desk) -> str:
    """Every indicator as one row of CSV."""
    import pandas as pd

    rows = [_catalogue_row(i, desk) for i in desk.contents.catalogue.indicators]
    return csv_text(pd.DataFrame(rows))


def _catalogue_row(indicator: Indicator, desk: Desk) -> dict:
    source = desk.contents.catalogue.source(indicator.source)
    holding = desk.contents.holdings.get(indicator.key)
    return {
        "key": indicator.key,
        "name": indicator.name,
        "full_name": indicator.full_name,
        "definition": indicator.definition,
        "dimension": indicator.dimension,
        "recommendations": ";".join(indicator.recommendations),
        "unit": indicator.unit,
        "direction": indicator.direction,
        "level": indicator.level,
        "kind": indicator.kind,
        "breakdowns": ";".join(b.key for b in indicator.breakdowns),
        "source": source.title,
        "publisher": source.publisher,
        "source_codes": ";".join(desk.store.source_series(indicator.key)),
        "vintage": source.vintage,
        "licence": source.licence,
        "first_year": holding.first_year if holding else "",
        "last_year": holding.last_year if holding else "",
        "note": indicator.note,
    }


def coverage_csv(desk: Desk, indicators: Iterable[Indicator]) -> str:
    """Who has figures of which group, and who has not."""
    return csv_text(coverage_file(desk.coverage(), indicators, desk.contents))


def _csv(text: str, name: str) -> Response:
    head = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(text, mimetype="text/csv", headers=head)


def _no_indicator(asked: str) -> Response:
    words = f"There is no indicator “{asked[:80]}”. The keys are in download/catalogue.csv.\n"
    return Response(words, status=404, mimetype="text/plain", headers={"X-Content-Type-Options": "nosniff"})


def register(app: Dash, desk: Desk) -> None:
    """Routes of a page that has a release to serve."""
    server, prefix = app.server, app.config.routes_pathname_prefix

    @server.get(f"{prefix}health", endpoint="health")
    def health() -> dict:
        return {"status": "ok", "release": desk.contents.version, "indicators": len(desk.contents.holdings)}

    @server.get(f"{prefix}download/coverage.csv", endpoint="coverage_csv")
    def coverage() -> Response:
        asked, catalogue = request.args.get("indicator", ""), desk.contents.catalogue
        if asked and asked not in desk.contents.holdings:
            return _no_indicator(asked)
        text = coverage_csv(desk, [catalogue[asked]] if asked else catalogue.indicators)
        return _csv(text, f"{asked}-coverage.csv" if asked else "coverage.csv")

    @server.get(f"{prefix}download/gaps.csv", endpoint="gaps_csv")
    def gaps() -> Response:
        return _csv(gaps_csv(desk, request.query_string.decode("utf-8", "replace")), "gaps.csv")

    @server.get(f"{prefix}download/catalogue.csv", endpoint="catalogue_csv")
    def catalogue() -> Response:
        return _csv(desk.remember("catalogue csv", (), lambda: catalogue_csv(desk)), "catalogue.csv")
