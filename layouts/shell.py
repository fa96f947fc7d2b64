"""Components as HTML: the page stands in the first response, before any script has run.

The page itself is not Dash's React tree but the same components written out. A link then shows its picture without
waiting for the renderer, its layout and its callbacks one after the other; Dash, which carries the questions and answers,
is loaded once the first picture is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dash.development.base_component import Component
from markupsafe import escape


@dataclass(frozen=True)
class Element:
    """An element that `dash.html` has no component for, such as a plain text field, or is too slow for."""

    name: str
    attributes: Mapping[str, object] = field(default_factory=dict)
    children: object = None


VOID = frozenset({"input", "br", "hr", "img"})
NAMES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex", "colSpan": "colspan"}


def to_html(node: object) -> str:
    """The HTML of a tree of `dash.html` components and `Element`s. Raises TypeError for a component that has no plain HTML."""
    if node is None:
        return ""
    if isinstance(node, list | tuple):
        return "".join(to_html(child) for child in node)
    if isinstance(node, Element):
        return _written(node.name, node.attributes, to_html(node.children))
    if not isinstance(node, Component):
        return str(escape(node))
    if node._namespace != "dash_html_components":
        raise TypeError(f"{node._namespace}.{node._type} has no plain HTML; expected a component of dash.html")
    props = dict(node.to_plotly_json()["props"])
    children = props.pop("children", None)
    return _written(node._type.lower(), props, to_html(children))


def _written(name: str, attributes: Mapping[str, object], inside: str) -> str:
    end = "" if name in VOID else f"{inside}</{name}>"
    return f"<{name}{''.join(_attribute(k, v) for k, v in attributes.items())}>{end}"


def _attribute(name: str, value: object) -> str:
    """One attribute; True stands alone, False and None are left out, a style becomes its text."""
    if value is None or value is False:
        return ""
    name = NAMES.get(name, name)
    if value is True:
        return f" {escape(name)}"
    if isinstance(value, dict):
        value = ";".join(f"{k}:{v}" for k, v in value.items())
    return f' {escape(name)}="{escape(value)}"'
