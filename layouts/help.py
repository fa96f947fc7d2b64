"""The help dialog: how to use the page, what the marks mean, the keys."""

from __future__ import annotations

import dash_bootstrap_components as dbc
from dash import html

from layouts.ids import Ids

KEYS = (
    ("/", "search a country or an indicator"),
    ("← →", "a year back or on, while the year slider has the focus"),
    ("space", "play or stop, while the play button has the focus"),
    ("Esc", "close the list of the search"),
)


TEXTS = (
    "Choose an indicator on the left or by the search. Click a country on the map, in the ranking or by the search to compare up to eight; "
    "a second click lets it go. The address always holds the whole view: copy it, and others see exactly this.",
    "Colours are fixed over all years. Deep blue is always the better end, pale yellow the worse; violet is used where neither end is better. "
    "Hatched grey: no data. White hatching over a colour: the value is borrowed from an earlier year, which pointing at the country names. "
    "White dots: estimated or modelled. White upright lines: the source gives only a bound. Counts are drawn as circles.",
    "In the trend, grey bands hold the middle half and the middle eight tenths of the countries compared with, each counted once; the grey line is "
    "their median, drawn for years in which at least half as many countries report as in the best year. A country's line joins only years that follow "
    "each other; dots bridge years without data; nothing bridges a break in the series.",
    "Under Show, a measure of inequality between the groups takes the place of the values: on the map, over time and in the ranking. Where it has a sign, "
    "ochre and blue lie on either side of equality, and the ranking begins with the countries nearest to it. Only countries with the same groups are compared; "
    "the others are hatched. Sums opens the arithmetic of every measure with a country's own numbers, or says why it cannot be given.",
    "Take away gives what is shown as an image, data, a document, code for another page, or a citation; beside a panel's name it is one click. Every file holds "
    "the address of its view: drop one anywhere on this page, or open it under Take away, and its view is shown again. The file is read in the browser only.",
    "Gaps between groups are always taken within one survey or year. Where the groups are questions with scales of their own, compare within a row only.",
)


def help_dialog() -> dbc.Modal:
    """A dialog opened by the help button."""
    return dbc.Modal(
        [
            dbc.ModalHeader(dbc.ModalTitle("How to read this page")),
            dbc.ModalBody(
                [
                    *(html.P(text) for text in TEXTS),
                    html.Dl([item for key, words in KEYS for item in (html.Dt(html.Kbd(key)), html.Dd(words))], className="keys"),
                ]
            ),
        ],
        id=Ids.HELP_DIALOG,
        size="lg",
        scrollable=True,
    )
