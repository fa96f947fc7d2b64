"""Name, colour, logo and the way back are on the page, on plain pages and in their files."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.home import address_of, home, name_of
from dashboard.settings import Settings, SettingsError
from tests.wiring.documents import document

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/></svg>'
OWN = {"name": "Observatory <of> All", "accent": "#7A1F3D", "link": "https://www.example.org/a?b=1&c=2", "link_words": "Statistics & more", "prefix": "/monitor/"}


@pytest.fixture(scope="module")
def branded(tmp_path_factory) -> FlaskClient:
    """The monitor with a brand, below a prefix."""
    path = tmp_path_factory.mktemp("logo") / "logo.svg"
    path.write_text(LOGO, encoding="utf-8")
    return create_app(Settings(logo=str(path), **OWN)).server.test_client()


@pytest.mark.parametrize("path", ["/monitor/", "/monitor/gaps", "/monitor/missing"])
def test_every_page_carries_name_logo_and_the_way_back(branded: FlaskClient, path: str):
    page = document(branded, "", path)
    assert page.faults == []
    assert "\u00b7 Observatory <of> All" in page.words and "Society for All Monitor" not in page.text
    (logo,) = (given["src"] for name, given in page.elements if name == "img")
    answer = branded.get(logo)
    assert logo.startswith("/monitor/static/") and (answer.status_code, answer.mimetype, answer.text) == (200, "image/svg+xml", LOGO)
    assert "immutable" in answer.headers["Cache-Control"] and "default-src 'none'" in answer.headers["Content-Security-Policy"]
    (back,) = (given["href"] for name, given in page.elements if name == "a" and given.get("class") == "back")
    assert back == OWN["link"] and "Statistics & more" in page.words
    assert "%237A1F3D" in page.text  # the sign in the tab


def test_the_style_sheet_and_the_script_have_them_too(branded: FlaskClient):
    page = document(branded, "", "/monitor/")
    (style,) = (url for url in page.asked("href") if url.endswith("/monitor.css"))
    assert "--accent:#7A1F3D;" in branded.get(style).text
    assert page.first["basics"]["name"] == OWN["name"]


def test_without_a_brand_nothing_leads_elsewhere(client: FlaskClient):
    page = document(client)
    assert [name for name, given in page.elements if name == "img" or given.get("class") == "back"] == []


def test_files_are_told_the_address_and_the_name():
    app = create_app(Settings(name="Another", prefix="/monitor/"))
    with app.server.test_request_context("/gaps", base_url="https://stats.example:444/monitor/"):
        assert home(app) == "https://stats.example:444/monitor/"
        assert address_of(app, "indicator=unemployment") == "https://stats.example:444/monitor/?indicator=unemployment"
        assert name_of(app) == "Another"


UNFIT = {
    "No such file": lambda path: None,
    "Is a directory": lambda path: path.mkdir(),
    "at most 200 KB": lambda path: path.write_bytes(b"x" * 300_000),
    "no XML": lambda path: path.write_text("<svg>", encoding="utf-8"),
}


@pytest.mark.parametrize("found", UNFIT)
def test_a_logo_that_cannot_be_shown_stops_the_start(tmp_path: Path, found: str):
    UNFIT[found](tmp_path / "logo.svg")
    with pytest.raises(SettingsError, match="^MONITOR_LOGO=") as fault:
        create_app(Settings(logo=str(tmp_path / "logo.svg")))
    assert found in str(fault.value)
