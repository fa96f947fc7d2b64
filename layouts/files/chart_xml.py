"""A chart as DrawingML: native in slides and in text documents, with the cells of a workbook behind each number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from xml.sax.saxutils import quoteattr

from xlsxwriter.utility import xl_col_to_name

from dashboard import theme
from dashboard.documents.chart import Bars, Chart, Dots, Lines, Scale, Series
from dashboard.documents.fitting import width
from dashboard.figures.labels import spread
from layouts.files import chart_parts as p
from layouts.files.chart_workbook import Column, Formula, reference
from layouts.files.office import FONT

SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
BAR = 1.75  # points: thin enough not to hide a dot where a program draws it in front
BOUNDS = {"<": "under", ">": "over"}
ACROSS, UP = 111_111_111, 222_222_222  # of the axes: any two numbers


@dataclass(frozen=True)
class Room:
    """How large a chart is drawn, in points, and the size of its text."""

    width: float
    height: float
    text: float


def chart_xml(chart: Chart, room: Room, workbook: str) -> bytes:
    """The chart as a part of a package. workbook: the relation under which its workbook stands."""
    draw = {Lines: _lines, Dots: _dots, Bars: _bars}[type(chart)]
    return _space(draw(chart, room), room, workbook).encode("utf-8")


def columns_of(chart: Chart) -> tuple[Column, ...]:
    """The cells behind a chart, in the order to which its XML refers."""
    if isinstance(chart, Lines):
        return Column("Year", chart.years, "0"), *(Column(one.name, one.values, chart.scale.form) for one in chart.series)
    if isinstance(chart, Bars):
        return Column("Country", chart.names), Column(chart.name, chart.values, chart.scale.form)
    names, form = tuple(row.words for row in chart.rows), chart.scale.form
    found = [Column("Row", names), Column("Place", _places(chart), "0"), *(Column(one.name, one.values, form) for one in chart.series)]
    found += [Column("Names at", (chart.scale.low,) * len(names), form), Column("Numbers at", (chart.scale.high,) * len(names), form)]
    found += [Column(f"Place of {one.name}", _held_at(one), "0") for one in chart.series if None in one.values]
    return *found, Column("Bars from, to", _ends_of_bars(chart), form), Column("Bars at", tuple(place for place in _places(chart) for place in (place, place, None)), "0")


def _held_at(one: Series) -> tuple[int | None, ...]:
    """The rows in which a kind of dot has a value. What has neither height nor width is nowhere; with one of them it might stand at nothing."""
    return tuple(None if value is None else at for at, value in enumerate(one.values, 1))


def _ends_of_bars(dots: Dots) -> tuple[Formula | None, ...]:
    """Lowest and highest group of each row, and a cell without a number, so that no bar runs on to the next row."""
    first, last, ends = xl_col_to_name(2), xl_col_to_name(1 + max(dots.ranged, 1)), []
    for at in range(len(dots.rows)):
        held = [one.values[at] for one in dots.series[: dots.ranged] if one.values[at] is not None]
        cells = f"{first}{at + 2}:{last}{at + 2}"
        ends += [Formula(f"=MIN({cells})", min(held)), Formula(f"=MAX({cells})", max(held)), None] if len(held) > 1 else [None, None, None]
    return tuple(ends)


def _places(dots: Dots) -> tuple[int, ...]:
    """Where each row stands, from the top."""
    return tuple(range(1, len(dots.rows) + 1))


def _lines(chart: Lines, room: Room) -> str:
    scale, count = chart.scale, len(chart.years)
    left, right = room.text * 4.2 / room.width, min(0.36, room.text * (13.5 if room.width > 400 else 9.5) / room.width)
    top, bottom = room.text * (2.4 if chart.title else 0.8) / room.height, room.text * (3.4 if count > 12 else 2.2) / room.height
    wide, high = 1 - left - right, 1 - top - bottom
    ends = _ends(chart, room, wide, high)
    years = p.numbers(reference(0, count), chart.years, "0")
    mark = 6 if room.width > 400 else 5
    series = "".join(_line(i, one, years, scale.form, mark, ends.get(i, "")) for i, one in enumerate(chart.series))
    skip = max(1, ceil(count / (10 if room.width > 400 else 6)))
    across = _names_axis("b", "minMax", "0", p.words(room.text, theme.INK_SOFT), skip)
    step = scale.step * (2 if room.height < 180 and (scale.high - scale.low) / scale.step > 4 else 1)
    up = p.value_axis(UP, ACROSS, "l", replace(scale, step=step), room.text, theme.RULE, is_between=count < 2)
    plot = f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/><c:axId val="{ACROSS}"/><c:axId val="{UP}"/></c:lineChart>'
    title = ""
    if chart.title:
        at = '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.005"/><c:y val="0.005"/></c:manualLayout></c:layout>'
        title = f'<c:title>{p.rich(chart.title, room.text + 1, chart.colour, True)}{at}<c:overlay val="1"/></c:title>'
    return f'{title}<c:autoTitleDeleted val="{int(not chart.title)}"/><c:plotArea>{p.inner(left, top, wide, high)}{plot}{across}{up}</c:plotArea>'


def _ends(chart: Lines, room: Room, wide: float, high: float) -> dict[int, str]:
    """The label of each named line: at the right edge, pushed apart where names would lie on each other."""
    scale, found = chart.scale, {}
    span = scale.high - scale.low
    named = [(i, max(at for at, v in enumerate(one.values) if v is not None)) for i, one in enumerate(chart.series) if one.label]
    heights = [(chart.series[i].values[at] - scale.low) / span for i, at in named]
    places = spread(heights, 1.3 * room.text / (room.height * high), 0.0, 1.0)
    for (i, at), was, now in zip(named, heights, places, strict=True):
        one, steps = chart.series[i], max(len(chart.years) - 1, 1)
        moved = ((len(chart.years) - 1 - at) / steps * wide, (was - now) * high)
        found[i] = p.label(at, one.label, "r", room.text, theme.in_text(one.colour), one.weight > 2, moved if max(map(abs, moved)) > 1e-4 else None)
    return found


def _line(i: int, one: Series, years: str, form: str, mark: int, end: str) -> str:
    every = one.shape if one.marked is None else ""
    special = sorted({*one.open, *(one.marked or ())}) if one.shape else []
    points = "".join(f'<c:dPt><c:idx val="{at}"/>{p.marker(one.shape, mark, one.colour, at in one.open)}<c:bubble3D val="0"/></c:dPt>' for at in special)
    return (
        f"{_named(i, one, i + 1)}<c:spPr>{p.stroke(one.colour, one.weight, one.dash)}</c:spPr>{p.marker(every, mark, one.colour)}{points}{_labels(end)}"
        f"<c:cat>{years}</c:cat><c:val>{p.numbers(reference(i + 1, len(one.values)), one.values, form)}</c:val><c:smooth val=\"0\"/></c:ser>"
    )


def _named(i: int, one: Series, column: int) -> str:
    return f'<c:ser><c:idx val="{i}"/><c:order val="{i}"/><c:tx>{p.texts(reference(column, 1, 1), (one.name,))}</c:tx>'


def _labels(own: str, rest: str = "") -> str:
    """Labels of single points, and what the others show; none at all where there is nothing."""
    return f"<c:dLbls>{own}{rest or p.shows()}{p.NO_LEADERS}</c:dLbls>" if own or rest else ""


def _dots(chart: Dots, room: Room) -> str:
    rows, scale, form = len(chart.rows), chart.scale, chart.scale.form
    left = min(0.48, (max(width(row.words, room.text, row.is_strong) for row in chart.rows) + 1.2 * room.text) / room.width)
    right = room.text * (7 if chart.heading else 2) / room.width
    widest = max(width(one.name, room.text) + 2.6 * room.text for one in chart.series)
    beside = 0.0 if widest * len(chart.series) > (1 - left) * room.width else left
    key_rows = ceil(len(chart.series) / max(1, int((1 - beside) * room.width / widest)))
    top, bottom = room.text * (2.2 + 1.5 * key_rows) / room.height, room.text * 0.8 / room.height
    at, gapped = p.numbers(reference(1, rows), _places(chart), "0"), [one for one in chart.series if None in one.values]
    column, series = len(chart.series) + 2, []
    is_ranged, size = chart.ranged > 0, 9 if room.text > 10 else 7
    if is_ranged:
        series.append(_range_bars(chart, column + 2 + len(gapped), room))
    for k, one in enumerate(chart.series):
        if all(value is None for value in one.values):
            continue  # a program would count its dots from one
        bounds = "".join(p.label(i, BOUNDS[letter], "r" if letter == ">" else "l", room.text - 2, theme.INK_SOFT) for i, letter in one.bounds)
        own = p.numbers(reference(column + 2 + gapped.index(one), rows), _held_at(one), "0") if one in gapped else at
        series.append(_cloud(len(series), one, k + 2, rows, own, form, size, bounds))
    shown = len(series)
    names = "".join(p.label(i, row.words, "l", room.text, theme.in_text(row.colour), row.is_strong) for i, row in enumerate(chart.rows))
    series.append(_cloud(shown, Series("Names at", (scale.low,) * rows, theme.INK), column, rows, at, form, 2, names))
    if chart.heading:
        first = next((i for i, row in enumerate(chart.rows) if row.said), 0)  # says what the numbers are
        said = [f"{chart.heading} {row.said}" if i == first else row.said for i, row in enumerate(chart.rows)]
        numbers = "".join(p.label(i, said[i], "r", room.text, theme.INK, row.is_strong, (0.6 * room.text / room.width, 0.0)) for i, row in enumerate(chart.rows) if row.said)
        series.append(_cloud(shown + 1, Series("Numbers at", (scale.high,) * rows, theme.INK), column + 1, rows, at, form, 2, numbers))
    hidden = "".join(f'<c:legendEntry><c:idx val="{i}"/><c:delete val="1"/></c:legendEntry>' for i in [*([0] if is_ranged else []), *range(shown, len(series))])
    across = p.value_axis(ACROSS, UP, "t", scale, room.text, theme.RULE_SOFT)
    up = p.value_axis(UP, ACROSS, "l", Scale(0.5, rows + 0.5, 1.0, "0", "0"), room.text, "", is_hidden=True, is_turned=True)
    plot = f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{"".join(series)}<c:axId val="{ACROSS}"/><c:axId val="{UP}"/></c:scatterChart>'
    at_top = f'<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{beside:.5f}"/><c:y val="0"/></c:manualLayout></c:layout>'
    legend = f'<c:legend><c:legendPos val="t"/>{hidden}{at_top}<c:overlay val="0"/>{p.words(room.text, theme.INK)}</c:legend>'
    return f'<c:autoTitleDeleted val="1"/><c:plotArea>{p.inner(left, top, 1 - left - right, 1 - top - bottom)}{plot}{across}{up}</c:plotArea>{legend}'


def _range_bars(chart: Dots, column: int, room: Room) -> str:
    """The bar of each row from its lowest group to its highest: one line with gaps, behind the dots."""
    ends = tuple(None if end is None else end.value for end in _ends_of_bars(chart))
    at = tuple(place for place in _places(chart) for place in (place, place, None))
    x, y = p.numbers(reference(column, len(ends)), ends, chart.scale.form), p.numbers(reference(column + 1, len(at)), at, "0")
    one = Series("Bars from, to", (), theme.RULE)
    return f"{_named(0, one, column)}<c:spPr>{p.stroke(theme.NO_DATA_LINE, BAR)}</c:spPr>{p.marker('', 2, '')}<c:xVal>{x}</c:xVal><c:yVal>{y}</c:yVal><c:smooth val=\"0\"/></c:ser>"


def _cloud(i: int, one: Series, column: int, rows: int, at: str, form: str, size: int, labels: str = "") -> str:
    """Dots of one kind, or what carries bars and words without being seen itself."""
    return (
        f"{_named(i, one, column)}<c:spPr>{p.stroke('', 0)}</c:spPr>{p.marker(one.shape, size, one.colour)}{_labels(labels)}"
        f"<c:xVal>{p.numbers(reference(column, rows), one.values, form)}</c:xVal><c:yVal>{at}</c:yVal><c:smooth val=\"0\"/></c:ser>"
    )


def _bars(chart: Bars, room: Room) -> str:
    count, form = len(chart.names), chart.scale.form
    left = min(0.5, (max(width(name, room.text) for name in chart.names) + 1.2 * room.text) / room.width)
    right = room.text * 6.5 / room.width
    fills = [p.solid(p.paler(colour) if i in chart.pale else colour) for i, colour in enumerate(chart.colours)]
    points = "".join(f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{fill}</c:spPr></c:dPt>' for i, fill in enumerate(fills))
    own = "".join(p.label(i, said, "outEnd", room.text, theme.INK) for i, said in enumerate(chart.said) if said)
    look = f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{p.words(room.text, theme.INK)}"
    rest = f'<c:numFmt formatCode={quoteattr(form)} sourceLinked="0"/>{look}<c:dLblPos val="outEnd"/>{p.shows("Val")}'
    series = (
        f"{_named(0, Series(chart.name, chart.values, ''), 1)}<c:spPr>{p.solid(chart.colours[0])}</c:spPr><c:invertIfNegative val=\"0\"/>{points}{_labels(own, rest)}"
        f"<c:cat>{p.texts(reference(0, count), chart.names)}</c:cat><c:val>{p.numbers(reference(1, count), chart.values, form)}</c:val></c:ser>"
    )
    plot = f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="38"/><c:axId val="{ACROSS}"/><c:axId val="{UP}"/></c:barChart>'
    names = _names_axis("l", "maxMin", "General", p.words(room.text, theme.INK, turned=0), 1)
    size = p.value_axis(UP, ACROSS, "t", chart.scale, room.text, "", is_hidden=True, is_between=True)
    return f'<c:autoTitleDeleted val="1"/><c:plotArea>{p.inner(left, 0.01, 1 - left - right, 0.98)}{plot}{names}{size}</c:plotArea>'


def _names_axis(side: str, order: str, form: str, look: str, skip: int) -> str:
    """An axis of categories; every `skip`th has its name."""
    none = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
    return (
        f'<c:catAx><c:axId val="{ACROSS}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="{form}" sourceLinked="0"/>'
        f'{none}<c:spPr>{p.stroke(theme.RULE, 0.75)}</c:spPr>{look}<c:crossAx val="{UP}"/><c:crosses val="autoZero"/>'
        f'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="{skip}"/><c:tickMarkSkip val="{skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _space(body: str, room: Room, workbook: str) -> str:
    face = f'<a:defRPr sz="{round(room.text * 100)}"><a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:defRPr>'
    look = f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{face}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {SPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        f'<c:chart>{body}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{look}'
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def about_of(chart: Chart, facts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What the second sheet of a chart's workbook says."""
    return (("Shows", chart.words), *facts)
