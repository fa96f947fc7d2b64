"""Settings: read once, and an error that names key, value and what was expected."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from dashboard.settings import CACHES, Settings, SettingsError


def test_nothing_set_gives_the_defaults() -> None:
    assert Settings.from_mapping({}) == Settings("127.0.0.1", 8050, "", "SimpleCache", 96, ".cache/monitor", 86_400)


def test_every_setting_is_read() -> None:
    given = {
        "HOST": "0.0.0.0",
        "PORT": "80",
        "MONITOR_RELEASE": "r",
        "MONITOR_CACHE": "RedisCache",
        "MONITOR_CACHE_MEGABYTES": "12",
        "MONITOR_CACHE_DIR": "d",
        "MONITOR_CACHE_SECONDS": "0",
        "MONITOR_REDIS_URL": "redis://x",
        "MONITOR_ARCHIVE": "a",
        "MONITOR_PREFIX": "monitor",
        "MONITOR_HOSTS": "a.example, b.example:81",
        "MONITOR_PROXIES": "unix 10.0.0.0/8",
        "MONITOR_FRAME_ANCESTORS": "self https://c.example",
        "MONITOR_REFERRER_POLICY": "no-referrer",
        "MONITOR_CSP": "report",
        "MONITOR_NAME": "N",
        "MONITOR_ACCENT": "#7a1f3d",
        "MONITOR_LOGO": "l.svg",
        "MONITOR_LINK": "https://d.example/",
        "MONITOR_LINK_WORDS": "D",
        "PATH": "/bin",
    }
    found = Settings.from_mapping(given)
    assert (found.host, found.port, found.release, found.cache, found.cache_dir, found.cache_seconds) == ("0.0.0.0", 80, "r", "RedisCache", "d", 0)
    assert (found.redis_url, found.cache_megabytes) == ("redis://x", 12)
    assert (found.prefix, found.hosts, found.proxies) == ("/monitor/", ("a.example", "b.example:81"), ("unix", "10.0.0.0/8"))
    assert (found.frame_ancestors, found.referrer_policy, found.csp) == (("https://c.example",), "no-referrer", "report")
    assert (found.name, found.accent, found.logo, found.link, found.link_words) == ("N", "#7A1F3D", "l.svg", "https://d.example/", "D")
    left = {field.name for field in fields(Settings) if getattr(found, field.name) == getattr(Settings(), field.name)}
    assert left == set()  # a setting that is not named here, or whose key is not read, still has its default


def test_a_way_back_without_words_is_called_by_its_host() -> None:
    assert Settings.from_mapping({"MONITOR_LINK": "https://d.example/x"}).link_words == "d.example"


def test_an_empty_value_is_no_value() -> None:
    assert Settings.from_mapping({"PORT": "", "MONITOR_CACHE": ""}) == Settings()


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("PORT", "http", "a whole number from 1 to 65535"),
        ("PORT", "0", "a whole number from 1 to 65535"),
        ("PORT", "65536", "a whole number from 1 to 65535"),
        ("PORT", "80.5", "a whole number from 1 to 65535"),
        ("MONITOR_CACHE_SECONDS", "-1", "a whole number from 0 to"),
        ("MONITOR_CACHE_MEGABYTES", "0", "a whole number from 1 to"),
        ("MONITOR_CACHE", "Memcached", ", ".join(CACHES)),
        ("MONITOR_CASHE", "x", "MONITOR_CACHE"),
        ("MONITOR_PREFIX", "/a b/", "such as /monitor/"),
        ("MONITOR_HOSTS", "https://a.example", "the name of a host"),
        ("MONITOR_PROXIES", "localhost", "an address, a network"),
        ("MONITOR_FRAME_ANCESTORS", "a.example", "an origin without a path"),
        ("MONITOR_REFERRER_POLICY", "never", "same-origin, no-referrer"),
        ("MONITOR_CSP", "yes", "on, report, off"),
        ("MONITOR_ACCENT", "#FFCC00", "needed is 4.5 to 1"),
        ("MONITOR_LINK", "http://a.example", "an address such as https://"),
        ("MONITOR_LINK_WORDS", "Home", "MONITOR_LINK as well"),
    ],
)
def test_a_fault_names_key_value_and_expectation(key: str, value: str, expected: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(f"{key}={value!r}")) as fault:
        Settings.from_mapping({key: value})
    assert expected in str(fault.value)
