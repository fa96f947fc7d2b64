"""The page with its first words in it. The page is written once; an address fills its empty places."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

from layouts.ids import Ids
from layouts.shell import to_html

PLACE = re.compile(r'<[^>]* id="([\w-]+)"[^>]*>(?=</)')


class Blank:
    """A written page whose places of some ids are empty."""

    def __init__(self, page: str) -> None:
        self._page = page

    def filled(self, parts: Mapping[Ids, object], changes: Mapping[str, str]) -> Markup:
        """The page with a part in each empty place of an id, and with other texts where the page as written has one.

        Raises ValueError for a text that the page does not have.
        """
        page = self._page
        for old, new in changes.items():
            if old not in page:
                raise ValueError(f"{old!r} is not on the page; expected an attribute as layouts/page.py writes it.")
            page = page.replace(old, new, 1)
        written = {str(i): to_html(part) for i, part in parts.items()}
        return Markup(PLACE.sub(lambda found: found[0] + written.get(found[1], ""), page))
