"""Independent readings of the sources that are plain tables."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl

from tests.data.trace.common import V_DEM, WORLD_BANK, Traced, entries, one, put, records, series_of

FINDEX_GROUPS = {
    ("all", "all"): frozenset(),
    ("gender", "women"): frozenset({("SEX", "F")}),
    ("gender", "men"): frozenset({("SEX", "M")}),
    ("age_cat", "ages 15-24"): frozenset({("AGE", "Y15T24")}),
    ("age_cat", "age 25+"): frozenset({("AGE", "Y_GE25")}),
    ("income", "poorest 40%"): frozenset({("INCOME_WEALTH_QUANTILE", "B40")}),
    ("income", "richest 60%"): frozenset({("INCOME_WEALTH_QUANTILE", "T60")}),
    ("education", "prim edu or less"): frozenset({("EDUCATION_LEV", "PRIMARY_OR_LESS")}),
    ("education", "secondary edu or more"): frozenset({("EDUCATION_LEV", "SECONDARY_OR_MORE")}),
    ("laborforce", "in laborforce"): frozenset({("LABOUR_FORCE_STATUS", "IN")}),
    ("laborforce", "out of laborforce"): frozenset({("LABOUR_FORCE_STATUS", "OUT")}),
    ("urbanicity", "urban"): frozenset({("URBANISATION", "U")}),
    ("urbanicity", "rural"): frozenset({("URBANISATION", "R")}),
}


def wdi(sources: Path) -> Traced:
    return _world_bank("wdi", one(sources, "wdi/WDICSV*"), "Indicator Code", r"\d{4}", "")


def wdi_databank(sources: Path) -> Traced:
    return _world_bank("wdi-databank", one(sources, "wdi/DataBank*"), "Series Code", r"\d{4} \[YR\d{4}\]", "..")


def _world_bank(source: str, path: Path, code: str, year: str, missing: str) -> Traced:
    traced: Traced = {}
    asked = series_of(source)
    for record in records(path):
        for key, groups, factor in asked.get(record[code], ()):
            for column, text in record.items():
                if column and re.fullmatch(year, column) and text != missing:
                    area = WORLD_BANK.get(record["Country Code"], record["Country Code"])
                    put(traced, (key, area, int(column[:4]), groups), float(text) * factor)
    return traced


def vdem(sources: Path) -> Traced:
    return _by_year("vdem", one(sources, "vdem/V-Dem-CY*"), "country_text_id", "year", "", V_DEM)


def spi(sources: Path) -> Traced:
    return _by_year("spi", one(sources, "spi/SPI_index*"), "iso3c", "date", "NA", WORLD_BANK)


def _by_year(source: str, path: Path, area: str, year: str, missing: str, moved: dict[str, str]) -> Traced:
    traced: Traced = {}
    asked = series_of(source)
    for record in records(path):
        place = moved.get(record[area], record[area])
        for code, uses in asked.items():
            if record[code] != missing:
                for key, groups, factor in uses:
                    put(traced, (key, place, int(record[year]), groups), float(record[code]) * factor)
    return traced


def wgi(sources: Path, column: str = "estimate") -> Traced:
    """The estimates, or the standard errors in the column `stddev`."""
    traced: Traced = {}
    asked = {entry["origin"]["indicator"]: entry["key"] for entry in entries("wgi")}
    rows = openpyxl.load_workbook(one(sources, "wgi/*.xlsx"), read_only=True).active.iter_rows(values_only=True)
    header = list(next(rows))
    code, year, indicator, estimate = (header.index(n) for n in ("code", "year", "indicator", column))
    for row in rows:
        if row[indicator] in asked and row[estimate] != "..":
            area = WORLD_BANK.get(row[code], row[code])
            put(traced, (asked[row[indicator]], area, int(row[year]), frozenset()), float(row[estimate]))
    return traced


def hdr(sources: Path) -> Traced:
    traced: Traced = {}
    asked = series_of("hdr")
    for record in records(one(sources, "hdr/HDR*"), "latin-1"):
        for column, text in record.items():
            series, _, year = column.rpartition("_")
            for key, groups, factor in asked.get(series, ()):
                if text not in ("", "NaN") and year.isdecimal():
                    put(traced, (key, record["iso3"], int(year), groups), float(text) * factor)
    return traced


def ndgain(sources: Path) -> Traced:
    traced: Traced = {}
    for entry in entries("ndgain"):
        for record in records(one(sources, f"ndgain/{entry['origin']['file']}.csv*")):
            for column, text in record.items():
                if column.isdecimal() and text != "":
                    put(traced, (entry["key"], record["ISO3"], int(column), frozenset()), float(text))
    return traced


def findex(sources: Path) -> Traced:
    traced: Traced = {}
    asked = entries("findex")
    for record in records(one(sources, "findex/Global*")):
        groups = FINDEX_GROUPS[record["group"], record["group2"]]
        area = WORLD_BANK.get(record["codewb"], record["codewb"])
        for entry in asked:
            if (text := record[entry["origin"]["column"]]) not in ("NA", ""):
                value = float(text) * entry["origin"].get("multiply", 1)
                put(traced, (entry["key"], area, int(record["year"]), groups), value)
    return traced
