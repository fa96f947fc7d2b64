"""UNHCR's refugee statistics and IDMC's displacement in UNHCR's tables: one file a table, one record a pair of areas.

`origin: {table, measure, area}`: the table's file, the column of people, and the side (`coo_iso` of origin, `coa_iso`
of asylum) that is REF_AREA; people are summed over the other side. Codes that are no country keep their rows: UNK
unknown and XXA stateless as they are, TIB Tibetan and AB9 Abyei as area_codes.csv has them. `only` and `drop` choose
records by a column (`only: {pop_type: [REF, ASY]}`).

Table `demographics` also gives groups by sex and age. Many of its records have a total and no split, so a group is
summed over the split records only; COMMENT_OBS says how many people those are, and groups never add up to the total.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, CatalogueError, Indicator
from dashboard.schema import TOTAL, UNSPECIFIED, empty_frame, standard_frame
from data.importers.areas import to_ref_area
from data.importers.codes import rules_of, translate
from data.importers.errors import SourceFault
from data.importers.tables import SourceTable, read_table

SOURCE = "unhcr"
ORIGIN = {"table", "measure", "area", "only", "drop"}
SIDES = ("coo_iso", "coa_iso")
SPLIT = "demographics"
SEXES = {"f": "F", "m": "M"}
AGES = {
    "0_4": "Y0T4",
    "5_11": "Y5T11",
    "12_17": "Y12T17",
    "18_59": "Y18T59",
    "60": "Y_GE60",
    "other": UNSPECIFIED,
    "total": TOTAL,
}
CELLS = tuple(f"{sex}_{age}" for sex in SEXES for age in AGES)
# what tells one record of a table from another
KEYS = ("year", *SIDES, "pop_type", "location", "loc_type", "acc_type", "procedure_type", "dec_level", "dec_pc")
KEY = ["REF_AREA", "TIME_PERIOD"]


def read(path: Path, catalogue: Catalogue, source: str = SOURCE) -> pd.DataFrame:
    """The standard frame of all indicators of that source. path: the folder with one .csv or .csv.gz a table."""
    asked = [i for i in catalogue.indicators if i.source == source]
    tables = {name: _table(Path(path), name) for name in sorted({_origin(i)["table"] for i in asked})}
    # each on its own first: a table without a breakdown has its total there, not a missing cell
    frames = [standard_frame(_indicator(tables[i.origin["table"]], i)) for i in asked]
    return standard_frame(pd.concat(frames, ignore_index=True)) if frames else empty_frame()


def _origin(indicator: Indicator) -> dict:
    origin = dict(indicator.origin)
    if set(origin) - ORIGIN or {"table", "measure", "area"} - set(origin) or origin["area"] not in SIDES:
        expected = f"table, measure, area ({' or '.join(SIDES)}), and at most only and drop"
        raise CatalogueError(f"{indicator.key}: origin is {origin}; expected {expected}")
    return origin


def _table(folder: Path, name: str) -> SourceTable:
    files = [f for f in (folder / f"{name}.csv.gz", folder / f"{name}.csv") if f.exists()]
    if len(files) != 1:
        raise SourceFault(
            folder, f"table {name}", f"{len(files)} files", f"{name}.csv or {name}.csv.gz", "Fetch the table."
        )
    table = read_table(files[0])
    table.require(["year", *SIDES])
    keys = list(table.frame.columns.intersection(list(KEYS)))
    doubled = table.frame.duplicated(keys)
    if doubled.any():
        second = doubled.index[doubled][0]
        what = " ".join(table.frame.loc[second, keys])
        raise table.fault(
            second, "the whole record", f"{what} a second time", "each pair of areas once", "Delete one of the two."
        )
    return table


def _indicator(table: SourceTable, indicator: Indicator) -> pd.DataFrame:
    origin = _origin(indicator)
    table.require([origin["measure"], *(CELLS if origin["table"] == SPLIT else ())])
    rows = _chosen(table, indicator)
    people = _people(table, rows, origin["measure"])
    placed = pd.DataFrame({"REF_AREA": to_ref_area(rows[origin["area"]], "unhcr"), "TIME_PERIOD": _years(table, rows)})
    parts = [_total(placed, people)]
    if origin["table"] == SPLIT:
        cells = pd.DataFrame({cell: _people(table, rows, cell) for cell in CELLS})
        parts.append(_groups(placed, people, cells))
        if indicator.breakdown("POPULATION_TYPE"):
            parts.append(_by_type(table, rows, placed, people))
    series = f"{origin['table']}.{origin['measure']}"
    return (
        pd.concat(parts, ignore_index=True)
        .fillna({"POPULATION_TYPE": TOTAL, "SEX": TOTAL, "AGE": TOTAL})
        .assign(INDICATOR=indicator.key, DATA_SOURCE=indicator.source, SOURCE_SERIES=series)
    )


def _chosen(table: SourceTable, indicator: Indicator) -> pd.DataFrame:
    rows = table.frame
    for word, is_kept in (("only", True), ("drop", False)):
        for column, values in indicator.origin.get(word, {}).items():
            table.require([column])
            rows = rows[rows[column].isin([str(v) for v in values]) == is_kept]
    return rows


def _people(table: SourceTable, rows: pd.DataFrame, column: str) -> pd.Series:
    """The numbers of a column, missing where the cell is empty: that year did not count such people."""
    texts = rows[column].str.strip()
    people = pd.to_numeric(texts.where(texts.ne("")), errors="coerce").astype("float64")
    bad = (people.isna() & texts.ne("")) | people.lt(0)
    if bad.any():
        record = bad.index[bad][0]
        raise table.fault(
            record, column, repr(rows.at[record, column]), "a number of people or nothing", "Correct it in the file."
        )
    return people


def _years(table: SourceTable, rows: pd.DataFrame) -> pd.Series:
    is_year = rows["year"].str.fullmatch(r"\d{4}")
    if not is_year.all():
        record = is_year.index[~is_year][0]
        raise table.fault(
            record, "year", repr(rows.at[record, "year"]), "a year of four digits", "Correct it in the file."
        )
    return rows["year"].astype("int64")


def _total(placed: pd.DataFrame, people: pd.Series) -> pd.DataFrame:
    """People by area and year; without value, O (missing), where every record of the two is empty."""
    summed = people.groupby([placed[k] for k in KEY]).sum(min_count=1).rename("OBS_VALUE").reset_index()
    status = summed["OBS_VALUE"].isna().map({True: "O", False: "A"})
    return summed.assign(OBS_STATUS=status, COMMENT_OBS="")


def _by_type(table: SourceTable, rows: pd.DataFrame, placed: pd.DataFrame, people: pd.Series) -> pd.DataFrame:
    codes = translate(rows["pop_type"], rules_of("unhcr")["pop_type"])
    if codes.isna().any():
        record = codes.index[codes.isna()][0]
        remedy = "Add it to data/catalogue/publisher_codes.yaml."
        raise table.fault(
            record, "pop_type", repr(rows.at[record, "pop_type"]), "a population type that is known", remedy
        )
    summed = people.groupby([placed["REF_AREA"], placed["TIME_PERIOD"], codes.rename("POPULATION_TYPE")]).sum(
        min_count=1
    )
    return summed.rename("OBS_VALUE").reset_index().dropna(subset="OBS_VALUE").assign(OBS_STATUS="A", COMMENT_OBS="")


def _groups(placed: pd.DataFrame, people: pd.Series, cells: pd.DataFrame) -> pd.DataFrame:
    """Each sex, each sex by age, and each age of both sexes together, over the records that are split.

    Both sexes together are the sum of two cells that stand in the same record, so both exist wherever one does.
    """
    # a record without a split has 0 in every cell, which says nothing of the sexes
    is_split = (cells["f_total"] + cells["m_total"]).gt(0)
    if not is_split.any():
        return pd.DataFrame(columns=[*KEY, "OBS_VALUE", "SEX", "AGE"])
    keys = [placed[k] for k in KEY]
    counted = people.groupby(keys).sum()
    split_keys = [key[is_split] for key in keys]
    summed = cells[is_split].groupby(split_keys).sum()
    by_sex = summed["f_total"] + summed["m_total"]
    by_age = by_sex - summed["f_other"] - summed["m_other"]
    comment = [
        f"Sum over the records that say sex and age: sex is known of {sex:,.0f} and age of {age:,.0f} "
        f"of the {all_:,.0f} people counted; groups do not add up to the total"
        for sex, age, all_ in zip(by_sex, by_age, counted.reindex(summed.index), strict=True)
    ]
    parts = [_group(summed[f"{s}_{a}"], SEXES[s], AGES[a]) for s in SEXES for a in AGES]
    parts += [_group(summed[f"f_{a}"] + summed[f"m_{a}"], TOTAL, AGES[a]) for a in AGES if a != "total"]
    notes = pd.Series(comment, index=summed.index, name="COMMENT_OBS")
    return pd.concat(parts).join(notes).reset_index().assign(OBS_STATUS="A")


def _group(summed: pd.Series, sex: str, age: str) -> pd.DataFrame:
    return summed.rename("OBS_VALUE").to_frame().assign(SEX=sex, AGE=age)
