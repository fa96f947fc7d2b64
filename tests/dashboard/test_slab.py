"""One slice with all its years, as it travels."""

from __future__ import annotations

import json
import math

import numpy as np

from dashboard.slab import in_steps, rounded, slab
from dashboard.slices import slice_of
from dashboard.view import View
from tests.dashboard.small import sliced


def test_an_area_s_list_runs_from_its_first_year_to_its_last_with_gaps_as_null() -> None:
    packed = slab(sliced([("FIN", 2001, 1.5), ("FIN", 2004, 2.0, "e"), ("KEN", 2003, 7.25)], range(2000, 2006)))
    assert packed == {
        "first": 2000,
        "last": 2005,
        "areas": {"FIN": {"s": 2001, "v": [1.5, None, None, 2], "f": "m..e"}, "KEN": {"s": 2003, "v": [7.25], "f": "m"}},
    }


def test_a_suppressed_year_has_null_and_its_letter() -> None:
    assert slab(sliced([("FIN", 2001, None, "q")], range(2000, 2006)))["areas"]["FIN"] == {"s": 2001, "v": [None], "f": "q"}


def test_years_outside_are_left_out_and_row_order_does_not_matter() -> None:
    packed = slab(sliced([("FIN", 2002, 2.0), ("FIN", 1999, 9.0), ("FIN", 2001, 1.0)], range(2000, 2003)))
    assert packed["areas"]["FIN"] == {"s": 2001, "v": [1, 2], "f": "mm"}


def test_no_rows_are_a_slab_without_areas() -> None:
    assert slab(sliced([], range(2000, 2003))) == {"first": 2000, "last": 2002, "areas": {}}


# Whole numbers travel without a fraction (shorter), a negative zero as 0; NaN would be no JSON.
def test_a_slab_is_plain_json() -> None:
    packed = slab(sliced([("FIN", 2000, -0.0), ("FIN", 2001, 3.0), ("FIN", 2002, math.nan)], range(2000, 2003)))
    text = json.dumps(packed, allow_nan=False)
    assert '"v": [0, 3, null]' in text


def test_values_keep_three_decimals_beyond_the_printed_ones_and_counts_every_person() -> None:
    values = rounded(np.array([2390414.0, 0.12345678, 99.99999, math.nan, 0.6499998]), 1)
    # one printed decimal and three more; 0.6499998 prints 0.6 and 0.65 might not, so it stays
    assert values[[0, 1, 2, 4]].tolist() == [2390414.0, 0.1235, 100.0, 0.6499998]
    assert math.isnan(values[3])
    assert rounded(np.array([]), 0).dtype == "float64"


def test_every_printed_value_is_the_source_s_value_printed(desk, contents) -> None:
    from dashboard.wording import number

    wrong = []
    for indicator in contents.catalogue.indicators:
        own = desk.store.observations(indicator.key, columns=("OBS_VALUE",))["OBS_VALUE"].dropna().to_numpy()
        kept = rounded(own, indicator.decimals)
        apart = own != kept  # the others are the same number
        wrong += [(indicator.key, a) for a, b in zip(own[apart].tolist(), kept[apart].tolist(), strict=True) if number(a, indicator.decimals) != number(b, indicator.decimals)]
    assert wrong == []


def test_a_real_slice_comes_back_from_its_slab(desk, contents) -> None:
    held = desk.series(slice_of(View("unemployment"), contents))
    packed = slab(desk.slice(slice_of(View("unemployment"), contents)))
    unpacked = {
        (code, line["s"] + i): value for code, line in packed["areas"].items() for i, value in enumerate(line["v"]) if value is not None
    }
    valued = held[held["OBS_VALUE"].notna()]
    assert unpacked == {(a, y): v for a, y, v in zip(valued["REF_AREA"], valued["TIME_PERIOD"], valued["OBS_VALUE"], strict=True)}


def values_of(line: dict, tens: int) -> list:
    """As the browser reads a line."""
    if "v" in line:
        return line["v"]
    total, found = 0, []
    for step in line["d"]:
        total += step or 0
        found.append(None if step is None else total / 10**tens)
    return found


def test_a_line_in_steps_says_the_same_values() -> None:
    packed = in_steps(slab(sliced([("FIN", 2000, 1.5), ("FIN", 2001, 1.25), ("FIN", 2003, -2.0)], range(2000, 2006))), 1)
    # in units of 10^-4: 15000, then 2500 less, nothing, then 32500 less
    assert packed["tens"] == 4
    assert packed["areas"]["FIN"]["s"] == 2000 and packed["areas"]["FIN"]["d"] == [15000, -2500, None, -32500]
    assert values_of(packed["areas"]["FIN"], 4) == [1.5, 1.25, None, -2.0]


def test_a_value_that_steps_cannot_say_exactly_keeps_its_line_as_it_is() -> None:
    packed = in_steps(slab(sliced([("FIN", 2000, 1.23456789), ("KEN", 2000, 2.0)], range(2000, 2002))), 1)
    assert packed["areas"]["FIN"]["v"] == [1.23456789] and packed["areas"]["KEN"]["d"] == [20000]


def test_every_slice_comes_back_from_its_steps(desk, contents) -> None:
    for indicator in contents.catalogue.indicators[::6]:
        whole = slab(desk.slice(slice_of(View(indicator.key), contents)))
        packed = in_steps(whole, indicator.decimals)
        assert {c: values_of(line, packed["tens"]) for c, line in packed["areas"].items()} == {c: line["v"] for c, line in whole["areas"].items()}
