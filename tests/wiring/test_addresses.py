"""Whatever stands in an address: an answer, a whole page, and nothing of the address in it but as escaped data."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.view import KEYS
from tests.wiring.asking import PANELS, Asking
from tests.wiring.documents import Document, document, raw

WORD = "zqxjkvbwpfyzqxjkv"  # longer than what random text, such as the name Dash gives a page, holds by chance
MARK = f"{WORD}</script><b onload='{WORD}'>\"{WORD}\"<!--"
NASTY = [
    "", "?", "&", "&&&", "=", "=&=", "%", "%%%", "%FF", "%FF%FE%00", "%00", "a=%00", "indicator=%00", "indicator=%FF",
    "indicator", "indicator=", "indicator==", "indicator=unemployment%00", "indicator=unemployment&indicator=rule-of-law",
    "indicator[]=unemployment", "indicator[0]=x", "indicator={}", "indicator=[]", "indicator=null", "indicator=undefined", "indicator=NaN",
    "areas=,,,,", "areas=%2C%2C", "areas[]=FIN", "areas=FIN;KEN", "areas=fin ken", "areas=" + "FIN," * 900, "areas=001", "areas=_T",
    "areas=FIN%00KEN", "areas=" + "%F0%9F%87%AB" * 50, "areas=%D0%A4%D0%98%D0%9D", "areas=FI%CC%88N",
    "year=0", "year=-1", "year=1e3", "year=2021.5", "year=99999999999999999999", "year=%D9%A2%D9%A0%D9%A2%D9%A1", "year=²", "year=0x7e5", "year=NaN",
    "window=-5", "window=1e9", "window=0", "window=9999", "window=%E2%91%A0", "sex=_T", "sex=_U", "sex=%00", "age=Y_GE15", "by=", "by=by", "by=SEX",
    "scope=world", "scope=WORLD", "scope=001", "scope=1", "scope=../../etc/passwd", "compare=income", "compare=region", "compare=%0d%0aSet-Cookie:x=1",
    "indicator=' OR 1=1 --", "indicator=1; DROP TABLE observations", "indicator=<script>alert(1)</script>", "indicator=javascript:alert(1)",
    "indicator={{7*7}}", "indicator=${7*7}", "indicator=%s%s%s%n", "indicator=../../../etc/passwd", "indicator=__class__", "indicator=unemployment/..",
    "__proto__=1", "constructor=1", "areas=__proto__", "x" * 100_000, "x=" + "y" * 100_000, "&".join(f"k{i}=v" for i in range(5000)),
    "indicator=" + quote(MARK), "areas=" + quote(MARK), "by=" + quote(MARK), quote(MARK) + "=1", "scope=" + quote(MARK),
    "indicator=" + "%F0%9F%92%A9" * 100, "indicator=\u202eunemployment", "indicator=%ED%A0%80", "a;b;c", "a=b;indicator=rule-of-law", "#x", "?indicator=x?y",
]  # fmt: skip

texts = st.text(st.characters(codec="utf-8"), max_size=60) | st.sampled_from(NASTY[:60])
pairs = st.tuples(st.sampled_from(KEYS) | texts, texts)
queries = st.one_of(
    st.lists(pairs, max_size=8).map(lambda found: "&".join(f"{quote(k)}={quote(v)}" for k, v in found)),
    st.lists(pairs, max_size=4).map(lambda found: "&".join(f"{k}={v}" for k, v in found)),  # nothing escaped
    st.binary(max_size=60).map(lambda raw: "indicator=" + "".join(f"%{byte:02X}" for byte in raw)),
)


def often(times: int) -> settings:
    """The same examples in every run, as many as that; how long one takes is another test's business."""
    return settings(max_examples=times, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def is_page(client: FlaskClient, query: str) -> None:
    page = document(client, query)
    assert page.faults == [] and "react-entry-point" in page.ids
    answers = page.first["answers"]
    assert set(answers) == set(PANELS) and all(answers.values())
    assert WORD not in without_data(page)


def without_data(page: Document) -> str:
    """A document without the one script that holds the answers, which has nothing in it that a browser could take for markup."""
    (data,) = (text for attributes, text in page.scripts if attributes.get("id") == "first")
    assert "<" not in data and page.text.count(data) == 1
    return page.text.replace(data, "")


def is_download(client: FlaskClient, query: str, name: str = "data.csv") -> None:
    answer = client.head(f"/download/{name}", environ_overrides=raw(query))
    assert answer.status_code in (200, 404)
    assert answer.mimetype == ("text/csv" if answer.status_code == 200 else "text/plain")


def is_answered(asking: Asking, panel: str, query: str) -> None:
    answer = asking.post(panel, query)
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.json["response"][f"held-{panel}"]["data"]


@pytest.mark.parametrize("query", NASTY, ids=[q[:40].encode("ascii", "replace").decode() for q in NASTY])
def test_nasty_addresses_are_answered_everywhere(client: FlaskClient, asking: Asking, query: str):
    is_page(client, query)
    is_download(client, query)
    for panel in PANELS:
        is_download(client, query, f"{panel}.csv")
        is_answered(asking, panel, query)


@often(400)
@given(query=queries)
def test_four_hundred_malformed_addresses_give_the_page(client: FlaskClient, query: str):
    is_page(client, query)


@often(300)
@given(query=queries)
def test_malformed_addresses_give_the_headline_of_a_lawful_view(asking: Asking, query: str):
    head = asking.head(query)
    assert head["title"] and head["indicator"]
    again = asking.head(head["search"])
    assert (again["search"], again["notices"]) == (head["search"], [])  # what it sends back is lawful


@often(100)
@given(query=queries, panel=st.sampled_from(PANELS))
def test_malformed_addresses_give_a_picture(asking: Asking, query: str, panel: str):
    is_answered(asking, panel, query)


@often(300)
@given(value=texts.filter(bool))
def test_malformed_indicators_are_refused_by_the_download(client: FlaskClient, value: str):
    is_download(client, f"indicator={quote(value)}")


@often(300)
@given(path=st.text(st.characters(codec="utf-8", exclude_characters="?#"), min_size=1, max_size=60))
def test_malformed_paths_never_fail(client: FlaskClient, path: str):
    answer = client.get("/" + quote(path, safe="/%"))
    assert answer.status_code < 500 and answer.data
