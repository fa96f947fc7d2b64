"""The sentences below the breakdown panel: what the picture above does not say by itself."""

from __future__ import annotations

from dashboard.peers import Peers
from dashboard.view import LINES
from dashboard.wording import listing


def note(form: str, are_medians: bool, freed: tuple[str, ...], are_people: bool, group_scale: str) -> list[str]:
    """What holds for every picture of a breakdown. freed: words for the columns that show the groups of all."""
    said = ["Medians of countries that have all groups."] if are_medians else []
    if freed:
        said.append(f"Shown for: {', '.join(freed).lower()}.")
    if not are_people and not group_scale:
        said.append(
            "Lines are not groups of people to set against each other: compare each with itself."
            if form == LINES
            else "Rows are not groups of people to set against each other: compare within a row."
        )
    if group_scale:
        said.append(f"Each group is on a scale of its own ({group_scale}), the total on another: compare within a {'line' if form == LINES else 'row'}.")
    return said


def of_listed(peers: Peers, shown: int, held: int, is_ranked: bool) -> str:
    """Who stands below the chosen country, and in what order."""
    if not shown:
        return f"No other country of {peers.name} has values by group." if peers.members else ""
    part = f" ({shown} of {held})" if held > shown else ""
    return f"Below: {peers.name}, {'widest gap first' if is_ranked else 'by name'}{part}."


def not_crossed(by: str, cross: str, are_people: bool) -> str:
    """Why a crossing that was asked for is not there. by, cross: names of the breakdowns."""
    if not are_people:
        return f"Groups by {by.lower()} are not crossed with others: they are not groups of people."
    return f"The source does not cross {by.lower()} with {cross.lower()}: groups by {by.lower()} alone are shown."


def nothing(by: str, whose: list[str], others: list[str]) -> str:
    """That there is nothing by this breakdown, and by which others there is. whose: names; nobody stands for the countries shown."""
    of = f" for {listing(whose)}" if whose else " for enough countries"
    near = f" There are values by {listing([name.lower() for name in others])}." if others else ""
    return f"No values by {by.lower()}{of}.{near}"


def of_sizes(sizes: tuple[str, int, list[tuple[str, int]]] | None) -> list[str]:
    """How many of the people each group of a country is: its name, the year, and (words, per cent) of each; None where it is not known."""
    if sizes is None:
        return []
    name, year, parts = sizes
    return [f"{name} {year}: {listing([f'{words} {part}%' for words, part in parts])} of the people."]


def without_values(names: list[str]) -> list[str]:
    """Who has no dot in a picture whose rows are groups."""
    return [f"No values for {listing(names)}."] if names else []
