"""A view in a frame: its documents, what they load, and what they say of themselves."""

from __future__ import annotations

import json
import re
from itertools import permutations
from urllib.parse import parse_qs, urlsplit

import brotli
import pytest
from flask.testing import FlaskClient

from dashboard.embed import PANELS
from dashboard.provenance import DISCLAIMER
from tests.wiring.asking import Asking
from tests.wiring.documents import Document, document

QUERY = "indicator=unemployment&areas=FIN,KEN&by=sex&year=2015"
ORDERS = [",".join(order) for n in (1, 2, 4) for order in list(permutations(PANELS, n))[:: 1 if n < 2 else 5]]


def embed(client: FlaskClient, panels: str, query: str = QUERY) -> Document:
    return document(client, query, f"/embed/{panels}")


def scripts(page: Document) -> list[str]:
    return [attributes["src"].rsplit("/", 1)[1] for attributes, _ in page.scripts if "src" in attributes]


@pytest.mark.parametrize("panels", ORDERS)
def test_an_embed_is_a_whole_document_of_its_panels(client: FlaskClient, panels: str):
    page = embed(client, panels)
    assert page.faults == [] and len(page.ids) == len(set(page.ids))
    looks = [attributes["class"].split() for name, attributes in page.elements if name == "section"]
    assert [look[1].removesuffix("-panel") for look in looks] == panels.split(",")
    for said in ("Unemployment", "% of labour force · 2015", "Source: World Bank", "Open in Society for All Monitor"):
        assert said in page.words
    assert (DISCLAIMER in page.words) == ("map" in panels)


def test_the_picture_stands_in_the_first_response(client: FlaskClient):
    page = embed(client, "map,ranking,breakdown")
    assert sum(name == "path" and "data-area" in attributes for name, attributes in page.elements) > 150
    assert {"FIN", "KEN"} <= {attributes["data-area"] for name, attributes in page.elements if name == "tr" and "data-area" in attributes}
    assert "By sex" in page.words and "Female" in page.words and "under 5%" in page.words


def test_only_what_the_panels_need_is_loaded(client: FlaskClient):
    assert scripts(embed(client, "ranking")) == ["tell.js", "frame.js"]
    assert scripts(embed(client, "map")) == ["tell.js", "plotly.js", "frame.js"]
    for panels in PANELS:
        assert "dash" not in " ".join(embed(client, panels).asked("src", "href")) and "bootstrap" not in embed(client, panels).text
    assert "ground" not in embed(client, "ranking").first["basics"]


def test_its_answers_are_those_of_the_callbacks(client: FlaskClient, asking: Asking):
    assert embed(client, "ranking,trend").first["answers"] == {panel: asking.held(panel, QUERY) for panel in ("map", "trend")}


def test_the_first_sight_of_a_map_is_a_small_part_of_the_pages_weight(client: FlaskClient):
    """What must come before anything is seen: the document and its style."""

    def weight(path: str) -> int:
        page = client.get(path, headers={"Accept-Encoding": "br"})
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', brotli.decompress(page.data).decode())
        return len(page.data) + sum(len(client.get(url, headers={"Accept-Encoding": "br"}).data) for url in sheets)

    whole = sum(len(client.get(url, headers={"Accept-Encoding": "br"}).data) for url in {*document(client, QUERY).asked("href", "src")} if url.startswith("/static/"))
    assert weight(f"/embed/map?{QUERY}") < 65_000 < whole / 8


def test_the_link_to_the_page_and_its_description_hold_the_view(client: FlaskClient):
    page = embed(client, "map,trend", QUERY + "&chart=nonsense")
    (way,) = (attributes for name, attributes in page.elements if name == "a" and "data-view" in attributes)
    assert (way["href"], way["target"], way["rel"]) == (f"/?{QUERY.replace('&by=sex', '').replace('&year=2015', '')}&year=2015", "_blank", "noopener")
    for path, shown in (("/embed/map,trend", "/embed/map,trend"), ("/", "/")):
        (link,) = (a["href"] for name, a in document(client, QUERY, path).elements if name == "link" and a.get("type") == "application/json+oembed")
        told = parse_qs(urlsplit(link).query)["url"][0]
        assert link.startswith("http://localhost/oembed?") and told.startswith(f"http://localhost{shown}?indicator=unemployment&areas=FIN,KEN")
        assert client.get(link.removeprefix("http://localhost")).json["type"] == "rich"


def test_an_unlawful_part_of_the_query_is_said_and_not_refused(client: FlaskClient):
    page = embed(client, "trend", "indicator=unemployment&areas=QQQ&year=1800")
    assert "No country has the code “QQQ”" in page.words and "1991 is shown instead of 1800" in page.words


@pytest.mark.parametrize("panels", ["pie", "map,pie", "map,map", "map,", "MAP", "%3Cscript%3E", "map%00", "..%2f"])
def test_a_panel_that_there_is_not_is_404_in_words(client: FlaskClient, panels: str):
    answer = client.get(f"/embed/{panels}")
    assert answer.status_code == 404 and "<script>" not in answer.text
    assert "There is no such" in answer.text and '<a href="/"' in answer.text


@pytest.mark.parametrize("key", ["indicator", "areas", "sex", "by", "colour"])
def test_nothing_of_an_address_becomes_markup(client: FlaskClient, key: str):
    page = embed(client, "map,trend,breakdown,ranking", f"{key}=qwvx</script><script>alert('qwvx')</script>&qwvx=\"><b>")
    assert page.faults == [] and [name for name, _ in page.elements].count("b") <= 1
    assert not any("alert" in text for attributes, text in page.scripts if "type" not in attributes)


def test_a_document_of_one_host_is_not_given_to_another(client: FlaskClient):
    """It holds addresses of the host that it was asked from."""
    for host in ("one.example", "two.example", "one.example"):
        for path in ("/embed/map", "/"):
            text = client.get(path, headers={"Host": host}).text
            assert f"http://{host}/oembed" in text and {"one.example": "two.example", "two.example": "one.example"}[host] not in text


def test_a_document_is_given_again_as_it_was(client: FlaskClient, monkeypatch: pytest.MonkeyPatch):
    first = client.get(f"/embed/map?{QUERY}&scope=002")
    monkeypatch.setattr("callbacks.embeds.Embeds.document", lambda *_: pytest.fail("drawn a second time"))
    assert client.get(f"/embed/map?{QUERY}&scope=002").data == first.data


def test_the_script_for_other_pages_has_an_address_that_stays(client: FlaskClient):
    answer = client.get("/embed.js")
    assert (answer.status_code, answer.mimetype) == (200, "text/javascript")
    assert answer.headers["Access-Control-Allow-Origin"] == "*" and answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "immutable" not in answer.headers["Cache-Control"]
    assert client.get("/embed.js", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert len(client.get("/embed.js", headers={"Accept-Encoding": "br"}).data) < 1_000


def test_oembed_describes_the_page_and_embeds(client: FlaskClient):
    def ask(**asked: object):
        return client.get("/oembed", query_string=asked)

    told = ask(url="http://localhost/embed/ranking,map?indicator=unemployment&sex=F&year=2015", maxwidth=500).json
    assert (told["type"], told["version"], told["title"], told["width"]) == ("rich", "1.0", "Unemployment, female, 2015", 500)
    assert 'src="http://localhost/embed/ranking,map?indicator=unemployment&amp;year=2015&amp;sex=F"' in told["html"]
    assert told["thumbnail_url"].startswith("http://localhost/download/ranking.png?indicator=unemployment&year=2015&sex=F&size=")
    assert "embed/map?" in ask(url="http://localhost/?indicator=unemployment").json["html"]
    xml = ask(url="http://localhost/", format="xml")
    assert xml.mimetype == "text/xml" and "<type>rich</type>" in xml.text
    statuses = {
        501: {"url": "http://localhost/", "format": "yaml"},
        400: {"url": "http://localhost/", "maxheight": "-3"},
        404: {"url": "http://elsewhere.example/"},
    }
    for status, asked in statuses.items():
        answer = ask(**asked)
        assert (answer.status_code, answer.mimetype) == (status, "text/plain") and len(answer.text) > 20
    assert [ask(url=url).status_code for url in ("", "http://localhost/embed/pie", "http://localhost/gaps", "http://localhost/health")] == [404] * 4


def test_what_an_embed_starts_from_is_json(client: FlaskClient):
    assert json.dumps(embed(client, "map").first["basics"]["is_embed"]) == "true"
    assert "is_embed" not in document(client, QUERY).first["basics"]
