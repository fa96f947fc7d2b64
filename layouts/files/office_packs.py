"""Packs as slides and as a document: contents first, then each view as its own file would have it."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard import theme
from dashboard.documents.fitting import fitted
from dashboard.documents.told import Told
from dashboard.paper.cover import Entry
from dashboard.provenance import Provenance
from layouts.files.office import lawful


def pptx_pack(title: str, subtitle: str, entries: tuple[Entry, ...], about: Provenance, views: Iterable[Told]) -> bytes:
    """Slides. entries: without pages, which slides do not have. about: of the whole; views: each told as it is needed."""
    from layouts.files.pptx_deck import BODY, add_slide, add_words, deck_bytes, joined, new_deck
    from layouts.files.pptx_slides import add_view

    deck, (title, subtitle, entries, about) = new_deck(), lawful((title, subtitle, entries, about))
    spoken = joined([title, subtitle, *(f"{entry.title}. {entry.sentence}" for entry in entries)])
    slide = add_slide(deck, f"Briefing: {title}", subtitle, "", about, spoken)
    listed = "\n".join(entry.title for entry in entries)
    add_words(slide, BODY, listed, fitted(listed, BODY.width, BODY.height, (18, 16, 14, 12, 10)), theme.INK, "Contents")
    for held in views:
        add_view(deck, held)
    return deck_bytes(deck, about, f"Briefing: {title}")


def docx_pack(title: str, subtitle: str, entries: tuple[Entry, ...], about: Provenance, views: Iterable[tuple[Told, bytes]]) -> bytes:
    """A document; each view with the picture of its map, a PNG."""
    from layouts.files.docx_brief import add_view
    from layouts.files.docx_text import add_text, brief_bytes, new_brief, set_footer

    brief, (title, subtitle, entries, about) = new_brief(), lawful((title, subtitle, entries, about))
    brief.add_heading(f"Briefing: {title}", 1)
    add_text(brief, subtitle, 10.5, theme.INK_SOFT)
    for entry in entries:
        add_text(brief, entry.title, 11, theme.INK, is_bold=True).paragraph_format.keep_with_next = True
        add_text(brief, entry.sentence, 9, theme.INK_SOFT)
    for held, picture in views:
        add_view(brief, held, picture, is_new_page=True)
    set_footer(brief, about.source_line)
    return brief_bytes(brief, about, f"Briefing: {title}")
