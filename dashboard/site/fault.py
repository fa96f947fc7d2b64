"""What a deployer is told when a setting cannot be used."""

from __future__ import annotations


class SettingsError(ValueError):
    """A setting that cannot be used: the key, its value and what was expected."""


def unfit(key: str, found: object, expected: str) -> SettingsError:
    """The error of one key. expected: what would do, without a full stop."""
    return SettingsError(f"{key}={found!r}: expected {expected}.")
