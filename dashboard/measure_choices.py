"""Which measures can be shown in place of the values, in which order, and why the others cannot."""

from __future__ import annotations

from dashboard.catalogue import Indicator
from dashboard.contents import Contents
from dashboard.measures.inequality.lawful import refused
from dashboard.measures.inequality.table import MEASURES
from dashboard.schema import BREAKDOWNS
from dashboard.terms import groups_of, reference_of, terms_of
from dashboard.view import View

FAMILIES = {
    "pair": "Between two groups",
    "order": "Along the order of the groups",
    "spread": "Over all groups",
    "impact": "What equality would change",
}
# why a measure cannot be given, as short as a line of a list allows; the whole sentence is the condition's rule
BRIEFLY = {
    "one-scale": "each group is on a scale of its own",
    "no-count": "not for counts",
    "order": "no order of disadvantage",
    "better-end": "neither end is better",
    "from-zero": "the scale has no zero",
    "bounded": "the scale has no two limits",
    "at-least-two": "needs two groups",
    "at-least-three": "needs three groups",
    "reference": "no group to compare with",
    "average-known": "neither an average nor the sizes of groups",
}


def measure_choices(view: View, contents: Contents) -> dict:
    """The picker of measures: what is shown now, every measure under its family with why it cannot be given ("" where it can),
    and the groups that others may be set against. Empty lists for an indicator without breakdowns."""
    indicator, by = contents.catalogue[view.indicator], view.by_of(contents)
    if not by:
        return {"value": "", "by": "", "ref": "", "options": [], "refs": []}
    is_pair = view.measure in ("difference", "ratio") and not indicator.breakdown(by).is_ranked
    return {
        "value": view.measure,
        "by": BREAKDOWNS[by],
        "ref": view.ref,
        "options": [[key, measure.name, FAMILIES[measure.family], _why_not(key, indicator, by, contents)] for key, measure in MEASURES.items()],
        "refs": _refs(indicator, by, contents) if is_pair else [],
    }


def _why_not(key: str, indicator: Indicator, by: str, contents: Contents) -> str:
    condition = refused(key, terms_of(indicator, by, contents, reference_of(key, "", indicator, by, contents)))
    return BRIEFLY.get(condition.key, condition.rule) if condition else ""


def _refs(indicator: Indicator, by: str, contents: Contents) -> list[list[str]]:
    return [["", "highest against lowest"], *([code, f"against {contents.catalogue.label(by, code).lower()}"] for code in groups_of(indicator, by, contents))]
