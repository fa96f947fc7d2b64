"""Whose word is believed, and who the reader is at the end of a chain of proxies."""

from __future__ import annotations

import pytest

from dashboard.site.fault import SettingsError
from dashboard.site.proxies import Proxies, proxies_of

TRUSTED = Proxies.of(proxies_of("MONITOR_PROXIES", "10.0.0.0/8, 192.0.2.1 2001:db8::/32 unix"))


@pytest.mark.parametrize("peer", ["10.1.2.3", "192.0.2.1", "2001:db8::7", "::ffff:10.1.2.3", ""])
def test_a_named_peer_is_believed(peer: str) -> None:
    assert TRUSTED.has(peer)


@pytest.mark.parametrize("peer", ["11.0.0.1", "192.0.2.2", "127.0.0.1", "::1", "unknown", "10.1.2.3, 10.1.2.4", "10.0.0.0/8"])
def test_nobody_else_is(peer: str) -> None:
    assert not TRUSTED.has(peer)


def test_without_the_setting_nobody_is_not_even_a_unix_socket() -> None:
    assert not any(Proxies.of(()).has(peer) for peer in ("", "127.0.0.1", "::1", "10.1.2.3"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "reader"),
    [
        ("10.0.0.1", "198.51.100.9", "198.51.100.9"),
        ("10.0.0.1", "198.51.100.9, 10.0.0.2", "198.51.100.9"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.9, 10.0.0.2", "198.51.100.9"),  # the first is what the reader said of himself
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.9, nonsense", "10.0.0.1"),
        ("10.0.0.1", "nonsense, 198.51.100.9", "198.51.100.9"),
        ("", "198.51.100.9", "198.51.100.9"),
        ("198.51.100.7", "1.1.1.1", "198.51.100.7"),
    ],
)
def test_the_reader_is_the_nearest_that_is_no_proxy_of_ours(peer: str, forwarded: str, reader: str) -> None:
    assert TRUSTED.reader(peer, forwarded) == reader


@pytest.mark.parametrize("text", ["10.0.0.1/8", "localhost", "10.0.0", "*", "unix:/run/x.sock", "::/129"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="^MONITOR_PROXIES=.*expected an address, a network such as 10.0.0.0/8, or unix"):
        proxies_of("MONITOR_PROXIES", f"127.0.0.1 {text}")
