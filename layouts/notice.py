"""A short page that says what is the matter, where nothing else can be shown: it asks for no file."""

from __future__ import annotations

from markupsafe import Markup

from dashboard import theme

STYLE = (
    f"body{{font:16px/1.5 {theme.FONT};color:{theme.INK};background:{theme.PAPER};max-width:44rem;margin:12vh auto;padding:0 1rem}}"
    f"a{{color:{theme.ACCENT}}}p{{overflow-wrap:anywhere}}"
)


def notice(title: str, heading: str, words: Markup) -> str:
    """The document. words: what stands below the heading, as HTML."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        + Markup("<title>{}</title>").format(title)
        + Markup("<style>{}</style></head>").format(Markup(STYLE))
        + Markup("<body><h1>{}</h1><p>{}</p></body></html>").format(heading, words)
    )
