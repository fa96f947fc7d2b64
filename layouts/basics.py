"""What the browser knows from the start: names to search, the grammar of the address, colours."""

from __future__ import annotations

from dashboard import theme
from dashboard.contents import Contents
from dashboard.figures.base import CONFIG
from dashboard.figures.world_map import LARGEST_CIRCLE, MARKER_SIZE, SMALLEST_CIRCLE, Ground
from dashboard.measures.flags import FLAGS
from dashboard.measures.ranking import CHANGE_BACK, CHANGE_WITHIN
from dashboard.schema import BREAKDOWNS
from dashboard.slices import MEASURE_KEYS, OPENED_KEYS, PANEL_KEYS
from dashboard.view import DOTS, KEYS, MOST_AREAS, WORLD
from dashboard.wording import MARKS
from layouts.first_controls import group_options
from layouts.first_words import INVITE
from layouts.search_names import ALSO_CALLED


def search_words(contents: Contents) -> dict:
    """What the search knows besides names, asked for when somebody begins to type: other names and codes of areas, indicators."""
    catalogue, atlas = contents.catalogue, contents.atlas
    return {
        "also": {a.code: " ".join(sorted({a.iso2, a.m49, a.note, ALSO_CALLED.get(a.code, ""), *a.names.values()} - {"", a.name})) for a in atlas.countries()},
        "indicators": [[i.key, i.name, catalogue.dimension(i.dimension).name] for i in catalogue.indicators if i.key in contents.holdings],
    }


def basics(contents: Contents, ground: Ground, count_ground: Ground) -> dict:
    """Plain data for `assets/`: areas, groups, the map's ground, the address's keys and defaults, colours, words."""
    atlas = contents.atlas
    return {
        "version": contents.version,
        "config": CONFIG,
        "keys": list(KEYS),
        "panels": {panel: list(keys) for panel, keys in (PANEL_KEYS | OPENED_KEYS).items()},
        "of_measure": list(MEASURE_KEYS),
        "defaults": {"indicator": contents.default_indicator, "chart": DOTS, "scope": WORLD, "compare": WORLD},
        "most": MOST_AREAS,
        "invite": INVITE,
        "breakdowns": {i.key: [b.key for b in i.breakdowns] for i in contents.catalogue.indicators if i.breakdowns and i.key in contents.holdings},
        "references": {BREAKDOWNS[column]: code for column, code in contents.catalogue.references.items()},
        "areas": {a.code: [a.name, a.kind] for a in atlas.countries()},
        "groups": [[g.value, g.words, g.heading] for g in group_options(contents)],
        "colours": list(theme.AREA_COLOURS),
        "no_data": theme.NO_DATA,
        "ink_faint": theme.INK_FAINT,
        "flags": FLAGS,
        "marks": MARKS,
        "ground": {"shapes": list(ground.shapes), "points": _points(ground), "places": _points(count_ground)},
        "circle": [SMALLEST_CIRCLE, LARGEST_CIRCLE],
        "marker": MARKER_SIZE,
        "border": theme.BORDER,
        "patterns": theme.PATTERNS,
        "grounds": theme.PATTERN_GROUNDS,
        "accent": theme.ACCENT,
        "change": [CHANGE_BACK, CHANGE_WITHIN],
    }


def _points(ground: Ground) -> list[list]:
    return [[code, round(lon, 2), round(lat, 2)] for code, lon, lat in ground.points]
