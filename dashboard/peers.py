"""Who a view's countries are compared with, and which countries a view is limited to."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.areas import Atlas
from dashboard.view import WORLD, WORLD_GROUP, View


@dataclass(frozen=True)
class Peers:
    """A named set of countries."""

    code: str
    name: str
    members: tuple[str, ...]

    @property
    def is_world(self) -> bool:
        return self.code == WORLD_GROUP


def scope_of(view: View, atlas: Atlas) -> Peers:
    """The countries that map and ranking are limited to."""
    return group_of(WORLD_GROUP if view.scope == WORLD else view.scope, atlas)


def compared_with(view: View, atlas: Atlas) -> Peers:
    """The countries whose middle is drawn beside the chosen ones.

    `region` and `income` mean those of the first chosen country that has one; with none chosen, the scope.
    """
    if view.compare == WORLD:
        return group_of(WORLD_GROUP, atlas)
    if view.compare not in ("region", "income"):
        return group_of(view.compare, atlas)
    find = atlas.region_of if view.compare == "region" else atlas.income_of
    code = next((group for group in (find(area) for area in view.areas) if group), None)
    return group_of(code, atlas) if code else scope_of(view, atlas)


def group_of(code: str, atlas: Atlas) -> Peers:
    """The states of one group. Raises UnknownArea."""
    group = atlas.group(code)
    return Peers(group.code, group.name, group.members)
