"""What the browser knows from the start: names to search, the grammar of the address, colours."""

from __future__ import annotations

from dashboard import theme
from dashboard.contents import Contents
from dashboard.measures.flags import FLAGS
from dashboard.measures.ranking import CHANGE_BACK, CHANGE_WITHIN
from dashboard.slices import PANEL_KEYS
from dashboard.view import KEYS, MOST_AREAS, WORLD


def basics(contents: Contents) -> dict:
    """Plain data for `assets/`: areas, indicators, groups, the address's keys and defaults, colours, words."""
    catalogue, atlas = contents.catalogue, contents.atlas
    return {
        "version": contents.version,
        "keys": list(KEYS),
        "panels": {panel: list(keys) for panel, keys in PANEL_KEYS.items()},
        "defaults": {"indicator": contents.default_indicator, "scope": WORLD, "compare": WORLD},
        "most": MOST_AREAS,
        "areas": {a.code: [a.name, a.kind, " ".join(sorted({a.iso2, a.m49, a.note, *a.names.values()} - {"", a.name}))] for a in atlas.countries()},
        "groups": [[g.code, g.name, g.kind] for g in atlas.groups if g.kind != "world" and len(g.members) > 2],
        "indicators": [[i.key, i.name, catalogue.dimension(i.dimension).name] for i in catalogue.indicators if i.key in contents.holdings],
        "colours": list(theme.AREA_COLOURS),
        "no_data": theme.NO_DATA,
        "ink_faint": theme.INK_FAINT,
        "flags": FLAGS,
        "change": [CHANGE_BACK, CHANGE_WITHIN],
    }
