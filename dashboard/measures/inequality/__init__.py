"""Summary measures of inequality between the groups of one country, year and breakdown.

One number says how far groups lie apart. Each measure is in `table.MEASURES` with what it says, its conditions and its
source; `measured.measured` gives it for one setting with its working, `frame.measure_frame` for all settings at once. Both
go through the same arithmetic: a `Cube` of settings × groups, of which one setting is one row.

Signs. Two rules, after what each kind of measure is asked:

- *Difference and ratio* ask who is worse off. Along an order: the last group (most advantaged) against the first, turned
  for adverse indicators, so that a difference above 0 and a ratio above 1 mean that the disadvantaged are worse off. Without
  an order: highest against lowest, which has no sign; or, where a reference is named, the reference against the worst-off of
  the others, above 0 where these are worse off. Where neither end is better: the last against the first, the reference
  against the group furthest from it; the sign says who has more.
- *Slope and concentration* (SII, RII, ACI, RCI, Wagstaff, Erreygers) ask where along the order the thing is, and are never
  turned: above 0 (RII: above 1) it is found more among the advantaged, below among the disadvantaged, whatever is better.
  A mirrored variable then has the mirrored index, as Erreygers asks, and the slope agrees with the index in sign.
- *Attributable risk and fraction* are what would change in the average: up for favourable, down (negative) for adverse.
- All others have no sign; 0 is equality.

What differs from WHO's `healthequal`, on purpose. Zeros are not replaced by a small number: the mean log deviation is not
given where a group has none, and Theil's index takes 0 ln 0 as 0, its limit. Errors are drawn through the same scaled
arithmetic as the estimate, so an index times a thousand has an error times a thousand. Intervals of measures that cannot
be negative are turned round their estimate (see `uncertainty`), because noise alone makes groups look unequal. Without
known sizes, spread is measured around the plain mean of the groups, not the country's own value: equal groups give 0.
At most 15 % of the people may be missing, not of the subgroups; where that cannot be known, none.
"""
