"""The bar at the top: name, search, the other pages, share and help."""

from __future__ import annotations

from dash import html

from dashboard.site.brand import Brand
from layouts.ids import Ids
from layouts.shell import Element

# path, the words that a narrow bar leaves out, the words that it keeps; relative, so that they hold under any prefix
PLAIN_PAGES = (("gaps", "Biggest", "gaps"), ("missing", "Who is", "missing"))


def header(brand: Brand) -> html.Header:
    """The explore page's header."""
    return html.Header(
        [
            html.Button("Indicators", id=Ids.MENU, className="menu-button", **{"aria-controls": Ids.DIMENSIONS, "aria-expanded": "false"}),
            *_names(brand, "?"),
            html.Div(
                [
                    Element("input", {"id": Ids.SEARCH, "type": "search", "placeholder": "Search a country or an indicator", "autocomplete": "off"}),
                    html.Kbd("/", **{"aria-hidden": "true"}),
                    html.Ul(id=Ids.SEARCH_LIST, role="listbox", hidden=True),
                ],
                className="search",
                role="search",
            ),
            html.Nav(
                [
                    *_page_links(),
                    html.Button("Share", id=Ids.SHARE, className="quiet", title="Copy a link to exactly this view"),
                    html.Button("Take away", id=Ids.TAKE, className="quiet", title="Images, data, documents, embeds, citation", **{"data-take": "", "aria-haspopup": "dialog"}),
                    html.Button("Help", id=Ids.HELP, className="quiet"),
                ],
                className="tools",
            ),
        ],
        className="bar",
    )


def plain_header(current: str, brand: Brand) -> html.Header:
    """The header of a page beside the explore page. current: the page's path."""
    explore = html.A("Explore", href="./", className="quiet")
    return html.Header([*_names(brand, "./"), html.Nav([explore, *_page_links(current)], className="tools", **{"aria-label": "Pages"})], className="bar")


def _names(brand: Brand, home: str) -> list[html.A]:
    """The monitor's name, which leads home, and whose it is, which leads back there."""
    mark = html.Img(src=brand.logo, alt="", className="logo") if brand.logo else html.Span(className="mark", **{"aria-hidden": "true"})
    own = html.A([mark, html.Span(brand.name, className="name")], href=home, className="brand", title=brand.name)
    return [own, html.A(brand.words, href=brand.link, className="back")] if brand.link else [own]


def _page_links(current: str = "") -> list[html.A]:
    return [
        html.A([html.Span(f"{more} ", className="roomy"), kept], href=path, className="quiet page-link", **({"aria-current": "page"} if path == current else {}))
        for path, more, kept in PLAIN_PAGES
    ]
