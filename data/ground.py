"""What the geometry that ships can draw, from the atlas of the release."""

from __future__ import annotations

import math

from dashboard.areas import Atlas
from dashboard.figures.world_map import Ground


def ground(atlas: Atlas, held: frozenset[str], with_all_points: bool = False) -> Ground:
    """Codes with an outline, and places of the markers for areas too small to see; of all areas where asked.

    held: the areas that a marker may stand for: rocks without data need none.
    """
    placed = [a for a in atlas.countries() if a.code in held and not (math.isnan(a.latitude) or math.isnan(a.longitude))]
    marked = [a for a in placed if with_all_points or a.is_small or not a.has_shape]
    shapes = tuple(sorted(a.code for a in atlas.countries() if a.has_shape))
    return Ground(shapes, tuple((a.code, a.longitude, a.latitude) for a in sorted(marked, key=lambda a: a.code)))
