"""The one error that an importer raises: a source file that is not what it should be."""

from __future__ import annotations

from pathlib import Path


class SourceFault(ValueError):
    """A source file cannot be read as its layout: what is wrong, where, what was expected, what to do."""

    def __init__(self, path: Path | str, where: str, found: str, expected: str, remedy: str) -> None:
        self.path, self.where, self.found, self.expected, self.remedy = Path(path), where, found, expected, remedy
        super().__init__(f"{self.path.name}: {where}: found {found}; expected {expected}. {remedy}")
