"""Files that are given out: with a tag of what they hold, so that what a reader has already is not sent, nor made, again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from urllib.parse import quote

from flask import Response, request

from data.desk import Desk

SHAPE = 1  # raised when the same question makes another file


def given(desk: Desk, name: str, mimetype: str, question: tuple[object, ...], make: Callable[[], bytes], notices: tuple[str, ...] = (), is_shown: bool = False) -> Response:
    """The file of a question, from the cache where it was made before; 304 where the reader has it.

    name: of the file, of letters that every system takes. question: all that the file depends on beside the release. notices: what of
    the address was changed. is_shown: in the browser rather than saved.
    """
    key = hashlib.sha256(repr((SHAPE, desk.contents.version, name, *question)).encode()).hexdigest()[:32]
    head = {"ETag": f'"{key}"', "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    if notices:  # a header holds one line of Latin letters: the words go as they would in an address
        head["X-Notices"] = quote(" ".join(notices))
    if request.if_none_match.contains(key):
        return Response(status=304, headers=head)
    body = desk.answers.recall(f"file:{key}")
    if body is None:
        body = make()
        desk.answers.keep(f"file:{key}", body)
    head["Content-Disposition"] = f'{"inline" if is_shown else "attachment"}; filename="{name}"'
    return Response(body, mimetype=mimetype, headers=head)
