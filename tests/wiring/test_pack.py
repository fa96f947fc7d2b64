"""A pack from its question to its file."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import pptx
import pytest
from pypdf import PdfReader

from app import create_app
from callbacks.pack import made
from callbacks.refusals import fault_of
from dashboard.settings import Settings
from data.packs import Packs

ROOT = Path(__file__).resolve().parents[2]
ASKED = {"view": "?areas=FIN,KEN", "indicators": ["unemployment", "rule-of-law"], "kind": "pdf", "home": "https://host/", "ticket": "0123456789abcdef"}


def question(asked: dict, **other: str) -> dict:
    version = json.loads((ROOT / "data" / "release" / "manifest.json").read_text())["version"]
    return {"release": str(ROOT / "data" / "release"), "catalogue": str(ROOT / "data" / "catalogue"), "version": version, "asked": asked, "name": "Monitor"} | other


def test_a_pack_has_contents_a_sheet_an_indicator_and_notes_and_says_how_far_it_is(tmp_path: Path):
    said: list[dict] = []
    packs = Packs(tmp_path)
    done = made(packs, "pdf", question(ASKED), said.append)
    assert [step["done"] for step in said] == [0, 1, 2, 3]
    assert said[1]["says"].startswith("Unemployment")
    path = packs.found(done["file"])
    read = PdfReader(io.BytesIO(path.read_bytes()))
    pages = [page.extract_text() for page in read.pages]
    assert done == {"file": path.name, "pages": len(pages), "bytes": path.stat().st_size}
    assert pages[0].startswith("Briefing\nFinland and Kenya")
    for n, name in enumerate(("Unemployment", "Rule of law")):
        assert name in pages[0] and pages[1 + n].startswith(name)
        assert pages[1 + n].rstrip().endswith(str(n + 2))  # the number that the contents give
        assert name in pages[-1]
    assert "https://host/?indicator=rule-of-law&areas=FIN,KEN" in pages[2]
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize(("kind", "opened"), [("pptx", pptx.Presentation), ("docx", docx.Document)])
def test_a_pack_of_slides_or_text_holds_every_view_with_its_charts(tmp_path: Path, kind: str, opened):
    packs = Packs(tmp_path)
    done = made(packs, kind, question(ASKED | {"kind": kind}), lambda _: None)
    data = packs.found(done["file"]).read_bytes()
    held = opened(io.BytesIO(data))
    text = [shape.text_frame.text for slide in held.slides for shape in slide.shapes if shape.has_text_frame] if kind == "pptx" else [p.text for p in held.paragraphs]
    assert text[0] == "Briefing: Finland and Kenya"
    for name in ("Unemployment", "Rule of law"):
        assert sum(name in words for words in text) >= 3
    assert held.core_properties.keywords .startswith("https://host/?")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sum(re.fullmatch(r".*/charts/chart[0-9]+[.]xml", name) is not None for name in archive.namelist()) >= 4
    assert done["pages"] == 2


def test_a_release_that_was_renewed_makes_no_mixed_pack(tmp_path: Path):
    done = made(Packs(tmp_path), "pdf", question(ASKED, version="older"), lambda _: None)
    assert done == {"fault": "The data were renewed meanwhile; reload the page and ask again."}
    assert list(tmp_path.iterdir()) == []


def test_a_job_that_breaks_leaves_a_sentence_and_no_file(tmp_path: Path):
    done = made(Packs(tmp_path), "pdf", question(ASKED, release=str(tmp_path / "nowhere")), lambda _: None)
    assert done["fault"].startswith("The pack could not be made")
    assert list(tmp_path.iterdir()) == []


def test_a_pack_that_is_not_there_is_said(client):
    for name in ("x" * 32 + ".pdf", "..%2f..%2fmanifest.json", "manifest.json"):
        answer = client.get(f"/download/pack/{name}")
        assert answer.status_code == 404
    assert "waits for an hour" in client.get("/download/pack/" + "x" * 32 + ".pdf").text


def body(value: dict) -> dict:
    """The question as Dash's script sends it."""
    asked = {"id": "pack-ask", "property": "data", "value": value}
    return {"output": "pack-held.data", "outputs": {"id": "pack-held", "property": "data"}, "inputs": [asked], "changedPropIds": ["pack-ask.data"]}


def test_where_nothing_can_be_written_everything_else_is_served_and_a_briefing_is_refused_in_words(tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    reader = create_app(Settings(cache_dir=str(tmp_path / "file"))).server.test_client()
    assert reader.get("/").status_code == 200
    answer = reader.post("/_dash-update-component", json=body(ASKED)).json
    assert "MONITOR_CACHE_DIR" in answer["response"]["pack-held"]["data"]["fault"]


def test_questions_of_the_pack_are_the_pages_own():
    asked = body({})
    assert fault_of(asked) == ""
    assert fault_of(asked | {"outputs": {"id": "pack-held", "property": "id"}}) != ""


def test_a_question_for_a_pack_is_never_answered_from_what_another_reader_was_told(app, monkeypatch):
    """The same question twice begins two jobs."""
    begun: list[str] = []
    monkeypatch.setattr("multiprocess.Process.start", lambda self: begun.append("job"))
    monkeypatch.setattr("multiprocess.Process.pid", 1, raising=False)
    asked = json.dumps(body(ASKED), separators=(",", ":"))
    answers = [app.server.test_client().post("/_dash-update-component", data=asked, content_type="application/json") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert begun == ["job", "job"]
