"""What an older program or one with other settings kept is not given again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app import ROOT, create_app
from callbacks.edition import PARTS, edition
from dashboard.settings import Settings

PLAIN = Settings()


@pytest.mark.parametrize(
    "own", [{"prefix": "/a/"}, {"name": "Other"}, {"accent": "#7A1F3D"}, {"link": "https://a.example"}, {"link_words": "A"}], ids=lambda own: next(iter(own))
)
def test_each_setting_that_a_page_shows_gives_another_edition(own: dict):
    assert edition(ROOT, replace(PLAIN, **own)) != edition(ROOT, PLAIN)


def test_a_logo_gives_another_edition_and_settings_that_no_answer_shows_do_not():
    assert edition(ROOT, PLAIN, b"logo") != edition(ROOT, PLAIN)
    assert edition(ROOT, replace(PLAIN, port=1, hosts=("a",), proxies=("unix",), csp="off", cache="NullCache")) == edition(ROOT, PLAIN)


def test_a_change_of_the_program_gives_another_edition(tmp_path: Path):
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("release", "__pycache__"), dirs_exist_ok=True)
    assert edition(tmp_path, PLAIN) == edition(ROOT, PLAIN)
    for path in ("assets/words.js", "layouts/page.py", "data/catalogue/labels.yaml", "assets/pages/form.js"):
        before = edition(tmp_path, PLAIN)
        with (tmp_path / path).open("a", encoding="utf-8") as file:
            file.write("\n")
        assert edition(tmp_path, PLAIN) != before, path


def test_two_editions_share_a_cache_without_giving_each_others_pages(tmp_path: Path):
    shared = Settings(cache="FileSystemCache", cache_dir=str(tmp_path))
    one, other = (create_app(settings).server.test_client() for settings in (shared, replace(shared, name="Another Monitor")))
    for client, name in ((one, "Society for All Monitor"), (other, "Another Monitor"), (one, "Society for All Monitor")):
        assert f"\u00b7 {name}</title>" in client.get("/gaps").text

