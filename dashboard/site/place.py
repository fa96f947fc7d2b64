"""Where the monitor is found: the prefix of its paths, the hosts that it answers to, and an address elsewhere."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from dashboard.site.fault import unfit

SEGMENT = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9.~-][A-Za-z0-9._~-]*")
OWN = ("assets", "download", "embed", "gaps", "health", "missing", "oembed", "static")  # first words of the monitor's own paths
NAME = r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"
HOST = re.compile(rf"(?:{NAME}|\[[0-9a-f:.]+\])(?::[0-9]{{1,5}})?")
LONGEST_HOST, LONGEST_ADDRESS = 255, 300


def prefix_of(key: str, text: str) -> str:
    """`/monitor/` from `monitor`, `/monitor` or `/monitor/`; `/` where there is none. Raises SettingsError."""
    parts = [part for part in text.strip().split("/") if part]
    if not all(SEGMENT.fullmatch(part) for part in parts) or "//" in text:
        raise unfit(key, text, "a path of letters, digits, dots and hyphens, such as /monitor/")
    if parts and parts[0] in OWN:  # a proxy may take the prefix away, and then nobody could tell which of the two is meant
        raise unfit(key, text, f"another beginning: the monitor has pages of its own at /{parts[0]}; take one such as /monitor/")
    return "/" + "".join(f"{part}/" for part in parts)


def is_host(text: str) -> bool:
    """Whether a text has the form of a host, with or without a port. Lower case."""
    return len(text) <= LONGEST_HOST and HOST.fullmatch(text) is not None


def hosts_of(key: str, text: str) -> tuple[str, ...]:
    """The hosts of a list, in lower case. Raises SettingsError for what is no host."""
    hosts = tuple(host.lower() for host in listed(text))
    for host in hosts:
        if not is_host(host):
            raise unfit(key, host, "the name of a host, with a port where only that one will do: monitor.example.org, localhost:8050")
    return hosts


def is_allowed(host: str, hosts: tuple[str, ...]) -> bool:
    """Whether a request for this host is answered. hosts: as `hosts_of` gives them, none for any; one without a port stands for all its ports."""
    return not hosts or host in hosts or re.sub(r":[0-9]+$", "", host) in hosts


def address_of(key: str, text: str) -> str:
    """An https address elsewhere. Raises SettingsError."""
    expected = "an address such as https://www.example.org/statistics"
    try:
        parts = urlsplit(text)
        host = parts.netloc.lower()
    except ValueError:
        raise unfit(key, text, expected) from None
    if parts.scheme != "https" or not is_host(host) or len(text) > LONGEST_ADDRESS or re.search(r"[\s\"'<>\\]|[^\x20-\x7e]", text):
        raise unfit(key, text, expected)
    return text


def listed(text: str) -> tuple[str, ...]:
    """The parts of a list, between commas or blanks, each once."""
    return tuple(dict.fromkeys(part for part in re.split(r"[,\s]+", text) if part))
