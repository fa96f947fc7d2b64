"""A text column as the files hold it: each word once, and a number a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Coded:
    """words[places[i]] is the text of row i."""

    words: tuple[str, ...]
    places: np.ndarray

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, rows: np.ndarray) -> Coded:
        """The column of some rows, by a mask or by numbers."""
        return Coded(self.words, self.places[rows])

    def among(self, words: frozenset[str]) -> np.ndarray:
        """True for each row whose word is one of these."""
        return np.fromiter((word in words for word in self.words), dtype=bool, count=len(self.words))[self.places]

    def text(self) -> np.ndarray:
        """The text of each row."""
        return np.array(self.words, dtype="U")[self.places]
