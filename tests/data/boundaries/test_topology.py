"""Topologies in memory, on two squares small enough to follow by hand."""

from __future__ import annotations

import pytest

from data.boundaries import topology

# A grid of one degree from (0, 0). Arc 0 is the side shared by two unit squares, from (1, 0) up to (1, 1); arc 1 closes
# the western square over (0, 1) and (0, 0); arc 2 closes the eastern one over (2, 1) and (2, 0); arc 3 serves nothing.
WEST = {"type": "Polygon", "id": "WWW", "arcs": [[0, 1]], "properties": {"ct": [0.5, 0.5]}}
EAST = {"type": "Polygon", "id": "EEE", "arcs": [[~0, ~2]], "properties": {"ct": [1.5, 0.5]}}


@pytest.fixture
def squares() -> dict:
    return {
        "type": "Topology",
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [
            [[1, 0], [0, 1]],
            [[1, 1], [-1, 0], [0, -1], [1, 0]],
            [[1, 0], [1, 0], [0, 1], [-1, 0]],
            [[9, 9], [1, 1]],
        ],
        "objects": {"countries": {"type": "GeometryCollection", "geometries": [WEST, EAST]}},
    }


def test_arc_is_a_running_sum_and_a_negative_index_walks_it_backwards(squares):
    assert topology.decoded_arc(squares, 0) == [(1, 0), (1, 1)]
    assert topology.decoded_arc(squares, ~0) == [(1, 1), (1, 0)]


def test_ring_joins_its_arcs_without_repeating_the_joint(squares):
    assert topology.polygons(squares, WEST) == [[[(1, 0), (1, 1), (0, 1), (0, 0), (1, 0)]]]


def test_parts_of_one_id_become_one_multipolygon_in_first_order():
    part = EAST | {"id": "WWW"}
    other = EAST | {"id": "OOO"}
    joined = topology.merged([WEST, other, part])
    assert [g["id"] for g in joined] == ["WWW", "OOO"]
    assert joined[0]["type"] == "MultiPolygon"
    assert joined[0]["arcs"] == [[[0, 1]], [[~0, ~2]]]
    assert joined[1] == other


def test_unused_arcs_go_and_indices_follow(squares):
    only_east = {"countries": {"type": "GeometryCollection", "geometries": [EAST]}}
    kept = topology.pruned(squares | {"objects": only_east})
    # arcs 0 and 2 stay and are now 0 and 1, still walked backwards
    assert kept["arcs"] == [squares["arcs"][0], squares["arcs"][2]]
    assert kept["objects"]["countries"]["geometries"][0]["arcs"] == [[~0, ~1]]
    assert len(squares["arcs"]) == 4


def test_country_of_the_finer_file_is_added_on_the_grid_of_the_coarser(squares):
    coarse = squares | {
        "transform": {"scale": [0.5, 0.5], "translate": [-10, -10]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": [WEST]}},
    }
    added = topology.with_finer(coarse, squares)
    geometries = added["objects"]["countries"]["geometries"]
    assert [g["id"] for g in geometries] == ["WWW", "EEE"]
    # (1, 1) lies (1 + 10) / 0.5 = 22 steps along each axis of the coarse grid
    assert topology.polygons(added, geometries[1])[0][0][0] == (1, 1)
    assert added["arcs"][4] == [[22, 20], [0, 2]]


def test_points_that_fall_together_on_the_coarser_grid_are_drawn_once(squares):
    squares["arcs"][2] = [[1, 0], [1, 0], [0, 0], [0, 1], [-1, 0]]
    coarse = squares | {"objects": {"countries": {"type": "GeometryCollection", "geometries": [WEST]}}}
    assert topology.with_finer(coarse, squares)["arcs"][-1] == [[1, 0], [1, 0], [0, 1], [-1, 0]]
