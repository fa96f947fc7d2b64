"""Publishers' categories as our codes, by one table that people edit: `data/catalogue/publisher_codes.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pandas as pd
import yaml

from dashboard.schema import BREAKDOWNS

TABLE = Path(__file__).parents[1] / "catalogue" / "publisher_codes.yaml"
RULES = ("codes", "upper", "age", "same", "constant")

# the bands as people write them (15+, 15-24, <5Y, <=45Y) and as the DDF copy spells the same (15, 15_24, lt5y, lt_45y);
# both kinds of upper bound share one code, as the catalogue has it: no series uses the two
_AGES: tuple[tuple[str, str], ...] = (
    (r"(\d+)\s*[-_]\s*(\d+)y?", r"Y\1T\2"),
    (r"m(\d+)t(\d+)", r"M\1T\2"),
    (r"(?:lt_?|<=?\s*)(\d+)y", r"Y_LT\1"),
    (r"(?:lt_?|<=?\s*)(\d+)m", r"M_LT\1"),
    (r"(\d+)\+?y?", r"Y_GE\1"),
    (r"y_(ge|lt|le)(\d+)", r"Y_\1\2"),
    (r"y(\d+)t(\d+)", r"Y\1T\2"),
)


class CodeTableError(ValueError):
    """publisher_codes.yaml itself is wrong: says layout, column, what was found, what was expected."""


@dataclass(frozen=True)
class ColumnRule:
    """How one publisher's column becomes one of ours; `column` is "" where the frame has none."""

    publisher_column: str
    column: str
    rule: str
    codes: Mapping[str, str] = field(hash=False)

    def code(self, category: str) -> str | None:
        """Our code for a category, None where the rule knows none."""
        known = self.codes.get(plain(category))
        if known is not None:
            return known
        if self.rule == "upper" and plain(category):
            return plain(category).upper()
        if self.rule == "age":
            return age_code(category)
        return category.strip() or None if self.rule == "same" else None


def plain(category: str) -> str:
    """The category as the DDF copy spells it: `_T` is t, `SPAR2-C01` is spar2_c01, `<5Y` is lt5y."""
    return re.sub(r"[^a-z0-9]+", "_", category.lower().replace("<", "lt")).strip("_")


def age_code(category: str) -> str | None:
    """The SDMX age code of a written band, None where it is no band: `15_24` is Y15T24, `15+` is Y_GE15."""
    for pattern, code in _AGES:
        found = re.fullmatch(pattern, category.strip().lower())
        if found:
            return found.expand(code).upper()
    return None


def translate(categories: pd.Series, rule: ColumnRule) -> pd.Series:
    """Our code of each category: same index; missing where the rule knows none, which the caller reports."""
    codes = {category: rule.code(category) for category in categories.unique()}
    return categories.map(codes)


def rules_of(layout: str) -> Mapping[str, ColumnRule]:
    """The rules of one layout by the publisher's column (`unsd-sdg`, `sdmx-sdg`, `findex`, `unhcr`)."""
    tables = _tables(TABLE)
    if layout not in tables:
        raise CodeTableError(
            f"{TABLE.name}: layout {layout!r} is not in the table; expected one of {', '.join(tables)}"
        )
    return tables[layout]


@cache
def _tables(path: Path) -> dict[str, dict[str, ColumnRule]]:
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        layout: {name: _rule(f"{path.name}: {layout}: {name}", name, entry) for name, entry in columns.items()}
        for layout, columns in written.items()
    }


def _rule(where: str, name: str, entry: Mapping) -> ColumnRule:
    strange = set(entry) - {"column", "rule", "codes"}
    rule, column = entry.get("rule", "codes"), entry.get("column", "")
    if strange:
        raise CodeTableError(f"{where}: found {', '.join(sorted(strange))}; expected only column, rule, codes")
    if rule not in RULES:
        raise CodeTableError(f"{where}: rule {rule!r} is not one of {', '.join(RULES)}")
    if column and column not in BREAKDOWNS:
        raise CodeTableError(f"{where}: column {column!r} is not a breakdown of the standard frame")
    codes = entry.get("codes", {})
    # unquoted yes, no, on, off and numbers are no text in YAML
    if not all(isinstance(text, str) for pair in codes.items() for text in pair):
        raise CodeTableError(
            f"{where}: codes hold something that is no text; expected quotes around yes, no, on, off, numbers"
        )
    spelt = {plain(category): code for category, code in codes.items()}
    if len(spelt) < len(codes):
        raise CodeTableError(f"{where}: two categories differ only in capitals or signs; expected one of them")
    return ColumnRule(name, column, rule, spelt)
