"""Files of a view over HTTP: types, names, tags, what is refused and in which words."""

from __future__ import annotations

import json
from urllib.parse import unquote

import brotli
import pytest
from flask.testing import FlaskClient

from dashboard.contents import Contents
from tests.wiring.taken import PANELS, SMALL

FILES = {
    "data.csv": "text/csv; charset=utf-8",
    "data.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "data.json": "application/json",
    "data.zip": "application/zip",
    **{f"{panel}.csv": "text/csv; charset=utf-8" for panel in PANELS},
    "citation.txt": "text/plain; charset=utf-8",
    "citation.bib": "application/x-bibtex",
    "citation.ris": "application/x-research-info-systems",
    "structure.xml": "application/vnd.sdmx.structure+xml; charset=utf-8",
}
LAWFUL = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_its_type_and_a_lawful_name_and_is_not_sent_twice(client: FlaskClient, name: str):
    query = f"indicator={SMALL}&areas=FIN"
    answer = client.get(f"/download/{name}?{query}")
    assert (answer.status_code, answer.content_type, answer.headers["X-Content-Type-Options"]) == (200, FILES[name], "nosniff")
    offered = answer.headers["Content-Disposition"].removeprefix('attachment; filename="').removesuffix('"')
    assert set(offered) <= LAWFUL and offered.rsplit(".", 1)[1] == name.rsplit(".", 1)[1] and (SMALL in offered or name == "structure.xml")
    assert (answer.headers["Cache-Control"], "X-Notices" in answer.headers) == ("no-cache", False)
    tag = answer.headers["ETag"]
    again = client.get(f"/download/{name}?areas=FIN&indicator={SMALL}", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.data, again.headers["ETag"], again.headers["X-Content-Type-Options"]) == (304, b"", tag, "nosniff")
    head = client.head(f"/download/{name}?{query}")
    assert (head.status_code, head.data, int(head.headers["Content-Length"]), head.headers["ETag"]) == (200, b"", len(answer.data), tag)


@pytest.mark.parametrize("name", [name for name in FILES if name != "structure.xml"])
def test_another_question_has_another_tag(client: FlaskClient, name: str):
    tags = [client.head(f"/download/{name}?{query}").headers["ETag"] for query in (f"indicator={SMALL}", "indicator=undernourishment")]
    assert len(set(tags)) == 2


def test_the_tag_of_a_file_that_names_its_address_changes_with_the_host(client: FlaskClient):
    for path in ("data.json", "data.zip", "ranking.csv", "citation.txt"):
        one, other = (client.get(f"/download/{path}?indicator={SMALL}&data=view", base_url=host) for host in ("http://a.example/", "https://b.example/"))
        assert one.headers["ETag"] != other.headers["ETag"] and one.data != other.data
    assert len({client.head(f"/download/data.csv?indicator={SMALL}", base_url=host).headers["ETag"] for host in ("http://a.example/", "http://b.example/")}) == 1


@pytest.mark.parametrize("name", ["data.csv", "data.json", "map.csv"])
def test_text_travels_compressed_and_packed_files_as_they_are(client: FlaskClient, name: str):
    path = f"/download/{name}?indicator={SMALL}"
    plain, small = client.get(path), client.get(path, headers={"Accept-Encoding": "br"})
    assert small.headers["Content-Encoding"] == "br" and brotli.decompress(small.data) == plain.data and len(small.data) < len(plain.data) / 4
    assert small.headers["ETag"] != plain.headers["ETag"] and "Accept-Encoding" in small.headers["Vary"]
    kept = client.get(path, headers={"Accept-Encoding": "gzip, br", "If-None-Match": plain.headers["ETag"]})
    assert kept.status_code == 304
    assert "Content-Encoding" not in client.get(f"/download/data.zip?indicator={SMALL}", headers={"Accept-Encoding": "br"}).headers


def test_a_file_is_made_once(app, monkeypatch: pytest.MonkeyPatch):
    """The second reader is given what the first was, whatever else of the address he wrote."""
    made, client = [], app.server.test_client()
    monkeypatch.setattr("callbacks.given.compressed", lambda body, encoding: made.append(len(body)) or body)
    one, other = (client.get(f"/download/data.xlsx?{query}") for query in ("indicator=undernourishment&year=2010", "year=2010&indicator=undernourishment&chart=dots"))
    assert one.data == other.data and len(made) == 1


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_other_methods_are_405(client: FlaskClient, name: str, method: str):
    assert client.open(f"/download/{name}", method=method).status_code == 405


@pytest.mark.parametrize("name", ["data.foo", "data.xls", "map.exe", "nothing.csv", "data", "citation.html", "..%2fdata.csv", "%00", "<script>.csv", "a/b/c.csv", "x" * 3000])
def test_a_download_that_there_is_not_is_404_and_says_which_there_are(client: FlaskClient, name: str):
    answer = client.get(f"/download/{name}")
    assert (answer.status_code, answer.mimetype, answer.headers["X-Content-Type-Options"]) == (404, "text/plain", "nosniff")
    assert answer.text.startswith("There is no download “") and "data.xlsx" in answer.text and "gaps.csv" in answer.text and len(answer.text) < 900


@pytest.mark.parametrize("name", ["data.csv", "data.xlsx", "data.json", "data.zip", "citation.txt", "citation.bib"])
@pytest.mark.parametrize("key", ["no-such-thing", "../manifest", "=cmd", "\0", "a" * 3000])
def test_no_file_of_another_indicator_is_given_for_an_unknown_one(client: FlaskClient, name: str, key: str):
    answer = client.get(f"/download/{name}", query_string={"indicator": key})
    assert (answer.status_code, answer.mimetype) == (404, "text/plain") and answer.text.startswith("There is no indicator “")


@pytest.mark.parametrize("name", FILES)
def test_a_question_for_data_of_neither_is_400_in_words(client: FlaskClient, name: str):
    answer = client.get(f"/download/{name}?data=everything")
    if name == "structure.xml":
        assert answer.status_code == 200  # there is only one
        return
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert answer.text == "data=everything: expected data=indicator (all areas, years and groups) or data=view (what the view shows).\n"


@pytest.mark.parametrize("name", ["data.json", "data.xlsx", "map.csv", "citation.txt"])
def test_what_had_to_be_changed_is_said(client: FlaskClient, name: str):
    answer = client.get(f"/download/{name}?indicator={SMALL}&areas=FIN,XXX&year=1066&nonsense=1")
    assert answer.status_code == 200
    said = unquote(answer.headers["X-Notices"])
    assert "“XXX”" in said and "instead of 1066" in said and "“nonsense”" in said


def test_the_head_of_an_answer_stays_short_however_much_was_changed(client: FlaskClient):
    every = "&".join(f"{key}=%22{'ü' * 20}" for key in ("areas", "year", "window", "sex", "age", "location", "by", "cross", "measure", "ref", "chart", "scope", "compare", *"abcdefgh"))
    answer = client.get(f"/download/map.csv?{every}&{every}")
    assert answer.status_code == 200 and 500 < len(answer.headers["X-Notices"]) < 4_000


def test_a_thousand_areas_are_eight_and_a_notice(client: FlaskClient, contents: Contents):
    every = [area.code for area in contents.atlas.states()]
    asked = ",".join(every * 6)
    answer = client.get(f"/download/data.json?indicator={SMALL}&data=view&areas={asked}")
    held = json.loads(answer.data)
    assert answer.status_code == 200 and held["address"].endswith(f"areas={','.join(every[:8])}")
    assert "longer than 4000" in " ".join(held["notices"]) and "At most 8 countries" in unquote(answer.headers["X-Notices"])
    late = client.get(f"/download/data.json?areas={asked}&indicator={SMALL}")  # beyond what is read of an address
    assert json.loads(late.data)["indicator"]["key"] == SMALL
