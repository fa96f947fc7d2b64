"""A short page that says what is the matter, where nothing else can be shown: it asks for no file."""

from __future__ import annotations

from markupsafe import Markup

from dashboard import theme

STYLE = (
    f"body{{font:16px/1.5 {theme.FONT};color:{theme.INK};background:{theme.PAPER};max-width:44rem;margin:12vh auto;padding:0 1rem}}"
    f"a{{color:{theme.ACCENT}}}p{{overflow-wrap:anywhere}}"
)

PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    "<title>{title}</title><style>{style}</style></head><body><h1>{heading}</h1><p>{words}</p></body></html>"
)


def notice(title: str, heading: str, words: Markup) -> str:
    """The document. words: what stands below the heading, as HTML."""
    return str(PAGE.format(title=title, style=Markup(STYLE), heading=heading, words=words))
