"""One letter an observation: the first of several things that are true of it."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.measures.flags import FLAGS, WITHOUT_VALUE, flags, letter
from dashboard.slices import slice_of
from dashboard.view import View
from tests.dashboard.small import coded

CASES = [
    ({}, "m"),
    ({"status": "Q", "value": None}, "q"),
    ({"status": "M", "value": None}, "n"),
    ({"status": "O", "value": None}, "o"),
    ({"status": "A", "value": None}, "o"),
    ({"status": "F"}, "f"),
    ({"status": "F", "nature": "M"}, "f"),  # a projection is a model as well: the first is said
    ({"bound": "<"}, "<"),
    ({"bound": ">", "nature": "E"}, ">"),
    ({"status": "B"}, "b"),
    ({"status": "B", "nature": "M"}, "b"),
    ({"status": "E"}, "e"),
    ({"status": "I"}, "e"),
    ({"nature": "M"}, "e"),
    ({"status": "U"}, "u"),
    ({"status": "P", "nature": "E"}, "e"),
    ({"status": "Q", "bound": "<"}, "q"),
]


@pytest.mark.parametrize(("facts", "expected"), CASES, ids=[str(facts) for facts, _ in CASES])
def test_the_first_of_several_facts_is_kept(facts: dict, expected: str) -> None:
    value, status, nature, bound = (({"value": 1.0, "status": "A", "nature": "C", "bound": ""} | facts)[name] for name in ("value", "status", "nature", "bound"))
    assert letter(status, nature, bound, value is not None) == expected


def test_every_letter_has_words_and_only_the_measured_value_none() -> None:
    assert [f for f, words in FLAGS.items() if not words] == ["m"]
    assert set(WITHOUT_VALUE) < set(FLAGS)


def test_no_rows_give_no_letters() -> None:
    assert flags(coded([]), coded([]), coded([]), np.array([])).tolist() == []


def test_every_row_has_the_letter_of_its_own_facts() -> None:
    rows = [("A", "C", "", 1.0), ("Q", "C", "", np.nan), ("A", "E", "<", 2.0), ("A", "E", "", 2.0), ("A", "C", "", np.nan)]
    status, nature, bound = (coded(list(column)) for column in list(zip(*rows, strict=True))[:3])
    assert flags(status, nature, bound, np.array([row[3] for row in rows])).tolist() == [b"m", b"q", b"<", b"e", b"o"]


def test_every_row_of_a_real_indicator_has_a_known_letter(desk, contents) -> None:
    frame = desk.series(slice_of(View("unemployment"), contents))
    assert set(frame["FLAG"]) <= set(FLAGS)
    assert frame["FLAG"][frame["OBS_VALUE"].isna()].isin(WITHOUT_VALUE).all()
