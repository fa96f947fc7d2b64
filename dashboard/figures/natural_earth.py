"""Where a place lies on the map, by the rules of the chart library: the natural earth projection, and a window fitted into a panel.

The library turns the globe, fits the window's outline, drawn along great circles, into the panel, and then puts the middle
latitude of the window, not the middle of that outline, into the panel's middle. What is drawn here before the library is
there must lie at the same pixels, so it follows each of these steps.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

WIDTH = 3000  # units across a window; places are whole units
PAD = 1e-3  # degrees by which the library's own outline of a window lies inside it
STEP = 2.0  # degrees between points along a great circle


def natural_earth(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The projection by its polynomial: degrees from the middle meridian and from the equator to a plane of radians, y upwards."""
    x, y = np.radians(lon), np.radians(lat)
    y2 = y * y
    y4 = y2 * y2
    across = x * (0.8707 - 0.131979 * y2 + y4 * (-0.013791 + y4 * (0.003971 * y2 - 0.001529 * y4)))
    return across, y * (1.007226 + y2 * (0.015085 + y4 * (-0.044475 + 0.028874 * y2 - 0.005916 * y4)))


@dataclass(frozen=True)
class Window:
    """A part of the world on a sheet that is `WIDTH` units wide and `height` high, y downwards.

    turned: the meridian in the middle. scale: units a radian. top: the sheet's upper edge in the projection's plane.
    """

    turned: float
    scale: float
    top: float

    height: float

    @classmethod
    def of(cls, geo: dict) -> Window:
        """The window of a map's layout (`map_layout(…)["geo"]`)."""
        (west, east), (south, north) = geo["lonaxis"]["range"], geo["lataxis"]["range"]
        turned = geo["projection"]["rotation"]["lon"]
        x, y = natural_earth(*_outline(west - turned + PAD, east - turned - PAD, south + PAD, north - PAD).T)
        scale = WIDTH / (x.max() - x.min())
        high = y.max() - y.min()
        _, middle = natural_earth(np.zeros(1), np.array([(south + north) / 2]))
        return cls(turned, float(scale), float(middle[0] + high / 2), float(scale * high))

    def place(self, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        """Places on the sheet, one row a point. lon: degrees from the middle meridian."""
        x, y = natural_earth(lon, lat)
        return np.stack([WIDTH / 2 + self.scale * x, self.scale * (self.top - y)], axis=1)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """The place of one point on the globe."""
        x, y = self.place(np.array([(lon - self.turned + 180) % 360 - 180]), np.array([lat]))[0]
        return float(x), float(y)


def along_great_circles(points: np.ndarray, step: float = STEP) -> np.ndarray:
    """The same line (degrees, one row a point) with points no further apart than `step`: the library's lines are great circles."""
    lon, lat = np.radians(points).T
    globe = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    far = np.degrees(np.arccos(np.clip((globe[:-1] * globe[1:]).sum(axis=1), -1, 1)))
    if not (far > step).any():
        return points
    parts = []
    for i, angle in enumerate(far):
        parts.append(points[i : i + 1])
        if angle > step:
            parts.append(_between(points[i], globe[i], globe[i + 1], np.radians(angle), int(np.ceil(angle / step))))
    return np.concatenate([*parts, points[-1:]])


def _between(start: np.ndarray, one: np.ndarray, other: np.ndarray, angle: float, count: int) -> np.ndarray:
    part = np.arange(1, count) / count
    globe = (np.outer(np.sin((1 - part) * angle), one) + np.outer(np.sin(part * angle), other)) / np.sin(angle)
    lon = np.degrees(np.arctan2(globe[:, 1], globe[:, 0]))
    return np.stack([start[0] + (lon - start[0] + 180) % 360 - 180, np.degrees(np.arcsin(np.clip(globe[:, 2], -1, 1)))], axis=1)


def _outline(west: float, east: float, south: float, north: float) -> np.ndarray:
    """The outline of a window as the library draws it: four great circles along the north, four along the south."""
    lons = np.linspace(west, east, 5)
    ring = [(west, south), *((lon, north) for lon in lons), *((lon, south) for lon in lons[::-1])]
    return along_great_circles(np.array(ring), 0.25)
