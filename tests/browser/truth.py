"""What the release says about a view, computed from its frames, for comparison with what is drawn."""

from __future__ import annotations

import pandas as pd

from callbacks.panels import draw_breakdown, draw_map, draw_trend
from dashboard import wording
from dashboard.catalogue import Indicator
from dashboard.classes import class_of
from dashboard.figures.world_map import count_map, world_map
from dashboard.headline import is_group_scale
from dashboard.measured_indicator import indicator_of
from dashboard.measures.carry import snapshot
from dashboard.measures.ranking import changes, ranking
from dashboard.peers import scope_of
from dashboard.slices import Slice, slice_of
from dashboard.view import View
from data.desk import Desk


class Truth:
    """Answers for a query string; every method reads the release, none reads the page."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.contents = desk, desk.contents

    def view(self, query: str) -> View:
        """The view of an address that is lawful as it stands."""
        view, notices = View.from_query(query, self.contents)
        assert not notices, f"{query}: {notices}"
        return view

    def year(self, query: str) -> int:
        return self.view(query).year_of(self.contents)

    def years(self, query: str) -> range:
        return self.desk.years(self.view(query).indicator)

    def name(self, code: str) -> str:
        return self.contents.atlas.area(code).name

    def members(self) -> list[str]:
        """The 193 member states, by code."""
        return sorted(a.code for a in self.contents.atlas.countries() if a.kind == "member")

    def _shown(self, query: str) -> tuple[View, pd.DataFrame, pd.DataFrame]:
        view = self.view(query)
        series = self.desk.series(slice_of(view, self.contents))
        return view, series, snapshot(series, view.year_of(self.contents), view.window_of(self.contents))

    def classes(self, query: str) -> dict[str, int]:
        """The map class of every area with a value in the year shown, inside the scope."""
        view, _, shown = self._shown(query)
        scope = scope_of(view, self.contents.atlas)
        held = shown[shown["OBS_VALUE"].notna()]
        index = class_of(held["OBS_VALUE"].to_numpy(), self.desk.classes(slice_of(view, self.contents)))
        return {code: int(i) for code, i in zip(held.index, index, strict=True) if scope.is_world or code in scope.members}

    def figures(self, query: str) -> tuple[dict, dict, dict]:
        """Map, trend and breakdown as the server builds them for exactly this address."""
        return self.map(query), draw_trend(self.desk, query)["figure"], draw_breakdown(self.desk, query)["figure"]

    def breakdown(self, query: str) -> dict:
        """The breakdown panel's whole answer for exactly this address."""
        return draw_breakdown(self.desk, query)

    def map(self, query: str) -> dict:
        """The map's figure as `dashboard.figures` builds it; the page builds its own from the slab."""
        view, series, shown = self._shown(query)
        indicator, year = self.indicator(query), view.year_of(self.contents)
        scope, atlas = scope_of(view, self.contents.atlas), self.contents.atlas
        if indicator.is_mappable:
            classes = self.desk.classes(slice_of(view, self.contents))
            return world_map(shown, classes, indicator.direction, view.areas, scope, atlas, self.desk.ground, year)
        return count_map(shown, series["OBS_VALUE"].max(), view.areas, scope, atlas, self.desk.count_ground, year)

    def lightest(self) -> str:
        """A mapped indicator without groups and of few years: for tests that choose every country, one answer after another."""
        fits = [i for i in self.contents.catalogue.indicators if i.is_mappable and not i.breakdowns and i.key in self.contents.holdings]
        return min(fits, key=lambda i: (len(self.desk.years(i.key)), i.key)).key

    def indicator(self, query: str) -> Indicator:
        """The indicator as the view shows it: with the measure's unit and equality, where a measure is shown."""
        return indicator_of(self.part(query), self.contents)

    def part(self, query: str) -> Slice:
        """The slice that map, trend and ranking show."""
        return slice_of(self.view(query), self.contents)

    def values(self, query: str) -> dict[str, float]:
        """The value of every area in the year shown, inside the scope."""
        view, _, shown = self._shown(query)
        scope = scope_of(view, self.contents.atlas)
        held = shown.loc[shown["OBS_VALUE"].notna(), "OBS_VALUE"].to_dict()
        return {code: value for code, value in held.items() if scope.is_world or code in scope.members}

    def everywhere(self, query: str) -> dict[str, float]:
        """The value of every area in the year shown, whatever the scope."""
        shown = self._shown(query)[2]
        return shown.loc[shown["OBS_VALUE"].notna(), "OBS_VALUE"].to_dict()

    def used(self, query: str) -> dict[str, int]:
        """The year that each area's value is really of."""
        return self._shown(query)[2]["TIME_PERIOD"].to_dict()

    def flag(self, query: str, code: str) -> str:
        return self._shown(query)[2].loc[code, "FLAG"]

    def headline(self, query: str) -> dict:
        """The words as the server says them."""
        return draw_map(self.desk, query)["head"]

    def by(self, query: str) -> dict:
        """The breakdowns that the panel offers, and near indicators where it has none."""
        return draw_breakdown(self.desk, query)["by"]

    def is_group_scale(self, query: str) -> bool:
        view = self.view(query)
        return is_group_scale(view, self.contents.catalogue[view.indicator])

    def ranking(self, query: str) -> list[dict]:
        """The rows of the ranking in the order of the page: by place, then by name as the alphabet has it."""
        view, series, shown = self._shown(query)
        indicator = self.indicator(query)
        members = [code for code in scope_of(view, self.contents.atlas).members if code in shown.index]
        inside = shown.loc[members]
        placed = ranking(inside, indicator.direction if indicator.is_mappable else "neutral", indicator.decimals, indicator.equality, indicator.is_ratio)
        moved = changes(series, inside)
        unit = "" if self.is_group_scale(query) else wording.running_unit(indicator.unit_short)
        return [
            {
                "code": code,
                "place": 0 if indicator.is_yes_no else int(row["RANK"]),
                "name": self.name(code),
                "value": wording.value(row["OBS_VALUE"], indicator.decimals, unit, row["FLAG"]),
                "year": int(row["TIME_PERIOD"]),
                "change": wording.changed(moved.loc[code, "CHANGE"], indicator.decimals, unit) if code in moved.index else "–",
                "since": f"since {int(moved.loc[code, 'SINCE'])}" if code in moved.index else "",
            }
            for code, row in placed.iterrows()
        ]

    def points(self, query: str, code: str) -> list[tuple[int, float]]:
        """Year and value of one country's line, all years, in order."""
        _, series, _ = self._shown(query)
        own = series[(series["REF_AREA"] == code) & series["OBS_VALUE"].notna()].sort_values("TIME_PERIOD")
        return list(zip(own["TIME_PERIOD"].tolist(), own["OBS_VALUE"].tolist(), strict=True))
