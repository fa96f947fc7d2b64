"""A view's panels as sheets of paper, and these as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from callbacks.breakdown import draw_breakdown
from callbacks.chosen_said import said_of_chosen
from callbacks.panels import draw_trend
from callbacks.seen import names_of, picture_of, shown_of
from callbacks.view_words import head_of
from dashboard import theme
from dashboard.measured_indicator import indicator_of
from dashboard.paper.body import Body
from dashboard.paper.charts import LABEL_GAP, breakdown_body, trend_body
from dashboard.paper.map import map_body
from dashboard.paper.marks import Sheet
from dashboard.paper.page import TEXT, Written, page_sheets
from dashboard.paper.plot import Frame
from dashboard.paper.ranking import Ranking
from dashboard.paper.sheet import bare, frame_of, sheet_of
from dashboard.paper.sizes import MONO, SIZES, Size
from dashboard.provenance import Provenance, provenance
from dashboard.slices import slice_of
from dashboard.view import View
from data.desk import Desk
from layouts.files.drawing import About, image
from layouts.files.type import width_of


@dataclass(frozen=True, eq=False)
class Pictured:
    """One view, to be put on paper. query: canonical. about: what its files say of themselves."""

    desk: Desk
    view: View
    query: str
    head: dict
    about: Provenance

    @classmethod
    def of(cls, desk: Desk, query: str, address: Callable[[str], str], name: str) -> Pictured:
        """The nearest lawful view of a query. address: of a canonical query, absolute. name: the monitor's."""
        view, notices = View.from_query(query, desk.contents)
        head = head_of(desk, view, notices)
        about = provenance(head, view.year_of(desk.contents), desk.contents.version, address(head["search"]), name)
        return cls(desk, view, head["search"], head, replace(about, sentence=said_of_chosen(desk, view, head) or about.sentence))

    @property
    def names(self) -> dict[str, str]:
        """The chosen countries by code, in their order."""
        return names_of(self.desk, self.view)


def _map(seen: Pictured, frame: Frame) -> Body:
    return map_body(picture_of(seen.desk, seen.view, shown_of(seen.desk, seen.view)), seen.head, seen.names, frame)


def _trend(seen: Pictured, frame: Frame) -> Body:
    return trend_body(draw_trend(seen.desk, seen.query, LABEL_GAP), frame)


def _breakdown(seen: Pictured, frame: Frame) -> Body:
    return breakdown_body(draw_breakdown(seen.desk, seen.query), seen.about.year, frame)


def _ranking(seen: Pictured, frame: Frame) -> Body:
    indicator = indicator_of(slice_of(seen.view, seen.desk.contents), seen.desk.contents)
    return Ranking(shown_of(seen.desk, seen.view), seen.head, seen.names, indicator.limits, frame).body()


DOCUMENT_WIDTH, DOCUMENT_DPI = 170.0, 220  # mm
BODIES: dict[str, Callable[[Pictured, Frame], Body]] = {"map": _map, "trend": _trend, "breakdown": _breakdown, "ranking": _ranking}
TITLES = {"map": "map", "trend": "over time", "breakdown": "for whom", "ranking": "ranking"}


def sheet(seen: Pictured, panel: str, size: Size, ink: str) -> Sheet:
    """A panel as a sheet. Raises KeyError for a panel that there is not."""
    frame = frame_of(size, width_of, ink)
    return sheet_of(BODIES[panel](seen, frame), seen.about, size, frame)


def picture(seen: Pictured, panel: str, kind: str, size: str = "page", ink: str = "colour", dpi: int = 0) -> bytes:
    """A panel as the bytes of a format. dpi: 0 for the size's own."""
    own = SIZES[size]
    return image(sheet(seen, panel, own, ink), kind, dpi or own.dpi, about_of(seen.about, panel))


def paper_frame(ink: str = "colour") -> Frame:
    """How charts stand on the sheets of a document."""
    return Frame(TEXT / theme.SIZES["chart"], width_of, ink == MONO)


def page(seen: Pictured, ink: str = "colour") -> list[Sheet]:
    """All panels of a view as the pages of a document."""
    frame = paper_frame(ink)
    return page_sheets(lambda panel, own: BODIES[panel](seen, own), seen.about, written(seen), frame)


def written(seen: Pictured) -> tuple[Written, ...]:
    """What the view's indicator is, where it comes from, and what of the address was changed."""
    about, own = seen.head["about"], seen.about
    informs = " ".join(f"{dimension} {number}. {text}" for dimension, number, text in about["recommendations"])
    texts = [
        ("Changed", " ".join(own.notices)),
        ("What it measures", about["definition"]),
        ("Notes", " ".join(own.notes)),
        ("Recommendations it informs", informs),
        ("Source and licence", f"{own.source_line} {own.licence_url}"),
    ]
    return tuple(Written(heading, text) for heading, text in texts if text)


def map_picture(desk: Desk, view: View) -> bytes:
    """The map and its legend alone, a PNG for a document that says the rest."""
    query = view.to_query(desk.contents.default_indicator)
    seen = Pictured.of(desk, query, lambda own: "", "")
    return image(bare(_map(seen, paper_frame()), DOCUMENT_WIDTH), "png", DOCUMENT_DPI, about_of(seen.about, "map"))


def about_of(about: Provenance, panel: str = "") -> About:
    """What the file says of itself where readers do not look, but programs do."""
    title = f"{about.title}, {about.year}{f' ({TITLES[panel]})' if panel else ''}"
    words = " ".join(part for part in (f"{about.unit}.", about.sentence, about.source_line) if part)
    return About(title, words, about.name, f"{about.licence} ({about.licence_url})", about.address)
