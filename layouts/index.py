"""The page's outer HTML: styles and the chart library first, then the page, its first answers, and Dash last."""

from __future__ import annotations

import json

from markupsafe import escape

from dashboard.theme import ACCENT

DESCRIPTION = "Indicators on the eleven groups of recommendations of the 2008 Helsinki expert meeting, compared between countries."


def document(
    title: str, styles: list[str], scripts: list[str], preload: list[str], page: str, last: str, first: dict, later: list[str], config: str, oembed: str = "", accent: str = ACCENT
) -> str:
    """The whole document.

    last: the id of the page's last element, before which nothing is painted: half a page is laid out otherwise than the whole.
    styles, scripts: addresses loaded at once. preload: data addresses that a script will ask for. page: HTML of the body.
    first: what the page's script starts from. later: Dash's own scripts, which the page loads after its first picture.
    config: Dash's configuration element. oembed: address of the description of this view as an embed, "" for none. accent: the colour of
    the sign in the browser's tab.
    """
    links = [f'<link rel="preload" as="fetch" crossorigin href="{href}">' for href in preload]
    links += [f'<link rel="preload" as="script" href="{src}">' for src in scripts]
    links += [f'<link rel="stylesheet" href="{href}">' for href in styles]
    links += [f'<link rel="expect" href="#{last}" blocking="render">', *([oembed_link(oembed, title)] if oembed else [])]
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="description" content="{DESCRIPTION}">\n<title>{escape(title)}</title>\n<link rel="icon" href="{icon(accent)}">',
            *links,
            "</head>\n<body>",
            '<noscript><p>The charts need JavaScript. The data are at <a href="download/catalogue.csv">download/catalogue.csv</a> '
            "and download/data.csv?indicator=KEY.</p></noscript>",
            page,
            f'<script type="application/json" id="first">{as_json(first)}</script>',
            f'<div id="react-entry-point"></div>\n{config}',
            # inert by their type: the page's script loads and starts Dash when the first picture stands
            *(f'<script type="text/plain" class="later" src="{src}"></script>' for src in later),
            '<script id="_dash-renderer" type="text/plain">new DashRenderer();</script>',
            *(f'<script src="{src}"></script>' for src in scripts),
            "</body>\n</html>",
        ]
    )


def oembed_link(href: str, title: str) -> str:
    """The element by which a site that is given this page's address finds how to embed it."""
    return f'<link rel="alternate" type="application/json+oembed" href="{escape(href)}" title="{escape(title)}">'
def icon(accent: str) -> str:
    """The sign in the browser's tab, as an address that asks for nothing."""
    ring = f"%3Ccircle cx='8' cy='8' r='6' fill='none' stroke='%23{accent[1:]}' stroke-width='4'/%3E"
    return f"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E{ring}%3C/svg%3E"


def as_json(value: object) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
