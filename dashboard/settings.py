"""All settings, read once from a mapping such as the environment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from dashboard.site import brand, place, policy, proxies
from dashboard.site.fault import SettingsError, unfit
from dashboard.theme import ACCENT

CACHES = ("SimpleCache", "FileSystemCache", "RedisCache", "NullCache")
PLAIN = ("host", "port")  # their keys have no `MONITOR_` before them


@dataclass(frozen=True)
class Settings:
    """What a deployer may choose; docs/deployment.md has a row for each.

    host, port: where `make run` serves. release: folder of the release, "" for the one that ships.
    cache: one of `CACHES`; cache_megabytes for SimpleCache, cache_dir for FileSystemCache,
    redis_url for RedisCache; cache_seconds before an entry is made anew.
    archive: folder in which every release that is served is kept for addresses that name it, "" for none.
    prefix: of the paths as readers see them, with a slash at both ends. hosts: that are answered to, none for any.
    proxies: whose `X-Forwarded-` headers are believed. frame_ancestors, referrer_policy, csp: see dashboard/site/policy.py.
    name, accent, logo (a file), link, link_words: see dashboard/site/brand.py.
    """

    host: str = "127.0.0.1"
    port: int = 8050
    release: str = ""
    cache: str = "SimpleCache"
    cache_megabytes: int = 96
    cache_dir: str = ".cache/monitor"
    cache_seconds: int = 86_400
    redis_url: str = "redis://127.0.0.1:6379/0"
    archive: str = ""
    prefix: str = "/"
    hosts: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    frame_ancestors: tuple[str, ...] = ()
    referrer_policy: str = policy.REFERRER[0]
    csp: str = policy.ON
    name: str = brand.NAME
    accent: str = ACCENT
    logo: str = ""
    link: str = ""
    link_words: str = ""

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, str]) -> Settings:
        """Settings from `HOST`, `PORT` and a `MONITOR_…` key for each other field, in capitals.

        Raises SettingsError for a value that cannot be used, and for a `MONITOR_…` key that no setting has.
        """
        names = {key_of(field.name): field.name for field in fields(cls)}
        unknown = sorted(k for k in mapping if k.startswith("MONITOR_") and k not in names)
        if unknown:
            raise SettingsError(f"{unknown[0]}={mapping[unknown[0]]!r}: there is no such setting; expected one of {', '.join(sorted(names))}.")
        given = {field: READ[field](key, mapping[key]) if field in READ else mapping[key] for key, field in names.items() if mapping.get(key)}
        if "link_words" in given and "link" not in given:
            raise unfit(key_of("link_words"), given["link_words"], f"{key_of('link')} as well, the address that the words lead to")
        if "link" in given:
            given.setdefault("link_words", urlsplit(given["link"]).netloc)
        return cls(**given)


def key_of(field: str) -> str:
    """The key of a setting in the environment."""
    return field.upper() if field in PLAIN else f"MONITOR_{field.upper()}"


def _whole(low: int, high: int) -> Callable[[str, str], int]:
    def read(key: str, text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise unfit(key, text, f"a whole number from {low} to {high}")
        return number

    return read


def _one_of(choices: tuple[str, ...]) -> Callable[[str, str], str]:
    def read(key: str, text: str) -> str:
        if text not in choices:
            raise unfit(key, text, f"one of {', '.join(choices)}")
        return text

    return read


READ: dict[str, Callable[[str, str], object]] = {
    "port": _whole(1, 65_535),
    "cache": _one_of(CACHES),
    "cache_megabytes": _whole(1, 65_536),
    "cache_seconds": _whole(0, 31_536_000),
    "prefix": place.prefix_of,
    "hosts": place.hosts_of,
    "proxies": proxies.proxies_of,
    "frame_ancestors": policy.ancestors_of,
    "referrer_policy": _one_of(policy.REFERRER),
    "csp": _one_of(policy.CSP),
    "name": brand.name_of,
    "accent": brand.accent_of,
    "link": place.address_of,
    "link_words": brand.words_of,
}
