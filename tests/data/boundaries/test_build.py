"""The geometry that ships, and the script that builds it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pandas as pd
import pytest

from data.boundaries import build, markers
from data.boundaries.topology import arc_indices, polygons, positive
from data.importers.areas import CATALOGUE
from data.importers.errors import SourceFault

SPECIMENS = Path(__file__).parents[2] / "specimens"
DISPUTED = {"XAC", "XAP", "XBT", "XHT", "XIT", "XJK"}


@pytest.fixture(scope="module")
def shipped() -> dict:
    return json.loads((build.HERE / "world_110m.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shapes(shipped) -> dict:
    return {g["id"]: g for g in shipped["objects"]["countries"]["geometries"]}


@pytest.fixture(scope="module")
def marked() -> pd.DataFrame:
    return pd.read_csv(build.HERE / "markers.csv", keep_default_na=False).set_index("code")


@pytest.fixture(scope="module")
def states() -> pd.Series:
    return pd.read_csv(CATALOGUE / "membership.csv", keep_default_na=False).set_index("code")["membership"]


def test_every_id_is_one_shape(shipped):
    ids = [g["id"] for g in shipped["objects"]["countries"]["geometries"]]
    assert len(ids) == len(set(ids)) == 250


def test_every_member_state_but_san_marino_has_a_shape(shapes, states):
    members = set(states[states == "member"].index)
    assert members - set(shapes) == {"SMR"}


def test_state_of_palestine_is_both_gaza_and_the_west_bank(shipped, shapes):
    parts = polygons(shipped, shapes["PSE"])
    ramallah, khan_yunis = (35.2, 31.9), (34.3, 31.35)
    assert sum(markers.is_inside(p, ramallah) for p in parts) == 1
    assert sum(markers.is_inside(p, khan_yunis) for p in parts) == 1


@pytest.mark.parametrize(
    ("code", "island"),
    [("ECU", (-91.1, -0.7)), ("ESP", (-16.6, 28.3)), ("PRT", (-17.0, 32.75))],
    ids=["Galapagos", "Canaries", "Madeira"],
)
def test_islands_belong_to_their_state(shipped, shapes, code, island):
    def nearest(polygon: list) -> float:
        return min(abs(x - island[0]) + abs(y - island[1]) for x, y in polygon[0])

    # coarse islands may miss an exact point by a little, the mainland by ten degrees and more
    assert min(nearest(p) for p in polygons(shipped, shapes[code])) < 1.0


def test_disputed_areas_stay_apart_and_have_no_marker(shapes, marked):
    assert set(shapes) >= DISPUTED
    assert not DISPUTED & set(marked.index)


def test_every_ring_is_closed(shipped, shapes):
    rings = [(code, ring) for code, g in shapes.items() for polygon in polygons(shipped, g) for ring in polygon]
    assert len(rings) > 400
    open_rings = [code for code, ring in rings if abs(ring[0][0] - ring[-1][0]) + abs(ring[0][1] - ring[-1][1]) > 1e-9]
    assert open_rings == []


def test_no_arc_is_unused_and_the_layers_that_plotly_asks_for_are_there(shipped):
    used = {positive(i) for o in shipped["objects"].values() for i in arc_indices(o)}
    assert used == set(range(len(shipped["arcs"])))
    assert set(shipped["objects"]) == {"coastlines", "countries", "lakes", "land", "ocean", "rivers", "subunits"}
    assert all(shipped["objects"][name]["geometries"] == [] for name in build.EMPTIED)


def test_file_stays_small_enough_to_send():
    # 344 kB, 122 kB compressed; the 50m file alone would be 1.7 MB
    assert len(gzip.compress((build.HERE / "world_110m.json").read_bytes())) < 130_000


def test_every_state_has_a_marker_on_its_own_land(shipped, shapes, marked, states):
    assert set(states.index) <= set(marked.index)
    # markers are rounded to a thousandth of a degree, about 100 m, which only the smallest islands can notice
    astray = []
    for code in set(states.index) & set(shapes):
        point = (marked.loc[code, "longitude"], marked.loc[code, "latitude"])
        if not any(markers.is_inside(p, point) for p in polygons(shipped, shapes[code])):
            astray.append(code)
    assert astray == []


def test_small_states_are_known_and_large_ones_are_not_small(marked, states):
    assert marked.loc[["NRU", "MLT", "SGP", "PSE", "SMR", "VAT", "XKX", "LUX"], "is_small"].all()
    assert not marked.loc[["FRA", "IND", "USA", "LKA", "TWN", "SVN"], "is_small"].any()
    assert set(marked.index[~marked["has_shape"]]) == {"IOT", "SMR", "VAT", "WLF", "XKX"}
    assert int(marked.loc[states.index, "is_small"].sum()) == 50


def _square(code: str, west: int) -> tuple[dict, list]:
    arc = [[west, 0], [0, 8], [8, 0], [0, -8], [-8, 0]]
    return {"type": "Polygon", "id": code, "properties": {}}, arc


def _topology(*codes: str) -> dict:
    pairs = [_square(code, 20 * i) for i, code in enumerate(codes)]
    empty = {"type": "GeometryCollection", "geometries": []}
    return {
        "type": "Topology",
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [arc for _, arc in pairs],
        "objects": {name: empty for name in ("coastlines", "land", "ocean", "lakes", "rivers", "subunits")}
        | {
            "countries": {
                "type": "GeometryCollection",
                "geometries": [g | {"arcs": [[i]]} for i, (g, _) in enumerate(pairs)],
            }
        },
    }


@pytest.fixture
def sources(tmp_path) -> Path:
    (tmp_path / "geo").mkdir()
    (tmp_path / "reference").mkdir()
    for file, codes in {"un_world_110m": ("PSE", "XJK", "PSE"), "un_world_50m": ("PSE", "MLT")}.items():
        (tmp_path / "geo" / f"{file}.topojson.gz").write_bytes(gzip.compress(json.dumps(_topology(*codes)).encode()))
    taxonomy = (SPECIMENS / "ocha" / "good.csv.gz").read_bytes()
    (tmp_path / "reference" / "OCHA_Countries_Territories_Taxonomy.csv.gz").write_bytes(taxonomy)
    return tmp_path


def test_script_joins_adds_and_marks(sources):
    build.main(["--sources", str(sources), "--target", str(sources)])
    topology = json.loads((sources / "world_110m.json").read_text(encoding="utf-8"))
    assert [g["id"] for g in topology["objects"]["countries"]["geometries"]] == ["PSE", "XJK", "MLT"]
    table = pd.read_csv(sources / "markers.csv").set_index("code")
    # the specimen's Falkland Islands, Algeria and Kosovo have a position but no shape; Jammu and Kashmir gets no marker
    assert table["has_shape"].to_dict() == {"DZA": False, "FLK": False, "MLT": True, "PSE": True, "XKX": False}
    # the square of Malta runs from 20 to 28 degrees east
    assert table.loc["MLT", "longitude"] == pytest.approx(24, abs=0.2)
    assert table.loc["DZA", ["latitude", "longitude"]].tolist() == [28.2, 2.6]


def test_same_sources_give_the_same_bytes(sources):
    results = []
    for name in ("first", "second"):
        (sources / name).mkdir()
        build.build(sources, sources / name)
        results.append([(sources / name / f).read_bytes() for f in ("world_110m.json", "markers.csv")])
    assert results[0] == results[1]


def test_file_without_countries_is_refused(tmp_path):
    path = tmp_path / "map.json"
    path.write_text('{"objects": {"land": {}}}', encoding="utf-8")
    with pytest.raises(SourceFault, match=r"map.json: objects: found \['land'\]; expected an object named countries"):
        build.read_topology(path)
