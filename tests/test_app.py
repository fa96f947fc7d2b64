from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from dash import Dash
from flask import Flask

import app as application
from dashboard.settings import Settings, SettingsError
from data.catalogue_reader import load_catalogue
from layouts.header import PLAIN_PAGES
from tests.wiring.documents import document

ROOT = Path(__file__).resolve().parents[1]
CLEAN = {key: value for key, value in os.environ.items() if key not in ("HOST", "PORT") and not key.startswith(("MONITOR_", "DASH_"))}


def python(*arguments: str, **environ: str) -> subprocess.CompletedProcess:
    """What a new process says and returns."""
    return subprocess.run(
        [sys.executable, *arguments], env=CLEAN | environ, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )  # fmt: skip


def test_importing_app_makes_no_application():
    assert [name for name, value in vars(application).items() if isinstance(value, Dash | Flask)] == []


def test_two_applications_stand_beside_each_other():
    one, other = application.create_app(Settings()), application.create_app(Settings(cache="NullCache"))
    assert one.server is not other.server
    assert one.server.test_client().get("/health").json == other.server.test_client().get("/health").json
    assert set(one.callback_map) == set(other.callback_map) and len(one.callback_map) == 9  # none is lost to the other


def test_release_of_the_settings_is_the_one_served(tmp_path: Path):
    client = application.create_app(Settings(release=str(tmp_path))).server.test_client()
    assert client.get("/health").status_code == 503 and str(tmp_path) in client.get("/health").json["why"]


def test_server_is_a_factory_that_reads_the_environment_it_is_given(tmp_path: Path):
    assert application.server({}).test_client().get("/health").status_code == 200
    assert application.server({"MONITOR_RELEASE": str(tmp_path)}).test_client().get("/health").status_code == 503
    with pytest.raises(SettingsError, match="MONITOR_CACHE='Memory': expected one of"):
        application.server({"MONITOR_CACHE": "Memory"})


BAD = [
    ({"PORT": "80a"}, "PORT='80a': expected a whole number from 1 to 65535"),
    ({"PORT": "0"}, "PORT='0': expected a whole number"),
    ({"PORT": "65536"}, "PORT='65536': expected a whole number"),
    ({"MONITOR_CACHE": "Memory"}, "MONITOR_CACHE='Memory': expected one of SimpleCache, "),
    ({"MONITOR_CACHE_SECONDS": "-1"}, "MONITOR_CACHE_SECONDS='-1': expected a whole number"),
    ({"MONITOR_CACHE_MEGABYTES": "0"}, "MONITOR_CACHE_MEGABYTES='0': expected a whole number from 1 to 65536"),
    ({"MONITOR_CACH": "SimpleCache"}, "MONITOR_CACH='SimpleCache': there is no such setting; expected one of HOST, "),
    ({"MONITOR_CACHE": "RedisCache", "MONITOR_REDIS_URL": "nowhere"}, "MONITOR_REDIS_URL='nowhere': "),
    ({"MONITOR_CACHE": "FileSystemCache", "MONITOR_CACHE_DIR": "pyproject.toml/cache"}, "MONITOR_CACHE_DIR='pyproject.toml/cache': "),
]


@pytest.mark.parametrize(("environ", "sentence"), BAD, ids=[" ".join(e) for e, _ in BAD])
def test_a_bad_setting_is_a_sentence_and_2(environ: dict[str, str], sentence: str, monkeypatch, capsys):
    monkeypatch.setattr(os, "environ", environ)
    assert application.main() == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith(sentence) and said.err.count("\n") == 1


def test_a_bad_setting_ends_the_process_with_2_and_no_traceback():
    ended = python("app.py", PORT="80a")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "PORT='80a': expected a whole number from 1 to 65535.\n"


def test_the_password_of_a_redis_is_not_said():
    with pytest.raises(SettingsError, match="MONITOR_REDIS_URL=") as fault:
        application.server({"MONITOR_CACHE": "RedisCache", "MONITOR_REDIS_URL": "rediss+x://user:secret@host:6379/0"})
    assert "secret" not in str(fault.value)


def test_a_port_that_is_taken_is_said_without_a_traceback():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = python("app.py", PORT=port)
    assert ended.returncode not in (0, -15)
    assert f"Port {port} is in use" in ended.stderr and "Traceback" not in ended.stderr


@pytest.mark.parametrize("is_stripped", [False, True], ids=["handed on", "taken away"])
def test_behind_a_proxys_prefix_everything_of_the_page_is_asked_for_below_it(is_stripped: bool):
    """Whether the proxy hands the prefix on or takes it away."""
    client = application.create_app(Settings(prefix="/stats/")).server.test_client()

    def asked(url: str) -> str:
        return url.replace("/stats/", "/", 1) if is_stripped else url

    page = document(client, "", asked("/stats/"))
    basics = page.first["basics"]
    assert basics["base"] == "/stats/"
    urls = {*page.asked("href", "src"), basics["words"], basics["topojson"] + "world_110m.json"}
    urls |= {"/stats/health", "/stats/download/catalogue.csv", "/stats/_dash-layout", "/stats/_dash-dependencies", "/stats/gaps", "/stats/missing"}
    said = {url: client.get(asked(url)).status_code if url.startswith("/") else 0 for url in urls}
    no_such = client.get(asked("/stats/nowhere"))
    assert no_such.status_code == 404 and "<code>/stats/nowhere</code>" in no_such.text and 'href="/stats/"' in no_such.text
    rooted = {url: status for url, status in said.items() if url.startswith("/")}
    assert {url.rsplit("/", 1)[1] for url in rooted if url.startswith("/stats/static/")} == {
        "plotly.js", "monitor.js", "monitor.css", "bootstrap.css", "world_110m.json", "words.json",
    }  # fmt: skip
    assert sum(url.startswith("/stats/_dash-component-suites/") for url in rooted) > 5
    assert {url: status for url, status in rooted.items() if not url.startswith("/stats/") or status != 200} == {}
    near = ("?", "#", "data:", "download/", "http://localhost/stats/oembed?", *(path for path, *_ in PLAIN_PAGES))  # found from where the page is
    beside = {url for url in set(said) - set(rooted) if not url.startswith(near)}
    assert beside <= {source.licence_url for source in load_catalogue().sources}  # a link for readers, which asks nothing
