"""What is not served is refused in words and with the right status, and never by an error of the server's own."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

GOOD = {
    "output": "held-map.data",
    "outputs": {"id": "held-map", "property": "data"},
    "inputs": [{"id": "ask-map", "property": "data", "value": "?indicator=unemployment"}],
    "changedPropIds": ["ask-map.data"],
}


@pytest.mark.parametrize("path", ["/abc", "/index.html", "/embed/", "/embed/map/", "/health/", "/favicon.ico", "/static/x", "/a/../b", "/%00", "/<script>"])
def test_a_path_that_there_is_not_is_404(client: FlaskClient, path: str):
    answer = client.get(path)
    assert answer.status_code == 404
    assert b"<script>" not in answer.data


def test_the_page_that_says_so_links_to_the_monitor(client: FlaskClient):
    answer = client.get("/nowhere")
    assert "Nothing is served at <code>/nowhere</code>" in answer.text and '<a href="/">' in answer.text


def test_a_good_question_is_answered(client: FlaskClient):
    assert client.post("/_dash-update-component", json=GOOD).status_code == 200


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("nonsense", "no JSON object"),
        ("[]", "no JSON object"),
        ("{}", "output: found 'None'"),
        (json.dumps(GOOD | {"output": "nope.data"}), "expected one of held-breakdown.data"),
        (json.dumps(GOOD | {"output": ["held-map.data"]}), "output: found"),
        (json.dumps(GOOD | {"inputs": []}), "expected one, with"),
        (json.dumps(GOOD | {"inputs": [{"id": "ask-map"}]}), "expected one, with"),
        (json.dumps(GOOD | {"inputs": [{"id": "ask-trend", "property": "data", "value": ""}]}), "expected the data of ask-map"),
        (json.dumps(GOOD | {"outputs": {"id": "held-trend", "property": "data"}}), "expected those of held-map"),
        (json.dumps(GOOD | {"changedPropIds": [["x"]]}), "expected those of held-map"),
        (json.dumps({k: v for k, v in GOOD.items() if k != "outputs"}), "outputs or changedPropIds: expected those of held-map"),
    ],
)
def test_a_question_that_is_none_is_400_and_says_what_is_wrong(client: FlaskClient, asked: str, words: str):
    answer = client.post("/_dash-update-component", data=asked, content_type="application/json")
    assert answer.status_code == 400 and words in answer.text
