"""What the page of who is missing is asked: a scope, and within it one country, one dimension or one indicator."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import quote

from dashboard.contents import Contents
from dashboard.query import shown, taken_apart
from dashboard.view import WORLD, WORLD_GROUP

KEYS = ("indicator", "area", "dimension", "scope")


@dataclass(frozen=True)
class CoverageQuestion:
    """scope: a group's code, or `world`. The others are "" where nothing is asked; with an indicator there is no dimension."""

    scope: str = WORLD
    area: str = ""
    dimension: str = ""
    indicator: str = ""

    def to_query(self) -> str:
        """The canonical query without its question mark."""
        parts = {"indicator": self.indicator, "area": self.area, "dimension": self.dimension, "scope": "" if self.scope == WORLD else self.scope}
        return "&".join(f"{key}={quote(parts[key])}" for key in KEYS if parts[key])

    @property
    def group(self) -> str:
        """The code of the group of countries that is looked at."""
        return WORLD_GROUP if self.scope == WORLD else self.scope

    @classmethod
    def from_query(cls, query: str, contents: Contents) -> tuple[CoverageQuestion, tuple[str, ...]]:
        """The nearest lawful question to a query string, and a notice for each part that had to be changed."""
        asked, notices = taken_apart(query, KEYS)
        indicator, dimension = _indicator(asked.get("indicator", ""), contents, notices), _dimension(asked.get("dimension", ""), contents, notices)
        area = _area(asked.get("area", ""), contents, notices)
        if indicator and dimension not in ("", contents.catalogue[indicator].dimension):
            notices.append(f"“{contents.catalogue[indicator].name}” is of another dimension, which is shown.")
        scope = _scope(asked.get("scope", ""), contents, notices)
        return cls(scope, area, "" if indicator else dimension, indicator), tuple(dict.fromkeys(notices))


def _indicator(asked: str, contents: Contents, notices: list[str]) -> str:
    if not asked or asked.lower() in contents.catalogue:
        return asked.lower()
    near = get_close_matches(asked.lower(), [i.key for i in contents.catalogue.indicators], 1, cutoff=0.6)
    instead = f"this shows “{contents.catalogue[near[0]].name}” instead" if near else "all are shown"
    notices.append(f"There is no indicator “{shown(asked)}”; {instead}.")
    return near[0] if near else ""


def _dimension(asked: str, contents: Contents, notices: list[str]) -> str:
    keys = [d.key for d in contents.catalogue.dimensions]
    if not asked or asked.lower() in keys:
        return asked.lower()
    notices.append(f"There is no dimension “{shown(asked)}”; all are shown.")
    return ""


def _area(asked: str, contents: Contents, notices: list[str]) -> str:
    code, atlas = asked.upper(), contents.atlas
    if not asked or (code in atlas and atlas.area(code).kind != "aggregate"):
        return code
    notices.append(f"No country has the code “{shown(asked)}”; codes are ISO 3166 alpha-3, such as FIN.")
    return ""


def _scope(asked: str, contents: Contents, notices: list[str]) -> str:
    if not asked or asked.lower() == WORLD or asked.upper() == WORLD_GROUP:
        return WORLD
    if contents.atlas.has_group(asked.upper()):
        return asked.upper()
    notices.append(f"There is no region or group “{shown(asked)}”; the world is taken instead.")
    return WORLD
