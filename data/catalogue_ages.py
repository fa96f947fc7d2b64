"""Words for age codes, which follow a rule (`Y15T24`) and so need not be listed one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# pattern -> words; the groups of the pattern fill the braces
RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"Y(\d+)T(\d+)"), "{0}–{1} years"),
    (re.compile(r"Y_GE(\d+)"), "{0} years and over"),
    (re.compile(r"Y_LT(\d+)"), "under {0} years"),
    (re.compile(r"Y(\d+)"), "{0} years"),
    (re.compile(r"M(\d+)T(\d+)"), "{0}–{1} months"),
    (re.compile(r"M_LT(\d+)"), "under {0} months"),
)


def age_words(code: str) -> str | None:
    """The words for an age code that follows the rule, None for any other code."""
    for pattern, words in RULES:
        if match := pattern.fullmatch(code):
            return words.format(*match.groups())
    return None


class AgeLabels(Mapping[str, str]):
    """Code -> words for ages: the listed ones first, every other code by rule; KeyError where neither knows it.

    Iterating gives the listed codes only, since those that the rule knows have no end.
    """

    def __init__(self, listed: Mapping[str, str]) -> None:
        self._listed = dict(listed)

    def __getitem__(self, code: str) -> str:
        words = self._listed.get(code) or age_words(code)
        if words is None:
            raise KeyError(code)
        return words

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)
