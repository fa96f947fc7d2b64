"""Outlines of countries on a window of the map, as short SVG paths of whole units.

An arc between two countries is thinned once, for both, so that no gap opens between them. Beside that the shapes are those that
the library draws: lines are great circles, rings are cut where the sheet ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np

from dashboard.figures.natural_earth import WIDTH, Window

SLACK = 0.8  # units by which a thinned line may lie beside the true one
Line = np.ndarray  # one row a point
Ring = np.ndarray


@dataclass(frozen=True)
class Outlines:
    """Shapes by code, each as rings of arcs.

    arcs: longitude and latitude, one row a point, along great circles. rings: numbers of arcs, `~i` is arc `i` backwards; an arc begins where the
    one before it ends.
    """

    arcs: tuple[Line, ...]
    rings: Mapping[str, tuple[tuple[int, ...], ...]]


def paths(outlines: Outlines, window: Window) -> dict[str, str]:
    """The path of each shape that lies on the window, by code."""
    thinned = _thinned(outlines.arcs, window)
    drawn = {code: _path([_joined(thinned, ring) for ring in rings], window) for code, rings in outlines.rings.items()}
    return {code: path for code, path in drawn.items() if path}


def _thinned(arcs: tuple[Line, ...], window: Window) -> list[Line]:
    """The arcs without the points that nobody would see there."""
    ends = np.cumsum([0, *(len(arc) for arc in arcs)])
    lon, lat = np.concatenate(arcs).T
    turned = _turned(lon, window)
    places = window.place(turned, lat)
    cut = np.abs(np.diff(turned)) > 180  # where an arc leaves the sheet on one side and comes back on the other
    kept = []
    for arc, a, b in zip(arcs, ends[:-1], ends[1:], strict=True):
        line = places[a:b] if not cut[a : b - 1].any() else window.place(np.unwrap(turned[a:b], period=360), lat[a:b])
        kept.append(arc[_kept(line.tolist(), SLACK)])
    return kept


def _turned(lon: np.ndarray, window: Window) -> np.ndarray:
    return (lon - window.turned + 180) % 360 - 180


def _kept(line: list[list[float]], slack: float) -> list[int]:
    """Which points a line keeps so that none of the others lies further than `slack` beside it (Douglas and Peucker)."""
    keep = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        a, b = parts.pop()
        (ax, ay), (bx, by) = line[a], line[b]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        furthest, most = -1, slack * slack * (length or 1.0)
        for i in range(a + 1, b):
            x, y = line[i][0] - ax, line[i][1] - ay
            far = (dx * y - dy * x) ** 2 if length else x * x + y * y
            if far > most:
                furthest, most = i, far
        if furthest > 0:
            keep.add(furthest)
            parts += [(a, furthest), (furthest, b)]
    return sorted(keep)


def _joined(arcs: list[Line], ring: tuple[int, ...]) -> Ring:
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in ring]
    return np.concatenate([part[1 if n else 0 :] for n, part in enumerate(parts)])


def _path(rings: list[Ring], window: Window) -> str:
    """One path of all rings that are large enough to be seen; a speck for a country of islets."""
    pieces = (piece for ring in rings if len(ring) > 3 for piece in _on_sheet(ring, window))
    return "".join(_written(piece) for piece in pieces) or _speck(rings[0], window)


def _speck(ring: Ring, window: Window) -> str:
    """The least that can be drawn where a ring lies; "" where that is beyond the sheet."""
    x, y = np.round(window.point(float(ring[0, 0]), float(ring[0, 1]))).astype(int)
    return f"M{x},{y}h1v1z" if 0 <= x <= WIDTH and 0 <= y <= window.height else ""


def _on_sheet(ring: Ring, window: Window) -> Iterator[Ring]:
    """The parts of a ring that lie on the window, on the sheet."""
    turned = np.unwrap(_turned(ring[:, 0], window), period=360)
    points = np.stack([turned, ring[:, 1]], axis=1)
    if abs(turned[-1] - turned[0]) > 180:  # round a pole: three times round, and closed far beyond it
        way, pole = np.sign(turned[-1] - turned[0]) * 360, 90 * np.sign(ring[:, 1].mean())
        points = np.concatenate([points + (way * n, 0) for n in (-1, 0, 1)])
        points = np.concatenate([points, [(points[-1, 0], pole), (points[0, 0], pole)]])
        shifts: tuple[int, ...] = (0,)
    else:
        shifts = (-360, 0, 360)
    for shift in shifts:
        piece = points + (shift, 0)
        if piece[:, 0].min() >= 180 or piece[:, 0].max() <= -180:
            continue
        piece = _half(_half(piece, 0, 180, 1), 0, -180, -1)
        if len(piece) < 3:
            continue
        flat = window.place(*piece.T)
        for axis, most in ((0, WIDTH), (1, window.height)):
            flat = _half(_half(flat, axis, most, 1), axis, 0, -1)
        if len(flat) >= 3:
            yield flat


def _half(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    """The part of a ring at or below a limit (`sign` 1), or at or above it (-1), of one coordinate (Sutherland and Hodgman)."""
    over = sign * (ring[:, axis] - limit) if len(ring) else np.zeros(0)
    if not (over > 0).any():
        return ring
    kept = []
    for i in range(len(ring)):
        was, now = over[i - 1], over[i]
        if (was > 0) != (now > 0):
            kept.append(ring[i - 1] + (ring[i] - ring[i - 1]) * (was / (was - now)))
        if now <= 0:
            kept.append(ring[i])
    return np.array(kept).reshape(-1, 2)


def _written(ring: Ring) -> str:
    """A closed ring as a path: the first point, then steps. "" for one that shrinks to a line."""
    whole = np.round(ring).astype(int)
    whole = whole[np.any(whole != np.roll(whole, 1, axis=0), axis=1)]
    if len(whole) < 3:
        return ""
    steps = np.diff(whole, axis=0).tolist()
    return f"M{whole[0, 0]},{whole[0, 1]}l" + "".join(_number(x, n > 0) + _number(y, True) for n, (x, y) in enumerate(steps)) + "z"


_RING, _STEP = re.compile(r"M(-?\d+),(-?\d+)(?:l([^z]*)|h1v1)z"), re.compile(r"-?\d+")


def rings(path: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The closed rings of a path as `paths` writes it, in whole units of the sheet."""
    found = []
    for x, y, steps in _RING.findall(path):
        start = (int(x), int(y))
        flat = [int(n) for n in _STEP.findall(steps)] if steps else [1, 0, 0, 1]
        pairs = zip(flat[::2], flat[1::2], strict=True)
        found.append(tuple(accumulate(pairs, lambda at, step: (at[0] + step[0], at[1] + step[1]), initial=start)))
    return tuple(found)


@lru_cache(maxsize=2048)
def placed_rings(path: str) -> tuple[Ring, ...]:
    """The same as arrays."""
    return tuple(np.array(ring, dtype=float) for ring in rings(path))


def _number(value: int, after: bool) -> str:
    """A number behind another needs a space, or a minus that says as much."""
    return f" {value}" if after and value >= 0 else str(value)
