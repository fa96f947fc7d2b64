"""Numbers, years and statuses as readers see them. The browser's `assets/wording.js` says the same; a test holds both together."""

from __future__ import annotations

import math

import pandas as pd

from dashboard.schema import NATURE, OBS_STATUS

YES_NO = "yes/no"  # the short unit of a question that is answered by yes (1) or no (0)
UNMET = "x"  # the flag of an area that has groups which do not allow the measure shown
NO_DATA, NOT_POSSIBLE = "no data", "not possible"
THIN_SPACE = "\u202f"  # narrow no-break space between thousands, as UN tables set them
MINUS = "\u2212"

DIRECTION = {
    "higher": "higher is better",
    "lower": "lower is better",
    "neutral": "neither high nor low is better in itself",
}

# what the legend says of a pattern on the map
MARKS = {
    "none": "no data",
    "suppressed": "suppressed",
    "not-applicable": "not applicable",
    "unmet": "groups do not allow it",
    "borrowed": "from an earlier year",
    "estimated": "estimated or modelled",
    "projected": "projected",
    "bound": "only a bound is known",
}


def number(value: float | None, decimals: int) -> str:
    """A number with thousands apart and a true minus; "no data" for a missing one."""
    if value is None or math.isnan(value):
        return "no data"
    text = f"{abs(value):,.{decimals}f}".replace(",", THIN_SPACE)
    is_zero = not any(c in "123456789" for c in text)
    return MINUS + text if value < 0 and not is_zero else text


def printed(values: pd.Series, decimals: int) -> pd.Series:
    """The values as `number` prints them, so that two that show the same number are equal.

    Not `Series.round`: it multiplies first, so 1.15, which lies a little below and prints as 1.1, would become 1.2.
    """
    return values.map(lambda v: v if pd.isna(v) else float(f"{v:.{decimals}f}")).astype("float64")


def nothing(flag: str) -> str:
    """Why an area shows no number, in two words."""
    return NOT_POSSIBLE if flag == UNMET else NO_DATA


def signed(value: float, decimals: int) -> str:
    """A change with its sign always said; a change that rounds to nothing has none."""
    text = number(value, decimals)
    if not any(c in "123456789" for c in text):
        return "±" + text
    return text if value < 0 else "+" + text


def with_unit(text: str, unit_short: str) -> str:
    """A worded number followed by its short unit; the per cent sign stands close."""
    if not unit_short or text == "no data":
        return text
    return text + unit_short if unit_short == "%" else f"{text} {unit_short}"


def value(amount: float | None, decimals: int, unit_short: str, qualifier: str = "") -> str:
    """A value as a reader sees it: `under 5%` and `over 95%` for what the publisher gives only as a bound."""
    if unit_short == YES_NO and amount in (0, 1):
        return "yes" if amount else "no"
    text = with_unit(number(amount, decimals), unit_short)
    bound = {"<": "under ", ">": "over "}.get(qualifier, "")
    return text if text == "no data" else bound + text


def running_unit(unit_short: str) -> str:
    """The unit that stands behind numbers in running text: the per cent sign, or the words yes and no in place of numbers."""
    return unit_short if unit_short in ("%", YES_NO) else ""


def changed(change: float, decimals: int, unit_short: str) -> str:
    """A change as the ranking says it; of an answer, what it was before."""
    if unit_short == YES_NO:
        return "was no" if change > 0 else "was yes" if change < 0 else "the same"
    return signed(change, decimals)


def in_text(name: str) -> str:
    """A name as it stands inside a sentence: `female`, `poorest 40%`; an abbreviation and a number stay as they are."""
    return name[:1].lower() + name[1:] if name[:2] != name[:2].upper() else name


def ordinal(place: int) -> str:
    """1st, 2nd, 3rd, 11th, …"""
    if place % 100 in (11, 12, 13):
        return f"{place}th"
    return f"{place}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th')}"


def status_words(status: str, nature: str) -> str:
    """What is special about an observation, in words; "" for an ordinary one."""
    if status not in ("A", ""):
        return OBS_STATUS.get(status, status)
    if nature in ("E", "M"):
        return NATURE[nature]
    return ""


def listing(names: list[str]) -> str:
    """Names joined as in a sentence: `Kenya, Peru and Fiji`."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """`1 country`, `193 countries`."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"
