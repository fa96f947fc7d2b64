"""Prefix, hosts and the address of the way back: what is taken, and what is refused with a sentence."""

from __future__ import annotations

import pytest

from dashboard.site.fault import SettingsError
from dashboard.site.place import OWN, address_of, hosts_of, is_allowed, is_host, listed, prefix_of


@pytest.mark.parametrize(
    ("text", "prefix"),
    [("/", "/"), ("monitor", "/monitor/"), ("/monitor", "/monitor/"), ("monitor/", "/monitor/"), (" /a.b/C-1_2/ ", "/a.b/C-1_2/")],
)  # fmt: skip
def test_a_prefix_has_a_slash_at_both_ends(text: str, prefix: str) -> None:
    assert prefix_of("MONITOR_PREFIX", text) == prefix


@pytest.mark.parametrize("text", ["//", "//evil.org/", "/a//b/", "/../", "/./", "/a b/", "/a?b/", "/%2e/", "/_x/", "https://a.org/", "/é/", *(f"/{own}/" for own in OWN), "/static/x/"])
def test_what_is_no_prefix_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="^MONITOR_PREFIX=.*expected .*such as /monitor/"):
        prefix_of("MONITOR_PREFIX", text)


def test_a_host_without_a_port_stands_for_all_its_ports_and_no_host_for_any() -> None:
    hosts = hosts_of("MONITOR_HOSTS", "Monitor.Example.org, localhost:8050 [::1]")
    assert hosts == ("monitor.example.org", "localhost:8050", "[::1]")
    assert all(is_allowed(host, hosts) for host in ("monitor.example.org", "monitor.example.org:444", "localhost:8050", "[::1]:80", "[::1]"))
    assert not any(is_allowed(host, hosts) for host in ("", "evil.org", "localhost", "localhost:80", "monitor.example.org.evil.org", "a.monitor.example.org"))
    assert is_allowed("anything.org", ()) and is_allowed("", ())


@pytest.mark.parametrize("text", ["a b", "a/b", "a@b", "a:b", "a:123456", "", "-a", "a\n", "a,b", "<a>", "é.org", "[::1", "x" * 256, "a\\b", "user:pw@a.org"])
def test_what_is_no_host_is_known(text: str) -> None:
    assert not is_host(text)


@pytest.mark.parametrize("text", ["https://a.org", "a/b", "*.example.org", "a.org;b"])
def test_a_list_with_what_is_no_host_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="^MONITOR_HOSTS=.*expected the name of a host"):
        hosts_of("MONITOR_HOSTS", f"good.org, {text}")


@pytest.mark.parametrize("text", ["https://www.example.org", "https://www.example.org:8443/a/b?c=d#e"])
def test_the_way_back_is_an_https_address(text: str) -> None:
    assert address_of("MONITOR_LINK", text) == text


@pytest.mark.parametrize(
    "text",
    ["http://a.org", "javascript:alert(1)", "//a.org", "https://", "https:///x", "https://u:p@a.org/", "https://a.org/ b", 'https://a.org/"', "https://[a", "https://a.org/" + "x" * 300],
)
def test_another_address_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="^MONITOR_LINK=.*expected an address such as https://"):
        address_of("MONITOR_LINK", text)


def test_a_list_is_parted_by_commas_and_blanks() -> None:
    assert listed(" a, b  c,,a ") == ("a", "b", "c")
