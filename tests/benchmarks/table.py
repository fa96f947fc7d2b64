"""The one table that a run prints: what was measured, ours beside the floor and stock Dash, and the bound it is held to."""

from __future__ import annotations

from dataclasses import dataclass, replace

HEADINGS = ("measure", "ours", "floor", "stock Dash", "ours/floor", "ours/Dash", "held to")
FLOOR, DASH, ITSELF = "floor", "Dash", "itself"


@dataclass(frozen=True)
class Bound:
    """What ours is held to: at most (or at least) so many times the floor, stock Dash, or a number of its own unit."""

    times: float
    of: str = ITSELF
    is_least: bool = False

    def says(self, unit: str) -> str:
        """`≤ 1.15 × floor`."""
        sign = "≥" if self.is_least else "≤"
        return f"{sign} {self.times:.3g} {unit}".rstrip() if self.of == ITSELF else f"{sign} {self.times:g} × {self.of}"

    def holds(self, row: Row) -> bool | None:
        """Whether the row keeps to it; None where a number that it needs was not measured."""
        against = {FLOOR: row.floor, DASH: row.dash, ITSELF: 1.0}[self.of]
        if row.ours is None or against is None:
            return None
        return row.ours >= self.times * against if self.is_least else row.ours <= self.times * against


@dataclass(frozen=True)
class Row:
    """One measure. Numbers are None where the program has no such thing or it was not measured."""

    measure: str
    unit: str
    ours: float | None = None
    floor: float | None = None
    dash: float | None = None
    bounds: tuple[Bound, ...] = ()

    def also(self, **numbers: float | None) -> Row:
        """The row with further numbers."""
        return replace(self, **numbers)


@dataclass(frozen=True)
class Section:
    """Rows under one heading; `note` says how they were measured."""

    title: str
    rows: tuple[Row, ...]
    note: str = ""


def written(sections: list[Section]) -> str:
    """The table as text, a line a row, columns aligned."""
    body = {section.title: [_cells(row) for row in section.rows] for section in sections}
    lines = [HEADINGS, *(cells for rows in body.values() for cells in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(HEADINGS))]
    out = [_line(HEADINGS, widths), _line(tuple("─" * w for w in widths), widths)]
    for section in sections:
        out += ["", section.title.upper(), *(_line(cells, widths) for cells in body[section.title])]
        out += [f"  {section.note}"] if section.note else []
    return "\n".join(out) + "\n"


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    first, *rest = (c.ljust(w) if i in (0, len(cells) - 1) else c.rjust(w) for i, (c, w) in enumerate(zip(cells, widths, strict=True)))
    return "  ".join([first, *rest]).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    return (
        f"{row.measure} ({row.unit})" if row.unit else row.measure,
        amount(row.ours),
        amount(row.floor),
        amount(row.dash),
        _ratio(row.ours, row.floor),
        _ratio(row.ours, row.dash),
        "; ".join(_verdict(bound, row) for bound in row.bounds),
    )


def _verdict(bound: Bound, row: Row) -> str:
    held = bound.holds(row)
    return f"{bound.says(row.unit)}: {'not measured' if held is None else 'ok' if held else 'not yet'}"


def _ratio(a: float | None, b: float | None) -> str:
    return "" if a is None or not b else f"{a / b:.2f}×"


def amount(value: float | None) -> str:
    """Three significant digits, thousands apart; a dash for what was not measured."""
    if value is None:
        return "–"
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.3f}"
