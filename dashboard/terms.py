"""The terms on which the groups of an indicator's breakdown are compared."""

from __future__ import annotations

from dashboard.catalogue import Indicator
from dashboard.contents import Contents
from dashboard.measures.inequality.setting import Terms
from dashboard.schema import TOTAL


def groups_of(indicator: Indicator, column: str, contents: Contents) -> tuple[str, ...]:
    """The groups of a breakdown that the data hold, in their natural order, without the total."""
    breakdown, offered = indicator.breakdown(column), contents.offered(indicator, column)
    return tuple(code for code in breakdown.groups if code in offered) if breakdown else ()


def total_of(indicator: Indicator, column: str, contents: Contents) -> str:
    """The code under which a breakdown's column has all groups together; "" where the data hold no such figure on the groups' scale."""
    if indicator.group_scale:
        return ""
    offered, headline = contents.offered(indicator, column), indicator.headline_code(column)
    if TOTAL in offered:
        return TOTAL
    return headline if headline in offered and headline not in groups_of(indicator, column, contents) else ""


def default_reference(indicator: Indicator, column: str, contents: Contents) -> str:
    """The group that the others are set against where nothing else is asked; "" along an order and where none suggests itself."""
    breakdown, code = indicator.breakdown(column), contents.catalogue.references.get(column, "")
    return code if breakdown and not breakdown.is_ranked and code in groups_of(indicator, column, contents) else ""


def reference_of(measure: str, ref: str, indicator: Indicator, column: str, contents: Contents) -> str:
    """The group that a measure sets the others against: the one asked for. The mean difference from one cannot do without:
    it takes the default, along an order the last. "" for none."""
    if ref or measure != "mdref":
        return ref
    groups = groups_of(indicator, column, contents)
    return groups[-1] if indicator.breakdown(column).is_ranked and groups else default_reference(indicator, column, contents)


def terms_of(indicator: Indicator, column: str, contents: Contents, reference: str = "") -> Terms:
    """Groups with their names, order, direction and scale. reference: code of a group, "" for none."""
    breakdown = indicator.breakdown(column)
    return Terms(
        groups=tuple((code, contents.catalogue.label(column, code)) for code in groups_of(indicator, column, contents)),
        is_ordered=breakdown.is_ranked,
        direction=indicator.direction,
        limits=(None, None) if indicator.group_scale else indicator.limits,
        reference=reference or None,
        unit="" if indicator.group_scale else indicator.unit_short,
        is_count=not indicator.is_mappable,
        is_average_known=bool(total_of(indicator, column, contents)) or column in contents.catalogue.shares or breakdown.is_of_population,
        is_one_scale=breakdown.is_of_people and not indicator.group_scale,
    )
