"""Which compression an answer may have."""

from __future__ import annotations

import re

KNOWN = ("br", "gzip")  # the better first
REFUSED = re.compile(r"q=0(\.0*)?")


def encoding_of(accepted: str) -> str:
    """The best encoding that an `Accept-Encoding` takes, "" for none. A weight of 0 refuses (RFC 9110, 12.4.2)."""
    parts = [[piece.strip().lower() for piece in part.split(";")] for part in accepted.split(",")]
    taken = {name for name, *weights in parts if not any(REFUSED.fullmatch(weight) for weight in weights)}
    return next((encoding for encoding in KNOWN if encoding in taken), "")
