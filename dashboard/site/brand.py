"""Whose monitor it is: name, colour, logo and the way back. The colours of data are nobody's brand and stay."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard import theme
from dashboard.site.fault import SettingsError, unfit

NAME = "Society for All Monitor"
LONGEST_NAME, LONGEST_WORDS = 60, 40  # characters: what a bar can hold
NEEDED = 4.5  # contrast of words, WCAG 2.2, 1.4.3


@dataclass(frozen=True)
class Brand:
    """What the header and the files say.

    accent: of links, focus and buttons. logo: the address at which this server has it, "" for the monitor's own mark.
    link: an address elsewhere that the header leads back to, "" for none; words: what it is called.
    """

    name: str = NAME
    accent: str = theme.ACCENT
    logo: str = ""
    link: str = ""
    words: str = ""


def name_of(key: str, text: str) -> str:
    """A name for a title and a header. Raises SettingsError."""
    return _line(key, text, LONGEST_NAME)


def words_of(key: str, text: str) -> str:
    """The words of a link. Raises SettingsError."""
    return _line(key, text, LONGEST_WORDS)


def _line(key: str, text: str, most: int) -> str:
    line = text.strip()
    if not 0 < len(line) <= most or not line.isprintable():
        raise unfit(key, text, f"one line of at most {most} characters")
    return line


def accent_of(key: str, text: str) -> str:
    """A colour in which words can be read on the page's grounds, and white on it. Raises SettingsError with the contrast found and needed."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", text):
        raise unfit(key, text, "a colour such as #005A8C")
    for ground, said in ((theme.PAPER, "the page"), (theme.SHADE, "shaded ground"), (theme.tint(text, theme.SOFT), "its own pale tint")):
        found = theme.contrast(text, ground)
        if found < NEEDED:
            raise SettingsError(
                f"{key}={text!r}: words in it have a contrast of {int(100 * found) / 100} to 1 on {said} ({ground}); needed is {NEEDED} to 1. Take a darker colour."
            )
    return text.upper()
