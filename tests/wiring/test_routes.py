from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from flask.testing import FlaskClient

from app import SHIPPED, create_app
from dashboard.contents import Contents
from dashboard.schema import COLUMNS, TEXT
from dashboard.sdmx import LEADING
from dashboard.settings import Settings
from data.release import MANIFEST, observations_of
from data.store import Store
from layouts.header import PLAIN_PAGES
from tests.wiring.documents import Document, document

ROOT = Path(__file__).resolve().parents[2]
FORMULA = tuple("=+-@\t\r")  # what a spreadsheet takes for the start of a formula


def test_page_is_served_with_its_own_style_and_script(client: FlaskClient):
    page = document(client)
    assert page.faults == []
    assert "Society for All Monitor" in page.words and "react-entry-point" in page.ids
    assert {url.rsplit("/", 1)[1] for url in files_of(page)} == {"bootstrap.css", "monitor.css", "monitor.js", "plotly.js", "world_110m.json"}
    told = "http://localhost/oembed?"  # for others to ask
    own = (told, "/static/", "/_dash-component-suites/", "?indicator=", "?", "#main", "#card", "download/", "/download/", "data:image/svg+xml,", *(path for path, *_ in PLAIN_PAGES))
    links = [attributes["href"] for name, attributes in page.elements if name == "a" and "license" in (attributes.get("rel") or "")]
    assert len(links) == 1  # somebody may follow it; the page does not
    assert [url for url in page.asked("src", "href", "srcset", "action", "data") if not url.startswith(own) and url not in links] == []  # nothing from outside


def test_style_sheets_ask_for_nothing_from_outside(client: FlaskClient):
    sheets = [client.get(url).text for url in files_of(document(client)) if url.endswith(".css")]
    asked = [url for text in sheets for url in re.findall(r"""(?:url\(|@import|sourceMappingURL=)\s*["']?([^"')\s]*)""", text)]
    assert len(sheets) == 2 and asked  # bootstrap's signs are data: addresses
    assert [url for url in asked if not url.startswith("data:")] == []


def test_the_pages_script_holds_every_file_of_it(client: FlaskClient):
    (script,) = (client.get(url).text for url in files_of(document(client)) if url.endswith("/monitor.js"))
    sources = sorted((ROOT / "assets").glob("*.js"))
    assert len(sources) > 10 and all(path.read_text(encoding="utf-8") in script for path in sources)


def files_of(page: Document) -> list[str]:
    """The addresses of the page's own files, each once."""
    return sorted({url for url in page.asked("src", "href") if url.startswith("/static/")})


def test_health_names_the_release_that_is_served(client: FlaskClient, release: Store):
    answer = client.get("/health")
    assert (answer.status_code, answer.json) == (200, {"status": "ok", "release": release.version, "indicators": 182})


def missing(folder: Path) -> None:
    shutil.rmtree(folder)


def without_data(folder: Path) -> None:
    (folder / observations_of("unemployment")).unlink()


def one_byte_changed(folder: Path) -> None:
    path = folder / observations_of("unemployment")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def cut_short(folder: Path) -> None:
    (folder / MANIFEST).write_bytes((folder / MANIFEST).read_bytes()[:500])


def of_another_schema(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (folder / MANIFEST).write_text(json.dumps(manifest | {"schema_version": 99}), encoding="utf-8")


def without_an_indicator(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest["rows"] -= manifest["indicators"].pop("unemployment")["rows"]
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


DAMAGES = {
    missing: "found no such file",
    without_data: "unemployment.parquet: found no such file",
    one_byte_changed: "unemployment.parquet: found a damaged or changed file",
    cut_short: "not JSON",
    of_another_schema: "schema version 99",
    without_an_indicator: "unemployment",
}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: d.__name__)
def test_a_release_that_cannot_be_served_gives_503_and_says_why_and_what_to_do(tmp_path: Path, damage):
    folder = tmp_path / "release"
    shutil.copytree(SHIPPED, folder)
    damage(folder)
    client = create_app(Settings(release=str(folder))).server.test_client()
    health = client.get("/health")
    assert health.status_code == 503
    assert DAMAGES[damage] in health.json["why"] and "python -m data.cli build" in health.json["why"]
    for path in ("/", "/?indicator=unemployment", "/download/data.csv", "/_dash-layout"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "has no data to show" in answer.text and "python -m data.cli build" in answer.text


def test_the_fault_that_is_shown_is_escaped(tmp_path: Path):
    client = create_app(Settings(release=str(tmp_path / "<script>alert(1)"))).server.test_client()
    assert "<script>" not in client.get("/").text and "&lt;script&gt;" in client.get("/").text


def frame_of(client: FlaskClient, path: str) -> pd.DataFrame:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (200, "text/csv; charset=utf-8")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    text = dict.fromkeys(TEXT, "str")
    return pd.read_csv(io.BytesIO(answer.data), dtype=text, na_values={"OBS_VALUE": [""], "STD_ERROR": [""]}, keep_default_na=False)


@pytest.mark.parametrize("key", ["unemployment", "refugees-hosted", "undernourishment", "rule-of-law", "borrowed-any-money"])
def test_data_download_holds_every_row_of_the_store_in_sdmx_columns(client: FlaskClient, release: Store, key: str):
    found = frame_of(client, f"/download/data.csv?indicator={key}")
    assert tuple(found.columns) == (*LEADING, *COLUMNS)
    expected = release.observations(key).astype(dict.fromkeys(TEXT, "str"))
    pd.testing.assert_frame_equal(found[list(COLUMNS)], expected, check_dtype=False)


def test_data_download_is_named_after_its_indicator(client: FlaskClient, contents: Contents):
    named = client.head("/download/data.csv?indicator=unemployment")
    default = client.head("/download/data.csv")
    assert named.headers["Content-Disposition"] == 'attachment; filename="unemployment.csv"'
    assert default.headers["Content-Disposition"] == f'attachment; filename="{contents.default_indicator}.csv"'
    assert client.get("/download/data.csv?areas=FIN").data == client.get("/download/data.csv").data  # all areas, whatever is chosen


def test_a_long_address_does_not_give_another_indicators_rows(client: FlaskClient):
    """The page reads 4,000 characters of an address; a download read so would be the default indicator's under no warning."""
    named = client.head(f"/download/data.csv?areas={'A' * 5000}&indicator=unemployment")
    assert named.headers["Content-Disposition"] == 'attachment; filename="unemployment.csv"'


@pytest.mark.parametrize("key", ["no-such-thing", "Unemployment", "../manifest", "<script>alert(1)</script>", "a" * 3000, "\0"])
def test_unknown_indicator_is_404_in_words(client: FlaskClient, key: str):
    answer = client.get("/download/data.csv", query_string={"indicator": key})
    assert (answer.status_code, answer.content_type) == (404, "text/plain; charset=utf-8")
    assert answer.text.startswith("There is no indicator “") and "download/catalogue.csv" in answer.text and len(answer.text) < 200
    assert answer.headers["X-Content-Type-Options"] == "nosniff"  # so that no browser takes the words for a page


def test_catalogue_download_has_a_row_for_each_indicator(client: FlaskClient, contents: Contents):
    answer = client.get("/download/catalogue.csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="catalogue.csv"'
    table = frame_of(client, "/download/catalogue.csv").set_index("key")
    assert list(table.index) == [i.key for i in contents.catalogue.indicators] and len(table) == 182
    needed = ["name", "dimension", "recommendations", "unit", "direction", "source", "source_codes"]
    assert list(table.columns.intersection(needed)) == needed
    assert (table[needed] != "").all(axis=None)
    assert set(table["direction"]) <= {"higher", "lower", "neutral"}
    # the codes are those that stand in the rows: all, women and men, each of all ages and of 15 to 24
    ages, sexes = ("1524", "TOTL"), (".FE", ".MA", "")
    assert table.loc["unemployment", "source_codes"] == ";".join(f"SL.UEM.{age}{sex}.ZS" for age in ages for sex in sexes)
    assert table.loc["rule-of-law", "source_codes"] == "rl"


def test_no_cell_of_text_begins_like_a_formula(client: FlaskClient, contents: Contents, release: Store):
    catalogue = frame_of(client, "/download/catalogue.csv")
    said = {text for column in catalogue.columns for text in catalogue[column].astype("str")}
    for key in contents.holdings:
        frame = release.observations(key)
        said.update(text for column in TEXT for text in frame[column].cat.categories)
    assert [text for text in sorted(said) if text.startswith(FORMULA)] == []


def test_geometry_and_style_sheet_come_from_here(client: FlaskClient):
    page = document(client)
    world = client.get(f"{page.first['basics']['topojson']}world_110m.json")
    assert (world.status_code, world.mimetype, world.json["type"]) == (200, "application/json", "Topology")
    (url,) = (url for url in files_of(page) if url.endswith("/bootstrap.css"))
    style = client.get(url)
    assert (style.status_code, style.mimetype) == (200, "text/css") and "Bootstrap" in style.text[:200]
    for answer in (world, style):
        assert "max-age=" in answer.headers["Cache-Control"]


TRICKS = [
    f"/{folder}/{trick}"
    for folder in ("static", "static/0123456789abcdef", "static/CHECKSUM", "assets")
    for trick in (
        "../../etc/passwd", "../../../../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%2f..%2fetc%2fpasswd", "..%5c..%5cetc%5cpasswd",
        "%252e%252e%252fetc%252fpasswd", "....//....//etc/passwd", "a%00.json", "%00", "../app.py", "..", ".", "~root", "CON", "%c0%ae%c0%ae/x",
    )
] + [f"/static/CHECKSUM/{name}" for name in ("__init__.py", "markers.csv", "monitor.css", "plotly.js.br", "app.py")]  # fmt: skip


@pytest.mark.parametrize("path", TRICKS)
def test_tricks_with_paths_find_nothing(client: FlaskClient, path: str):
    checksum = document(client).first["basics"]["topojson"].split("/")[2]  # a true one, of another file
    answer = client.get(path.replace("CHECKSUM", checksum))
    assert answer.status_code == 404
    assert "root:" not in answer.text and "import" not in answer.text


@pytest.mark.parametrize("path", ["/", "/health", "/download/data.csv", "/download/catalogue.csv", "world_110m.json", "monitor.js", "bootstrap.css"])
def test_head_says_what_get_would_say_and_sends_nothing(client: FlaskClient, path: str):
    if not path.startswith("/"):
        (path,) = (url for url in files_of(document(client)) if url.endswith(f"/{path}"))
    head, whole = client.head(path), client.get(path)
    assert (head.status_code, head.data, head.mimetype) == (200, b"", whole.mimetype)
    assert int(head.headers["Content-Length"]) == len(whole.data)
