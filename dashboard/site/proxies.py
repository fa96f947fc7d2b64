"""Whose word on the reader is believed: the proxies that a deployer names."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from dashboard.site.fault import unfit
from dashboard.site.place import listed

UNIX = "unix"


def proxies_of(key: str, text: str) -> tuple[str, ...]:
    """Addresses, networks and `unix` of a list. Raises SettingsError for what is none of them."""
    for part in listed(text):
        if part != UNIX:
            try:
                ip_network(part)
            except ValueError as fault:
                raise unfit(key, part, f"an address, a network such as 10.0.0.0/8, or {UNIX} for a proxy behind a unix socket ({fault})") from None
    return listed(text)


@dataclass(frozen=True)
class Proxies:
    """Who is believed. networks: of addresses. has_unix: whether a peer on a unix socket is, who has no address."""

    networks: tuple[IPv4Network | IPv6Network, ...] = ()
    has_unix: bool = False

    @classmethod
    def of(cls, texts: tuple[str, ...]) -> Proxies:
        """From what `proxies_of` gives."""
        return cls(tuple(ip_network(text) for text in texts if text != UNIX), UNIX in texts)

    def has(self, peer: str) -> bool:
        """Whether a peer is believed. peer: an address as text, "" on a unix socket."""
        if not peer:
            return self.has_unix
        address = _address(peer)
        return address is not None and any(address in network for network in self.networks)

    def reader(self, peer: str, forwarded: str) -> str:
        """The address of the reader: the nearest in the chain that is none of ours.

        forwarded: an `X-Forwarded-For`, to whose end each proxy puts the peer that it sees. What stands before the reader's
        address is his own word, and not looked at.
        """
        found = peer
        for part in reversed(forwarded.split(",")):
            address = _address(part.strip())
            if not self.has(found) or address is None:
                break
            found = str(address)
        return found


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
