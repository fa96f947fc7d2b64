"""One letter an observation: the first of several things that are true of it."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.measures.flags import FLAGS, WITHOUT_VALUE, flags


def letter(value: float | None = 1.0, status: str = "A", nature: str = "C", bound: str = "") -> str:
    row = {"OBS_VALUE": [value], "OBS_STATUS": [status], "NATURE": [nature], "OBS_QUALIFIER": [bound]}
    return flags(pd.DataFrame(row).astype({"OBS_VALUE": "float64"})).iloc[0]


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
    assert letter(**facts) == expected


def test_every_letter_has_words_and_only_the_measured_value_none() -> None:
    assert [f for f, words in FLAGS.items() if not words] == ["m"]
    assert set(WITHOUT_VALUE) < set(FLAGS)


def test_no_rows_give_no_letters() -> None:
    empty = pd.DataFrame({c: pd.Series(dtype="str") for c in ("OBS_STATUS", "NATURE", "OBS_QUALIFIER")} | {"OBS_VALUE": pd.Series(dtype="float64")})
    assert flags(empty).tolist() == []


def test_every_row_of_a_real_indicator_has_a_known_letter(release) -> None:
    frame = release.observations("unemployment")
    assert set(flags(frame)) <= set(FLAGS)
    assert flags(frame)[frame["OBS_VALUE"].isna()].isin(WITHOUT_VALUE).all()
