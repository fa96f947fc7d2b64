"""Every answer has the headers: pages, files, Dash's scripts, kept answers, errors, refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Response
from flask.testing import FlaskClient

from app import create_app
from dashboard.settings import Settings
from dashboard.site.policy import file_policy, page_policy
from layouts.notice import STYLE
from tests.wiring.documents import Document, document

NAMES = ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "X-Frame-Options")
PAGE, FILE = page_policy((), (STYLE,)), file_policy(())


def held_to(answer, policy: str) -> None:
    assert answer.headers.get_all("Content-Security-Policy") == [policy]
    assert [len(answer.headers.get_all(name)) for name in NAMES] == [1] * len(NAMES)  # none twice, where a route says it as well
    assert (answer.headers["X-Content-Type-Options"], answer.headers["Referrer-Policy"], answer.headers["X-Frame-Options"]) == ("nosniff", "same-origin", "SAMEORIGIN")


@pytest.mark.parametrize("path", ["/", "/?indicator=unemployment", "/gaps", "/missing", "/nowhere", "/embed/map", "/embed/nowhere", "/release/000000000000/"])
def test_documents_have_the_pages_policy_when_made_and_when_kept(client: FlaskClient, path: str):
    for _ in range(2):
        held_to(client.get(path), PAGE)


@pytest.mark.parametrize(
    ("path", "status"),
    [("/health", 200), ("/download/catalogue.csv", 200), ("/download/data.csv?indicator=none", 404), ("/download/nowhere", 404), ("/download/map.svg", 200), ("/oembed?url=x", 404)]
    + [("/_dash-layout", 200), ("/static/0/x.js", 404)],
)
def test_files_and_their_errors_have_the_files_policy(client: FlaskClient, path: str, status: int):
    answer = client.get(path)
    assert answer.status_code == status
    held_to(answer, FILE)


def test_the_files_of_the_page_dashs_scripts_and_its_answers_have_it(client: FlaskClient):
    page = document(client)
    for url in [url for url in page.asked("src", "href") if url.startswith(("/static/", "/_dash-"))]:
        held_to(client.get(url), FILE)
    held_to(client.post("/_dash-update-component", json={"a": 1}), FILE)
    held_to(client.post("/nowhere"), PAGE)


def test_an_error_of_the_program_has_it():
    server = create_app(Settings()).server
    server.add_url_rule("/download/broken", "broken", lambda: 1 / 0)
    answer = server.test_client().get("/download/broken")
    assert answer.status_code == 500
    held_to(answer, PAGE)


def test_so_has_a_monitor_without_a_release(tmp_path: Path):
    answer = create_app(Settings(release=str(tmp_path))).server.test_client().get("/")
    assert answer.status_code == 503
    held_to(answer, PAGE)


def test_a_refused_host_has_it():
    answer = create_app(Settings(hosts=("monitor.example",))).server.test_client().get("/")
    assert answer.status_code == 400
    held_to(answer, FILE)


def test_the_settings_say_who_may_frame_what_is_told_and_whether_the_policy_is_kept_to():
    client = create_app(Settings(frame_ancestors=("https://a.example",), referrer_policy="no-referrer", csp="report")).server.test_client()
    for path, policy in (("/gaps", "script-src 'self';"), ("/download/catalogue.csv", "default-src 'none';")):
        answer = client.get(path)
        assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'self' https://a.example"
        assert policy in answer.headers["Content-Security-Policy-Report-Only"]
        assert answer.headers["Referrer-Policy"] == "no-referrer" and "X-Frame-Options" not in answer.headers


def test_a_pdf_says_only_who_may_frame_it():
    server = create_app(Settings()).server
    server.add_url_rule("/download/a.pdf", "pdf", lambda: Response(b"%PDF", mimetype="application/pdf"))
    held_to(server.test_client().get("/download/a.pdf"), "frame-ancestors 'self'")


def test_an_answer_that_has_a_policy_of_its_own_keeps_it():
    server = create_app(Settings()).server
    server.add_url_rule("/download/own", "own", lambda: Response("x", headers={"Content-Security-Policy": "sandbox"}))
    assert server.test_client().get("/download/own").headers.get_all("Content-Security-Policy") == ["sandbox"]


@pytest.mark.parametrize("path", ["/", "/?indicator=refugees-hosted&areas=DEU,PRI", "/?indicator=unemployment&areas=FIN,KEN", "/gaps", "/missing", "/missing?area=KEN", "/nowhere"])
def test_no_document_holds_what_its_policy_refuses(client: FlaskClient, path: str):
    page = Document(client.get(path).text)
    assert [(name, given["style"]) for name, given in page.elements if "style" in given] == []
    assert [(name, key) for name, given in page.elements for key in given if key.startswith("on")] == []
    assert [given for given, text in page.scripts if "src" not in given and given.get("type") not in ("application/json", "text/plain")] == []
    assert [name for name, _ in page.elements].count("style") == (1 if path == "/nowhere" else 0)
