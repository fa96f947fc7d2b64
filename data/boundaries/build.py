"""Builds `world_110m.json`, the geometry of the world map, and `markers.csv`, the points that stand for small areas.

    python -m data.boundaries.build --sources DIR

DIR/geo holds the two UN files that plotly.js publishes, DIR/reference OCHA's taxonomy. What is done, and why:
countries that only the 50m file has are added, or 22 member states would be missing; parts with one id become one
geometry, or the West Bank and the Galápagos would stay blank; lakes, rivers and sub-national units are emptied, since
the map draws none. The objects stay, empty, because plotly.js fails on one that is absent as soon as it is asked for.
The file is named as plotly.js asks for it. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from pathlib import Path

import pandas as pd

from data.boundaries import markers
from data.boundaries.topology import Topology, merged, polygons, pruned, with_finer
from data.importers import ocha
from data.importers.areas import m49_countries
from data.importers.errors import SourceFault

HERE = Path(__file__).parent
EMPTIED = ("lakes", "rivers", "subunits")
OWN_PLACES = ("TWN", "XKX")  # drawn or marked, though M49 has no row for them


def world(coarse: Topology, fine: Topology) -> Topology:
    """The topology that ships, from the 110m and the 50m file."""
    objects = coarse["objects"]
    countries = objects["countries"] | {"geometries": merged(objects["countries"]["geometries"])}
    emptied = {name: {"type": "GeometryCollection", "geometries": []} for name in EMPTIED}
    return pruned(with_finer(coarse | {"objects": objects | {"countries": countries} | emptied}, fine))


def marker_table(topology: Topology, places: pd.DataFrame) -> pd.DataFrame:
    """One row a country or territory, by code: code, latitude, longitude, width_px, height_px, is_small, has_shape.

    places: OCHA's rows, whose position serves where there is no shape. Sizes are those of the largest polygon, as an
    archipelago fills a wide box with specks; they are 0 without a shape. Disputed areas get no marker.
    """
    wanted = {*m49_countries().values(), *OWN_PLACES}
    shapes = {g["id"]: g for g in topology["objects"]["countries"]["geometries"] if g["id"] in wanted}
    rows = []
    for code, geometry in shapes.items():
        land = markers.main_land(polygons(topology, geometry))
        longitude, latitude = markers.inner_point(land)
        width, height = markers.drawn_size(land)
        rows.append((code, latitude, longitude, width, height, max(width, height) < markers.SMALL, True))
    for place in places[places["code"].isin(wanted - set(shapes))].itertuples():
        if not math.isnan(place.latitude):
            rows.append((place.code, place.latitude, place.longitude, 0.0, 0.0, True, False))
    columns = ["code", "latitude", "longitude", "width_px", "height_px", "is_small", "has_shape"]
    table = pd.DataFrame(rows, columns=columns).round({"latitude": 3, "longitude": 3, "width_px": 1, "height_px": 1})
    return table.sort_values("code", ignore_index=True)


def read_topology(path: Path) -> Topology:
    """A topojson file, gzipped or not. Raises SourceFault where it holds no countries."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        topology = json.load(file)
    if "countries" not in topology.get("objects", {}):
        found = str(sorted(topology.get("objects", {})))
        raise SourceFault(path, "objects", found, "an object named countries", "Take the UN file.")
    return topology


def build(sources: Path, target: Path) -> None:
    """Writes world_110m.json and markers.csv into a directory."""
    coarse = read_topology(sources / "geo" / "un_world_110m.topojson.gz")
    fine = read_topology(sources / "geo" / "un_world_50m.topojson.gz")
    topology = world(coarse, fine)
    places = ocha.read(sources / "reference" / "OCHA_Countries_Territories_Taxonomy.csv.gz")
    (target / "world_110m.json").write_text(json.dumps(topology, separators=(",", ":")) + "\n", encoding="utf-8")
    marker_table(topology, places).to_csv(target / "markers.csv", index=False, lineterminator="\n")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m data.boundaries.build", description="Builds the world geometry.")
    parser.add_argument("--sources", type=Path, required=True, help="directory of the downloaded sources")
    parser.add_argument("--target", type=Path, default=HERE, help="where the two files go")
    options = parser.parse_args(arguments)
    build(options.sources, options.target)


if __name__ == "__main__":
    main()
