"""Answers that were given before are given again as they were: bytes, already compressed.

An answer depends on the question and the release alone, so the cache key is a digest of both. What is kept has been through
figure, JSON and compression; giving it again costs a look-up. Only answers to questions of the panels and whole documents are
kept, and only those that went well.
"""

from __future__ import annotations

import gzip
import hashlib

import brotli
from dash import Dash
from flask import Response, g, request

from callbacks.encodings import encoding_of
from data.desk import Desk

LARGEST_QUESTION = 16_384  # bytes; a longer one is answered, not kept; nor is one that does not say how long it is


def register(app: Dash, desk: Desk, pages: tuple[str, ...] = ()) -> None:
    """Looks before each question and keeps after each answer. pages: paths, below the prefix, of documents beside the explore page."""
    server, prefix = app.server, app.config.routes_pathname_prefix
    asked_at, documents_at = f"{prefix}_dash-update-component", {prefix: b"", **{f"{prefix}{page}": page.encode() for page in pages}}

    @server.before_request
    def given_before() -> Response | None:
        is_question = request.method == "POST" and request.path == asked_at and 0 < (request.content_length or 0) <= LARGEST_QUESTION
        is_document = request.method == "GET" and request.path in documents_at and len(request.query_string) <= LARGEST_QUESTION
        if not (is_question or is_document):
            return None
        encoding = encoding_of(request.headers.get("Accept-Encoding", ""))
        # a document may name its own address: what one host was told is not told to another
        asked = request.get_data() if is_question else b"".join((request.host_url.encode(), documents_at[request.path], b"?", request.query_string))
        g.answer_key = f"{'ask' if is_question else 'page'}:{encoding}:{hashlib.sha256(asked).hexdigest()}"
        g.answer_encoding = encoding
        held = desk.answers.recall(g.answer_key)
        if held is None:
            return None
        del g.answer_key
        return _response(*held)

    @server.after_request
    def keep(response: Response) -> Response:
        key = g.pop("answer_key", None)
        if key is None or response.status_code != 200 or response.direct_passthrough:
            return response
        encoding = g.answer_encoding
        held = (compressed(response.get_data(), encoding), response.mimetype, encoding)
        desk.answers.keep(key, held)
        return _response(*held)


def compressed(body: bytes, encoding: str) -> bytes:
    """The body in an encoding; quick rather than small, for it is made while somebody waits."""
    if encoding == "br":
        return brotli.compress(body, quality=5)
    return gzip.compress(body, 5, mtime=0) if encoding == "gzip" else body


def _response(body: bytes, mimetype: str, encoding: str) -> Response:
    response = Response(body, mimetype=mimetype)
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "no-cache"
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response
