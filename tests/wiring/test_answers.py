"""Answers given before are given again as they were, and only those that may be."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from types import SimpleNamespace

import brotli
import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app
from callbacks.answers import LARGEST_QUESTION, compressed, register
from callbacks.encodings import encoding_of
from dashboard.settings import Settings
from data.desk import Desk
from tests.wiring.asking import PANELS, Asking
from tests.wiring.documents import Document

ASK, PAGE = "/_dash-update-component", "/"
DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress, "": lambda body: body}
ENCODINGS = list(DECODERS)


class Kitchen:
    """A server whose every answer is another one, so that an answer given twice was kept."""

    def __init__(self, desk: Desk, prefix: str = "/") -> None:
        self.cooked, self.read, self.status = 0, 0, 200
        server = Flask("kitchen")
        server.add_url_rule(f"{prefix}_dash-update-component", "ask", self.cook, methods=["POST", "PUT"])
        server.add_url_rule(prefix, "page", self.cook, methods=["GET", "POST"])
        server.add_url_rule(f"{prefix}other", "other", self.cook, methods=["GET", "POST"])
        register(SimpleNamespace(server=server, config=SimpleNamespace(routes_pathname_prefix=prefix)), desk)
        self.client = server.test_client()

    def cook(self) -> Response:
        self.cooked += 1
        self.read = len(request.get_data())
        return Response(f"answer {self.cooked} " + "é" * 500, status=self.status, mimetype="application/json")


@pytest.fixture
def kitchen(desk: Desk) -> Kitchen:
    return Kitchen(desk)


def accepting(encoding: str) -> dict[str, str]:
    return {"Accept-Encoding": encoding} if encoding else {}


def plain(answer: TestResponse) -> str:
    return DECODERS[answer.headers.get("Content-Encoding", "")](answer.data).decode()


def head_of(answer: TestResponse) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name != "Date"}


WAYS: dict[str, Callable[[FlaskClient, dict], TestResponse]] = {
    "question": lambda client, head: client.post(ASK, data=b'{"a": 1}', headers=head),
    "document": lambda client, head: client.get("/?indicator=x", headers=head),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_second_answer_is_the_first_to_the_byte(kitchen: Kitchen, way: str, encoding: str):
    one, other = (WAYS[way](kitchen.client, accepting(encoding)) for _ in range(2))
    assert kitchen.cooked == 1
    assert (one.data, head_of(one)) == (other.data, head_of(other))
    assert (one.status_code, one.mimetype, one.headers.get("Content-Encoding", "")) == (200, "application/json", encoding)
    assert (one.headers["Vary"], one.headers["Cache-Control"]) == ("Accept-Encoding", "no-cache")
    assert plain(one) == "answer 1 " + "é" * 500
    assert int(one.headers["Content-Length"]) == len(one.data)


@pytest.mark.parametrize("way", WAYS)
def test_nobody_is_given_an_encoding_he_did_not_ask_for(kitchen: Kitchen, way: str):
    for encoding in [*ENCODINGS, *ENCODINGS]:
        answer = WAYS[way](kitchen.client, accepting(encoding))
        assert answer.headers.get("Content-Encoding", "") == encoding and plain(answer).startswith("answer ")
    assert kitchen.cooked == 3  # one an encoding


def test_another_question_has_another_answer_and_a_question_is_no_document(kitchen: Kitchen):
    said = [kitchen.client.post(ASK, data=body).text for body in (b"a", b"b", b"ab")]
    said += [kitchen.client.get(PAGE, query_string=query).text for query in ("a", "b", "")]
    assert len(set(said)) == 6


@pytest.mark.parametrize("status", [204, 301, 400, 404, 500, 503])
@pytest.mark.parametrize("way", WAYS)
def test_what_did_not_go_well_is_not_kept(kitchen: Kitchen, cache, way: str, status: int):
    kitchen.status = status
    assert WAYS[way](kitchen.client, {}).status_code == status
    assert not cache
    kitchen.status = 200
    answer = WAYS[way](kitchen.client, {})
    assert (answer.status_code, kitchen.cooked) == (200, 2)


def test_a_document_that_one_host_was_given_is_not_given_to_another(kitchen: Kitchen):
    """It may name its own address, and anybody may ask in the name of any host."""
    said = {base: kitchen.client.get("/?indicator=x", base_url=base).text for base in ("http://a.example/", "http://b.example/", "https://a.example/")}
    assert len(set(said.values())) == 3
    assert {base: kitchen.client.get("/?indicator=x", base_url=base).text for base in said} == said and kitchen.cooked == 3


def test_a_question_too_long_is_answered_and_not_kept(kitchen: Kitchen, cache):
    for body in (b"x" * (LARGEST_QUESTION + 1),) * 2:
        assert kitchen.client.post(ASK, data=body).status_code == 200
    for query in ("x" * (LARGEST_QUESTION + 1),) * 2:
        assert kitchen.client.get(PAGE, query_string=query).status_code == 200
    assert (kitchen.cooked, len(cache)) == (4, 0)
    kitchen.client.post(ASK, data=b"x" * LARGEST_QUESTION)
    kitchen.client.get(PAGE, query_string="x" * LARGEST_QUESTION)
    assert (kitchen.cooked, len(cache)) == (6, 2)  # the longest that are kept


def test_a_question_that_does_not_say_how_long_it_is_is_answered_and_not_kept(kitchen: Kitchen, cache):
    """Sent in pieces, as a proxy may: its length is known only when all of it was read."""
    for _ in range(2):
        pieces = {"input_stream": BytesIO(b"x" * 100_000), "environ_overrides": {"wsgi.input_terminated": True, "CONTENT_LENGTH": ""}}
        assert kitchen.client.post(ASK, **pieces).status_code == 200
    assert (kitchen.cooked, kitchen.read, len(cache)) == (2, 100_000, 0)


def test_keys_are_short_and_hold_nothing_of_the_question(kitchen: Kitchen, cache):
    kitchen.client.post(ASK, data=b"secret" * 500)
    kitchen.client.get(PAGE, query_string="secret" * 500)
    assert len(cache) == 2 and all(len(key) < 120 and "secret" not in key for key in cache)


def test_another_release_has_other_answers(desk: Desk, cache):
    newer = Desk(desk.store, replace(desk.contents, version="another"), cache)
    first, second = Kitchen(desk), Kitchen(newer)
    for way in WAYS.values():
        way(first.client, {})
        assert way(second.client, {}).status_code == 200
    assert (first.cooked, second.cooked, len(cache)) == (2, 2, 4)


def test_another_worker_gives_the_kept_answer(desk: Desk, cache):
    one, other = Kitchen(desk), Kitchen(Desk(desk.store, desk.contents, cache))
    for way in WAYS.values():
        assert way(one.client, accepting("br")).data == way(other.client, accepting("br")).data
    assert other.cooked == 0


@pytest.mark.parametrize(
    ("method", "path"), [("HEAD", PAGE), ("OPTIONS", PAGE), ("POST", PAGE), ("PUT", ASK), ("OPTIONS", ASK), ("GET", ASK), ("GET", "/other"), ("POST", "/other")]
)
def test_other_methods_and_addresses_are_left_alone(kitchen: Kitchen, cache, method: str, path: str):
    WAYS["question"](kitchen.client, {})
    WAYS["document"](kitchen.client, {})
    kept = dict(cache)
    answers = [kitchen.client.open(path, method=method, data=b'{"a": 1}', query_string="indicator=x") for _ in range(2)]
    assert cache == kept
    assert all("Cache-Control" not in answer.headers and "Content-Encoding" not in answer.headers for answer in answers)
    assert answers[0].status_code == 405 or method in ("HEAD", "OPTIONS") or answers[0].data != answers[1].data


def test_below_a_prefix_the_same_is_kept(desk: Desk, cache):
    kitchen = Kitchen(desk, "/stats/")
    for _ in range(2):
        kitchen.client.post("/stats/_dash-update-component", data=b"a")
        kitchen.client.get("/stats/", query_string="a")
    assert (kitchen.cooked, len(cache)) == (2, 2)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", ""), ("identity", ""), ("br", "br"), ("gzip, br", "br"), ("gzip", "gzip"), ("deflate, zstd", ""), ("BR", "br"),
        ("br;q=0, gzip;q=0.5", "gzip"), ("gzip; q=0", ""), ("br;q=0.0", ""), ("br;q=1.0", "br"), ("abra, gzipped", ""),
    ],
)  # fmt: skip
def test_encoding_is_one_that_is_accepted(accepted: str, encoding: str):
    assert encoding_of(accepted) == encoding


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_compression_loses_nothing_and_is_the_same_every_time(encoding: str):
    body = "{\"ä\": [1, 2, 3]}".encode() * 1000
    assert DECODERS[encoding](compressed(body, encoding)) == body
    assert compressed(body, encoding) == compressed(body, encoding)  # no clock in it


@pytest.fixture
def served(monkeypatch, cache) -> FlaskClient:
    """The whole application, its cache the mapping of this test."""
    monkeypatch.setattr("app.cache_of", lambda *_: cache)
    return create_app(Settings()).server.test_client()


SEARCH = "indicator=unemployment&areas=FIN,KEN"


def answers_kept(cache) -> list[str]:
    return [key for key in cache if ":ask:" in key or ":page:" in key]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_page_itself_and_its_panels_are_kept_in_each_encoding(served: FlaskClient, cache, encoding: str):
    asking = Asking(served)
    asking.client.environ_base["HTTP_ACCEPT_ENCODING"] = encoding
    pages = [served.get(f"/?{SEARCH}") for _ in range(2)]
    assert pages[0].data == pages[1].data  # Dash names each page it writes: bytes are equal only where the page was kept
    assert pages[0].headers.get("Content-Encoding", "") == encoding
    answers = Document(plain(pages[0])).first["answers"]
    for panel in PANELS:
        one, other = asking.post(panel, SEARCH), asking.post(panel, SEARCH)
        assert (one.data, head_of(one)) == (other.data, head_of(other))
        assert json.loads(plain(one))["response"][f"held-{panel}"]["data"] == answers[panel]
    assert len(answers_kept(cache)) == 1 + len(PANELS)


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"null", b"{", b'{"output": "nothing.data"}', b"\xff\xfe"])
def test_a_question_that_is_none_is_not_kept(served: FlaskClient, cache, body: bytes):
    served.application.config["PROPAGATE_EXCEPTIONS"] = False
    statuses = [served.post(ASK, data=body, content_type="application/json").status_code for _ in range(2)]
    assert statuses[0] == statuses[1] >= 400
    assert answers_kept(cache) == []
