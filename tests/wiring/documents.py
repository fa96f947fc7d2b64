"""Reads the document of an address as a browser does: its elements, and the answers that stand in it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})  # of the HTML standard


class Document(HTMLParser):
    """The elements of a document in their order, and the text inside its `script`s.

    elements: (name, attributes). scripts: (attributes, text). faults: end tags that close nothing, and elements left open.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = text
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.faults: list[str] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{name}> is left open" for name in self._open]

    @property
    def ids(self) -> list[str]:
        """Every id, as often as it stands there."""
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]

    @property
    def first(self) -> dict[str, Any]:
        """What the page's script starts from: `basics`, and `answers` by panel."""
        (text,) = (text for attributes, text in self.scripts if attributes.get("id") == "first")
        return json.loads(text, parse_constant=_refused)

    def asked(self, *attributes: str) -> list[str]:
        """Addresses in the attributes of these names."""
        return [value for _, given in self.elements for name, value in given.items() if name in attributes and value is not None]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(dict(attrs)) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append((dict(attrs), ""))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)
        else:
            self.words += data


def raw(query: str) -> dict[str, str]:
    """A query as a server hands it on: bytes, each as one character."""
    return {"QUERY_STRING": query.encode("utf-8", "surrogatepass").decode("latin-1")}


def document(client: FlaskClient, query: str = "", path: str = "/") -> Document:
    """The document of an address."""
    answer = client.get(path, environ_overrides=raw(query))
    assert (answer.status_code, answer.mimetype) == (200, "text/html"), f"{query!r}: {answer.status_code}"
    return Document(answer.text)


def _refused(constant: str) -> None:
    raise AssertionError(f"{constant} in a document: no browser can read it")
