"""An independent sum of UNHCR's bilateral tables."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from tests.data.trace.common import UNHCR, Traced, entries, one, records

AGES = {"0_4": "Y0T4", "5_11": "Y5T11", "12_17": "Y12T17", "18_59": "Y18T59", "60": "Y_GE60", "other": "_U"}


def unhcr(sources: Path) -> Traced:
    return _summed(sources, "unhcr")


def idmc(sources: Path) -> Traced:
    return _summed(sources, "idmc")


def _summed(sources: Path, source: str) -> Traced:
    traced: Traced = {}
    for entry in entries(source):
        people: dict = defaultdict(lambda: None)
        for record in records(one(sources, f"unhcr/{entry['origin']['table']}.csv*")):
            if all(record[c] in values for c, values in entry["origin"].get("only", {}).items()):
                code = record[entry["origin"]["area"]]
                place = (entry["key"], UNHCR.get(code, code), int(record["year"]))
                for groups, text in _parts(record, entry):
                    key = (*place, groups)
                    people[key] = people[key] if text == "" else (people[key] or 0.0) + float(text)
        traced |= {key: (value, "") for key, value in people.items()}
    return traced


def _parts(record: dict[str, str], entry: dict):
    total = record[entry["origin"]["measure"]]
    yield frozenset(), total
    if "f_total" not in record:
        return
    yield frozenset({("POPULATION_TYPE", record["pop_type"])}), total
    if float(record["f_total"]) + float(record["m_total"]) == 0:
        return  # the record has a total and no split
    for sex in ("F", "M"):
        yield frozenset({("SEX", sex)}), record[f"{sex.lower()}_total"]
        for age, code in AGES.items():
            cell = record[f"{sex.lower()}_{age}"]
            yield frozenset({("SEX", sex), ("AGE", code)}), cell
            yield frozenset({("AGE", code)}), cell
