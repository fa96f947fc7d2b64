"""What is special about an observation, as one letter, so that the page, the map's patterns and the hover say the same.

Where several things are true of one observation the first of this order is kept: it has no value and why; it is a
projection; it is only a bound; the series breaks here; it is an estimate; it is of low reliability.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

FLAGS = {
    "m": "",
    "q": "suppressed by the source",
    "n": "not applicable",
    "o": "reported as missing",
    "f": "projected",
    "<": "given only as an upper bound",
    ">": "given only as a lower bound",
    "b": "first value after a break in the series",
    "e": "estimated or modelled",
    "u": "low reliability or provisional",
}
WITHOUT_VALUE = ("q", "n", "o")


def flags(frame: pd.DataFrame) -> pd.Series:
    """One letter of `FLAGS` for each row of a standard frame."""
    status, nature, bound = (frame[c].astype("str") for c in ("OBS_STATUS", "NATURE", "OBS_QUALIFIER"))
    cases = [
        (status == "Q", "q"),
        (status == "M", "n"),
        (frame["OBS_VALUE"].isna(), "o"),
        (status == "F", "f"),
        (bound == "<", "<"),
        (bound == ">", ">"),
        (status == "B", "b"),
        (status.isin(["E", "I"]) | nature.isin(["E", "M"]), "e"),
        (status.isin(["U", "P", "G", "D"]), "u"),
    ]
    letters = np.select([c for c, _ in cases], [letter for _, letter in cases], default="m")
    return pd.Series(letters, index=frame.index, dtype="str", name="FLAG")
