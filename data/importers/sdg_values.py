"""The value texts of the SDG database as number, bound and status.

`N` becomes M (cannot exist), not O (missing), because of where the database of December 2023 has it: the 50 areas
with `N` for migration policies are all dependent territories, while States that did not answer have no row at all;
`N` stands for local councils of States without an elected one (Singapore, San Marino, Brunei Darussalam), for
Singapore's statistical plan for receivers of aid, and for vaccines in years before a country's schedule had them.
(The meaning is drawn from these rows; the publisher's own words on the mark were not at hand.)
`NaN` and an empty cell become O: the database prints them where a figure could exist but is not there.
"""

from __future__ import annotations

import pandas as pd

from dashboard.schema import OBS_STATUS, WITHOUT_VALUE

NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
NO_VALUE = {"N": "M", "NAN": "O", "": "O", "#N/A": "O"}
EXPECTED = "a number, a bound such as <5 or >95, N or NaN"


def read_values(texts: pd.Series) -> pd.DataFrame:
    """OBS_VALUE, OBS_QUALIFIER, mark status (`MARK`, "" for a number) and `IS_KNOWN` for each text; same index."""
    stripped = texts.str.strip()
    parts = stripped.str.extract(rf"^(?P<bound>[<>]?)\s*(?P<number>{NUMBER})$")
    marks = stripped.str.upper().map(NO_VALUE)
    is_number = parts["number"].notna()
    return pd.DataFrame(
        {
            "OBS_VALUE": pd.to_numeric(parts["number"]).astype("float64"),
            "OBS_QUALIFIER": parts["bound"].where(is_number, "").fillna(""),
            "MARK": marks.where(~is_number, "").fillna(""),
            "IS_KNOWN": is_number | marks.notna(),
        },
        index=texts.index,
    )


def read_status(texts: pd.Series, marks: pd.Series) -> pd.Series:
    """OBS_STATUS of each row; missing where the publisher's flag is no SDMX code that the frame knows.

    texts: the publisher's flags; empty and NOTSPEC mean that there is none, so A.
    marks: the status that a value text calls for, "" for numbers; a flag that itself explains a missing value wins.
    """
    flags = texts.str.strip().str.upper()
    flags = flags.where(~flags.isin(["", "NOTSPEC", "NAN"]), "A")
    status = flags.where(flags.isin(list(OBS_STATUS)))
    needs_mark = marks.ne("") & ~flags.isin(list(WITHOUT_VALUE)) & status.notna()
    return status.where(~needs_mark, marks)
