"""Settings: read once, and an error that names key, value and what was expected."""

from __future__ import annotations

import re

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
        "PATH": "/bin",
    }
    found = Settings.from_mapping(given)
    assert (found.host, found.port, found.release, found.cache, found.cache_dir, found.cache_seconds) == ("0.0.0.0", 80, "r", "RedisCache", "d", 0)
    assert (found.redis_url, found.cache_megabytes) == ("redis://x", 12)


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
    ],
)
def test_a_fault_names_key_value_and_expectation(key: str, value: str, expected: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(f"{key}={value!r}")) as fault:
        Settings.from_mapping({key: value})
    assert expected in str(fault.value)
