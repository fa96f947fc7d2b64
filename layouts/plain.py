"""A plain page beside the explore page: its outer HTML and the frame that all of them share.

No chart library and no script of Dash's: a form that asks by its address and a server that answers with a document. The one
script only saves the reload; without it every control works by the form's button.
"""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from markupsafe import escape

from dashboard.site.brand import Brand
from layouts.header import plain_header
from layouts.ids import Ids
from layouts.index import icon
from layouts.shell import to_html


@dataclass(frozen=True)
class Drawn:
    """One page as it is shown. query: the canonical query of it, to which the address is brought. body: inside `main`."""

    title: str
    description: str
    body: list
    query: str = ""


def plain_document(drawn: Drawn, current: str, styles: list[str], script: str, brand: Brand, frozen: object = None) -> str:
    """The whole document.

    current: the path of the page, whose link in the bar says that one is there. styles, script: addresses of the files.
    frozen: a line that says that the page is of one release for ever, where it is.
    """
    links = "\n".join(f'<link rel="stylesheet" href="{escape(href)}">' for href in styles)
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="description" content="{escape(drawn.description)}">\n<title>{escape(drawn.title)} · {escape(brand.name)}</title>',
            f'<link rel="icon" href="{icon(brand.accent)}">\n{links}\n</head>\n<body>',
            to_html(_frame(drawn.body, current, drawn.query, brand, frozen)),
            f'<script src="{escape(script)}"></script>\n</body>\n</html>',
        ]
    )


def _frame(body: list, current: str, query: str, brand: Brand, frozen: object) -> html.Div:
    return html.Div(
        [
            html.A("Skip to the content", href=f"#{Ids.MAIN}", className="skip"),
            *([frozen] if frozen else []),
            plain_header(current, brand),
            # outside of what the script replaces, so that a screen reader hears what has changed
            html.P(className="visually-hidden", role="status", **{"data-status": ""}),
            html.Main(body, id=Ids.MAIN, tabIndex="-1", **{"data-query": query}),
        ],
        className="plain",
    )
