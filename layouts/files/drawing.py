"""Sheets as the bytes of a format: PNG, SVG, PDF, all from the same marks, written by matplotlib without a browser engine.

Text stays text in SVG and PDF. The marks go to the library's renderers in their order; its own charts, axes and styles are not
used. It is loaded with the first file, and draws one at a time: it is not made for several threads at once.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.paper.marks import Hatching, Shape, Sheet, Symbol, Words
from dashboard.paper.patterns import hatched
from dashboard.paper.symbols import UPRIGHT, outline
from layouts.files.type import FAMILY, path_of, width_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
FALLBACKS = ("Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans", "Arial", "sans-serif")  # where a reader of an SVG has not the typeface
SETTINGS = {"svg.fonttype": "none", "pdf.fonttype": 42, "svg.hashsalt": "monitor", "path.simplify": False, "pdf.compression": 6}
PART = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of the words that stands left of their place
ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class About:
    """What the file says of itself: title, description, who made it, under which licence, and the address that it shows."""

    title: str
    words: str
    author: str
    licence: str
    address: str


def image(sheet: Sheet, kind: str, dpi: int, about: About) -> bytes:
    """One sheet. kind: of `FORMATS`. dpi: of a PNG; of the others it changes nothing."""
    import matplotlib

    with ONE_AT_A_TIME, matplotlib.rc_context(SETTINGS):
        figure, buffer = _figure(sheet, dpi if kind == "png" else 72), io.BytesIO()
        if kind == "png":
            _save_png(figure, buffer, dpi, _metadata(kind, about))
        else:
            figure.savefig(buffer, format=kind, dpi=72, metadata=_metadata(kind, about))
    return _titled(buffer.getvalue(), about) if kind == "svg" else buffer.getvalue()


def pages(sheets: Iterable[Sheet], about: About) -> bytes:
    """Sheets as the pages of one PDF; each is drawn as it comes, so that they need not all be there at once."""
    import matplotlib
    from matplotlib.backends.backend_pdf import PdfPages

    buffer = io.BytesIO()
    with ONE_AT_A_TIME, matplotlib.rc_context(SETTINGS), PdfPages(buffer, metadata=_metadata("pdf", about)) as book:
        for sheet in sheets:
            book.savefig(_figure(sheet, 72))
    return buffer.getvalue()


def _figure(sheet: Sheet, dpi: int) -> Figure:
    from matplotlib.figure import Figure

    wide, high = (max(round(side / 72 * dpi), 1) for side in (sheet.width, sheet.height))
    figure = Figure(figsize=(wide / dpi, high / dpi), dpi=dpi, facecolor="white")
    figure.add_artist(_artist(sheet))
    return figure


def _save_png(figure: Figure, buffer: io.BytesIO, dpi: int, said: dict[str, str]) -> None:
    """Without the channel of transparency, which no paper has. Words that are not Latin-1 go as UTF-8."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    canvas, words = FigureCanvasAgg(figure), PngInfo()
    canvas.draw()
    for key, text in said.items():
        words.add_text(key, text)
    drawn = Image.fromarray(np.asarray(canvas.buffer_rgba())[..., :3])
    canvas.renderer = None  # its pixels, up to a hundred megabytes: the library's objects hold each other until they are swept
    drawn.save(buffer, "png", dpi=(dpi, dpi), pnginfo=words, compress_level=4)


def _artist(sheet: Sheet) -> Any:
    from matplotlib.artist import Artist

    class Marks(Artist):
        """Hands the marks of a sheet to whatever draws."""

        def draw(self, renderer: Any) -> None:
            pen = _Pen(renderer, self.get_figure(), sheet)
            for mark in sheet.marks:
                pen.draw(mark)

    return Marks()


class _Pen:
    """Draws marks with one renderer."""

    def __init__(self, renderer: Any, figure: Figure, sheet: Sheet) -> None:
        from matplotlib.transforms import Affine2D

        self._renderer, self._figure = renderer, figure
        self._cuts: list[Any] = []
        self._is_svg = hasattr(renderer, "writer")
        self._place = Affine2D().scale(1, -1).translate(0, sheet.height).scale(figure.dpi / 72)

    def draw(self, mark: Shape | Symbol | Hatching | Words) -> None:
        if isinstance(mark, Words):
            self._words(mark)
        elif isinstance(mark, Hatching):
            self._hatching(mark)
        elif isinstance(mark, Symbol):
            self._shape(_as_shape(mark))
        else:
            self._shape(mark)

    def _shape(self, shape: Shape, inside: Any = None) -> None:
        from matplotlib.colors import to_rgba

        if not shape.parts:
            return
        pen = self._renderer.new_gc()
        pen.set_linewidth(shape.width if shape.stroke else 0)
        pen.set_joinstyle("round")
        pen.set_capstyle("round" if not shape.dash else "butt")
        if shape.stroke:
            pen.set_foreground(to_rgba(shape.stroke), isRGBA=True)
        if shape.opacity < 1:
            pen.set_alpha(shape.opacity)
        if shape.dash:
            pen.set_dashes(0, [length * shape.width for length in shape.dash])
        if inside is not None:
            pen.set_clip_path(inside)
        self._renderer.draw_path(pen, _path(shape.parts, shape.is_closed), self._place, to_rgba(shape.fill) if shape.fill else None)
        pen.restore()

    def _hatching(self, mark: Hatching) -> None:
        from matplotlib.transforms import TransformedPath

        if not mark.parts:
            return
        path = _path(mark.parts, True)
        inside = TransformedPath(path, self._place)
        self._cuts += [path, inside, *inside.get_transformed_path_and_affine()]  # the library knows the last cut by where it lies in memory: none may be taken for one that is gone
        for shape in hatched(mark):
            self._shape(shape, inside)

    def _words(self, mark: Words) -> None:
        """An SVG says where its words end, for its reader may lack the typeface; elsewhere they are drawn as they come, which is quicker."""
        if not mark.text:
            return
        if self._is_svg:
            self._anchored(mark)
            return
        x, y = self._place.transform((mark.x - PART[mark.anchor] * width_of(mark.text, mark.size, mark.is_bold), mark.y))
        pen = self._renderer.new_gc()
        pen.set_foreground(mark.colour)
        pen.set_url(mark.link or None)
        y = self._renderer.height - y if self._renderer.flipy() else y
        self._renderer.draw_text(pen, x, y, mark.text, _face(mark.size, mark.is_bold), 0, ismath=False)
        pen.restore()

    def _anchored(self, mark: Words) -> None:
        from matplotlib.text import Text

        side = {"start": "left", "middle": "center", "end": "right"}[mark.anchor]
        face = _face(mark.size, mark.is_bold, FALLBACKS)
        text = Text(mark.x, mark.y, mark.text, color=mark.colour, fontproperties=face, ha=side, va="baseline", parse_math=False, transform=self._place)
        if mark.link:
            text.set_url(mark.link)
        text.set_figure(self._figure)
        text.draw(self._renderer)


@lru_cache(maxsize=200)
def _face(size: float, is_bold: bool, fallbacks: tuple[str, ...] = ()) -> Any:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=[FAMILY, *fallbacks], weight=600 if is_bold else 400, size=size, fname=path_of(is_bold))


def _as_shape(mark: Symbol) -> Shape:
    if mark.shape == UPRIGHT:
        upright = np.array([(mark.x, mark.y - mark.size / 2), (mark.x, mark.y + mark.size / 2)])
        return Shape((upright,), stroke=mark.stroke, width=mark.width, opacity=mark.opacity)
    return Shape((outline(mark.shape, mark.x, mark.y, mark.size),), mark.fill, mark.stroke, mark.width, is_closed=True, opacity=mark.opacity)


def _path(parts: tuple[np.ndarray, ...], is_closed: bool) -> Any:
    from matplotlib.path import Path

    places, codes = [], []
    for part in parts:
        places.append(part)
        codes.append([Path.MOVETO, *[Path.LINETO] * (len(part) - 1)])
        if is_closed:
            places.append(part[:1])
            codes.append([Path.CLOSEPOLY])
    return Path(np.concatenate(places), np.concatenate([np.array(code, dtype=np.uint8) for code in codes]))


def _metadata(kind: str, about: About) -> dict[str, Any]:
    """Without a date: the same view of the same release is the same file."""
    if kind == "png":
        words = {"Title": about.title, "Description": about.words, "Author": about.author, "Copyright": about.licence, "Source": about.address}
    elif kind == "svg":
        words = {"Title": about.title, "Description": about.words, "Creator": about.author, "Rights": about.licence, "Source": about.address, "Date": None}
    else:
        words = {"Title": about.title, "Subject": about.words, "Author": about.author, "Keywords": about.address, "Creator": about.author, "CreationDate": None}
    return {key: value for key, value in words.items() if value != ""}


def _titled(svg: bytes, about: About) -> bytes:
    """With a description beside the title that the library writes, and both told to screen readers."""
    head, rest = svg.split(b"</title>", 1)
    head = head.replace(b"<svg ", b'<svg role="img" aria-labelledby="title desc" ', 1).replace(b"<title>", b'<title id="title">', 1)
    return head + f'</title>\n <desc id="desc">{escape(about.words)}</desc>'.encode() + rest
