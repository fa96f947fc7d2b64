"""Text broken into lines that fit."""

from __future__ import annotations

from dashboard.paper.marks import Measure, Words

LEADING = 1.28  # lines of text


def wrapped(text: str, width: float, size: float, measure: Measure, is_bold: bool = False, most: int = 99) -> list[str]:
    """The lines of a text, none wider than the width unless one word is; the last of `most` ends in … where text is left."""
    lines, words = [""], text.split(" ")  # not at the narrow spaces inside numbers
    for word in words:
        longer = f"{lines[-1]} {word}".strip(" ")
        if lines[-1] and measure(longer, size, is_bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    if len(lines) > most:
        lines = [*lines[: most - 1], fitted(" ".join(lines[most - 1 :]), width, size, measure, is_bold)]
    return [line for line in lines if line]


def fitted(text: str, width: float, size: float, measure: Measure, is_bold: bool = False) -> str:
    """The text where it fits, else as much of it as does, with … at its end."""
    if measure(text, size, is_bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip(" ,(") + "…", size, is_bold) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" ,(") + "…"


def paragraph(text: str, x: float, y: float, width: float, size: float, colour: str, measure: Measure, is_bold: bool = False, most: int = 99) -> tuple[list[Words], float]:
    """A text as lines from the top y down, and where the next thing may stand."""
    lines = wrapped(text, width, size, measure, is_bold, most)
    marks = [Words(x, y + size * (0.86 + LEADING * n), words, size, colour, is_bold) for n, words in enumerate(lines)]
    return marks, y + size * LEADING * len(lines)
