"""Files at addresses that hold their checksum: kept for good, the same content in every encoding, nothing else at any other address."""

from __future__ import annotations

import gzip
import hashlib

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.files import FOREVER, File, Files
from tests.wiring.documents import document

CONTENT = b"body { color: red }\n" * 50
# sha256 of the content in hexadecimal, its first sixteen digits
CHECKSUM = hashlib.sha256(CONTENT).hexdigest()[:16]
ENCODINGS = {"br": brotli.decompress, "gzip": gzip.decompress, "": lambda body: body}


def served(*files: File, prefix: str = "/") -> FlaskClient:
    server = Flask("files")
    Files(prefix, list(files)).register(server, prefix)
    return server.test_client()


def style(content: bytes = CONTENT) -> File:
    return File("monitor.css", lambda: content, "text/css")


def fetched(client: FlaskClient, url: str, accepted: str = "") -> TestResponse:
    return client.get(url, headers={"Accept-Encoding": accepted} if accepted else {})


def decoded(answer: TestResponse) -> bytes:
    return ENCODINGS[answer.headers.get("Content-Encoding", "")](answer.data)


def test_the_address_holds_the_checksum_of_the_content():
    assert Files("/", [style()]).url("monitor.css") == f"/static/{CHECKSUM}/monitor.css"
    assert Files("/stats/", [style()]).folder("monitor.css") == f"/stats/static/{CHECKSUM}/"
    assert Files("/", [style(b"other")]).url("monitor.css") != Files("/", [style()]).url("monitor.css")
    with pytest.raises(KeyError):
        Files("/", [style()]).url("another.css")


def test_a_file_may_be_kept_for_good():
    answer = fetched(served(style()), f"/static/{CHECKSUM}/monitor.css")
    assert (answer.status_code, answer.data, answer.mimetype) == (200, CONTENT, "text/css")
    assert answer.headers["Cache-Control"] == FOREVER == "public, max-age=31536000, immutable"
    assert answer.headers["Vary"] == "Accept-Encoding" and answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers and "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    "path", ["0000000000000000/monitor.css", f"{CHECKSUM}/other.css", f"{CHECKSUM[:-1]}/monitor.css", f"{CHECKSUM.upper()}/monitor.css", "x/monitor.css"]
)
def test_any_other_address_is_404_in_words_and_not_kept(path: str):
    answer = fetched(served(style()), f"/static/{path}")
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")
    assert "reload the page" in answer.text and "Cache-Control" not in answer.headers and "ETag" not in answer.headers


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("br", "br"), ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("GZIP;q=0.5", "gzip"), ("", ""), ("identity", ""), ("deflate", ""),
        # q=0 refuses
        ("br;q=0, gzip", "gzip"), ("gzip;q=0", ""), ("br; q=0.000, gzip;q=0.0", ""), ("br;q=0.001", "br"), ("zebra, brown", ""),
    ],
)  # fmt: skip
def test_the_best_encoding_that_is_accepted_is_sent(accepted: str, encoding: str):
    answer = fetched(served(style()), f"/static/{CHECKSUM}/monitor.css", accepted)
    assert answer.headers.get("Content-Encoding", "") == encoding
    assert decoded(answer) == CONTENT
    assert int(answer.headers["Content-Length"]) == len(answer.data)


def test_each_encoding_has_a_tag_of_its_own():
    client = served(style())
    tags = {fetched(client, f"/static/{CHECKSUM}/monitor.css", accepted).headers["ETag"] for accepted in ENCODINGS}
    assert len(tags) == 3 and all(tag.startswith(f'"{CHECKSUM}') and tag.endswith('"') for tag in tags)


def test_a_file_is_read_and_compressed_once_and_only_when_it_is_wanted(monkeypatch):
    done: list[str] = []
    monkeypatch.setattr("callbacks.files.brotli.compress", lambda body, quality: done.append("compressed") or b"small")
    file = File("a.js", lambda: done.append("read") or CONTENT, "text/javascript")
    client = served(file)
    assert done == []
    for _ in range(3):
        assert fetched(client, f"/static/{CHECKSUM}/a.js", "br").data == b"small"
    assert done == ["read", "compressed"]


def test_an_encoding_that_was_made_at_set_up_is_sent_as_it_is(monkeypatch):
    monkeypatch.setattr("callbacks.files.brotli.compress", None)  # raises where it is called
    made = gzip.compress(b"stands for what was made")
    file = File("a.js", lambda: CONTENT, "text/javascript", {"br": lambda: made})
    assert fetched(served(file), f"/static/{CHECKSUM}/a.js", "br").data == made


def test_every_file_of_the_page_is_the_same_in_every_encoding(client: FlaskClient):
    page = document(client)
    basics = page.first["basics"]
    urls = {url for url in page.asked("src", "href") if url.startswith("/static/")} | {basics["words"], f"{basics['topojson']}world_110m.json"}
    assert {url.rsplit("/", 1)[1] for url in urls} == {"plotly.js", "monitor.js", "monitor.css", "bootstrap.css", "world_110m.json", "words.json"}
    for url in urls:
        plain = fetched(client, url)
        assert (plain.status_code, plain.headers["Cache-Control"]) == (200, FOREVER)
        assert hashlib.sha256(plain.data).hexdigest()[:16] == url.split("/")[2]
        for accepted in ("br", "gzip"):
            answer = fetched(client, url, accepted)
            assert (answer.headers["Content-Encoding"], answer.mimetype) == (accepted, plain.mimetype)
            assert decoded(answer) == plain.data and len(answer.data) < len(plain.data)
