"""Style rules that an attribute of an element chooses: the page's policy refuses style attributes, and with them anything slipped into one."""

from __future__ import annotations

from dashboard import theme


def css_chosen() -> str:
    """Rules for `data-own` (the place of a country's colour), `data-fill` (a map class's colour) and `data-share` (whole per cent)."""
    own = (f'[data-own="{i}"]{{--own:var(--area-{i})}}' for i in range(len(theme.AREA_COLOURS)))
    fill = (f'[data-fill="{colour}"]{{background:{colour}}}' for colour in dict.fromkeys((*theme.JUDGED, *theme.NEUTRAL, *theme.BELOW, theme.MIDDLE, *theme.ABOVE)))
    share = (f'[data-share="{part}"]{{--share:{part / 100:g}}}' for part in range(101))
    return "".join((*own, *fill, *share))
