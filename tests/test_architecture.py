"""Holds the floors: an import goes down, never up or sideways. Each scan is also shown to find a planted fault."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from data.catalogue_reader import load_catalogue
from layouts.ids import Ids
from tests.architecture import scans

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 300  # lines
IDS = frozenset(str(i) for i in Ids)
KEYS = frozenset(i.key for i in load_catalogue().indicators)
OWN = ("dashboard", "data", "layouts", "callbacks", "assets", "tests", "docs", "deploy", "scripts")


def files_of(*endings: str) -> list[Path]:
    """The project's own files: what stands at the top and in its folders, not what tools leave behind."""
    top = [path for path in ROOT.iterdir() if path.is_file()]
    below = [path for folder in OWN for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return sorted(path for path in top + below if path.name.endswith(endings))


def modules(*floors: str) -> list[Path]:
    """The Python files of these floors."""
    return [p for p in files_of(".py") if (p.stem if p.parent == ROOT else p.relative_to(ROOT).parts[0]) in floors]


def found(paths: list[Path], scan) -> dict[str, list[str]]:
    """file -> faults, where there are any. Fails if there is nothing to scan."""
    assert paths
    faults = {str(path.relative_to(ROOT)): scan(path.read_text(encoding="utf-8", errors="replace")) for path in paths}
    return {path: each for path, each in faults.items() if each}


@pytest.mark.parametrize("floor", scans.FLOORS)
def test_no_import_goes_up_or_sideways(floor: str):
    assert found(modules(floor), lambda source: scans.crossings(floor, source)) == {}


@pytest.mark.parametrize(
    ("floor", "planted"),
    [
        ("dashboard", "import dash"),
        ("dashboard", "from flask import request"),
        ("dashboard", "from data.store import Store"),
        ("dashboard", "from pathlib import Path"),
        ("dashboard", "import datetime as clock"),
        ("dashboard", "import urllib.request"),
        ("dashboard", "from urllib import request"),
        ("dashboard", "def f():\n    from layouts.ids import Ids"),
        ("dashboard", "from . import view"),
        ("dashboard", "import os.path"),
        ("data", "from dash import html"),
        ("data", "from flask_caching import Cache"),
        ("data", "import layouts.page"),
        ("layouts", "from data.desk import Desk"),
        ("layouts", "from callbacks.panels import draw_map"),
        ("layouts", "import requests"),
        ("callbacks", "from app import create_app"),
        ("callbacks", "import importlib\nimportlib.import_module('app')"),
    ],
)
def test_a_planted_import_is_found(floor: str, planted: str):
    assert len(scans.crossings(floor, planted)) == 1


def test_lawful_imports_are_not_taken_for_faults():
    assert scans.crossings("dashboard", "import pandas as pd\nfrom urllib.parse import quote\nfrom dashboard.view import View") == []
    assert scans.crossings("callbacks", "from data.desk import Desk\nfrom layouts.ids import Ids\nimport io") == []


def test_dashboard_reads_no_file_no_clock_and_no_environment():
    assert found(modules("dashboard"), scans.impure_calls) == {}


@pytest.mark.parametrize("planted", ["open('x')", "pd.read_csv('x')", "pd.Timestamp.now()", "date.today()", "os.getenv('HOME')"])
def test_a_planted_reading_is_found(planted: str):
    assert len(scans.impure_calls(planted)) == 1


def test_nothing_evaluates_prints_or_takes_every_exception():
    assert found(files_of(".py"), scans.careless) == {}


@pytest.mark.parametrize(
    "planted", ["eval('1')", "exec('1')", "print(1)", "try:\n    f()\nexcept:\n    pass", "try:\n    f()\nexcept BaseException:\n    pass"]
)  # fmt: skip
def test_planted_carelessness_is_found(planted: str):
    assert len(scans.careless(planted)) == 1


def test_component_ids_are_written_in_one_file_only():
    assert found(modules("layouts", "callbacks", "app", "dashboard", "data"), scans.id_literals) == {}


@pytest.mark.parametrize("planted", ["html.Div(id='map')", "Input('map', 'figure')", "app.callback(Output('held', 'data'))", "State(component_id='x')"])
def test_a_planted_id_is_found(planted: str):
    assert len(scans.id_literals(planted)) == 1
    assert scans.id_literals("html.Div(id=Ids.MAP); Input(Ids.MAP, 'figure')") == []


def test_ids_of_the_script_are_ids_of_the_page_or_its_own():
    """A script that asks for an element which nobody makes finds nothing, in silence."""
    scripts = {path.name: path.read_text(encoding="utf-8") for path in files_of(".js") if path.parent.name in ("assets", "away")}
    asked = {(name, i) for name, text in scripts.items() for i in re.findall(r'getElementById\("([^"]+)"\)', text)}
    made = {i for text in scripts.values() for i in re.findall(r'\bid(?:: | = |", )"([^"]+)"', text)}
    made |= set(re.findall(r'\bid="([^"]+)"', (ROOT / "layouts" / "index.py").read_text(encoding="utf-8")))  # beside the page
    assert len(asked) > 5
    assert sorted(pair for pair in asked if pair[1] not in IDS | made) == []


def test_no_file_is_longer_than_three_hundred_lines():
    lengths = {str(p.relative_to(ROOT)): len(p.read_text(encoding="utf-8").splitlines()) for p in files_of(".py", ".js")}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}
    assert len(lengths) > 100


def test_no_indicator_is_compared_by_its_key():
    """What is peculiar to an indicator stands in the catalogue, where it can be read and changed."""
    assert found(modules(*scans.FLOORS), lambda source: scans.keys_compared(source, KEYS)) == {}
    assert found(files_of(".js"), lambda source: scans.keys_written(source, KEYS)) == {}


@pytest.mark.parametrize(
    "planted",
    [
        "if key == 'unemployment': pass",
        "x = 1 if key in ('a', 'rule-of-law') else 2",
        "f(a for a in b if 'unemployment' != a.key)",
        "match key:\n    case 'unemployment':\n        pass",
    ],
)
def test_a_planted_comparison_is_found(planted: str):
    assert len(scans.keys_compared(planted, KEYS)) == 1
    assert scans.keys_compared("if key == 'sex': x = {'unemployment': 1}", KEYS) == []


def test_a_planted_key_in_a_script_is_found():
    assert scans.keys_written('\nif (head.indicator === "unemployment") { }', KEYS) == ["line 2: 'unemployment'"]


TEXT = (".py", ".js", ".css", ".md", ".yaml", ".yml", ".toml", ".txt", ".cfg", ".json", ".csv", "Makefile", "Containerfile", ".conf", ".svg")


def test_no_file_names_a_package_host_or_a_path_of_somebodys_machine():
    assert found(files_of(*TEXT), scans.places) == {}


@pytest.mark.parametrize(
    "planted", ["--index-#url x", "https://pypi#.org/simple", "x = '/ho#me/ann/data'", "cd /wo#rk/main", "C:\\Us#ers\\ann"]
)  # fmt: skip
def test_a_planted_place_is_found(planted: str):
    planted = planted.replace("#", "")  # the hole keeps this file from being found
    assert scans.places(f"fine\n{planted}") == [f"line 2: {planted}"]
    assert scans.places("see docs/home/index.md and /data/release and data/wo#rk/x".replace("#", "")) == []


IMPORT_ALL = """
import sys, threading, json, importlib
opened = []
def hook(event, given):
    if event in ("socket.connect", "socket.bind", "subprocess.Popen", "os.system", "os.mkdir", "os.remove"):
        opened.append([event, str(given)])
    if event == "open" and isinstance(given[0], str) and given[0].startswith(ROOT) and not given[0].endswith((".py", ".pyc")) and "__pycache__" not in given[0]:
        opened.append([event, given[0]])
sys.path.insert(0, ROOT)
import pandas, pyarrow.parquet, dash, dash_bootstrap_components, flask_caching, flask_compress, flask_bootstrap, openpyxl, yaml, redis
before = threading.active_count()
sys.addaudithook(hook)
for name in NAMES:
    importlib.import_module(name)
sys.stderr.write(json.dumps([threading.active_count() - before, opened]))
"""


def started(names: list[str], root: Path = ROOT) -> tuple[str, int, list]:
    """What importing modules prints, how many threads it starts, and what it opens besides modules; in a new process."""
    program = f"ROOT, NAMES = {str(root)!r}, {names!r}\n{IMPORT_ALL}"
    environ = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run([sys.executable, "-c", program], env=environ, cwd=root, capture_output=True, text=True, check=True, timeout=120)
    threads, opened = json.loads(ended.stderr)
    return ended.stdout, threads, opened


def test_importing_any_module_starts_nothing():
    paths = [path.relative_to(ROOT).with_suffix("") for path in modules(*scans.FLOORS)]
    names = [".".join(path.parts).removesuffix(".__init__") for path in paths]
    assert started([name for name in names if not name.endswith("__main__")]) == ("", 0, [])


def test_a_module_that_starts_something_is_found(tmp_path: Path):
    (tmp_path / "note.txt").write_text("x", encoding="utf-8")
    planted = "import sys, threading, time\nsys.stdout.write('hello')\nopen(__file__.replace('loud.py', 'note.txt')).close()\n"
    planted += "threading.Thread(target=time.sleep, args=(5,), daemon=True).start()\n"
    (tmp_path / "loud.py").write_text(planted, encoding="utf-8")
    said, threads, opened = started(["loud"], tmp_path)
    assert (said, threads, opened) == ("hello", 1, [["open", str(tmp_path / "note.txt")]])
