"""The atlas: which areas there are, what they are called, and which groups they belong to.

Groups hold member states and observer states apart from territories. A median of a region is a median of
states: counting territories as well would give the Caribbean more weight for having many small ones.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

AREA_KINDS = ("member", "observer", "territory", "other", "aggregate")
GROUP_KINDS = ("world", "region", "sub-region", "intermediate", "income", "development")
STATES = ("member", "observer")
WORLD = "001"


class UnknownArea(KeyError):
    """An area or group that the atlas does not have; its text is a sentence."""

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True)
class Area:
    """One country, territory, part of a country or published aggregate.

    code: REF_AREA. name: the page's English name; names: language tag -> name, where known.
    kind: member | observer (states of the United Nations) | territory (other areas of M49) | other (areas outside
    M49, parts and former states) | aggregate (a group whose figures a publisher computes).
    region, sub_region: M49 group codes, "" for none. income: HIC, UMC, LMC, LIC or "".
    latitude, longitude: where a marker goes, on the main land; NaN where there is no such place.
    is_small: True where the shape is too small to see or hit on the world map, or absent, so a marker stands for it.
    group: for an aggregate, the atlas group that it describes, "" for none.
    """

    code: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    kind: str = "other"
    m49: str = ""
    iso2: str = ""
    region: str = ""
    sub_region: str = ""
    income: str = ""
    latitude: float = math.nan
    longitude: float = math.nan
    is_small: bool = False
    has_shape: bool = False
    group: str = ""
    note: str = ""

    @property
    def is_state(self) -> bool:
        return self.kind in STATES

    def name_in(self, language: str) -> str:
        """The name in a language (`fr`), in English where the atlas has none."""
        return self.names.get(language) or self.name


@dataclass(frozen=True)
class Group:
    """A named set of areas: `members` are states, `others` are its territories and other areas; both sorted by code."""

    code: str
    name: str
    kind: str
    members: tuple[str, ...]
    others: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Atlas:
    """All areas and groups, in the order of the release; look-ups are by dict."""

    areas: tuple[Area, ...]
    groups: tuple[Group, ...]
    _areas: Mapping[str, Area] = field(init=False, repr=False, compare=False, hash=False)
    _groups: Mapping[str, Group] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_areas", _by_code(self.areas, "area"))
        object.__setattr__(self, "_groups", _by_code(self.groups, "group"))

    def __contains__(self, code: object) -> bool:
        """True for the code of an area; groups are asked for by `has_group`."""
        return code in self._areas

    def __iter__(self) -> Iterator[Area]:
        return iter(self.areas)

    @property
    def world(self) -> str:
        """Code of the group that holds every state."""
        return WORLD

    @property
    def area_codes(self) -> tuple[str, ...]:
        """Codes of countries, territories and other places, without the published aggregates."""
        return tuple(a.code for a in self.areas if a.kind != "aggregate")

    def has_group(self, code: str) -> bool:
        return code in self._groups

    def area(self, code: str) -> Area:
        """The area with that code. Raises UnknownArea."""
        try:
            return self._areas[code]
        except KeyError:
            raise UnknownArea(
                f"Area {code!r} is unknown; expected one of {len(self.areas)} codes such as "
                f"{', '.join(a.code for a in self.areas[:3])}. Look it up in areas.csv."
            ) from None

    def group(self, code: str) -> Group:
        """The group with that code. Raises UnknownArea."""
        try:
            return self._groups[code]
        except KeyError:
            raise UnknownArea(
                f"Group {code!r} is unknown; expected one of {', '.join(g.code for g in self.groups)}."
            ) from None

    def name(self, code: str, language: str = "en") -> str:
        """The name of an area or a group; the code itself where neither is known, so that a label is never empty."""
        if code in self._areas:
            return self._areas[code].name_in(language)
        return self._groups[code].name if code in self._groups else code

    def members(self, group_code: str, with_others: bool = False) -> tuple[str, ...]:
        """Codes of the member and observer states of a group; with its territories where asked."""
        group = self.group(group_code)
        return tuple(sorted(group.members + group.others)) if with_others else group.members

    def region_of(self, area_code: str) -> str:
        """Code of the M49 region of an area, "" where it is in none."""
        return self.area(area_code).region

    def sub_region_of(self, area_code: str) -> str:
        """Code of the M49 sub-region of an area, "" where it is in none."""
        return self.area(area_code).sub_region

    def income_of(self, area_code: str) -> str:
        """Code of the income group of an area, "" where the World Bank has not classified it."""
        return self.area(area_code).income

    def groups_of(self, kind: str) -> tuple[Group, ...]:
        """The groups of one kind (`region`), in the release's order."""
        return tuple(g for g in self.groups if g.kind == kind)

    def states(self) -> tuple[Area, ...]:
        """Member states, then observer states, each by name."""
        return tuple(a for a in self.countries() if a.is_state)

    def countries(self) -> tuple[Area, ...]:
        """Member states, observer states, territories, other areas, each by name; no aggregates."""
        places = [a for a in self.areas if a.kind != "aggregate"]
        return tuple(sorted(places, key=lambda a: (AREA_KINDS.index(a.kind), alphabetical(a.name))))

    def aggregates_of(self, group_code: str) -> tuple[str, ...]:
        """Codes under which publishers give their own figure for a group (`LDC` has `199` and `LDC`)."""
        self.group(group_code)
        return tuple(a.code for a in self.areas if a.group == group_code)


def alphabetical(name: str) -> str:
    """A sort key that puts Åland beside Albania and Côte d'Ivoire before Croatia."""
    return "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))


def _by_code(entries: tuple, noun: str) -> dict:
    index = {e.code: e for e in entries}
    if len(index) != len(entries):
        codes = [e.code for e in entries]
        repeated = sorted({c for c in codes if codes.count(c) > 1})
        raise ValueError(f"Atlas: {noun} codes {repeated[:10]} occur more than once; expected each once")
    return index
