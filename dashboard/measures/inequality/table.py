"""The measures: what each says, when it may be given, where it comes from, and which functions compute and write it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dashboard.measures.inequality import attributable, concentration, distance, entropy, gap, slope, spread
from dashboard.measures.inequality import group_conditions as groups
from dashboard.measures.inequality import scale_conditions as scale
from dashboard.measures.inequality.condition import Condition
from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.written import Row

UNITS = {
    "indicator": "the indicator's unit",
    "square": "the indicator's unit, squared",
    "ratio": "a ratio; 1 is equality",
    "index": "an index from −1 to 1; 0 is equality",
    "percent": "per cent of the average",
    "thousandths": "an index, times 1000; 0 is equality",
}

WHO = "Schlotheuber & Hosseinpoor 2022, Int. J. Environ. Res. Public Health 19(6):3697"
WORLD_BANK = "O'Donnell, van Doorslaer, Wagstaff & Lindelow 2008, Analyzing Health Equity Using Household Survey Data, World Bank, ch. 8"


@dataclass(frozen=True)
class Measure:
    """One measure.

    unit: a key of `UNITS`. family: "pair" compares two groups, "order" needs an order, "spread" takes no notice of one,
    "impact" compares the average with a reference.
    value: from a cube to a number for each setting, lawful where the conditions hold. steps: this setting's sums as lines.
    weights: where the measure is a weighted sum of the values, c with value = Σ c y. is_square, is_to_one_group: grows with the
    square of the distances between groups; measures distances to one group. Both matter for the interval alone.
    """

    key: str
    name: str
    says: str
    unit: str
    is_absolute: bool
    family: str
    conditions: tuple[Condition, ...]
    source: str
    value: Callable[[Cube], np.ndarray]
    steps: Callable[[Row, float], list[str]]
    weights: Callable[[Cube], np.ndarray | None] | None = None
    is_square: bool = False
    is_to_one_group: bool = False

    @property
    def is_distance(self) -> bool:
        """Whether it cannot be less than 0, because distances in any direction add up."""
        return self.family == "spread"

    @property
    def is_ordered(self) -> bool:
        """Whether it needs groups with a natural order."""
        return self.family == "order"


_ANY = (groups.ONE_SCALE, groups.WITHIN_TOTAL)
_PAIR = (*_ANY, groups.TWO, groups.ENDS, groups.REFERENCE_IF_NAMED, groups.COVERED_PAIR, groups.EXACT_PAIR)
_ALONG = (groups.ONE_SCALE, groups.NO_COUNT, groups.ORDER, groups.COMPLETE, groups.THREE, groups.EXACT)
_AROUND = (groups.ONE_SCALE, groups.NO_COUNT, groups.THREE, groups.COVERED, groups.EXACT)
_IMPACT = (
    groups.ONE_SCALE, groups.NO_COUNT, groups.TWO, groups.BETTER_END, groups.LAST, groups.COVERED, groups.EXACT, scale.AVERAGE_KNOWN, scale.AVERAGE_BETWEEN,
)  # fmt: skip
_SHARE = (scale.FROM_ZERO, scale.MEAN_ABOVE_ZERO)
_LIMITED = (scale.BOUNDED, scale.WITHIN_LIMITS)
_SETTLED = (scale.WITHIN_LIMITS, scale.LINE_SETTLES)

_ALL = (
    Measure(
        "difference", "Difference",
        "How many units lie between two groups: the two ends of an order, else the highest and the lowest or a reference and the worst-off. "
        "0 is equality; along an order, above 0 the disadvantaged are worse off.",
        "indicator", True, "pair", _PAIR, WHO, gap.difference, gap.difference_steps, gap.coefficients,
    ),
    Measure(
        "ratio", "Ratio",
        "How many times one group's value is the other's, of the same two groups as the difference. 1 is equality; "
        "along an order, above 1 the disadvantaged are worse off.",
        "ratio", False, "pair", (*_PAIR, scale.FROM_ZERO, scale.PAIR_ABOVE_ZERO), WHO, gap.ratio, gap.ratio_steps,
    ),
    Measure(
        "sii", "Slope index of inequality",
        "The gap between the very top and the very bottom of the order, read from a line through all groups. 0 is equality; "
        "above 0 the advantaged have more of it, below 0 the disadvantaged.",
        "indicator", True, "order", (*_ALONG, *_SETTLED), WHO, slope.sii, slope.sii_steps, slope.straight_coefficients,
    ),
    Measure(
        "rii", "Relative index of inequality",
        "How many times the value at the very top of the order is that at the very bottom, read from a line through all groups. "
        "1 is equality; above 1 the advantaged have more of it, below 1 the disadvantaged.",
        "ratio", False, "order", (*_ALONG, scale.FROM_ZERO, *_SETTLED, scale.LINE_ABOVE_ZERO), WHO, slope.rii, slope.rii_steps,
    ),
    Measure(
        "aci", "Absolute concentration index",
        "How far the thing is gathered at one end of the order, in the indicator's unit. 0 is equality; above 0 it is found more "
        "among the advantaged, below 0 among the disadvantaged.",
        "indicator", True, "order", _ALONG, WHO, concentration.aci, concentration.aci_steps, concentration.coefficients,
    ),
    Measure(
        "rci", "Relative concentration index",
        "How far the thing is gathered at one end of the order, as a share of the average: −1 to 1. 0 is equality; above 0 it is found "
        "more among the advantaged, below 0 among the disadvantaged.",
        "index", False, "order", (*_ALONG, *_SHARE), WORLD_BANK, concentration.rci, concentration.rci_steps,
    ),
    Measure(
        "rci_wagstaff", "Concentration index, Wagstaff's form",
        "The relative concentration index over the widest it can be on a scale with two limits, so that countries with high and low averages "
        "can be compared. 0 is equality; above 0 more among the advantaged.",
        "index", False, "order", (*_ALONG, *_LIMITED, scale.MEAN_INSIDE),
        "Wagstaff 2005, Health Economics 14(4):429–432", concentration.wagstaff, concentration.wagstaff_steps,
    ),
    Measure(
        "aci_erreygers", "Concentration index, Erreygers' form",
        "The absolute concentration index as a part of the widest it can be on a scale with two limits: −1 to 1. Having and lacking give "
        "the same index with the sign turned. 0 is equality; above 0 more among the advantaged.",
        "index", True, "order", (*_ALONG, *_LIMITED),
        "Erreygers 2009, Journal of Health Economics 28(2):504–515", concentration.erreygers, concentration.erreygers_steps,
        concentration.erreygers_coefficients,
    ),
    Measure(
        "bgv", "Between-group variance",
        "The mean squared distance of people's groups from the average; far groups count most. 0 is equality.",
        "square", True, "spread", _AROUND, WHO, spread.bgv, spread.bgv_steps, is_square=True,
    ),
    Measure(
        "bgsd", "Between-group standard deviation",
        "A typical distance of people's groups from the average: the root of the variance. 0 is equality.",
        "indicator", True, "spread", _AROUND, WHO, spread.bgsd, spread.bgsd_steps,
    ),
    Measure(
        "cov", "Coefficient of variation",
        "A typical distance of people's groups from the average, as per cent of the average. 0 is equality.",
        "percent", False, "spread", (*_AROUND, *_SHARE), WHO, spread.cov, spread.cov_steps,
    ),
    Measure(
        "mdmean", "Mean difference from the average",
        "How far people's groups are from the average, on average. 0 is equality.",
        "indicator", True, "spread", _AROUND, WHO, distance.from_mean, distance.from_mean_steps,
    ),
    Measure(
        "mdbest", "Mean difference from the best group",
        "How far people's groups are from the best-off group, on average. 0 is equality.",
        "indicator", True, "spread", (*_AROUND, groups.BETTER_END), WHO, distance.from_best, distance.from_best_steps, is_to_one_group=True,
    ),
    Measure(
        "mdref", "Mean difference from the reference",
        "How far people's groups are from the reference group, on average. 0 is equality.",
        "indicator", True, "spread", (*_AROUND, groups.REFERENCE), WHO, distance.from_reference, distance.from_reference_steps, is_to_one_group=True,
    ),
    Measure(
        "idisp", "Index of disparity",
        "How far people's groups are from the average, on average, as per cent of the average. 0 is equality.",
        "percent", False, "spread", (*_AROUND, *_SHARE), f"Pearcy & Keppel 2002, Public Health Reports 117(3):273–280; {WHO}",
        distance.disparity, distance.disparity_steps,
    ),
    Measure(
        "theil", "Theil's index",
        "How unequally the total is shared among people's groups; groups with much count most. 0 is equality.",
        "thousandths", False, "spread", (*_AROUND, *_SHARE), f"Theil 1967, Economics and Information Theory; {WHO}",
        entropy.theil, entropy.theil_steps, is_square=True,
    ),
    Measure(
        "mld", "Mean log deviation",
        "How unequally the total is shared among people's groups; groups with little count most. 0 is equality.",
        "thousandths", False, "spread", (*_AROUND, *_SHARE, scale.ALL_ABOVE_ZERO), WHO, entropy.mld, entropy.mld_steps, is_square=True,
    ),
    Measure(
        "par", "Population attributable risk",
        "How far the average would move if every group were like the best-off (along an order: the last). Above 0 it would rise, "
        "below 0 it would fall, each for the better; 0 means nothing to gain.",
        "indicator", True, "impact", _IMPACT, f"Walter 1978, Int. J. Epidemiology 7(2):175–182; {WHO}", attributable.par, attributable.par_steps,
    ),
    Measure(
        "paf", "Population attributable fraction",
        "How far the average would move if every group were like the best-off (along an order: the last), as per cent of the average. "
        "Above 0 it would rise, below 0 it would fall, each for the better; 0 means nothing to gain.",
        "percent", False, "impact", (*_IMPACT, scale.FROM_ZERO, scale.AVERAGE_ABOVE_ZERO),
        f"Walter 1978, Int. J. Epidemiology 7(2):175–182; {WHO}", attributable.paf, attributable.paf_steps,
    ),
)  # fmt: skip

MEASURES: dict[str, Measure] = {measure.key: measure for measure in _ALL}
