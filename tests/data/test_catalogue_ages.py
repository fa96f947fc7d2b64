"""Age codes are worded by rule, so that a new age group needs no new entry."""

from __future__ import annotations

import pytest

from data.catalogue_ages import AgeLabels, age_words

WORDS = [
    ("Y15T24", "15–24 years"),
    ("Y0T4", "0–4 years"),
    ("Y_GE65", "65 years and over"),
    ("Y_LT5", "under 5 years"),
    ("Y15", "15 years"),
    ("M12T23", "12–23 months"),
]


@pytest.mark.parametrize(("code", "words"), WORDS)
def test_an_age_code_says_its_bounds(code: str, words: str) -> None:
    assert age_words(code) == words


@pytest.mark.parametrize("code", ["_T", "Y", "Y15T", "15T24", "Y15T24X", "young"])
def test_a_code_outside_the_rule_has_no_words(code: str) -> None:
    assert age_words(code) is None


def test_listed_words_go_before_the_rule_and_unknown_codes_are_missing() -> None:
    labels = AgeLabels({"_T": "All ages", "Y_LT5": "Under-fives"})
    assert labels["_T"] == "All ages"
    assert labels["Y_LT5"] == "Under-fives"
    assert labels["Y_GE60"] == "60 years and over"
    assert "Y_GE60" in labels
    assert "young" not in labels
    assert labels.get("young", "young") == "young"
    assert list(labels) == ["_T", "Y_LT5"]
