"""An independent reading of the SDG files, with the meaning of the publisher's categories written down again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.data.trace.common import M49, Key, Traced, entries, one, put, records

ATTRIBUTES = {"geo_area", "nature", "units", "year", "observation_status", "freq", "reporting_type", "report_ordinal"}
TOTALS = {"t", "_t", "total", "bothsex", "allage", "allarea", "all", "alldomains", "total_psp"}
OUR_COLUMN = {
    "sex": "SEX",
    "age": "AGE",
    "location": "URBANISATION",
    "quantile": "INCOME_WEALTH_QUANTILE",
    "education_level": "EDUCATION_LEV",
    "disability_status": "DISABILITY_STATUS",
    "migratory_status": "MIGRATION_STATUS",
    "activity": "ACTIVITY",
    "type_of_occupation": "OCCUPATION",
    "population_group": "POPULATION_GROUP",
    "grounds_of_discrimination": "DISCRIMINATION_GROUND",
    "type_of_skill": "SKILL",
    "level_of_government": "GOVERNMENT_LEVEL",
    "policy_domains": "POLICY_DOMAIN",
    "ihr_capacity": "IHR_CAPACITY",
    "name_of_international_institution": "INSTITUTION",
}
SPECIAL = {
    ("sex", "female"): "F",
    ("sex", "male"): "M",
    ("location", "urban"): "U",
    ("location", "rural"): "R",
    ("quantile", "r60"): "T60",
    ("education_level", "prepri"): "ISCED11_02",
    ("education_level", "primar"): "ISCED11_1",
    ("education_level", "lowsec"): "ISCED11_2",
    ("education_level", "uppsec"): "ISCED11_3",
    ("education_level", "second"): "ISCED11_2_3",
    ("education_level", "grad23"): "GRAD2_3",
    ("migratory_status", "migper"): "MIGRANT",
    ("migratory_status", "nonmig"): "NONMIGRANT",
}
# a text that is no number -> the status under which the row ships without a value
MARKS = {"N": "M", "NAN": "O", "": "O"}


def unsd_sdg(sources: Path) -> Traced:
    """Every row of every series that the catalogue names, less those that `only` and `drop` leave out."""
    iso3 = _iso3(sources)
    traced: Traced = {}
    for entry in entries("unsd-sdg"):
        for _, key, value, qualifier in _rows(sources, entry, iso3):
            put(traced, key, value, qualifier)
    return traced


def marks(sources: Path) -> dict[Key, tuple[str, str]]:
    """NATURE and OBS_STATUS of every row."""
    iso3 = _iso3(sources)
    found = {}
    for entry in entries("unsd-sdg"):
        for record, key, _, _ in _rows(sources, entry, iso3):
            nature = record["nature"].upper().replace("NOTSPEC", "")
            status = record.get("observation_status", "a").upper().replace("NOTSPEC", "A") or "A"
            found[key] = (nature, MARKS.get(record["_value"].upper(), status))
    return found


def _rows(sources: Path, entry: dict, iso3: dict[str, str]):
    origin = entry["origin"]
    series = origin["series"].lower()
    for record in records(one(sources, f"unsd_sdg_ddf/ddf--datapoints--{series}--by--*")):
        if _is_left_out(record, origin):
            continue
        number = record["geo_area"].zfill(3)
        area = iso3.get(number, M49.get(number, number))
        groups = frozenset(_groups(record, series, origin.get("totals", {})))
        text = record[series].strip()
        bound = text[0] if text[:1] in ("<", ">") else ""
        value = None if text.upper() in MARKS else float(text.lstrip("<>")) * origin.get("multiply", 1)
        yield record | {"_value": text}, (entry["key"], area, int(record["year"]), groups), value, bound


def _is_left_out(record: dict[str, str], origin: dict) -> bool:
    def among(column: str, values: list) -> bool:
        return _plain(record[column.lower()]) in {_plain(str(v)) for v in values}

    kept = all(among(column, values) for column, values in origin.get("only", {}).items())
    return not kept or any(among(column, values) for column, values in origin.get("drop", {}).items())


def _plain(text: str) -> str:
    try:
        return f"{float(text):g}"
    except ValueError:
        return text.lower()


def _groups(record: dict[str, str], series: str, totals: dict[str, str]):
    for column, category in record.items():
        if column in ATTRIBUTES or column == series or category in TOTALS or totals.get(column) == category:
            continue
        if category == "notspec":
            yield OUR_COLUMN[column], "_U"
        elif column == "age":
            yield "AGE", _age(category)
        else:
            yield OUR_COLUMN[column], SPECIAL.get((column, category), category.upper())


AGES: tuple[tuple[str, Callable[[re.Match], str]], ...] = (
    (r"(\d+)_(\d+)y?", lambda m: f"Y{int(m[1])}T{int(m[2])}"),
    (r"(?:lt_?|<)(\d+)y?", lambda m: f"Y_LT{m[1]}"),
    (r"(\d+)\+?", lambda m: f"Y_GE{m[1]}"),
    (r"m(\d+)_(\d+)", lambda m: f"M{int(m[1])}T{int(m[2])}"),
)


def _age(category: str) -> str:
    for pattern, code in AGES:
        if match := re.fullmatch(pattern, category):
            return code(match)
    return category.upper()


def _iso3(sources: Path) -> dict[str, str]:
    rows = records(one(sources, "reference/UNSD_M49*"), delimiter=";")
    return {row["M49 Code"].zfill(3): row["ISO-alpha3 Code"] for row in rows}
