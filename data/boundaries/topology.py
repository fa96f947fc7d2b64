"""Topologies (topojson) in memory: decode, merge, add from a finer one, drop what is unused; never in place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Topology = dict[str, Any]
Point = tuple[float, float]
Ring = list[Point]
Polygon = list[Ring]


def decoded_arc(topology: Topology, index: int) -> list[Point]:
    """Longitude and latitude of an arc's points; a negative index `~i` is arc `i` backwards."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points = []
    for dx, dy in topology["arcs"][index if index >= 0 else ~index]:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points if index >= 0 else points[::-1]


def polygons(topology: Topology, geometry: dict) -> list[Polygon]:
    """The polygons of a geometry, each an outer ring and its holes, in degrees."""
    return [[_ring(topology, arcs) for arcs in polygon] for polygon in _multi(geometry)]


def merged(geometries: list[dict]) -> list[dict]:
    """One geometry an id, in order of first appearance: several with the same id become one MultiPolygon.

    plotly.js colours only the first feature of an id, so a state split in two would lose a part.
    The properties kept are those of the part with most arcs, whose label point lies on the main land.
    """
    by_id: dict[str, list[dict]] = {}
    for geometry in geometries:
        by_id.setdefault(geometry["id"], []).append(geometry)
    return [parts[0] if len(parts) == 1 else _one(parts) for parts in by_id.values()]


def with_finer(coarse: Topology, fine: Topology) -> Topology:
    """The coarse topology plus the countries that only the fine one has, on the coarse one's grid of whole numbers."""
    known = {g["id"] for g in coarse["objects"]["countries"]["geometries"]}
    added = [g for g in merged(fine["objects"]["countries"]["geometries"]) if g["id"] not in known]
    first = len(coarse["arcs"])
    place = {old: first + new for new, old in enumerate(sorted({positive(i) for g in added for i in arc_indices(g)}))}
    arcs = [_on_grid(decoded_arc(fine, old), coarse["transform"]) for old in place]
    countries = coarse["objects"]["countries"] | {
        "geometries": coarse["objects"]["countries"]["geometries"] + [_renumbered(g, place) for g in added]
    }
    return coarse | {"arcs": coarse["arcs"] + arcs, "objects": coarse["objects"] | {"countries": countries}}


def pruned(topology: Topology) -> Topology:
    """The same topology without the arcs that no object uses."""
    used = sorted({positive(i) for o in topology["objects"].values() for i in arc_indices(o)})
    place = {old: new for new, old in enumerate(used)}
    objects = {name: _renumbered(o, place) for name, o in topology["objects"].items()}
    return topology | {"arcs": [topology["arcs"][i] for i in used], "objects": objects}


def arc_indices(geometry: dict) -> Iterator[int]:
    """Every arc index that a geometry or a collection of them uses, as written (`~i` where backwards)."""
    for part in geometry.get("geometries", ()):
        yield from arc_indices(part)
    yield from _flat(geometry.get("arcs", []))


def positive(index: int) -> int:
    """The number of the arc itself, whichever way it is walked."""
    return index if index >= 0 else ~index


def _flat(arcs: list) -> Iterator[int]:
    for item in arcs:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item


def _multi(geometry: dict) -> list:
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def _one(parts: list[dict]) -> dict:
    main = max(parts, key=lambda g: sum(1 for _ in arc_indices(g)))
    return main | {"type": "MultiPolygon", "arcs": [polygon for part in parts for polygon in _multi(part)]}


def _ring(topology: Topology, indices: list[int]) -> Ring:
    ring: Ring = []
    for index in indices:
        # an arc begins where the one before it ends
        ring += decoded_arc(topology, index)[1 if ring else 0 :]
    return ring


def _on_grid(points: list[Point], transform: dict) -> list[list[int]]:
    scale, shift = transform["scale"], transform["translate"]
    whole = [(round((x - shift[0]) / scale[0]), round((y - shift[1]) / scale[1])) for x, y in points]
    steps = [[*whole[0]]]
    steps += [[b[0] - a[0], b[1] - a[1]] for a, b in pairwise(whole) if a != b]
    return steps


def _renumbered(geometry: dict, place: dict[int, int]) -> dict:
    def moved(arcs: list) -> list:
        return [moved(a) if isinstance(a, list) else (place[a] if a >= 0 else ~place[~a]) for a in arcs]

    if "geometries" in geometry:
        return geometry | {"geometries": [_renumbered(g, place) for g in geometry["geometries"]]}
    return geometry | {"arcs": moved(geometry["arcs"])} if "arcs" in geometry else geometry
