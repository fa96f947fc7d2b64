"""The opened arithmetic: every measure of one country's groups, with its sums, or why there is none."""

from __future__ import annotations

from dashboard import wording
from dashboard.catalogue import Indicator
from dashboard.measure_choices import FAMILIES
from dashboard.measured_indicator import DECIMALS
from dashboard.measures.inequality.measured import Refusal, Result, all_measured
from dashboard.measures.inequality.setting import Setting
from dashboard.measures.inequality.table import MEASURES
from dashboard.measures.inequality.written import figure


def working(setting: Setting, indicator: Indicator) -> dict:
    """Plain lists and texts for the page: the groups as the source has them, and every measure of the table in its order."""
    found = all_measured(setting)
    return {"groups": _groups(setting, indicator), "measures": [_told(found[key], indicator) for key in MEASURES]}


def _groups(setting: Setting, indicator: Indicator) -> list[list[str]]:
    """[name, value, share of the people] of each group of the complete list; "no data" for one without a value."""
    held = {group.code: group for group in setting.groups}
    rows = []
    for code, name in setting.terms.groups:
        group = held.get(code)
        text = wording.value(group.value, indicator.decimals, setting.terms.unit, group.bound) if group and group.value is not None else "no data"
        rows.append([name, text, f"{figure(100 * group.share)}%" if group and group.share is not None else ""])
    return rows


def _told(one: Result | Refusal, indicator: Indicator) -> dict:
    measure = MEASURES[one.key]
    told = {"key": one.key, "name": measure.name, "family": FAMILIES[measure.family], "says": measure.says, "source": measure.source}
    if isinstance(one, Refusal):
        return told | {"reason": one.reason}
    decimals = DECIMALS.get(measure.unit, indicator.decimals)
    return told | {
        "value": wording.number(one.value, decimals),
        "unit": one.unit,
        "interval": _interval(one, decimals),
        "steps": list(one.steps),
        "notes": list(one.notes),
    }


def _interval(one: Result, decimals: int) -> str:
    if one.interval is None:
        return ""
    low, high = one.interval
    return f"95% interval {wording.number(low, decimals)} to {wording.number(high, decimals)}"
