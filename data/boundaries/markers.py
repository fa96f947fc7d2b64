"""Where a marker for an area goes on the world map, and which areas are too small to be seen there."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from data.boundaries.topology import Point, Polygon, Ring

MAP_WIDTH = 900  # pixels of a world map on a laptop
SMALL = 6  # pixels: a shape whose longer side is below this can be neither seen nor hit
LINES = 41


def main_land(polygons: list[Polygon]) -> Polygon:
    """The largest polygon by area on the globe."""
    return max(polygons, key=lambda polygon: _area(polygon[0]))


def inner_point(polygon: Polygon) -> Point:
    """A longitude and latitude inside a polygon, far from its edges.

    Of the middles of all stretches of land along `LINES` parallels, the one with most room around it: unlike a
    centroid it cannot fall into a bay, a lake or a neighbour.
    """
    edges = _edges(polygon)
    low, high = edges[:, (1, 3)].min(), edges[:, (1, 3)].max()
    candidates = []
    for k in range(LINES):
        latitude = low + (high - low) * (k + 0.5) / LINES
        crossings = _crossings(edges, latitude)
        candidates += [((a + b) / 2, latitude) for a, b in zip(crossings[::2], crossings[1::2], strict=False)]
    return max(candidates, key=lambda point: _room(edges, point))


def is_inside(polygon: Polygon, point: Point) -> bool:
    """True where the point lies on the polygon's land, outside its holes."""
    crossings = _crossings(_edges(polygon), point[1])
    return sum(1 for x in crossings if x < point[0]) % 2 == 1


def drawn_size(polygon: Polygon) -> tuple[float, float]:
    """Width and height in pixels of a polygon's box on a Natural Earth map `MAP_WIDTH` wide."""
    drawn = np.array([natural_earth(longitude, latitude) for longitude, latitude in polygon[0]])
    width, height = drawn.max(axis=0) - drawn.min(axis=0)
    return float(width), float(height)


def natural_earth(longitude: float, latitude: float) -> Point:
    """Pixels from the middle of a world map `MAP_WIDTH` wide, y upwards.

    The polynomial of the Natural Earth projection (Patterson; Šavrič and others, 2011).
    """
    p = math.radians(latitude)
    q = p * p
    across = 0.8707 + q * (-0.131979 + q * (-0.013791 + q * q * q * (0.003971 - 0.001529 * q)))
    up = p * (1.007226 + q * (0.015085 + q * q * (-0.044475 + q * (0.028874 - 0.005916 * q))))
    pixels = MAP_WIDTH / (2 * math.pi * 0.8707)
    return pixels * math.radians(longitude) * across, pixels * up


def _area(ring: Ring) -> float:
    x, latitudes = np.radians(np.array(ring)).T
    y = np.sin(latitudes)  # Lambert's cylinder keeps areas
    return abs(float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))) / 2


def _edges(polygon: Polygon) -> np.ndarray:
    return np.array([(*a, *b) for ring in polygon for a, b in pairwise(ring)])


def _crossings(edges: np.ndarray, latitude: float) -> list[float]:
    x1, y1, x2, y2 = edges.T
    cut = (y1 > latitude) != (y2 > latitude)
    x = x1[cut] + (latitude - y1[cut]) * (x2[cut] - x1[cut]) / (y2[cut] - y1[cut])
    return sorted(x.tolist())


def _room(edges: np.ndarray, point: Point) -> float:
    # degrees of longitude are shorter away from the equator
    shrink = math.cos(math.radians(point[1]))
    ax, bx = (edges[:, 0] - point[0]) * shrink, (edges[:, 2] - point[0]) * shrink
    ay, by = edges[:, 1] - point[1], edges[:, 3] - point[1]
    dx, dy = bx - ax, by - ay
    length = np.maximum(dx * dx + dy * dy, 1e-18)
    along = np.clip(-(ax * dx + ay * dy) / length, 0, 1)
    return float(np.hypot(ax + along * dx, ay + along * dy).min())
