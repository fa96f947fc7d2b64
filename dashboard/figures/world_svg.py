"""The map as SVG, for the first response: seen while the chart library is still on its way, and taken away when it has drawn.

It lies at the pixels at which the library will draw: a sheet of the window's own proportions, fitted into the panel and centred
as the library does it. What is given in pixels (line widths, markers, patterns) does not grow with the sheet: lines do not
scale, a marker is a line of no length with round ends, and a pattern covers the panel, seen through the shapes that carry it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

import numpy as np

from dashboard import theme
from dashboard.classes import Classes, class_of
from dashboard.figures.natural_earth import WIDTH, Window
from dashboard.figures.world_map import BORDER_WIDTH, MARKER_SIZE, OUTLINE_WIDTH, RIM_WIDTH, SEEN_THROUGH, Ground, chosen_colours, circle
from dashboard.peers import Peers
from dashboard.shown import Shown

STILL = 'vector-effect="non-scaling-stroke"'
NAME = "early"  # of the picture's class, and in front of its ids


@dataclass(frozen=True)
class Sheet:
    """The geometry of a map: a window, and the path of each shape on it."""

    window: Window
    paths: Mapping[str, str]


@dataclass(frozen=True)
class Marker:
    """A circle at a place on the sheet; size and rim in pixels."""

    code: str
    x: float
    y: float
    size: float
    fill: str
    rim: str
    rim_width: float


@dataclass(frozen=True)
class WorldSvg:
    """The map of one view.

    classes: None for counts, which are drawn as circles over plain land. states: codes that always have a marker.
    """

    shown: Shown
    classes: Classes | None
    direction: str
    chosen: tuple[str, ...]
    scope: Peers
    states: frozenset[str]
    ground: Ground
    sheet: Sheet

    def svg(self, words: str) -> str:
        """The picture; `words` say what it shows."""
        hatched, filled = defaultdict(list), defaultdict(list)
        for code, fill in self.fills.items():
            filled[fill].append(code)
            if self.kinds[code]:
                hatched[self.kinds[code]].append(code)
        rest = "".join(path for code, path in self.sheet.paths.items() if code not in self.fills)  # land that no figure colours
        lines = [code for code in self.chosen if code in self.fills and self._is_inside(code)]
        return "".join(
            [
                f'<svg class="{NAME}" role="img" aria-label="{escape(words)}"><defs>',
                *(_tile(kind) + self._mask(kind, codes) for kind, codes in hatched.items()),
                f'</defs>{self._sheet}<path fill="{theme.NO_DATA}" d="{rest}"/><g stroke="{theme.BORDER}" stroke-width="{BORDER_WIDTH}">',
                *(f'<g fill="{fill}">{"".join(self._shape(code) for code in codes)}</g>' for fill, codes in filled.items()),
                "</g></svg></svg>",
                *(f'<rect width="100%" height="100%" fill="url(#{NAME}-tile-{kind})" mask="url(#{NAME}-mask-{kind})"/>' for kind in hatched),
                f'{self._sheet}<g fill="none" stroke-width="{OUTLINE_WIDTH}">',
                *(f'<path stroke="{self._colours[code]}" {STILL} d="{self.sheet.paths[code]}"/>' for code in lines),
                '</g><g stroke-linecap="round">',
                *(_disc(marker, 1 if self.classes else SEEN_THROUGH) for marker in self.markers()),
                "</g></svg></svg></svg>",
            ]
        )

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What lies over each shape, by code; "" over most. Circles leave room for one kind only: land without data."""
        kinds = {code: self.shown.kind(code) if self._is_inside(code) else "" for code in self.ground.shapes}
        return kinds if self.classes else {code: kind if kind == "none" else "" for code, kind in kinds.items()}

    @cached_property
    def fills(self) -> dict[str, str]:
        """The colour of each shape on the sheet, by code; under a pattern the colour that it lies on."""
        drawn = [code for code in self.ground.shapes if code in self.sheet.paths]
        return {code: theme.PATTERN_GROUNDS.get(self.kinds[code]) or self._paint(code) for code in drawn}

    def markers(self) -> Iterator[Marker]:
        """The circles, in the order in which they lie over each other."""
        for code, lon, lat in self.ground.points:
            inside, cell = self._is_inside(code), self.shown.cells.get(code)
            if self.classes:
                size = MARKER_SIZE if inside and (code in self.states or code in self.shown.held) else 0
            else:
                size = circle(cell.value, self.shown.largest) if inside and cell and cell.value is not None else 0
            if size:
                fill = self._paint(code) if self.classes else theme.ACCENT
                is_chosen = code in self._colours
                rim = self._colours.get(code, theme.INK_FAINT)
                yield Marker(code, *self.sheet.window.point(lon, lat), size, fill, rim, OUTLINE_WIDTH if is_chosen else RIM_WIDTH)

    def _is_inside(self, code: str) -> bool:
        return self.scope.is_world or code in self._members

    @cached_property
    def _members(self) -> frozenset[str]:
        return frozenset(self.scope.members)

    @cached_property
    def _colours(self) -> dict[str, str]:
        return chosen_colours(self.chosen)

    def _paint(self, code: str) -> str:
        return self._painted.get(code, theme.NO_DATA)

    @cached_property
    def _painted(self) -> dict[str, str]:
        """The class colour of every area inside the scope that has a value."""
        if not self.classes:
            return {}
        held = [(code, cell.value) for code, cell in self.shown.cells.items() if cell.value is not None and self._is_inside(code)]
        colours = theme.class_colours(self.classes.count, self.direction, self.classes.middle)
        index = class_of(np.array([value for _, value in held], dtype=float), self.classes)
        return {code: colours[i] for (code, _), i in zip(held, index.tolist(), strict=True)}

    @cached_property
    def _sheet(self) -> str:
        """The two elements that fit the sheet into the panel and cut it at its own edge, opened."""
        high = f"{self.sheet.window.height:.1f}"
        return f'<svg width="100%" height="100%" viewBox="0 0 {WIDTH} {high}"><svg width="{WIDTH}" height="{high}">'

    def _shape(self, code: str) -> str:
        kind = f' data-kind="{self.kinds[code]}"' if self.kinds[code] else ""
        return f'<path data-area="{escape(code)}"{kind} {STILL} d="{self.sheet.paths[code]}"/>'

    def _mask(self, kind: str, codes: list[str]) -> str:
        """Where a pattern is seen: inside its shapes, but not on their borders."""
        lands = "".join(self.sheet.paths[code] for code in codes)
        return (
            f'<mask id="{NAME}-mask-{kind}" maskUnits="userSpaceOnUse" x="0" y="0" width="100%" height="100%">{self._sheet}'
            f'<path fill="#fff" stroke="#000" stroke-width="{BORDER_WIDTH}" {STILL} d="{lands}"/></svg></svg></mask>'
        )


def _tile(kind: str) -> str:
    size, turn, marks = theme.PATTERNS[kind]
    turned = f' patternTransform="{turn}"' if turn else ""
    return f'<pattern id="{NAME}-tile-{kind}" width="{size}" height="{size}" patternUnits="userSpaceOnUse"{turned}>{marks}</pattern>'


def _disc(marker: Marker, opacity: float) -> str:
    """A circle whose size does not grow with the sheet: rim and filling are each a dot, one over the other."""
    outer, inner = marker.size + marker.rim_width, marker.size - marker.rim_width
    dots = ((outer, marker.rim), (inner, marker.fill)) if inner > 0 else ((outer, marker.rim),)
    drawn = "".join(f'<path {STILL} stroke="{colour}" stroke-width="{width:.4g}" d="M{marker.x:.1f},{marker.y:.1f}h0"/>' for width, colour in dots)
    return drawn if opacity == 1 else f'<g opacity="{opacity}">{drawn}</g>'
