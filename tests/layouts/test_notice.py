"""A page that says what is the matter: whole, and only words in it."""

from __future__ import annotations

from markupsafe import Markup, escape

from layouts.notice import STYLE, notice
from tests.wiring.documents import Document


def test_a_notice_is_a_whole_page_with_the_one_style_that_the_policy_names() -> None:
    page = Document(notice("A title", "A <heading>", Markup("Go <a href='/'>{}</a>.").format("<home>")))
    assert page.text.startswith("<!doctype html>") and page.faults == []
    assert [name for name, _ in page.elements] == ["html", "head", "meta", "meta", "title", "style", "body", "h1", "p", "a"]
    assert page.words.startswith("A title") and page.words.endswith("A <heading>Go <home>.")
    assert f"<style>{STYLE}</style>" in page.text


def test_words_that_are_no_html_stay_words() -> None:
    assert "<script>" not in notice("<script>", "<script>", escape("<script>")) and "<b>" not in notice("", "", "<b>")
