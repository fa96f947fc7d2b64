"""An indicator whose value is a measure of inequality between its groups: what map, trend, ranking and words need to know of it."""

from __future__ import annotations

from dataclasses import replace

from dashboard import wording
from dashboard.catalogue import Indicator
from dashboard.contents import Contents
from dashboard.measures.inequality.setting import Terms
from dashboard.measures.inequality.table import MEASURES, Measure
from dashboard.measures.inequality.written import gap_unit
from dashboard.slices import Slice
from dashboard.terms import reference_of, terms_of

DECIMALS = {"ratio": 2, "index": 3, "percent": 1, "thousandths": 1}
EQUALITY = {"ratio": 1.0}  # of all other units 0


def terms_of_slice(part: Slice, contents: Contents) -> Terms:
    """The terms of a slice that shows a measure."""
    indicator = contents.catalogue[part.indicator]
    return terms_of(indicator, part.by, contents, reference_of(part.measure, part.ref, indicator, part.by, contents))


def indicator_of(part: Slice, contents: Contents) -> Indicator:
    """The indicator of a slice as it is shown: the catalogue's own, or with the measure's unit, decimals and equality."""
    own = contents.catalogue[part.indicator]
    return measured_indicator(own, part, contents) if part.measure else own


def measured_indicator(own: Indicator, part: Slice, contents: Contents) -> Indicator:
    """The indicator with the measure in place of its value. Spread has only one end, and less of it is better; what has a sign
    has equality in its middle."""
    measure, terms = MEASURES[part.measure], terms_of_slice(part, contents)
    unit, short = _unit(measure, own, terms)
    is_spread = measure.is_distance
    return replace(
        own,
        unit=unit,
        unit_short=short,
        decimals=DECIMALS.get(measure.unit, own.decimals),
        direction="lower" if is_spread else "neutral",
        limits=(0.0, None) if is_spread else (None, None),
        equality=None if is_spread else EQUALITY.get(measure.unit, 0.0),
        is_ratio=measure.unit == "ratio",
        is_mappable=True,
        why_not_mapped="",
        headline_label="",
    )


def _unit(measure: Measure, own: Indicator, terms: Terms) -> tuple[str, str]:
    """In full, and as it stands behind a number."""
    unit = gap_unit(terms) or own.unit
    if measure.unit == "indicator":
        return unit, terms.unit if terms.unit not in ("%", wording.YES_NO) else ""
    if measure.unit == "square":
        return f"{unit}, squared", ""
    return {"percent": ("% of the average", "%"), "ratio": ("ratio", ""), "index": ("index from −1 to 1", ""), "thousandths": ("index, times 1000", "")}[measure.unit]


def measure_title(part: Slice, contents: Contents) -> str:
    """`difference by sex`, `slope index of inequality by wealth or income`."""
    name = MEASURES[part.measure].name
    words = name[:1].lower() + name[1:] if not name.startswith(("Theil", "Erreygers", "Wagstaff")) else name
    return f"{words} by {contents.catalogue.column_names[part.by].lower()}"


def heading(part: Slice) -> str:
    """The measure as it stands above a narrow column: `gap`, `ratio`, `SII`."""
    if MEASURES[part.measure].family == "pair":
        return "gap" if part.measure == "difference" else "ratio"
    return part.measure.split("_")[0].upper()


def reading(part: Slice, contents: Contents) -> str:
    """What the sign or the size of the measure says, in a few words."""
    measure, terms = MEASURES[part.measure], terms_of_slice(part, contents)
    middle = "1" if measure.unit == "ratio" else "0"
    names = [wording.in_text(name) for name in terms.names]
    if measure.family == "pair":
        return pair_reading(measure, terms, names, middle)
    if measure.is_ordered:
        return f"above {middle}: more for {names[-1]}"
    if measure.family == "impact":
        moves = "fall" if terms.direction == "lower" else "rise"
        return f"how far the average would {moves} if all were like " + (names[-1] if terms.is_ordered else "the best-off")
    return "0: all groups alike"


def pair_reading(measure: Measure, terms: Terms, names: list[str], middle: str) -> str:
    """What the sign of a difference or ratio says. names: of the groups, as in running text. middle: equality, "0" or "1"."""
    is_ratio = measure.unit == "ratio"
    if not terms.is_ordered and terms.reference is None:
        return "highest group as a multiple of the lowest" if is_ratio else "highest group less lowest group"
    if terms.is_ordered:
        first, other = names[0], names[-1]
    else:
        other = wording.in_text(dict(terms.groups)[terms.reference])
        rest = [name for name in names if name != other]
        first = rest[0] if len(rest) == 1 else "another group"
    if terms.direction == "neutral":
        return f"above {middle}: more for {other}"
    return f"above {middle}: {first} worse off than {other}"
