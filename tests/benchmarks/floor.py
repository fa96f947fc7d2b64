"""The floor: a bare page with the stock plotly.js of the installed wheel, written by hand, no framework.

The first view's data stand in the page; the other indicators follow in one file once it is drawn, so that no change needs a
request. The server only hands out bytes that were compressed beforehand. `gunicorn "tests.benchmarks.floor:server()"`.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.picked import Picked

FOLDER = "BENCH_FLOOR"  # the environment's word for the folder that `build` filled
HERE = Path(__file__).parent
TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json"}


def cube(picked: Picked, key: str) -> dict:
    """One indicator as the page holds it: `{first, last, sex, span, sexes: {code: [one list a country, a value a year]}}`."""
    years, places = picked.years(key), {code: i for i, code in enumerate(picked.names)}
    rows = picked.frame[picked.frame["INDICATOR"] == key]
    sexes: dict[str, list] = {sex: [[None] * len(years) for _ in places] for sex in rows["SEX"].unique()}
    for sex, code, year, value in rows[["SEX", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"]].itertuples(index=False):
        sexes[sex][places[code]][year - years[0]] = value
    return {"first": years[0], "last": years[-1], "sex": picked.sex[key], "span": picked.span(key), "sexes": sexes}


def build(picked: Picked, first: str, chosen: tuple[str, ...], folder: Path) -> None:
    """Fills a folder with the page and what it fetches, each file also gzipped."""
    from plotly.colors import sequential  # here, so that a worker that only hands out the files stays small

    from data.boundaries import FOLDER as boundaries

    inline = {"first": first, "year": picked.first_year_shown(first), "chosen": chosen, "areas": list(picked.names), "titles": picked.titles}
    inline["scale"] = [[i / (len(sequential.Viridis) - 1), colour] for i, colour in enumerate(sequential.Viridis)]  # px's; plotly.js has finer steps
    inline["cubes"] = {first: cube(picked, first)}
    page = (HERE / "floor.html").read_text(encoding="utf-8")
    _write(folder / "index.html", page.replace("INLINE", _json(inline)).encode())
    _write(folder / "floor.js", (HERE / "floor.js").read_bytes())
    _write(folder / "plotly.min.js", (files("plotly") / "package_data" / "plotly.min.js").read_bytes())
    _write(folder / "world_110m.json", (boundaries / "world_110m.json").read_bytes())
    _write(folder / "rest.json", _json({key: cube(picked, key) for key in picked.titles if key != first}).encode())


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False).replace("</", "<\\/")


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(content, 6))


def server() -> Callable[[dict, Callable], Iterable[bytes]]:
    """The WSGI application over the folder of the environment."""
    folder = Path(os.environ[FOLDER])

    def answer(environ: dict, start: Callable) -> Iterable[bytes]:
        path = folder / (environ["PATH_INFO"].strip("/") or "index.html")
        if path.parent != folder or path.suffix not in TYPES or not path.is_file():
            start("404 Not Found", [("Content-Type", "text/plain")])
            return [b"not here\n"]
        head = [("Content-Type", TYPES[path.suffix]), ("Cache-Control", "max-age=3600"), ("Vary", "Accept-Encoding")]
        if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
            path = path.with_name(path.name + ".gz")
            head.append(("Content-Encoding", "gzip"))
        content = path.read_bytes()
        start("200 OK", [*head, ("Content-Length", str(len(content)))])
        return [content]

    return answer
