"""Rows of one SDG series as rows of the standard frame, whichever layout they come in.

The layouts (`unsd_ddf`, `unsd_long`, `sdmx_csv`) first name their columns alike: geo_area, year, value, nature,
units, observation_status, comment, and beside these one column for each of the publisher's breakdowns.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.catalogue import Indicator
from dashboard.schema import BREAKDOWNS, KEY, NATURE, TOTAL
from data.importers.areas import to_ref_area
from data.importers.codes import ColumnRule, plain, rules_of, translate
from data.importers.sdg_origin import series_of
from data.importers.sdg_values import EXPECTED, read_status, read_values
from data.importers.tables import SourceTable

LAYOUT = "unsd-sdg"
ATTRIBUTES = ("geo_area", "year", "value", "nature", "units", "observation_status", "comment")
CHOICES = (("only", True), ("drop", False))  # word of the origin, whether the rows it names stay
EDIT_CODES = "Add it to data/catalogue/publisher_codes.yaml, or leave it out with `drop` in the indicator's origin."


def sdg_rows(table: SourceTable, rows: pd.DataFrame, indicator: Indicator, layout: str = LAYOUT) -> pd.DataFrame:
    """The rows of one indicator, in columns of the standard frame.

    rows: texts, columns as said above; the index is the number of the record in `table`, for faults.
    layout: block of publisher_codes.yaml that holds the rules of the breakdown columns. The origin's `only`, `drop`
    and `totals` are in words of the UNSD database; where a layout has other columns they are brought to our codes.
    """
    if rows.empty:
        return pd.DataFrame(columns=["INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"])
    reader = _Series(table, indicator, rules_of(layout))
    rows = reader.one_unit(reader.chosen(rows))
    breakdowns = reader.breakdowns(rows)
    kept = reader.chosen_codes(rows, breakdowns)
    rows = rows[kept]
    breakdowns = breakdowns[kept].reindex(columns=list(BREAKDOWNS), fill_value=TOTAL)
    frame = breakdowns.assign(
        INDICATOR=indicator.key,
        REF_AREA=reader.areas(rows["geo_area"]),
        TIME_PERIOD=reader.years(rows["year"]),
        **reader.observations(rows),
        NATURE=reader.natures(rows["nature"]),
        DATA_SOURCE=indicator.source,
        SOURCE_SERIES=reader.series,
        COMMENT_OBS=rows.get("comment", ""),
    )
    reader.hold_unique(frame)
    return frame


class _Series:
    """One indicator read from one file: each method does a column, and raises SourceFault for what it cannot read."""

    def __init__(self, table: SourceTable, indicator: Indicator, rules: Mapping[str, ColumnRule]) -> None:
        self.table, self.indicator, self.rules = table, indicator, rules
        self.origin = indicator.origin
        self.series = series_of(indicator)

    def chosen(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows that `only` and `drop` leave, for columns that the file has; the series' code names the value."""
        for word, is_kept in CHOICES:
            for name, values in self.origin.get(word, {}).items():
                column = self._in_file(name)
                if column in rows.columns:
                    spelling = _number if column == "value" else _spelling
                    rows = rows[rows[column].map(spelling).isin([spelling(v) for v in values]) == is_kept]
        return rows

    def one_unit(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows in the unit that the origin names; without a name the series must have one unit only."""
        wanted = self.origin.get("units")
        if wanted is not None:
            return rows[rows["units"].map(plain) == plain(wanted)]
        units = rows["units"].map(plain)
        if units.nunique() > 1:
            other = units.index[units != units.iloc[0]][0]
            raise self.table.fault(
                other,
                "units",
                f"{rows.at[other, 'units']} beside {rows['units'].iloc[0]} in series {self.series}",
                "one unit a series",
                "Name the unit in the indicator's origin: `units: PERCENT`.",
            )
        return rows

    def breakdowns(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Our breakdown columns with our codes, same index."""
        found = pd.DataFrame(index=rows.index)
        for name in rows.columns.difference(list(ATTRIBUTES), sort=False):
            rule = self.rules.get(name)
            if rule is None or rule.rule == "constant":
                self._hold_constant(name, rows[name])
            else:
                found[rule.column] = self._codes(name, rows[name], rule)
        for name, value in self.origin.get("totals", {}).items():
            column, code = self._in_our_codes(name, value)
            if column not in found.columns:
                raise self._absent(name, "totals")
            found[column] = found[column].where(found[column] != code, TOTAL)
        return found

    def chosen_codes(self, rows: pd.DataFrame, breakdowns: pd.DataFrame) -> pd.Series:
        """Which rows `only` and `drop` leave, for columns whose name in the file is not the UNSD database's."""
        kept = pd.Series(True, index=rows.index)
        for word, is_kept in CHOICES:
            for name, values in self.origin.get(word, {}).items():
                if self._in_file(name) in rows.columns:
                    continue
                codes = [self._in_our_codes(name, value) for value in values]
                column = codes[0][0] if codes else ""
                if column not in breakdowns.columns:
                    raise self._absent(name, word)
                kept &= breakdowns[column].isin([code for _, code in codes]) == is_kept
        return kept

    def areas(self, codes: pd.Series) -> pd.Series:
        """REF_AREA: M49 numbers as ISO3 or three digits, letters as they are."""
        self._hold(codes.str.strip().ne(""), codes, "geo_area", "an M49 number", "Download the file again.")
        is_number = codes.str.strip().str.fullmatch(r"\d+(\.0)?")
        return to_ref_area(codes, "m49").where(is_number, to_ref_area(codes, "iso3"))

    def years(self, texts: pd.Series) -> pd.Series:
        """TIME_PERIOD as whole years; `2015.0` is 2015."""
        years = texts.str.strip().str.extract(r"^(\d{4})(?:\.0)?$")[0]
        self._hold(years.notna(), texts, "year", "a year of four digits", "Only yearly data can be read.")
        return years.astype("int64")

    def observations(self, rows: pd.DataFrame) -> dict[str, pd.Series]:
        """OBS_VALUE, OBS_QUALIFIER and OBS_STATUS."""
        values = read_values(rows["value"])
        self._hold(
            values["IS_KNOWN"],
            rows["value"],
            "value",
            EXPECTED,
            "Ask the publisher what the mark means; add it to sdg_values.py.",
        )
        flags = rows.get("observation_status", pd.Series("", index=rows.index))
        status = read_status(flags, values["MARK"])
        self._hold(
            status.notna(),
            flags,
            "observation_status",
            "an SDMX observation status",
            "Correct the flag, or add it to dashboard/schema.py.",
        )
        return {
            "OBS_VALUE": values["OBS_VALUE"] * self.origin.get("multiply", 1),
            "OBS_QUALIFIER": values["OBS_QUALIFIER"],
            "OBS_STATUS": status,
        }

    def natures(self, texts: pd.Series) -> pd.Series:
        """NATURE in capitals, "" for NOTSPEC."""
        natures = texts.str.strip().str.upper().replace({"NOTSPEC": "", "NA": ""})
        self._hold(
            natures.isin(list(NATURE)),
            texts,
            "nature",
            f"one of {', '.join(n for n in NATURE if n)}",
            "Correct it in the file.",
        )
        return natures

    def hold_unique(self, frame: pd.DataFrame) -> None:
        """Raises SourceFault where two rows say something of the same thing."""
        key = [column for column in KEY if column in frame.columns]
        doubled = frame.duplicated(key)
        if doubled.any():
            second = doubled.index[doubled][0]
            same = frame[key].eq(frame.loc[second, key]).all(axis=1)
            first = same.index[same][0]
            what = " ".join(str(part) for part in frame.loc[second, key] if part not in (TOTAL, self.indicator.key))
            raise self.table.fault(
                second,
                "the whole record",
                f"a second figure for series {self.series}, {what}; the first is on line {self.table.line(first)}",
                "one figure for an area, a year and a group",
                "Delete one of the two, or leave one out with `only` or `drop` in the indicator's origin.",
            )

    def _codes(self, name: str, categories: pd.Series, rule: ColumnRule) -> pd.Series:
        codes = translate(categories, rule)
        self._hold(codes.notna(), categories, name, f"a category of series {self.series} that is known", EDIT_CODES)
        return codes

    def _in_file(self, name: str) -> str:
        return "value" if plain(name) == plain(self.series) else name

    def _in_our_codes(self, name: str, value: str) -> tuple[str, str | None]:
        rule = rules_of(LAYOUT).get(name)
        return (rule.column, rule.code(value)) if rule else ("", None)

    def _hold_constant(self, name: str, values: pd.Series) -> None:
        other = values.index[values != values.iloc[0]] if len(values) else []
        if len(other):
            raise self.table.fault(
                other[0],
                name,
                f"{values[other[0]]!r} beside {values.iloc[0]!r} in series {self.series}",
                "one value in the whole series, since the frame has no place for this column",
                f"Choose with `only: {{{name}: [..]}}` in the origin, or give it a place in publisher_codes.yaml.",
            )

    def _hold(self, is_good: pd.Series, texts: pd.Series, column: str, expected: str, remedy: str) -> None:
        bad = is_good.index[~is_good.astype("bool")]
        if len(bad):
            raise self.table.fault(bad[0], column, f"{texts[bad[0]]!r} ({len(bad)} such records)", expected, remedy)

    def _absent(self, name: str, word: str):
        return self.table.fault(
            0,
            name,
            f"no such column in series {self.series}",
            f"the column that `{word}` of indicator {self.indicator.key} names",
            "Correct the indicator's origin in data/catalogue/indicators.",
        )


def _spelling(category: object) -> str:
    # 1 and 001 are the same area
    text = plain(str(category))
    return text.lstrip("0") or "0" if text.isdecimal() else text


def _number(value: object) -> str:
    # 0 and 0.0 are the same value
    return str(value).strip().removesuffix(".0")
