"""Components written out as HTML."""

from __future__ import annotations

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html

from dashboard.contents import Contents
from layouts.page import dash_layout, page
from layouts.shell import Element, to_html
from tests.wiring.documents import Document


def test_a_tree_is_written_in_its_order():
    tree = html.Div([html.H1("Title"), "and ", html.B(["so ", 0, " on"]), None], id="x", className="a b")
    assert to_html(tree) == '<div id="x" class="a b"><h1>Title</h1>and <b>so 0 on</b></div>'
    assert to_html([]) == to_html(None) == ""
    assert to_html((html.P("a"), html.P())) == "<p>a</p><p></p>"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", 'a "quoted" & b', "it's", "<!--", "&lt;", "]]>", "</div>"])
def test_text_and_attributes_say_what_they_are_given_and_nothing_else(text: str):
    written = to_html(html.Div([text, html.A(text, href=text, title=text, **{"data-x": text})]))
    read = Document(written)
    assert read.faults == [] and [name for name, _ in read.elements] == ["div", "a"]
    assert read.elements[1][1] == {"href": text, "title": text, "data-x": text}
    assert read.words == text * 2


def test_escaping_by_hand():
    assert to_html(html.P("<b> & \"c\"", title="'<\">")) == '<p title="&#39;&lt;&#34;&gt;">&lt;b&gt; &amp; &#34;c&#34;</p>'


def test_void_elements_have_no_end_and_others_always_have_one():
    assert to_html([html.Br(), html.Hr(className="x"), html.Img(src="a.svg")]) == '<br><hr class="x"><img src="a.svg">'
    assert to_html(Element("input", {"id": "q", "type": "search"})) == '<input id="q" type="search">'
    assert to_html([html.Div(), html.Span(), html.Ul(), html.Button()]) == "<div></div><span></span><ul></ul><button></button>"
    assert to_html(Element("output")) == "<output></output>"


def test_an_attribute_that_is_true_stands_alone_and_one_that_is_not_set_is_left_out():
    assert to_html(html.Ul(hidden=True, role=None, id="x")) == '<ul id="x" hidden></ul>'
    assert to_html(html.Ul(hidden=False)) == "<ul></ul>"
    assert to_html(Element("input", {"disabled": True, "checked": False, "name": None, "value": ""})) == '<input disabled value="">'


def test_names_of_attributes_are_those_of_html():
    (element,) = Document(to_html(html.Label("a", htmlFor="x", tabIndex="0", className="c", **{"aria-label": "Map", "data-key": "1"}))).elements
    assert element == ("label", {"for": "x", "tabindex": "0", "class": "c", "aria-label": "Map", "data-key": "1"})


def test_a_style_becomes_its_text():
    assert to_html(html.Div(style={"--n": 3, "width": '1px"'})) == '<div style="--n:3;width:1px&#34;"></div>'


@pytest.mark.parametrize("part", [dcc.Store(id="x"), dcc.Graph(), dbc.Button("a"), dash_layout()], ids=["Store", "Graph", "Button", "layout"])
def test_a_component_without_plain_html_is_refused(part):
    with pytest.raises(TypeError, match="has no plain HTML; expected a component of dash.html"):
        to_html(html.Div([html.P("before"), part]))


def test_the_page_of_a_release_is_whole(contents: Contents):
    read = Document(to_html(page(contents)))
    assert read.faults == []
    names = {name for name, _ in read.elements}
    assert {"header", "nav", "main", "h1", "input", "section", "footer", "details", "summary"} <= names
    assert [name for name, _ in read.elements].count("h1") == 1
    assert all(dimension.short in read.words for dimension in contents.catalogue.dimensions)
    assert names.isdisjoint({"script", "style", "iframe"})
