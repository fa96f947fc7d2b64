"""What a sheet has in its middle: a panel that says how much room it needs and draws itself into a box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.paper.marks import Box, Mark


@dataclass(frozen=True)
class Body:
    """name: of the panel. height: points for a width. draw: its marks in a box. notes: what must be said of it. is_map: whether borders are drawn.
    heading: what it shows beside the sheet's title, "" where that says it."""

    name: str
    height: Callable[[float], float]
    draw: Callable[[Box], list[Mark]]
    notes: tuple[str, ...] = ()
    is_map: bool = False
    heading: str = ""
