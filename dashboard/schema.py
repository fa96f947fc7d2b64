"""The standard frame: one row an observation, in SDMX's terms.

Columns, in this order (`COLUMNS`):

    INDICATOR    catalogue key, `unemployment`
    REF_AREA     ISO 3166 alpha-3 for countries and territories; three-digit M49 for regions (`001`);
                 the publisher's own code for its other groups (`WLD`)
    TIME_PERIOD  calendar year, int
    <breakdown>  one column for each name in `BREAKDOWNS`; `_T` is the total, `_U` is not specified
    OBS_VALUE    float, in the indicator's unit; missing only where OBS_STATUS says why
    OBS_QUALIFIER  "" | "<" | ">": a value the publisher gives only as a bound (`<5` is 5 with "<")
    OBS_STATUS   SDMX CL_OBS_STATUS: A normal, B break, E estimated, F forecast, I imputed, M cannot exist,
                 O missing, P provisional, Q suppressed, U low reliability
    NATURE       SDG NATURE: C country, CA country adjusted, E estimated, G global monitoring, M modelled,
                 N not available; "" where the publisher does not say
    STD_ERROR    standard error in the indicator's unit, missing where the publisher gives none
    DATA_SOURCE  key in sources.yaml, which holds publisher, vintage, licence
    SOURCE_SERIES  the publisher's own series code, so that a value can be looked up
    COMMENT_OBS  footnote to this one observation, "" for none

`KEY` is unique: no two rows share indicator, area, year and breakdowns.
"""

from __future__ import annotations

import pandas as pd

TOTAL = "_T"
UNSPECIFIED = "_U"

# column -> the word that stands for it in an address
BREAKDOWNS: dict[str, str] = {
    "SEX": "sex",
    "AGE": "age",
    "URBANISATION": "location",
    "INCOME_WEALTH_QUANTILE": "wealth",
    "EDUCATION_LEV": "education",
    "DISABILITY_STATUS": "disability",
    "MIGRATION_STATUS": "migration",
    "LABOUR_FORCE_STATUS": "labour",
    "OCCUPATION": "occupation",
    "ACTIVITY": "activity",
    "POPULATION_GROUP": "population",
    "POPULATION_TYPE": "status",
    "EXCLUSION_BASIS": "basis",
    "DISCRIMINATION_GROUND": "ground",
    "SKILL": "skill",
    "GOVERNMENT_LEVEL": "government",
    "POLICY_DOMAIN": "policy",
    "IHR_CAPACITY": "capacity",
    "INSTITUTION": "institution",
    "COMPONENT": "component",
}

# Columns whose codes are questions or parts of a whole, not groups of people: each code has a scale of its own, so a
# difference between two of them is no gap between people.
PARTS = (
    "EXCLUSION_BASIS",
    "DISCRIMINATION_GROUND",
    "SKILL",
    "GOVERNMENT_LEVEL",
    "POLICY_DOMAIN",
    "IHR_CAPACITY",
    "INSTITUTION",
    "COMPONENT",
)

# Columns whose order runs from disadvantage to advantage. Age has an order, but neither the young nor the old are the
# disadvantaged as such: its groups are compared like those without one.
RANKED = ("INCOME_WEALTH_QUANTILE", "EDUCATION_LEV")

IDENTITY = ("INDICATOR", "REF_AREA", "TIME_PERIOD")
KEY = (*IDENTITY, *BREAKDOWNS)
COLUMNS = (
    *KEY,
    "OBS_VALUE",
    "OBS_QUALIFIER",
    "OBS_STATUS",
    "NATURE",
    "STD_ERROR",
    "DATA_SOURCE",
    "SOURCE_SERIES",
    "COMMENT_OBS",
)

OBS_STATUS = {
    "A": "normal",
    "B": "break in the series",
    "D": "definition differs",
    "E": "estimated",
    "F": "forecast",
    "G": "experimental",
    "I": "imputed",
    "K": "included elsewhere",
    "L": "exists, not collected",
    "M": "cannot exist",
    "N": "not significant",
    "O": "missing",
    "P": "provisional",
    "Q": "suppressed",
    "U": "low reliability",
}
NATURE = {
    "": "not stated",
    "C": "country data",
    "CA": "country data, adjusted",
    "E": "estimated",
    "G": "global monitoring",
    "M": "modelled",
    "N": "not available",
}
QUALIFIERS = ("", "<", ">")
# statuses under which a row may lawfully carry no value
WITHOUT_VALUE = ("K", "L", "M", "N", "O", "Q")

TEXT = tuple(c for c in COLUMNS if c not in ("TIME_PERIOD", "OBS_VALUE", "STD_ERROR"))


def standard_frame(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with every standard column present, typed and in order; sorted by `KEY`.

    rows: needs INDICATOR, REF_AREA, TIME_PERIOD, OBS_VALUE; every other column that is absent
    takes its neutral value (`_T`, "A", "", missing). Columns that are not standard raise
    ValueError, since dropping them would lose what they say.
    """
    unknown = [c for c in rows.columns if c not in COLUMNS]
    if unknown:
        raise ValueError(f"standard_frame: columns {unknown} are not part of the frame; expected only {list(COLUMNS)}")
    absent = [c for c in ("INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE") if c not in rows.columns]
    if absent:
        raise ValueError(f"standard_frame: columns {absent} are missing; found {list(rows.columns)}")
    neutral = dict.fromkeys(BREAKDOWNS, TOTAL) | {
        "OBS_QUALIFIER": "",
        "OBS_STATUS": "A",
        "NATURE": "",
        "STD_ERROR": float("nan"),
        "DATA_SOURCE": "",
        "SOURCE_SERIES": "",
        "COMMENT_OBS": "",
    }
    frame = rows.assign(**{c: v for c, v in neutral.items() if c not in rows.columns})[list(COLUMNS)]
    frame = frame.astype(dict.fromkeys(TEXT, "str") | {"TIME_PERIOD": "int64", "OBS_VALUE": "float64", "STD_ERROR": "float64"})
    return frame.sort_values(list(KEY), kind="stable", ignore_index=True)


def empty_frame() -> pd.DataFrame:
    """A standard frame without rows."""
    return standard_frame(pd.DataFrame({c: [] for c in ("INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE")}))
