"""What the headers say, and which settings of them are refused."""

from __future__ import annotations

import pytest

from dashboard.site.fault import SettingsError
from dashboard.site.policy import ancestors_of, common_headers, file_policy, frame_ancestors, hash_of, page_policy, policy_headers


def directives(policy: str) -> dict[str, list[str]]:
    """name -> sources"""
    return {name: sources for name, *sources in (part.split() for part in policy.split("; "))}


def test_nothing_inline_runs_and_nothing_is_evaluated() -> None:
    page = directives(page_policy((), ("body{}",)))
    assert page["script-src"] == ["'self'"] and page["default-src"] == page["object-src"] == page["base-uri"] == ["'none'"]
    assert page["style-src"] == ["'self'", f"'{hash_of('')}'", f"'{hash_of('body{}')}'"]
    assert page["connect-src"] == page["form-action"] == ["'self'"] and page["frame-ancestors"] == ["'self'"]
    assert "unsafe" not in page_policy(())


def test_a_file_runs_nothing_and_asks_for_nothing() -> None:
    file = directives(file_policy(("https://a.org",)))
    assert file["default-src"] == ["'none'"] and "script-src" not in file and file["frame-ancestors"] == ["'self'", "https://a.org"]


def test_a_hash_is_that_of_the_standard() -> None:
    assert hash_of("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="  # of the empty text, as known everywhere


@pytest.mark.parametrize(
    ("text", "directive", "options"),
    [
        ("", "'self'", "SAMEORIGIN"),
        ("'self'", "'self'", "SAMEORIGIN"),
        ("none", "'none'", "DENY"),
        ("*", "*", None),
        ("https://Intranet.example.org, https://*.example.org:* self http://localhost:81", "'self' https://intranet.example.org https://*.example.org:* http://localhost:81", None),
    ],
)
def test_who_may_frame_the_page_is_said_in_both_headers_or_in_the_one_that_can(text: str, directive: str, options: str | None) -> None:
    ancestors = ancestors_of("MONITOR_FRAME_ANCESTORS", text)
    assert frame_ancestors(ancestors) == f"frame-ancestors {directive}"
    assert common_headers(ancestors, "same-origin").get("X-Frame-Options") == options


@pytest.mark.parametrize(
    "text",
    ["a.org", "https://a.org/", "https://a.org/x", "https://a.org; script-src *", "ftp://a.org", "none, https://a.org", "* self", "https:", "https://*", "data:", "https://a.org\r\nX: y"],
)
def test_what_is_no_origin_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="^MONITOR_FRAME_ANCESTORS="):
        ancestors_of("MONITOR_FRAME_ANCESTORS", text)


def test_a_policy_that_is_only_reported_or_off_still_says_who_may_frame_the_page() -> None:
    policy = page_policy(("https://a.org",))
    framed = "frame-ancestors 'self' https://a.org"
    assert policy_headers(policy, ("https://a.org",), "on") == {"Content-Security-Policy": policy}
    assert policy_headers(policy, ("https://a.org",), "report") == {"Content-Security-Policy": framed, "Content-Security-Policy-Report-Only": policy}
    assert policy_headers(policy, ("https://a.org",), "off") == {"Content-Security-Policy": framed}
