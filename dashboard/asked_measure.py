"""The measure of inequality that an address asks for, as far as it can be given, and what is said where it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from dashboard.catalogue import Indicator
from dashboard.contents import Contents
from dashboard.measures.inequality.lawful import refused
from dashboard.measures.inequality.table import MEASURES
from dashboard.query import shown
from dashboard.terms import groups_of, reference_of, terms_of


@dataclass(frozen=True)
class AskedMeasure:
    """key: of `MEASURES`, "" for the values themselves. ref: the group that the others are set against, "" for none."""

    key: str
    ref: str
    notices: tuple[str, ...]


def asked_measure(key: str, ref: str, indicator: Indicator, by: str, contents: Contents) -> AskedMeasure:
    """What becomes of a measure and a reference asked for. by: the breakdown column shown, "" for an indicator without any."""
    key = key.lower()
    code, said = _reference(key, ref, indicator, by, contents)
    why_not = _why_not(key, code, indicator, by, contents) if key else ""
    if not key or why_not:
        return AskedMeasure("", "", (*said, why_not) if why_not else said)
    return AskedMeasure(key, code, said)


def _reference(key: str, ref: str, indicator: Indicator, by: str, contents: Contents) -> tuple[str, tuple[str, ...]]:
    codes = groups_of(indicator, by, contents) if by else ()
    code = next((c for c in codes if c.upper() == ref.upper()), "")
    if ref and not code:
        return "", (f"There is no group “{shown(ref)}” to compare with; the data hold {', '.join(codes[:8]) or 'none'}.",)
    if code and indicator.breakdown(by).is_ranked and key != "mdref":
        return "", (f"Along an order the two ends are compared, so “ref={code}” was left out.",)
    return code, ()


def _why_not(key: str, ref: str, indicator: Indicator, by: str, contents: Contents) -> str:
    """Why the measure cannot be given, as a notice; "" where it can."""
    if key not in MEASURES:
        near = get_close_matches(key, list(MEASURES), 1, cutoff=0.6)
        hint = f"did you mean {near[0]}" if near else f"there are {', '.join(MEASURES)}"
        return f"There is no measure “{shown(key)}” ({hint}); the values themselves are shown."
    name = MEASURES[key].name
    if not by:
        return f"{name}: {indicator.name} has no groups in its source, so its values are shown."
    condition = refused(key, terms_of(indicator, by, contents, reference_of(key, ref, indicator, by, contents)))
    return f"{name} by {contents.catalogue.column_names[by].lower()} cannot be given, so the values are shown. {condition.rule}" if condition else ""
