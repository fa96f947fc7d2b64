"""The outer HTML of an embed: the picture first, then only those scripts that its panels need."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import escape

from layouts.index import as_json, icon, oembed_link


def embed_document(title: str, styles: list[str], scripts: Mapping[str, bool], preload: list[str], body: str, last: str, first: dict, oembed: str, accent: str) -> str:
    """The whole document.

    scripts: addresses in the order in which they run, and whether each may wait until the picture has come. preload: data addresses that
    a script will ask for. last: the id of the body's last element, before which nothing is painted. first: what the script starts from.
    oembed: address of the description of this embed. accent: the colour of the sign in the browser's tab.
    """
    links = [f'<link rel="stylesheet" href="{escape(href)}">' for href in styles]
    links += [f'<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="{escape(href)}">' for href in preload]
    later = {True: ' fetchpriority="low"', False: ""}
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">',
            f'<title>{escape(title)}</title>\n<link rel="icon" href="{icon(accent)}">',
            *links,
            f'<link rel="expect" href="#{last}" blocking="render">\n{oembed_link(oembed, title)}',
            "</head>\n<body>",
            body,
            f'<script type="application/json" id="first">{as_json(first)}</script>',
            *(f'<script src="{escape(src)}"{later[waits]}></script>' for src, waits in scripts.items()),
            "</body>\n</html>",
        ]
    )
