"""Who asks, for which host, below which prefix: believed of trusted proxies only, and refused in words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from werkzeug.test import Client

from callbacks.front_door import front_door
from dashboard.settings import Settings

FORGED = {
    "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example", "X-Forwarded-Port": "81",
    "X-Forwarded-Prefix": "/evil/", "Forwarded": "for=203.0.113.9;host=evil.example",
}  # fmt: skip


def seen(environ: dict, start_response: Any) -> list[bytes]:
    """An application that says what it sees of a request."""
    start_response("200 OK", [("Content-Type", "application/json")])
    forwarded = sorted(name for name in environ if "FORWARDED" in name)
    names = ("REMOTE_ADDR", "HTTP_HOST", "wsgi.url_scheme", "SCRIPT_NAME", "PATH_INFO")
    return [json.dumps([*(environ.get(name) for name in names), forwarded]).encode()]


def asked(settings: Settings, path: str = "/", peer: str = "192.0.2.1", host: str = "monitor.example", **headers: str) -> Any:
    client = Client(front_door(seen, settings))
    return client.get(path, base_url=f"http://{host}/", headers=headers, environ_overrides={"REMOTE_ADDR": peer})


def test_what_an_untrusted_peer_says_of_itself_is_taken_out() -> None:
    for settings in (Settings(), Settings(proxies=("10.0.0.0/8", "unix"))):
        assert asked(settings, **FORGED).json == ["192.0.2.1", "monitor.example", "http", "", "/", []]


def test_a_trusted_proxy_is_believed_and_its_headers_go_no_further() -> None:
    told = {"X-Forwarded-For": "1.1.1.1, 203.0.113.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "stats.example:444"}
    for peer in ("192.0.2.1", ""):
        answer = asked(Settings(proxies=("192.0.2.0/24", "unix")), peer=peer, **told)
        assert answer.json == ["203.0.113.9", "stats.example:444", "https", "", "/", []]


def test_of_a_list_the_word_of_the_nearest_proxy_counts() -> None:
    told = {"X-Forwarded-Proto": "http, https", "X-Forwarded-Host": "evil.example, stats.example"}
    assert asked(Settings(proxies=("192.0.2.1",)), **told).json[1:3] == ["stats.example", "https"]


def test_a_scheme_that_is_none_is_not_believed() -> None:
    assert asked(Settings(proxies=("192.0.2.1",)), **{"X-Forwarded-Proto": "javascript"}).json[2] == "http"


@pytest.mark.parametrize("path", ["/", "/gaps", "/static/x/y", "/monitors", "/monitor.css"])
@pytest.mark.parametrize("is_stripped", [True, False])
def test_with_and_without_the_prefix_a_path_is_the_same(path: str, is_stripped: bool) -> None:
    answer = asked(Settings(prefix="/monitor/"), path if is_stripped else f"/monitor{path}")
    assert answer.json[3:5] == ["/monitor", path]


def test_the_prefix_without_its_slash_leads_to_the_page() -> None:
    answer = asked(Settings(prefix="/monitor/"), "/monitor?indicator=unemployment")
    assert (answer.status_code, answer.headers["Location"]) == (308, "/monitor/?indicator=unemployment")


def test_a_proxy_of_another_prefix_is_told_so() -> None:
    settings = Settings(prefix="/monitor/", proxies=("192.0.2.1",))
    assert asked(settings, **{"X-Forwarded-Prefix": "/monitor"}).status_code == 200
    answer = asked(settings, **{"X-Forwarded-Prefix": "/stats/"})
    assert answer.status_code == 400 and "'/stats/'" in answer.text and "'/monitor/'" in answer.text and "MONITOR_PREFIX=/stats/" in answer.text


def test_a_request_for_another_host_is_refused_in_words() -> None:
    settings = Settings(hosts=("monitor.example", "localhost:8050"))
    assert asked(settings).status_code == asked(settings, host="Monitor.Example:81").status_code == 200
    for host in ("evil.example", "localhost:81", "monitor.example.evil.example"):
        answer = asked(settings, host=host)
        assert (answer.status_code, answer.content_type) == (400, "text/plain; charset=utf-8")
        assert host in answer.text and "MONITOR_HOSTS" in answer.text


def test_the_host_that_a_trusted_proxy_names_is_held_to_the_list_as_well() -> None:
    settings = Settings(hosts=("monitor.example",), proxies=("192.0.2.1",))
    assert asked(settings, host="inside", **{"X-Forwarded-Host": "monitor.example"}).status_code == 200
    assert asked(settings, **{"X-Forwarded-Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("host", ["a b", "a@b", "a<b>", "a/b", 'a"b', "a:x"])
def test_what_is_no_host_is_refused_though_any_would_do(host: str) -> None:
    answer = asked(Settings(), HTTP_HOST="x", **{"Host": host})
    assert answer.status_code == 400 and "not the name of a host" in answer.text and host not in answer.text


def test_whether_it_is_well_may_be_asked_by_any_host() -> None:
    for prefix in ("/", "/monitor/"):
        settings = Settings(hosts=("monitor.example",), prefix=prefix)
        assert asked(settings, f"{prefix}health", host="10.0.0.7:8050").status_code == 200
        assert asked(settings, f"{prefix}healthy", host="10.0.0.7:8050").status_code == 400


def test_a_refusal_of_a_head_request_has_no_body() -> None:
    client = Client(front_door(seen, Settings(hosts=("monitor.example",))))
    answer = client.head("/", base_url="http://evil.example/")
    assert (answer.status_code, answer.data) == (400, b"")
