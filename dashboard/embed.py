"""Which panels an embed shows, and how high a frame it needs."""

from __future__ import annotations

MAP, RANKING = "map", "ranking"
PANELS = (MAP, "trend", "breakdown", RANKING)
LONGEST_SHOWN = 60  # characters of what was asked, in an answer
TALL = (280, 620)  # pixels that the chart of the breakdown takes at least and at most
NARROW, WIDE = 640, 900  # pixels of a frame: below the first all stand in one column, from the second on a map has one beside it
SIDE, GAP, LEGEND = 16, 24, 154  # pixels at the sides of a frame, between its columns, and of a legend beside a wide map
# pixels about: what stands around the panels in a wide frame and in a narrow one, what stands around a map, and the other panels
AROUND, AROUND_NARROW = 175, 205
ROUND_MAP, ROUND_MAP_NARROW = 140, 225
HIGH = {"trend": 385, "breakdown": 460, RANKING: 460}
ASPECT = 1.97  # of a map of the world


class NoSuchPanel(ValueError):
    """Panels that there are not; its text is a sentence that says which there are."""


def panels_of(asked: str) -> tuple[str, ...]:
    """The panels of `map,ranking`, in the order asked, each once. Raises NoSuchPanel."""
    panels = tuple(asked.split(","))
    known = f"there are {', '.join(PANELS[:-1])} and {PANELS[-1]}, alone or several joined by commas"
    for panel in panels:
        if panel not in PANELS:
            said = panel if len(panel) <= LONGEST_SHOWN else panel[: LONGEST_SHOWN - 1] + "…"
            raise NoSuchPanel(f"There is no panel “{said}”; {known}.")
        if panels.count(panel) > 1:
            raise NoSuchPanel(f"“{panel}” is named twice; {known}, each once.")
    return panels


def columns_of(panels: tuple[str, ...]) -> dict[str, str]:
    """How each panel stands where a frame has two columns: "" in one of them, "wide" over both, "broad" over both below `WIDE`."""
    others = [panel for panel in panels if panel != MAP]
    found = dict.fromkeys(panels, "")
    if MAP in panels:
        found[MAP] = "wide" if len(others) % 2 == 0 else "broad"
    if len(others) % 2:
        found[others[-1]] = "broad" if MAP in panels else "wide"
    return found


def height_of(panels: tuple[str, ...], width: int) -> int:
    """About how many pixels high a frame of this width must be to show all of its panels; it tells its true height itself."""
    inside, columns = width - 2 * SIDE, columns_of(panels)
    whole, halves = [], []
    for panel in panels:
        is_whole = width < NARROW or columns[panel] == "wide" or (columns[panel] == "broad" and width < WIDE)
        (whole if is_whole else halves).append(_height(panel, inside if is_whole else (inside - GAP) // 2))
    rows = whole + [max(halves[at : at + 2]) for at in range(0, len(halves), 2)]
    return (AROUND_NARROW if width < NARROW else AROUND) + sum(rows) + GAP * (len(rows) - 1)


def _height(panel: str, width: int) -> int:
    if panel != MAP:
        return HIGH[panel]
    is_narrow = width < NARROW - 2 * SIDE
    return round((width - (0 if is_narrow else LEGEND)) / ASPECT) + (ROUND_MAP_NARROW if is_narrow else ROUND_MAP)
