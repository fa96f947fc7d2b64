"""What is special about an observation, as one letter, so that the page, the map's patterns and the hover say the same.

Where several things are true of one observation the first of this order is kept: it has no value and why; it is a
projection; it is only a bound; the series breaks here; it is an estimate; it is of low reliability.
"""

from __future__ import annotations

import numpy as np

from dashboard.coded import Coded

FLAGS = {
    "m": "",
    "q": "suppressed by the source",
    "n": "not applicable",
    "o": "reported as missing",
    "x": "its groups do not allow this measure",
    "f": "projected",
    "<": "given only as an upper bound",
    ">": "given only as a lower bound",
    "b": "first value after a break in the series",
    "e": "estimated or modelled",
    "u": "low reliability or provisional",
}
WITHOUT_VALUE = ("q", "n", "o", "x")


def letter(status: str, nature: str, bound: str, has_value: bool) -> str:
    """The letter of `FLAGS` for one observation."""
    if status in ("Q", "M"):
        return "q" if status == "Q" else "n"
    if not has_value:
        return "o"
    if status == "F":
        return "f"
    if bound in ("<", ">"):
        return bound
    if status == "B":
        return "b"
    if status in ("E", "I") or nature in ("E", "M"):
        return "e"
    return "u" if status in ("U", "P", "G", "D") else "m"


def flags(status: Coded, nature: Coded, bound: Coded, values: np.ndarray) -> np.ndarray:
    """One letter of `FLAGS` for each observation, as an array of single bytes: `letter` of each kind, looked up."""
    kinds = [[[[letter(s, n, b, has) for has in (False, True)] for b in bound.words] for n in nature.words] for s in status.words]
    table = np.array(kinds, dtype="S1").reshape(len(status.words), len(nature.words), len(bound.words), 2)
    return table[status.places, nature.places, bound.places, (values == values).astype(int)]
