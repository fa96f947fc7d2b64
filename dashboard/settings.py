"""All settings, read once from a mapping such as the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CACHES = ("SimpleCache", "FileSystemCache", "RedisCache", "NullCache")


class SettingsError(ValueError):
    """A setting that cannot be used: the key, its value and what was expected."""


@dataclass(frozen=True)
class Settings:
    """What a deployer may choose.

    host, port: where `make run` serves. release: folder of the release, "" for the one that ships.
    cache: one of `CACHES`; cache_megabytes for SimpleCache, cache_dir for FileSystemCache,
    redis_url for RedisCache; cache_seconds before an entry is made anew.
    archive: folder in which every release that is served is kept for addresses that name it, "" for none.
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

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, str]) -> Settings:
        """Settings from `HOST`, `PORT`, `MONITOR_RELEASE`, `MONITOR_CACHE`, `MONITOR_CACHE_MEGABYTES`, `MONITOR_CACHE_DIR`, `MONITOR_CACHE_SECONDS`, `MONITOR_REDIS_URL`, `MONITOR_ARCHIVE`.

        Raises SettingsError for a value that cannot be used, and for a `MONITOR_…` key that no setting has.
        """
        names = {"HOST": "host", "PORT": "port"} | {f"MONITOR_{f.upper()}": f for f in ("release", "cache", "cache_megabytes", "cache_dir", "cache_seconds", "redis_url", "archive")}
        unknown = sorted(k for k in mapping if k.startswith("MONITOR_") and k not in names)
        if unknown:
            raise SettingsError(f"{unknown[0]}={mapping[unknown[0]]!r}: there is no such setting; expected one of {', '.join(sorted(names))}.")
        found = {field: mapping[key] for key, field in names.items() if mapping.get(key)}
        whole = (("port", "PORT", 1, 65_535), ("cache_seconds", "MONITOR_CACHE_SECONDS", 0, 31_536_000), ("cache_megabytes", "MONITOR_CACHE_MEGABYTES", 1, 65_536))
        for field, key, low, high in whole:
            if field in found:
                found[field] = _whole(key, found[field], low, high)
        if found.get("cache", CACHES[0]) not in CACHES:
            raise SettingsError(f"MONITOR_CACHE={found['cache']!r}: expected one of {', '.join(CACHES)}.")
        return cls(**found)


def _whole(key: str, text: str, low: int, high: int) -> int:
    try:
        number = int(text)
    except ValueError:
        number = low - 1
    if not low <= number <= high:
        raise SettingsError(f"{key}={text!r}: expected a whole number from {low} to {high}.")
    return number
