"""What floor and stock Dash show: sixty indicators of the release over 217 countries, by sex where they have it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.catalogue import Indicator
from dashboard.contents import Contents
from dashboard.schema import BREAKDOWNS
from dashboard.slab import rounded
from data.store import Store

MOST = 60
SEXES = ("_T", "F", "M")
OPENING = "unemployment"  # the view that every program opens with, when the release has it
CHOSEN = ("FIN", "KEN")
CLICKED = "BRA"


@dataclass(frozen=True)
class Picked:
    """The shared data.

    frame: INDICATOR, SEX, REF_AREA, TIME_PERIOD, OBS_VALUE, in the catalogue's order; one row a value. names: code -> country.
    titles: key -> name. sex: key -> the code that is shown, the indicator's own headline.
    """

    frame: pd.DataFrame
    names: dict[str, str]
    titles: dict[str, str]
    sex: dict[str, str]

    def year(self, key: str, year: int, sex: str | None = None) -> dict[str, float]:
        """The value of each country that has one in that year."""
        frame = self.frame
        here = (frame["INDICATOR"] == key) & (frame["TIME_PERIOD"] == year) & (frame["SEX"] == (sex or self.sex[key]))
        return dict(zip(frame.loc[here, "REF_AREA"], frame.loc[here, "OBS_VALUE"].tolist(), strict=True))

    def span(self, key: str) -> list[float]:
        """Lowest and highest value of an indicator over all years: the map's scale, so that a colour means the same in each."""
        values = self.frame.loc[self.frame["INDICATOR"] == key, "OBS_VALUE"]
        return [float(values.min()), float(values.max())]

    def series(self, key: str, area: str) -> dict[int, float]:
        """The value of one country in each year that has one, in the slice shown."""
        frame = self.frame
        rows = frame[(frame["INDICATOR"] == key) & (frame["SEX"] == self.sex[key]) & (frame["REF_AREA"] == area)].sort_values("TIME_PERIOD")
        return dict(zip(rows["TIME_PERIOD"].tolist(), rows["OBS_VALUE"].tolist(), strict=True))

    def years(self, key: str) -> range:
        """From the indicator's first to its last year."""
        held = self.frame.loc[self.frame["INDICATOR"] == key, "TIME_PERIOD"]
        return range(int(held.min()), int(held.max()) + 1)

    def first_year_shown(self, key: str) -> int:
        """The middle of the indicator's years: there is room to step both ways."""
        years = self.years(key)
        return years[len(years) // 2]


def indicators(contents: Contents, most: int = MOST) -> list[Indicator]:
    """Those that hold women and men first, then others, up to `most`; each part in the catalogue's order."""
    entries = [i for i in contents.catalogue.indicators if i.is_mappable]
    by_sex = [i for i in entries if {"F", "M"} <= set(contents.holdings[i.key].codes.get("SEX", ()))]
    return [*by_sex, *(i for i in entries if i not in by_sex)][:most]


def pick(store: Store, contents: Contents, entries: list[Indicator] | None = None) -> Picked:
    """The data of the indicators given, of all of `indicators` where none are."""
    chosen = entries or indicators(contents)
    names = {a.code: a.name for a in contents.atlas.countries() if a.is_state or a.income}
    frame = pd.concat([_rows(store, i, set(names)) for i in chosen], ignore_index=True)
    return Picked(frame, names, {i.key: i.name for i in chosen}, {i.key: i.headline_code("SEX") for i in chosen})


def opening(picked: Picked) -> str:
    """The indicator of the first view."""
    return OPENING if OPENING in picked.titles else next(iter(picked.titles))


def _rows(store: Store, indicator: Indicator, countries: set[str]) -> pd.DataFrame:
    frame = store.observations(indicator.key)
    frame = frame[frame["REF_AREA"].isin(countries) & frame["SEX"].isin(SEXES) & frame["OBS_VALUE"].notna()]
    for column in BREAKDOWNS:
        if column != "SEX":
            frame = frame[frame[column] == indicator.headline_code(column)]
    frame = frame[["INDICATOR", "SEX", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"]]
    return frame.assign(OBS_VALUE=rounded(frame["OBS_VALUE"], indicator.decimals), **{c: frame[c].astype("str") for c in ("INDICATOR", "SEX", "REF_AREA")})
