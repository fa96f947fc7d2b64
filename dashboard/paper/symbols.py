"""Outlines of the marks that stand for groups and countries, in a box from -0.5 to 0.5."""

from __future__ import annotations

import numpy as np


def _star(corners: int, inner: float, turn: float = 0.0) -> np.ndarray:
    angles = np.arange(corners * 2) * np.pi / corners - np.pi / 2 + turn
    radius = np.where(np.arange(corners * 2) % 2 == 0, 0.56, inner)
    return np.stack([radius * np.cos(angles), radius * np.sin(angles)], axis=1)


def _round(corners: int = 40) -> np.ndarray:
    angles = np.arange(corners) * 2 * np.pi / corners
    return np.stack([0.5 * np.cos(angles), 0.5 * np.sin(angles)], axis=1)


def _polygon(*corners: tuple[float, float]) -> np.ndarray:
    return np.array(corners)


_CROSS = _polygon(
    (-0.17, -0.5), (0.17, -0.5), (0.17, -0.17), (0.5, -0.17), (0.5, 0.17), (0.17, 0.17),
    (0.17, 0.5), (-0.17, 0.5), (-0.17, 0.17), (-0.5, 0.17), (-0.5, -0.17), (-0.17, -0.17),
)  # fmt: skip
_TURN = np.array([(np.cos(np.pi / 4), np.sin(np.pi / 4)), (-np.sin(np.pi / 4), np.cos(np.pi / 4))])
_CORNERS = np.arange(5) * 2 * np.pi / 5 - np.pi / 2

# by the chart library's names
OUTLINES = {
    "circle": _round(),
    "diamond": _polygon((0, -0.62), (0.62, 0), (0, 0.62), (-0.62, 0)),
    "square": _polygon((-0.45, -0.45), (0.45, -0.45), (0.45, 0.45), (-0.45, 0.45)),
    "triangle-up": _polygon((0, -0.55), (0.54, 0.42), (-0.54, 0.42)),
    "cross": _CROSS,
    "x": _CROSS @ _TURN,
    "pentagon": np.stack([0.52 * np.cos(_CORNERS), 0.52 * np.sin(_CORNERS)], axis=1),
    "star": _star(5, 0.24),
}
UPRIGHT = "line-ns-open"  # a line through the place, without a filling


def outline(shape: str, x: float, y: float, size: float) -> np.ndarray:
    """The ring of a symbol at a place. Raises KeyError for a shape that there is not."""
    return OUTLINES[shape] * size + (x, y)
