"""Trend and breakdown on paper: the page's own figures, with their legends and notes."""

from __future__ import annotations

from dataclasses import replace

from dashboard import theme
from dashboard.paper.body import Body
from dashboard.paper.legend import Key, height_of, legend, plain, veil
from dashboard.paper.marks import Box, Mark
from dashboard.paper.pictures import GroupPictures
from dashboard.paper.plot import Frame, plotted
from dashboard.paper.rows import DotRows
from dashboard.view import ALL

TREND = 0.52  # of the width
LABEL_GAP = 0.085  # of a plot's height, which on paper is higher than on the page: names stand nearer to their lines


def trend_body(answer: dict, frame: Frame) -> Body:
    """answer: of the trend panel."""
    keys = _bands(answer)

    def height(width: float) -> float:
        return max(TREND * width, 150 * frame.scale) + (height_of(keys, width, frame.text, frame.measure) if keys else 0)

    def draw(box: Box) -> list[Mark]:
        return _under_keys(keys, box, frame, lambda room: plotted(answer["figure"], room, frame))

    notes = ("Dots bridge years without data; nothing bridges a break in the series.",) if _bridges(answer["figure"]) else ()
    return Body("trend", height, draw, notes)


def _bands(answer: dict) -> list[Key]:
    """What the bands hold, where they are drawn."""
    if not any(trace.get("fill") for trace in answer["figure"]["data"]):
        return []
    return [plain(f"{answer['peers']}:"), veil("middle 50% of countries", 2), veil("middle 80%", 1)]


def _bridges(figure: dict) -> bool:
    return any(trace.get("line", {}).get("dash") == "dot" and trace.get("x") and trace.get("opacity") for trace in figure["data"])


def breakdown_body(answer: dict, year: int, frame: Frame) -> Body:
    """answer: of the breakdown panel, in any of its forms."""
    figure = answer["figure"]
    rows = DotRows(answer, year, frame) if answer["table"].get("x") else None
    pictures = GroupPictures(figure, frame) if figure["data"] and not rows else None
    keys = rows.keys() if rows else [plain(item["words"], theme.INK if frame.is_mono else item["colour"], True) for item in answer["legend"] if not item["shape"]]

    def height(width: float) -> float:
        above = height_of(keys, width, frame.text, frame.measure) + 0.5 * frame.text if keys else 0
        if rows:
            return above + rows.height()
        return above + (pictures.height(width) if pictures else 70 * frame.scale)

    def inside(room: Box) -> list[Mark]:
        if rows:
            need = rows.height()
            return (rows if need <= room.height else replace(rows, frame=replace(frame, scale=frame.scale * room.height / need))).draw(room)
        return pictures.draw(room) if pictures else plotted(figure, room, frame)

    notes = [*answer["note"], *(rows.notes() if rows else []), answer["missing"]]
    return Body("breakdown", height, lambda box: _under_keys(keys, box, frame, inside), tuple(note for note in notes if note), heading=_by(answer["by"]))


def _by(choices: dict) -> str:
    """Which groups are shown."""
    if not choices["options"]:
        return ""
    if not choices["is_by_shown"] or choices["form"] == ALL:
        return "For whom: all breakdowns"
    words = dict(choices["options"])
    crossed = dict(choices["crosses"]).get(choices["cross"], "")
    return f"For whom: by {words[choices['value']]}{f' and {crossed}' if crossed else ''}"


def _under_keys(keys: list[Key], box: Box, frame: Frame, draw) -> list[Mark]:
    if not keys:
        return draw(box)
    above = height_of(keys, box.width, frame.text, frame.measure) + 0.5 * frame.text
    return [*legend(keys, Box(box.x, box.y, box.width, above), frame.text, frame.measure), *draw(box.inset(top=above))]
