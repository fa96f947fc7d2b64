"""What an oEmbed consumer is told of an embed (oembed.com, version 1.0, type rich), and how what it asked for is read."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import unquote, urlsplit

from dashboard.embed import MAP, height_of, panels_of

FORMATS = ("json", "xml")
USUAL_WIDTH, LEAST = 640, 200  # pixels; what is narrower or lower than the least cannot be read
LONGEST_NUMBER = 6  # digits
# named size of an image, its dpi, and the pixels that makes: the largest first
THUMBNAILS = (("slide", 72, 960, 540), ("square", 72, 340, 340))


class BadNumber(ValueError):
    """A width or height that cannot be used; its text is a sentence."""


class NotOurs(ValueError):
    """An address that is none of the monitor's; its text is a sentence."""


@dataclass(frozen=True)
class Asked:
    """panels: of the embed. query: as it stands in the address."""

    panels: tuple[str, ...]
    query: str


def place_of(address: str, home: str) -> tuple[str, str]:
    """Path below the monitor and query of one of its addresses. home: its absolute address, a slash at the end. Raises NotOurs."""
    try:
        parts, ours = urlsplit(address.strip()), urlsplit(home)
        is_ours = parts.scheme in ("http", "https") and _place(parts.netloc, parts.scheme) == _place(ours.netloc, ours.scheme)
    except ValueError:  # a bracket that no host has
        is_ours = False
    if not is_ours or not (parts.path or "/").startswith(ours.path):
        raise NotOurs(f"url: expected an address of this monitor, {home} or an embed below it.")
    return unquote((parts.path or "/")[len(ours.path) :]), parts.query


def asked_of(path: str, query: str) -> Asked:
    """What is embedded for a path: an embed itself, or the map of the page. Raises NotOurs for other pages, NoSuchPanel for panels that there are not."""
    if path and not path.startswith("embed/"):
        raise NotOurs("url: only the monitor's page and its embeds (embed/…) can be embedded.")
    return Asked(panels_of(path.removeprefix("embed/")) if path else (MAP,), query)


def _place(netloc: str, scheme: str) -> str:
    """Host and port, without a port that goes without saying."""
    return netloc.lower().removesuffix({"http": ":80", "https": ":443"}[scheme])


def most_of(text: str | None, name: str) -> int | None:
    """The pixels of a limit; None where there is none. Raises BadNumber."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER and int(text) > 0):
        raise BadNumber(f"{name}={text[:40]!r}: expected a whole number of pixels from 1 to {'9' * LONGEST_NUMBER}.")
    return int(text)


def described(asked: Asked, address: str, title: str, provider: tuple[str, str], limits: tuple[int | None, int | None], image: str, seconds: int) -> dict:
    """The answer as plain data.

    address: of the embed, absolute. provider: name and address. limits: pixels, width and height. image: absolute address of a picture of it,
    to which size and dpi are added. seconds: how long the answer may be kept.
    """
    most_wide, most_high = limits
    width = min(USUAL_WIDTH, most_wide or USUAL_WIDTH)
    height = min(height_of(asked.panels, max(width, LEAST)), most_high or 100_000)
    frame = {"src": address, "width": width, "height": height, "title": title, "frameborder": 0, "loading": "lazy"}
    thumbnail = next(
        (
            {"thumbnail_url": f"{image}{'&' if '?' in image else '?'}size={size}&dpi={dpi}", "thumbnail_width": wide, "thumbnail_height": high}
            for size, dpi, wide, high in THUMBNAILS
            if wide <= (most_wide or wide) and high <= (most_high or high)
        ),
        {},
    )
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": provider[0],
        "provider_url": provider[1],
        "cache_age": seconds,
        "width": width,
        "height": height,
        "html": "<iframe " + " ".join(f'{name}="{escape(str(value))}"' for name, value in frame.items()) + "></iframe>",
        **thumbnail,
    }


def as_xml(told: dict) -> str:
    """The same answer as XML."""
    inside = "".join(f"<{key}>{escape(str(value))}</{key}>" for key, value in told.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{inside}</oembed>\n'
