"""One release for ever, below `/release/<version>/`, beside the live monitor."""

from __future__ import annotations

import io
import json
import shutil
import threading
import time
from pathlib import Path

import pandas as pd
import pytest
from flask.testing import FlaskClient

from app import CATALOGUE, SHIPPED, create_app
from callbacks.frozen import MOST, Alive
from dashboard.settings import Settings, SettingsError
from data.archive import CHECKSUM, checksum_of, kept
from data.release import MANIFEST, SCHEMA, observations_of, sha256, version_of, write_manifest, write_table
from data.store import open_release
from tests.wiring.documents import document

KEY, AREA, YEAR, NEW = "unemployment", "FIN", 2015, 77.7
QUERY = f"indicator={KEY}&areas={AREA}&year={YEAR}"
UNKNOWN = "0123456789ab"
MAP = {  # the question that the browser asks for the map of a view
    "output": "held-map.data",
    "outputs": {"id": "held-map", "property": "data"},
    "inputs": [{"id": "ask-map", "property": "data", "value": f"?{QUERY}"}],
    "changedPropIds": ["ask-map.data"],
}


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release that ships with one other number, as a publisher's update would have it."""
    folder = Path(shutil.copytree(SHIPPED, tmp_path_factory.mktemp("renewed") / "release"))
    path = folder / observations_of(KEY)
    rows = pd.read_parquet(path)
    rows.loc[(rows["REF_AREA"] == AREA) & (rows["TIME_PERIOD"] == YEAR) & (rows["SEX"] == "_T") & (rows["AGE"] == "_T"), "OBS_VALUE"] = NEW
    write_table(rows, SCHEMA, path)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest["files"][observations_of(KEY)] = [sha256(path), path.stat().st_size]
    manifest["version"] = version_of({name: checksum for name, (checksum, _) in manifest["files"].items()})
    write_manifest(manifest, folder / MANIFEST)
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive to which the release that ships was added when it was served."""
    folder = tmp_path_factory.mktemp("archive")
    create_app(Settings(archive=str(folder)))
    return folder


@pytest.fixture(scope="module")
def live(archive: Path, renewed: Path) -> FlaskClient:
    """A reader of the renewed monitor, which has the old release in its archive."""
    return create_app(Settings(release=str(renewed), archive=str(archive))).server.test_client()


@pytest.fixture(scope="module")
def old() -> str:
    return json.loads((SHIPPED / MANIFEST).read_text(encoding="utf-8"))["version"]


def value(client: FlaskClient, path: str) -> float:
    """What a document's script starts from, of one area in one year."""
    held = document(client, QUERY, path).first["answers"]["map"]
    line, at = held["areas"][AREA], YEAR - held["areas"][AREA]["s"]
    return sum(step for step in line["d"][: at + 1] if step is not None) / 10 ** held["tens"]


def test_a_frozen_embed_keeps_its_release_while_the_live_one_follows(live: FlaskClient, client: FlaskClient, old: str):
    new = live.get("/health").json["release"]
    was = value(client, "/")
    assert new != old and was != NEW
    for panels in ("", "embed/map"):
        for _ in range(2):  # and again, from the cache
            assert [value(live, f"{path}{panels}") for path in ("/", f"/release/{new}/", f"/release/{old}/")] == [NEW, NEW, was]
    files = [pd.read_csv(io.StringIO(live.get(f"{path}download/ranking.csv?{QUERY}").text), index_col="REF_AREA") for path in ("/", f"/release/{old}/")]
    assert [file["OBS_VALUE"][AREA] for file in files] == pytest.approx([NEW, was])
    assert live.get(f"/release/{old}/health").json["release"] == old


def test_it_says_so_and_links_to_the_same_view_of_the_live_one(live: FlaskClient, old: str):
    for path, query, way in (
        ("", QUERY, f"/?{QUERY}"),
        ("embed/map,ranking", QUERY, f"/?{QUERY}"),
        ("gaps", "by=sex", "/gaps?by=sex"),
        ("missing", "area=KEN", "/missing?area=KEN"),
    ):
        page = document(live, query, f"/release/{old}/{path}")
        assert page.faults == [] and f"Release {old}, frozen." in page.words
        assert way in [attributes["href"] for name, attributes in page.elements if name == "a" and "data-view" in attributes]
        assert "frozen" not in document(live, query, f"/{path}").words


def test_everything_that_it_asks_for_lies_below_its_own_address(live: FlaskClient, old: str):
    page, below = document(live, QUERY, f"/release/{old}/embed/map"), f"/release/{old}/"
    assert page.first["basics"]["base"] == below
    urls = [url for url in page.asked("src", "href") if url.startswith("/") and url != f"/?{QUERY}"]
    assert len(urls) > 4 and all(url.startswith(below) and live.get(url).status_code == 200 for url in urls)
    described = next(url for url in page.asked("href") if "oembed?" in url)
    assert described.startswith(f"http://localhost{below}oembed?")
    told = live.get("/oembed", query_string={"url": f"http://localhost{below}embed/map?{QUERY}"}, follow_redirects=True).json
    assert f'src="http://localhost{below}embed/map?' in told["html"]


def test_questions_to_it_are_answered_from_its_release(live: FlaskClient, old: str):
    said = {path: live.post(f"{path}_dash-update-component", json=MAP).json["response"]["held-map"]["data"]["release"] for path in ("/", f"/release/{old}/")}
    assert said[f"/release/{old}/"] == old != said["/"]


def test_a_release_that_is_not_kept_is_404_in_words_with_a_way_to_the_current_view(live: FlaskClient):
    answer = live.get(f"/release/{UNKNOWN}/embed/map?{QUERY}")
    assert answer.status_code == 404 and f"Release {UNKNOWN} is not shown" in answer.text
    assert f'<a href="/embed/map?{QUERY.replace("&", "&amp;")}">' in answer.text
    assert '<a href="/evil.example/x">' in live.get(f"/release/{UNKNOWN}//evil.example/x").text  # a path of ours, not another host


def test_without_an_archive_the_current_release_alone_can_be_frozen(client: FlaskClient, old: str):
    assert client.get(f"/release/{old}/health").json["release"] == old
    assert client.get(f"/release/{UNKNOWN}/").status_code == 404


def test_the_address_without_its_last_slash_leads_there(client: FlaskClient, old: str):
    answer = client.get(f"/release/{old}?{QUERY}")
    assert (answer.status_code, answer.headers["Location"]) == (308, f"/release/{old}/?{QUERY}")


@pytest.mark.parametrize("tail", ["", "x/", "EFEBA7B55F30/", "..%2f..%2fetc/", "../", "efeba7b55f3%30x/", "%00/"])
def test_what_is_no_release_is_no_page(client: FlaskClient, tail: str):
    answer = client.get(f"/release/{tail}")
    assert answer.status_code == 404 and "There is no such page" in answer.text


def test_a_catalogue_that_this_monitor_cannot_read_is_410_and_a_damaged_release_503(tmp_path: Path, old: str):
    for version, text in ((old, "- {key: 1"), (UNKNOWN, "")):
        folder = tmp_path / version
        (folder / "catalogue").mkdir(parents=True)
        (folder / "catalogue" / "dimensions.yaml").write_text(text, encoding="utf-8")
        (folder / "release").symlink_to(SHIPPED)
        (folder / CHECKSUM).write_text(checksum_of(folder / "release", folder / "catalogue"), encoding="utf-8")
    client = create_app(Settings(archive=str(tmp_path))).server.test_client()
    gone = client.get(f"/release/{old}/embed/map")
    assert gone.status_code == 410 and "cannot read its catalogue" in gone.text and str(tmp_path) not in gone.text
    (tmp_path / old / CHECKSUM).write_text("of something else", encoding="utf-8")
    damaged = client.get(f"/release/{old}/embed/map")
    assert damaged.status_code == 503 and "damaged" in damaged.text and str(tmp_path) not in damaged.text
    assert client.get(f"/release/{UNKNOWN}/").status_code == 404  # a folder that holds another release than its name says


def test_a_catalogue_of_then_shares_no_cache_with_that_of_now(tmp_path: Path, old: str):
    """A corrected name makes no new release: what the live monitor has kept of it must not answer for the frozen one."""
    folder = tmp_path / old
    shutil.copytree(CATALOGUE, folder / "catalogue")
    (folder / "release").symlink_to(SHIPPED)
    (path,) = (p for p in (folder / "catalogue" / "indicators").iterdir() if f"key: {KEY}\n" in p.read_text(encoding="utf-8"))
    path.write_text(path.read_text(encoding="utf-8").replace("name: Unemployment\n", "name: Joblessness\n", 1), encoding="utf-8")
    (folder / CHECKSUM).write_text(checksum_of(folder / "release", folder / "catalogue"), encoding="utf-8")
    client = create_app(Settings(archive=str(tmp_path), cache="FileSystemCache", cache_dir=str(tmp_path / "cache"))).server.test_client()
    titles = [client.post(f"{path}_dash-update-component", json=MAP).json["response"]["held-map"]["data"]["head"]["title"] for path in ("/", f"/release/{old}/") * 2]
    assert titles == ["Unemployment", "Joblessness"] * 2


def test_an_archive_that_takes_nothing_stops_the_start_with_a_sentence(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="MONITOR_ARCHIVE=.*expected a folder that can be written"):
        create_app(Settings(archive=str(tmp_path / "file" / "archive")))


def test_what_is_kept_is_the_release_that_was_served(archive: Path, old: str):
    edition = kept(archive, old)
    edition.compare()
    assert open_release(edition.release).version == old


def test_few_are_alive_and_the_longest_unused_goes():
    made: list[str] = []
    alive = Alive(lambda version: made.append(version) or version)
    assert [alive.of(version) for version in ("a", "b", "a", "c", "a", "b")] == ["a", "b", "a", "c", "a", "b"]
    assert MOST == 2 and made == ["a", "b", "c", "b"]


def test_who_ask_for_one_at_once_get_the_same_one():
    def slowly(version: str) -> object:
        time.sleep(0.05)
        return object()

    alive, found = Alive(slowly), []
    threads = [threading.Thread(target=lambda: found.append(alive.of("a"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 and len({id(one) for one in found}) == 1
