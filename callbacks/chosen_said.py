"""What is said of the chosen countries, and the median that they are compared with: for files, as the page says it."""

from __future__ import annotations

from callbacks.panels import middle_of
from callbacks.seen import names_of, shown_of
from dashboard import wording
from dashboard.chosen_words import Middle, of_chosen
from dashboard.peers import compared_with
from dashboard.slices import slice_of
from dashboard.view import View
from data.desk import Desk


def middle_in(desk: Desk, view: View, year: int) -> Middle:
    """The median of those compared with, in a year."""
    at, middle = year - desk.slice(slice_of(view, desk.contents)).years[0], middle_of(desk, view)
    return Middle(compared_with(view, desk.contents.atlas).name, middle["median"][at], middle["n"][at])


def said_of_chosen(desk: Desk, view: View, head: dict) -> str:
    """What the page says of the chosen countries in the view's year; "" where none or too many are chosen."""
    unit, middle = wording.running_unit(head["unit_short"]), middle_in(desk, view, view.year_of(desk.contents))
    return of_chosen(shown_of(desk, view), names_of(desk, view), middle, head["decimals"], unit, bool(head["why_not_mapped"]))
