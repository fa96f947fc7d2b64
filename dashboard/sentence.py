"""The sentence that says what a view shows, from its numbers."""

from __future__ import annotations

import pandas as pd

from dashboard import wording
from dashboard.areas import Atlas
from dashboard.catalogue import Indicator
from dashboard.measures.carry import carried, wide
from dashboard.peers import Peers


def sentences(series: pd.DataFrame, indicator: Indicator, scope: Peers, years: range, window: int, atlas: Atlas) -> dict[int, str]:
    """One sentence for each year: how many countries have a value, where the middle lies, who is first and last.

    series: one slice (REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG). Countries outside the scope are not counted.
    """
    own = series[series["REF_AREA"].isin(scope.members)]
    table = wide(own, years)
    borrowed = carried(table, window)
    bounds = carried(wide(own, years, "FLAG").where(table.notna()), window)
    return {year: _sentence(borrowed.loc[year], table.loc[year], bounds.loc[year], indicator, scope, year, window, atlas) for year in years}


def _sentence(values: pd.Series, measured: pd.Series, flags: pd.Series, indicator: Indicator, scope: Peers, year: int, window: int, atlas: Atlas) -> str:
    held = values.dropna()
    place = "the world" if scope.is_world else scope.name
    if held.empty:
        return f"No country in {place} has a value for {year}" + (f" or the {wording.counted(window, 'year')} before." if window else ".")

    printed = wording.printed(held, indicator.decimals)
    bound_of = {value: flag for value, flag in zip(printed, flags[held.index], strict=True) if flag in ("<", ">")}

    def say(amount: float) -> str:
        bound = bound_of.get(float(f"{amount:.{indicator.decimals}f}"), "")
        return wording.value(amount, indicator.decimals, "%" if indicator.unit_short == "%" else "", bound)

    older = len(held) - int(measured.notna().sum())
    count = f"{len(held)} of {len(scope.members)} countries"
    if older:
        count += f" ({older} from an earlier year)"
    if len(held) < 5:
        return f"{count}."
    if printed.nunique() == 1:
        return f"{count}; each of them shows {say(held.iloc[0])}."
    lower, middle, upper = held.quantile([0.25, 0.5, 0.75])
    ends = f"Highest {_who(printed, printed.max(), atlas)} ({say(printed.max())}), lowest {_who(printed, printed.min(), atlas)} ({say(printed.min())})"
    return f"{count}. Median {say(middle)}; middle half {_from_to(say(lower), say(upper))}. {ends}."


def _from_to(low: str, high: str) -> str:
    """Two worded values as a range; the unit once where it is a per cent sign."""
    is_plain = low.endswith("%") and low[0].isdigit() and high[0].isdigit()
    return f"{low.removesuffix('%')}–{high}" if is_plain else f"{low} to {high}"


def _who(printed: pd.Series, amount: float, atlas: Atlas) -> str:
    holders = sorted(printed.index[printed == amount])
    if len(holders) > 2:
        return f"{len(holders)} countries"
    return wording.listing([atlas.area(code).name for code in holders])
