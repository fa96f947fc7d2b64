"""Files that the page needs, at addresses that hold their content's checksum: a browser keeps them for good.

Each is compressed once, as hard as its kind allows, and kept in memory; nothing is compressed a second time for another reader.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import brotli
from flask import Flask, Response, request

from callbacks.encodings import encoding_of

FOREVER = "public, max-age=31536000, immutable"


@dataclass
class File:
    """One file: its name, its content (read when first wanted) and its media type."""

    name: str
    content: Callable[[], bytes]
    mimetype: str
    ready: dict[str, Callable[[], bytes]] = field(default_factory=dict)  # encodings that were made at set-up
    head: dict[str, str] = field(default_factory=dict)  # headers of its own

    @cached_property
    def plain(self) -> bytes:
        return self.content()

    @cached_property
    def checksum(self) -> str:
        return hashlib.sha256(self.plain).hexdigest()[:16]

    @cached_property
    def _brotli(self) -> bytes:
        return self.ready["br"]() if "br" in self.ready else brotli.compress(self.plain, quality=9)

    @cached_property
    def _gzip(self) -> bytes:
        return gzip.compress(self.plain, 6, mtime=0)

    def encoded(self, accepted: str) -> tuple[bytes, str]:
        """The content in the best encoding that is accepted, and the encoding's name, "" for none."""
        encoding = encoding_of(accepted)
        return {"br": lambda: self._brotli, "gzip": lambda: self._gzip, "": lambda: self.plain}[encoding](), encoding


class Files:
    """All such files, by name; `url` gives the address of one."""

    def __init__(self, prefix: str, files: list[File]) -> None:
        self._prefix = prefix
        self._by_name = {f.name: f for f in files}

    def url(self, name: str) -> str:
        """The address of a file, which changes with its content. Raises KeyError."""
        return f"{self._prefix}static/{self._by_name[name].checksum}/{name}"

    def folder(self, name: str) -> str:
        """The address of a file without its name, for a library that appends it."""
        return self.url(name).removesuffix(name)

    def answer(self, name: str, accepted: str) -> Response:
        """The file in the best encoding that is accepted, to be kept for good. Raises KeyError."""
        file = self._by_name[name]
        body, encoding = file.encoded(accepted)
        head = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding", "ETag": f'"{file.checksum}-{encoding}"', "X-Content-Type-Options": "nosniff"}
        return Response(body, mimetype=file.mimetype, headers=head | file.head | ({"Content-Encoding": encoding} if encoding else {}))

    def register(self, server: Flask, routes_prefix: str) -> None:
        @server.get(f"{routes_prefix}static/<checksum>/<name>", endpoint="static_file")
        def static_file(checksum: str, name: str) -> Response:
            file = self._by_name.get(name)
            if file is None or file.checksum != checksum:
                return Response("There is no such file; reload the page.\n", status=404, mimetype="text/plain")
            return self.answer(name, request.headers.get("Accept-Encoding", ""))
