"""A file given to whoever asks: made once, kept while there is room, and not sent again to those who have it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from flask import Response, request

from callbacks.answers import compressed
from callbacks.encodings import KNOWN, encoding_of
from dashboard.query import shown
from data.desk import Desk

FORM = 1  # raised when what is written for the same question changes
LARGEST_KEPT = 4_000_000  # bytes of a file that is kept for the next reader
LONGEST_SAID = 1_000  # characters of notices in a header: proxies refuse an answer whose head is too long
OFFICE = "application/vnd.openxmlformats-officedocument."
DOCUMENTS = tuple(f"{OFFICE}{kind}" for kind in ("spreadsheetml.sheet", "presentationml.presentation", "wordprocessingml.document"))
PACKED = ("application/zip", "application/pdf", "image/png", *DOCUMENTS)  # compressed in themselves


@dataclass(frozen=True)
class File:
    """question: all that its content follows from, as text, besides the release. name: offered to who saves it. make: its content.
    is_shown: in the browser rather than saved."""

    question: tuple[str, ...]
    name: str
    mimetype: str
    make: Callable[[], bytes]
    notices: tuple[str, ...] = ()
    is_shown: bool = False


def given(desk: Desk, file: File) -> Response:
    """The file, or 304 to a browser that has it. Its tag holds release and question, so nothing is made to compare it."""
    encoding = "" if file.mimetype in PACKED else encoding_of(request.headers.get("Accept-Encoding", ""))
    digest = hashlib.sha256(repr((FORM, desk.contents.version, *file.question)).encode()).hexdigest()[:32]
    if any(request.if_none_match.contains_weak(f"{digest}-{known}") for known in ("", *KNOWN)):
        return _headed(Response(status=304), file, digest, encoding)
    body = _body(desk, file, digest, encoding)
    answer = _headed(Response(body, mimetype=file.mimetype), file, digest, encoding)
    answer.headers["Content-Disposition"] = f'{"inline" if file.is_shown else "attachment"}; filename="{file.name}"'
    if encoding:
        answer.headers["Content-Encoding"] = encoding
    return answer


def lawful_name(*parts: str, ending: str) -> str:
    """A file name of these parts, whatever they hold: letters, digits and hyphens."""
    told = (re.sub(r"[^A-Za-z0-9_]+", "-", part).strip("-") for part in parts)
    return f"{'-'.join(part for part in told if part) or 'data'}.{ending}"


def refused(status: int, words: str) -> Response:
    """Why a file is not given, in words that no browser takes for a page."""
    return Response(f"{words}\n", status=status, mimetype="text/plain", headers={"X-Content-Type-Options": "nosniff"})


def _body(desk: Desk, file: File, digest: str, encoding: str) -> bytes:
    key = f"file:{encoding}:{digest}"
    held = desk.answers.recall(key)
    if held is None:
        held = compressed(file.make(), encoding)
        if len(held) <= LARGEST_KEPT:
            desk.answers.keep(key, held)
    return held


def _headed(answer: Response, file: File, digest: str, encoding: str) -> Response:
    answer.headers["ETag"] = f'"{digest}-{encoding}"'
    answer.headers["Cache-Control"] = "no-cache"
    answer.headers["Vary"] = "Accept, Accept-Encoding"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    if file.notices:  # a header holds one line of Latin letters: the words go as they would in an address
        answer.headers["X-Notices"] = quote(shown(" ".join(file.notices), LONGEST_SAID))
    return answer
