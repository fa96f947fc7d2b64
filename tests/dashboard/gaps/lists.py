"""A table of gaps written by hand, over the six states of `small`."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dashboard.coded import Coded
from dashboard.contents import Contents
from dashboard.gaps.found import Found, Moment
from dashboard.gaps.table import TEXT, VALUES, YEARS, GapTable, rows_of
from tests.dashboard import small

NAN = float("nan")
WORK, TEACH = ("unemployment", "SEX"), ("qualified-teachers", "SEX")


def contents() -> Contents:
    """Of `small`, women set against men."""
    own = small.contents()
    names = {**own.catalogue.column_names, "INCOME_WEALTH_QUANTILE": "Wealth or income"}
    return replace(own, catalogue=replace(own.catalogue, references={"SEX": "M"}, column_names=names))


def moment(year: int, women: float, men: float, counts: bool = True) -> Moment:
    """Women less men: above 0 women are worse off where fewer is better."""
    return Moment(year, "F", women, "M", men, women - men, women / men if counts else NAN, NAN, 2, "me")


def gap(area: str, latest: tuple, start: tuple | None = None, counts: bool = True) -> Found:
    """latest, start: year, value of women, value of men."""
    return Found(area, moment(*latest, counts), moment(*start, counts) if start else None)


def table(blocks: dict[tuple[str, str], list[Found]]) -> GapTable:
    rows = [row for (key, column), gaps in blocks.items() for row in rows_of(key, column, gaps)]
    text = {}
    for name in TEXT:
        words = tuple(sorted({row[name] for row in rows}))
        text[name] = Coded(words, np.array([words.index(row[name]) for row in rows], dtype=int))
    return GapTable(text, {name: np.array([row[name] for row in rows]) for name in (*YEARS, *VALUES)})
