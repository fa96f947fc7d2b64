"""What says that a page is of one release for ever, and the link to the same view of the current one."""

from __future__ import annotations

from dash import html

from layouts.shell import Element


def same_view(words: str, address: str, query: str = "", in_new_tab: bool = False) -> Element:
    """A link to the view that is shown, elsewhere; on a page with a script it follows the view. address: without a query."""
    tab = {"target": "_blank", "rel": "noopener"} if in_new_tab else {}
    return Element("a", {"href": address + (f"?{query}" if query else ""), **tab, "data-view": address}, words)


def frozen_line(release: str, address: str, query: str = "", in_new_tab: bool = False) -> html.P:
    """The line. address: of the live monitor's page, without a query."""
    return html.P([f"Release {release}, frozen. ", same_view("See the current one", address, query, in_new_tab)], className="frozen")
