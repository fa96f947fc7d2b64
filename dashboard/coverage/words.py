"""Who is missing, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.areas import Atlas
from dashboard.catalogue import Category, Indicator
from dashboard.contents import Contents
from dashboard.coverage.categories import counted, groups_in
from dashboard.coverage.cube import Coverage
from dashboard.coverage.summary import Held, has_any, held
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
    Counted in the headline slice; a country that has the groups in other slices only is said to have them there.
    """
    entry = contents.catalogue[indicator]
    absent = lacking(contents, entry)
    never = f"never by {either([c.word for c in absent])}" if absent else ""
    if not columns:
        only = only_group(contents, entry)
        said = f"Figures of one group only ({only})" if only else "No groups of people in the source"
        return f"{said}{f'; {never}' if never else ''}."
    names = {column: contents.catalogue.column_names[column].lower() for column in columns}
    counts = [held(coverage, _rows(coverage, entry, column), scope.members).count for column in columns]
    parts = [f"by {name}: {count}" for name, count in zip(names.values(), counts, strict=True)]
    parts[0] = f"B{parts[0][1:]} of {amount(len(scope.members), 'country', 'countries')}"
    said = "; ".join([*parts, *([never] if never else [])]) + "."
    chosen = [words for column, name in names.items() for words in _of_chosen(coverage, contents.atlas, entry, column, name, areas)]
    return " ".join([said, *dict.fromkeys(chosen)])


def lacking(contents: Contents, indicator: Indicator) -> tuple[Category, ...]:
    """The categories worth naming that the indicator's source never tells apart, of those that some indicator has; not the one it is of."""
    own = {column for column, code in indicator.headline if code != TOTAL}
    return tuple(c for c in counted(contents.catalogue) if c.word and not groups_in(c, indicator) and not own.intersection(c.columns))


def opening(contents: Contents, found: Mapping[str, Sequence[Held]], categories: Sequence[Category], scope: Peers) -> list[str]:
    """What the whole matrix says. found: as `summary.matrix` gives it, for all indicators."""
    totals = {c.key: sum(row[place].count > 0 for row in found.values()) for place, c in enumerate(categories)}
    where = "" if scope.is_world else f" for at least one country of {scope.name}"
    most = max(categories, key=lambda c: totals[c.key])
    few = sorted((c for c in categories if c is not most and totals[c.key] <= FEW), key=lambda c: -totals[c.key])
    named = [f"{in_text(c)} in {totals[c.key] or 'none'}" for c in few]
    but = f", but {listing(named)}" if named else ""
    return [f"Of {len(contents.catalogue.indicators)} indicators, {len(found)} tell groups of people apart.", f"{most.name} are shown in {totals[most.key]} of them{where}{but}."]


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
    label = contents.catalogue.label
    people = {column for category in contents.catalogue.categories for column in category.columns}
    return ", ".join(label(column, code).lower() for column, code in indicator.headline if code != TOTAL and column in people)


def either(words: Sequence[str]) -> str:
    """`Kenya, Peru or Fiji`."""
    return ", ".join(words[:-1]) + (" or " if len(words) > 1 else "") + words[-1]


def _rows(coverage: Coverage, indicator: Indicator, column: str) -> list[int]:
    return coverage.rows(indicator.key, column, indicator.breakdown(column).groups)


def _of_chosen(coverage: Coverage, atlas: Atlas, indicator: Indicator, column: str, name: str, areas: tuple[str, ...]) -> list[str]:
    groups = indicator.breakdown(column).groups
    without = [a for a in areas if not held(coverage, _rows(coverage, indicator, column), (a,)).count]
    elsewhere = [a for a in without if has_any(coverage, indicator.key, column, groups, a)]
    rest = [a for a in without if a not in elsewhere]
    total = [a for a in rest if has_any(coverage, indicator.key, WHOLE, (TOTAL,), a)]
    nothing = [a for a in rest if a not in total]
    said = ((total, f"no data by {name}"), (elsewhere, f"data by {name} in other slices only"), (nothing, "no data at all"))
    return [f"{listing([atlas.name(a) for a in group])}: {words}." for group, words in said if group]
