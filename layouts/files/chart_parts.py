"""Pieces of DrawingML that every chart is put together from. Lengths in points, colours as `#rrggbb`."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from dashboard import theme
from dashboard.documents.chart import Scale

EMU = 12_700  # of a point
DASHES = {"solid": "solid", "dash": "dash", "dot": "sysDot", "dashdot": "dashDot", "longdash": "lgDash", "longdashdot": "lgDashDot"}
SYMBOLS = {"circle": "circle", "diamond": "diamond", "square": "square", "triangle-up": "triangle", "cross": "plus", "x": "x", "pentagon": "circle", "star": "star"}
STROKED = ("plus", "x", "star")  # marks that are lines, without a filling
NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)


def hexed(colour: str) -> str:
    return colour.removeprefix("#").upper()


def solid(colour: str) -> str:
    """A plain filling."""
    return f'<a:solidFill><a:srgbClr val="{hexed(colour)}"/></a:solidFill>'


def paler(colour: str) -> str:
    """The colour of an open mark: not white, for there are programs that draw no edge round a mark."""
    return "#" + "".join(f"{round(255 - 0.4 * (255 - int(colour[at : at + 2], 16))):02X}" for at in (1, 3, 5))


def stroke(colour: str, width: float, dash: str = "solid") -> str:
    """A line; none where there is no colour."""
    if not colour or not width:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{round(width * EMU)}" cap="rnd">{solid(colour)}<a:prstDash val="{DASHES[dash]}"/><a:round/></a:ln>'


def words(size: float, colour: str, is_bold: bool = False, turned: int | None = None) -> str:
    """How the text of an axis or a label looks. turned: degrees."""
    angle = "" if turned is None else f' rot="{turned * 60_000}" vert="horz"'
    return f'<c:txPr><a:bodyPr{angle}/><a:lstStyle/><a:p><a:pPr><a:defRPr{_look(size, is_bold)}>{solid(colour)}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'


def rich(text: str, size: float, colour: str, is_bold: bool = False) -> str:
    """Words of their own in place of a label's number or name."""
    run = f'<a:r><a:rPr lang="en-GB"{_look(size, is_bold)}>{solid(colour)}</a:rPr><a:t>{escape(text)}</a:t></a:r>'
    return f'<c:tx><c:rich><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>'


def _look(size: float, is_bold: bool) -> str:
    return f' sz="{round(size * 100)}" b="{int(is_bold)}"'


def label(place: int, text: str, side: str, size: float, colour: str, is_bold: bool = False, moved: tuple[float, float] | None = None) -> str:
    """A label of words at one point. side: `r`, `l`, `t` … of the point; moved: from there, in parts of the chart's width and height."""
    layout = "" if moved is None else f'<c:layout><c:manualLayout><c:x val="{moved[0]:.5f}"/><c:y val="{moved[1]:.5f}"/></c:manualLayout></c:layout>'
    plain = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    return f'<c:dLbl><c:idx val="{place}"/>{layout}{rich(text, size, colour, is_bold)}{plain}{words(size, colour, is_bold)}<c:dLblPos val="{side}"/>{shows("SerName")}</c:dLbl>'


def shows(*what: str) -> str:
    """What labels show of a point."""
    return "".join(f'<c:show{name} val="{int(name in what)}"/>' for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"))


def marker(shape: str, size: float, colour: str, is_open: bool = False) -> str:
    """The mark of a series or a point; none where there is no shape."""
    if not shape:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    symbol = SYMBOLS[shape]
    fill = "<a:noFill/>" if symbol in STROKED else solid(paler(colour) if is_open else colour)
    line = stroke(colour, 1.75 if symbol in STROKED else 1.25)
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{round(size)}"/><c:spPr>{fill}{line}</c:spPr></c:marker>'


def inner(x: float, y: float, width: float, height: float) -> str:
    """Where the axes stand, in parts of the chart."""
    sides = "".join(f'<c:{name} val="{value:.5f}"/>' for name, value in zip("xywh", (x, y, width, height), strict=True))
    return f'<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'


def texts(place: str, values: tuple[str, ...]) -> str:
    """Words with the cells that they stand in."""
    points = "".join(f'<c:pt idx="{i}"><c:v>{escape(value)}</c:v></c:pt>' for i, value in enumerate(values))
    return f'<c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="{len(values)}"/>{points}</c:strCache></c:strRef>'


def numbers(place: str, values: tuple[float | int | None, ...], form: str) -> str:
    """Numbers with the cells that they stand in; a gap is a cell without a number."""
    points = "".join(f'<c:pt idx="{i}"><c:v>{value!r}</c:v></c:pt>' for i, value in enumerate(values) if value is not None)
    return f'<c:numRef><c:f>{place}</c:f><c:numCache><c:formatCode>{escape(form)}</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'


def value_axis(own: int, other: int, side: str, scale: Scale, size: float, grid: str, is_hidden: bool = False, is_between: bool = False, is_turned: bool = False) -> str:
    """An axis of numbers. side: `l`, `b`, `t` or `r`; grid: colour of its lines, "" for none; is_turned: from top to bottom."""
    low, high, step, form = scale.low, scale.high, scale.step, scale.ticks
    lines = f"<c:majorGridlines><c:spPr>{stroke(grid, 0.75)}</c:spPr></c:majorGridlines>" if grid else ""
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="{"maxMin" if is_turned else "minMax"}"/><c:max val="{high!r}"/><c:min val="{low!r}"/></c:scaling>'
        f'<c:delete val="{int(is_hidden)}"/><c:axPos val="{side}"/>{lines}<c:numFmt formatCode={quoteattr(form)} sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"none" if is_hidden else "low"}"/><c:spPr>{stroke("", 0)}</c:spPr>{words(size, theme.INK_SOFT)}<c:crossAx val="{other}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="{"between" if is_between else "midCat"}"/><c:majorUnit val="{step!r}"/></c:valAx>'
    )
