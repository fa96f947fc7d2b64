"""A query string taken apart: what was asked for, and a notice for each part that is none."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import parse_qsl

from dashboard.wording import listing

LONGEST = 4000  # characters that are read
MOST_NAMED = 5  # of the same kind of fault in one notice
LONGEST_SHOWN = 40  # characters of what was asked, in a notice


def taken_apart(query: str, keys: Collection[str]) -> tuple[dict[str, str], list[str]]:
    """What was asked for by key, without empty values, and notices of what is no part of such a query."""
    text = query.lstrip("?") if isinstance(query, str) else ""  # a request may hold anything where the query belongs
    notices = [f"The address was longer than {LONGEST} characters; the rest was left out."] if len(text) > LONGEST else []
    asked: dict[str, str] = {}
    strange: dict[str, None] = {}
    for key, value in parse_qsl(text[:LONGEST], keep_blank_values=False):
        if key not in keys:
            strange[f"“{shown(key)}”"] = None
        elif key in asked:
            notices.append(f"“{key}” stood twice in the address; the first was kept.")
        else:
            asked[key] = value.strip()
    if strange:
        few = [*list(strange)[:MOST_NAMED], *([f"{len(strange) - MOST_NAMED} more"] if len(strange) > MOST_NAMED else [])]
        are = "is not part of an address and was" if len(strange) == 1 else "are not parts of an address and were"
        notices.append(f"{listing(few)} {are} left out.")
    return asked, notices


def shown(text: str, longest: int = LONGEST_SHOWN) -> str:
    """What was asked for as a notice repeats it."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
