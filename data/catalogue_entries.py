"""Strict reading of a catalogue file: every fault is noted with its file and entry, and reading goes on.

YAML through libyaml where it is there: 182 indicators load in about 25 ms, so no compiled copy is needed.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import yaml

from dashboard.catalogue import CatalogueError

KEY_FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
REQUIRED = object()


class Faults:
    """The faults found so far, each `file: entry: found, expected`."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, where: str, found: str, expected: str) -> None:
        self.lines.append(f"{where}: {found}, expected {expected}")

    def raise_all(self) -> None:
        """Raises one CatalogueError that lists every fault; does nothing where there is none."""
        if self.lines:
            raise CatalogueError(f"{len(self.lines)} fault(s) in the catalogue:\n" + "\n".join(self.lines))


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML's safe loader, which refuses a key given twice in one mapping instead of keeping the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise yaml.constructor.ConstructorError(None, None, f"line {line}: key {key.value!r} given twice")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path, expected: type, faults: Faults) -> Any:
    """The content of a YAML file; an empty `expected` (list or dict) after noting a fault."""
    where = _shown_path(path)
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except FileNotFoundError:
        faults.add(where, "the file is missing", "a file of that name")
        return expected()
    except yaml.YAMLError as error:
        faults.add(where, " ".join(str(error).split()), "readable YAML without a key given twice")
        return expected()
    if not isinstance(content, expected):
        faults.add(where, f"the file holds {shown(content)}", f"a {'list' if expected is list else 'mapping'}")
        return expected()
    return content


def _shown_path(path: Path) -> str:
    """The path as people know it: below the catalogue's directory."""
    return f"{path.parent.name}/{path.name}" if path.parent.name == "indicators" else path.name


def shown(value: object) -> str:
    """A value as an error shows it: its type where it is not text, and no more than 60 characters."""
    text = repr(value) if len(repr(value)) <= 60 else repr(value)[:57] + "..."
    return text if isinstance(value, str) else f"{text} ({type(value).__name__})"


class Entry:
    """One entry of a catalogue file, read field by field; `finish` notes the fields that nobody read.

    A faulty field gives a harmless value of its type, so that the faults after it are found too.
    """

    def __init__(self, fields: Mapping[str, Any], where: str, faults: Faults) -> None:
        self.fields, self.where, self.faults = fields, where, faults
        self._read: set[str] = set()

    def fault(self, found: str, expected: str) -> None:
        self.faults.add(self.where, found, expected)

    def raw(self, name: str, default: Any = REQUIRED) -> Any:
        self._read.add(name)
        if name not in self.fields:
            if default is REQUIRED:
                self.fault(f"{name} is missing", f"a field {name}")
                return None
            return default
        return self.fields[name]

    def text(self, name: str, default: Any = REQUIRED, *, may_be_empty: bool = False) -> str:
        """The field as text without surrounding blanks; empty text only where it may be."""
        value = self.raw(name, default)
        if value is None and name not in self.fields:
            return ""
        if not isinstance(value, str):
            self.fault(f"{name} is {shown(value)}", "text")
            return ""
        if not value.strip() and default is REQUIRED and not may_be_empty:
            self.fault(f"{name} is empty", "text")
        return " ".join(value.split())

    def choice(self, name: str, options: tuple[str, ...]) -> str:
        value = self.raw(name)
        if value not in options:
            if name in self.fields:
                self.fault(f"{name} is {shown(value)}", f"one of {', '.join(options)}")
            return options[0]
        return value

    def whole(self, name: str, default: Any = REQUIRED, *, least: int = 0) -> int:
        value = self.raw(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            if name in self.fields:
                self.fault(f"{name} is {shown(value)}", f"a whole number of {least} or more")
            return least
        return value

    def flag(self, name: str, default: Any = REQUIRED) -> bool:
        value = self.raw(name, default)
        if not isinstance(value, bool):
            if name in self.fields:
                self.fault(f"{name} is {shown(value)}", "true or false")
            return False
        return value

    def texts(self, name: str, default: Any = REQUIRED) -> tuple[str, ...]:
        """The field as a list of texts, none of them twice."""
        return self.distinct(name, self.raw(name, default))

    def distinct(self, name: str, value: Any) -> tuple[str, ...]:
        if value is None and name not in self.fields:
            return ()
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            self.fault(f"{name} is {shown(value)}", "a list of texts")
            return ()
        twice = sorted({item for item in value if value.count(item) > 1})
        if twice:
            self.fault(f"{name} names {', '.join(twice)} twice", "each once")
        return tuple(dict.fromkeys(value))

    def mapping(self, name: str, default: Any = REQUIRED) -> Mapping[str, Any]:
        value = self.raw(name, default)
        if value is None and name not in self.fields:
            return {}
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            self.fault(f"{name} is {shown(value)}", "a mapping with texts as keys")
            return {}
        return value

    def key(self) -> str:
        """The field `key`, which must be lower-case words joined by hyphens."""
        value = self.text("key")
        if value and not KEY_FORM.fullmatch(value):
            self.fault(f"key is {value!r}", "lower-case words joined by hyphens")
        return value

    def finish(self) -> None:
        unknown = [str(name) for name in self.fields if name not in self._read]
        if unknown:
            self.fault(f"unknown field(s) {', '.join(unknown)}", f"only {', '.join(sorted(self._read))}")


def entries(path: Path, name_field: str, faults: Faults) -> list[Entry]:
    """The entries of a file that is a list, each knowing its name; a name given twice is a fault."""
    where = _shown_path(path)
    found: list[Entry] = []
    seen: set[str] = set()
    for place, fields in enumerate(read_yaml(path, list, faults), start=1):
        if not isinstance(fields, dict):
            faults.add(f"{where}: entry {place}", f"found {shown(fields)}", "a mapping of fields")
            continue
        name = str(fields.get(name_field, f"entry {place}"))
        if name in seen:
            faults.add(f"{where}: {name}", f"{name_field} {name!r} is used twice", "each once")
        seen.add(name)
        found.append(Entry(fields, f"{where}: {name}", faults))
    return found
