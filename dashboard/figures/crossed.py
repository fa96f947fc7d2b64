"""Two breakdowns crossed: a row a group of the second, a dot a group of the first; under each country's name where there are several."""

from __future__ import annotations

import numpy as np

from dashboard.catalogue import Indicator
from dashboard.figures.dot_rows import Line, Look, dot_rows
from dashboard.figures.group_dots import MOST_ROWS_SEEN, Rows, kinds_of
from dashboard.measures.crossed import apart, pair
from dashboard.measures.groups import Groups, picked
from dashboard.schema import TOTAL


def crossed(table: Groups, indicator: Indicator, rows: Rows, groups: Rows, others: Rows, has_total: bool, year: int, are_medians: bool) -> tuple[dict, dict, Look]:
    """The figure of one year, what the browser needs for all years, and how it looks.

    table: groups are pairs. rows: the countries, or one set of them. groups: of the first breakdown, without the total; has_total:
    whether its total is drawn as well. others: the second breakdown's, its total included where it is shown.
    """
    many = len(rows.codes) * (len(others.codes) + 1) > MOST_ROWS_SEEN
    look = Look.of(len(groups.codes), total=has_total, at_top=many, are_medians=are_medians)
    held = apart(table, (*groups.codes, TOTAL) if has_total else groups.codes, others.codes)
    lines, keys = [], []
    for code, words, colour in zip(rows.codes, rows.words, rows.colours, strict=True):
        own = [pair(code, other) for other in others.codes]
        if len(rows.codes) > 1:
            has = bool((~np.isnan(picked(held, tuple(own), held.groups).values)).any())
            lines.append(Line(words, code, colour, is_strong=True, is_heading=has))  # a country without any pair says so in its one row
            keys.append("")
            if not has:
                continue
        lines += [Line(said) for said in others.words]
        keys += own
    return (*dot_rows(picked(held, tuple(keys), held.groups), tuple(lines), kinds_of(groups, has_total), look, indicator, year), look)
