"""A page of a few words, for what cannot be served."""

from __future__ import annotations

from markupsafe import Markup, escape


def worded(heading: str, said: str | Markup) -> str:
    """The whole document. said: a paragraph; text that is not markup is escaped."""
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(heading)}</title>'
        '<body style="font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:12vh auto;padding:0 1rem">'
        f"<h1>{escape(heading)}</h1><p>{escape(said)}</p></body></html>"
    )
