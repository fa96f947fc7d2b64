"""Who is missing, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.catalogue import Category, Indicator
from dashboard.contents import Contents
from dashboard.coverage.categories import counted, groups_in
from dashboard.coverage.cube import Coverage
from dashboard.coverage.summary import Held, compared, has_any, held
from dashboard.coverage.table import WHOLE
from dashboard.peers import Peers
from dashboard.schema import TOTAL
from dashboard.wording import counted as amount
from dashboard.wording import listing

FEW = 4  # indicators: a category shown in no more is named


def missing_words(coverage: Coverage, contents: Contents, indicator: str, columns: Sequence[str], scope: Peers, areas: tuple[str, ...] = ()) -> str:
    """What stands beside a breakdown: how many countries have it, what the source never has, and who of the chosen lacks it.

    `By sex: 179 of 195 countries; never by disability, migration or population group. Kenya: no data by sex.`
    columns: breakdown columns of the indicator, none for an indicator without groups of people. areas: the chosen countries.
    Counted are countries with two of the groups at least, in the headline slice; of a chosen one with a single group, or with groups
    in other slices only, that is said.
    """
    entry = contents.catalogue[indicator]
    absent = lacking(contents, entry)
    never = f"never by {either([c.word for c in absent])}" if absent else ""
    if not columns:
        only = only_group(contents, entry)
        said = f"Figures of one group only ({only})" if only else "No groups of people in the source"
        return f"{said}{f'; {never}' if never else ''}."
    names = [contents.catalogue.column_names[column].lower() for column in columns]
    counts = [compared(coverage, entry, column, scope.members).count for column in columns]
    parts = [f"by {name}: {count}" for name, count in zip(names, counts, strict=True)]
    parts[0] = f"B{parts[0][1:]} of {amount(len(scope.members), 'country', 'countries')}"
    said = "; ".join([*parts, *([never] if never else [])]) + "."
    chosen = [words for column in columns for words in _of_chosen(coverage, contents, entry, column, areas)]
    return " ".join([said, *dict.fromkeys(chosen)])


def lacking(contents: Contents, indicator: Indicator) -> tuple[Category, ...]:
    """The categories worth naming that the indicator's source never tells apart, of those that some indicator has; not the one it is of."""
    own = {column for column, _ in _own_group(contents, indicator)}
    return tuple(c for c in counted(contents.catalogue) if c.word and not groups_in(c, indicator) and not own.intersection(c.columns))


def opening(indicators: Sequence[Indicator], found: Mapping[str, Sequence[Held]], categories: Sequence[Category], scope: Peers) -> list[str]:
    """What a matrix says. found: as `summary.matrix` gives it for these indicators."""
    if not found:
        return [f"None of {amount(len(indicators), 'indicator')} tells groups of people apart."]
    totals = {c.key: sum(row[place].count > 0 for row in found.values()) for place, c in enumerate(categories)}
    where = "" if scope.is_world else f" for at least one country of {scope.name}"
    most = max(categories, key=lambda c: totals[c.key])
    few = sorted((c for c in categories if c is not most and totals[c.key] <= FEW), key=lambda c: -totals[c.key])
    named = [f"{in_text(c)} in {totals[c.key] or 'none'}" for c in few]
    but = f", but {listing(named)}" if named else ""
    tell = "tells" if len(found) == 1 else "tell"
    return [f"Of {amount(len(indicators), 'indicator')}, {len(found)} {tell} groups of people apart.", f"{most.name} are shown in {totals[most.key]} of them{where}{but}."]


def never_words(never: Sequence[Category]) -> str:
    """That there are categories which no indicator has."""
    return f"{amount(len(never), 'further category', 'further categories')} that the report names are shown in none; they stand below the table." if never else ""


def of_country(name: str, has: Mapping[str, int], offered: Mapping[str, int], categories: Sequence[Category]) -> str:
    """What one country's figures tell apart. has, offered: by category, how many indicators have a group of it, for the country and at all."""
    asked = [c for c in categories if offered[c.key]]
    if not asked:
        return "No indicator of this dimension tells groups of people apart."
    most, none = max(asked, key=lambda c: has[c.key]), [in_text(c) for c in asked if not has[c.key]]
    if not has[most.key]:
        return f"{name} has figures of no group at all."
    said = f"{name} has figures of {in_text(most)} in {amount(has[most.key], 'indicator')}"
    return f"{said}; in none of {either(none)}." if none else f"{said}, and of every group that the sources have in at least one."


def in_text(category: Category) -> str:
    """The name as it stands inside a sentence."""
    return category.name[0].lower() + category.name[1:]


def only_group(contents: Contents, indicator: Indicator) -> str:
    """The one group that an indicator is of, where it is of one; "" for all people."""
    return ", ".join(contents.catalogue.label(column, code).lower() for column, code in _own_group(contents, indicator))


def _own_group(contents: Contents, indicator: Indicator) -> list[tuple[str, str]]:
    """(column, code) of the people that the headline slice is of; professions and levels of school are no people."""
    people = {column for category in contents.catalogue.categories for column in category.columns}
    parts = {b.column for b in indicator.breakdowns if not b.is_of_people}
    return [(column, code) for column, code in indicator.headline if code != TOTAL and column in people - parts]


def either(words: Sequence[str]) -> str:
    """`Kenya, Peru or Fiji`."""
    return ", ".join(words[:-1]) + (" or " if len(words) > 1 else "") + words[-1]


def _of_chosen(coverage: Coverage, contents: Contents, indicator: Indicator, column: str, areas: tuple[str, ...]) -> list[str]:
    name, groups = contents.catalogue.column_names[column].lower(), indicator.breakdown(column).groups
    said: dict[str, list[str]] = {}
    for area in areas:
        if compared(coverage, indicator, column, (area,)).count:
            continue
        own = [code for code in groups if held(coverage, coverage.rows(indicator.key, column, (code,)), (area,)).count]
        if own:
            words = f"{contents.catalogue.label(column, own[0]).lower()} only"
        elif has_any(coverage, indicator.key, column, groups, area):
            words = f"data by {name} in other slices only"
        else:
            words = f"no data by {name}" if has_any(coverage, indicator.key, WHOLE, (TOTAL,), area) else "no data at all"
        said.setdefault(words, []).append(contents.atlas.name(area))
    return [f"{listing(names)}: {words}." for words, names in said.items()]
