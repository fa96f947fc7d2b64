"""What part of the people each group of a slice is, from what the release knows."""

from __future__ import annotations

import numpy as np

from dashboard.catalogue import Catalogue
from dashboard.grid import NO_ROW, Grid, grid
from dashboard.group_sizes import REACH, aligned, by_definition, is_of_all
from dashboard.slices import GroupSlice
from data.store import Store


def sizes(store: Store, catalogue: Catalogue, part: GroupSlice, target: Grid) -> np.ndarray:
    """`Desk.shares` of a slice, whose groups are `target`."""
    definition = catalogue.shares.get(part.by, {})
    if not is_of_all(part.cell):
        return np.full(target.values.shape, np.nan)
    breakdown = catalogue[part.indicator].breakdown(part.by)
    if definition or breakdown is None or not breakdown.is_of_population:
        return by_definition(definition, target)
    text, numbers = store.shares(part.by)
    span = range(target.years[0] - REACH, target.years[-1] + 1)
    marks = np.full(len(numbers["SHARE"]), NO_ROW)
    return aligned(grid(text["REF_AREA"], numbers["TIME_PERIOD"], numbers["SHARE"], marks, span, text["GROUP"]), target)
