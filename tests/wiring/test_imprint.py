"""What an older program or one with other settings kept is not given again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app import ROOT, create_app
from callbacks.imprint import PARTS, imprint
from dashboard.settings import Settings

PLAIN = Settings()


@pytest.mark.parametrize(
    "own", [{"prefix": "/a/"}, {"name": "Other"}, {"accent": "#7A1F3D"}, {"link": "https://a.example"}, {"link_words": "A"}], ids=lambda own: next(iter(own))
)
def test_each_setting_that_a_page_shows_gives_another_imprint(own: dict):
    assert imprint(ROOT, replace(PLAIN, **own)) != imprint(ROOT, PLAIN)


def test_a_logo_gives_another_imprint_and_settings_that_no_answer_shows_do_not():
    assert imprint(ROOT, PLAIN, b"logo") != imprint(ROOT, PLAIN)
    assert imprint(ROOT, replace(PLAIN, port=1, hosts=("a",), proxies=("unix",), csp="off", cache="NullCache")) == imprint(ROOT, PLAIN)


def test_a_change_of_the_program_gives_another_imprint(tmp_path: Path):
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("release", "__pycache__"), dirs_exist_ok=True)
    assert imprint(tmp_path, PLAIN) == imprint(ROOT, PLAIN)
    for path in ("assets/words.js", "layouts/page.py", "data/catalogue/labels.yaml", "assets/pages/form.js"):
        before = imprint(tmp_path, PLAIN)
        with (tmp_path / path).open("a", encoding="utf-8") as file:
            file.write("\n")
        assert imprint(tmp_path, PLAIN) != before, path


def test_two_imprints_share_a_cache_without_giving_each_others_pages(tmp_path: Path):
    shared = Settings(cache="FileSystemCache", cache_dir=str(tmp_path))
    one, other = (create_app(settings).server.test_client() for settings in (shared, replace(shared, name="Another Monitor")))
    for client, name in ((one, "Society for All Monitor"), (other, "Another Monitor"), (one, "Society for All Monitor")):
        assert f"\u00b7 {name}</title>" in client.get("/gaps").text

