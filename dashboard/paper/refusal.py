"""A sheet that says why there is no image."""

from __future__ import annotations

from dashboard import theme
from dashboard.paper.marks import Box, Measure, Sheet, rectangle
from dashboard.paper.sizes import points
from dashboard.paper.wrapped import paragraph

WIDTH, MARGIN, TEXT = 120.0, 6.0, 10.0  # mm, mm, points


def refusal(words: str, name: str, measure: Measure) -> Sheet:
    """words: what is wrong and what to do. name: the monitor's."""
    width, margin = points(WIDTH), points(MARGIN)
    heading, y = paragraph(f"{name}: no image", margin, margin, width - 2 * margin, 1.2 * TEXT, theme.INK, measure, is_bold=True)
    said, y = paragraph(words, margin, y + 0.4 * TEXT, width - 2 * margin, TEXT, theme.INK_SOFT, measure)
    height = y + margin
    return Sheet(width, height, (rectangle(Box(0.5, 0.5, width - 1, height - 1), theme.PAPER, theme.RULE, 1), *heading, *said))
