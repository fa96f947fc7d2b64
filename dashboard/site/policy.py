"""What the headers of every answer tell a browser: where things may come from, who may frame the page, what is told to other sites."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from dashboard.site.fault import unfit
from dashboard.site.place import NAME, listed

SELF, NONE, ANY = "self", "none", "*"
ORIGIN = re.compile(rf"https?://(?:\*\.)?{NAME}(?::(?:[0-9]{{1,5}}|\*))?")
ON, REPORT, OFF = CSP = ("on", "report", "off")
REFERRER = (
    "same-origin", "no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin",
    "strict-origin", "strict-origin-when-cross-origin", "unsafe-url",
)  # fmt: skip
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")  # powers of a browser that no page of ours asks for


def ancestors_of(key: str, text: str) -> tuple[str, ...]:
    """Origins that may frame the page, beside its own: none for `self`, (`none`,) for nobody at all. Raises SettingsError."""
    parts = tuple(part.strip("'").lower() for part in listed(text))
    if len(parts) > 1 and {NONE, ANY} & set(parts):
        raise unfit(key, text, f"{NONE} and {ANY} alone, not beside others")
    for part in parts:
        if part not in (SELF, NONE, ANY) and not ORIGIN.fullmatch(part):
            raise unfit(key, part, f"{SELF}, {NONE}, {ANY} or an origin without a path: https://intranet.example.org, https://*.example.org")
    return tuple(part for part in parts if part != SELF)


def frame_ancestors(ancestors: tuple[str, ...]) -> str:
    """The directive. ancestors: as `ancestors_of` gives them."""
    if ancestors in ((NONE,), (ANY,)):
        return "frame-ancestors " + ("'none'" if ancestors == (NONE,) else ANY)
    return " ".join(("frame-ancestors 'self'", *ancestors))


def page_policy(ancestors: tuple[str, ...], styles: tuple[str, ...] = ()) -> str:
    """The policy of a document. styles: texts of `style` elements that it may hold, by their hashes.

    Scripts and styles come as files of this server: nothing inline runs, nothing is evaluated, and a style attribute is refused like
    a script. Pictures may be made by the page itself (`data:`, `blob:`).
    """
    hashes = "".join(f" '{hash_of(text)}'" for text in ("", *styles))  # an empty element, which the chart library fills rule by rule
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self'{hashes}",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "frame-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            frame_ancestors(ancestors),
        )
    )


def file_policy(ancestors: tuple[str, ...]) -> str:
    """The policy of what is no document: a picture may have styles of its own and asks for nothing."""
    return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; {frame_ancestors(ancestors)}"


def hash_of(text: str) -> str:
    """The hash by which a policy allows one inline text."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def common_headers(ancestors: tuple[str, ...], referrer: str) -> dict[str, str]:
    """The headers that do not depend on what is answered. `X-Frame-Options` only where it can say the same as `frame-ancestors`."""
    framed = {(): "SAMEORIGIN", (NONE,): "DENY"}.get(ancestors)
    return {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": referrer,
        "Permissions-Policy": ", ".join(f"{power}=()" for power in UNUSED),
        **({"X-Frame-Options": framed} if framed else {}),
    }


def policy_headers(policy: str, ancestors: tuple[str, ...], csp: str) -> dict[str, str]:
    """The policy as headers. csp: `on`, `report` (told in the browser's console, not kept to) or `off`; who may frame the page holds in each."""
    if csp == ON:
        return {"Content-Security-Policy": policy}
    framed = {"Content-Security-Policy": frame_ancestors(ancestors)}
    return framed | ({"Content-Security-Policy-Report-Only": policy} if csp == REPORT else {})
