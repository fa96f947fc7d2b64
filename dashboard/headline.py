"""The words around the panels: title, unit, sentence, legend, choices and source of a view."""

from __future__ import annotations

from dashboard import theme, wording
from dashboard.catalogue import Indicator
from dashboard.classes import Classes
from dashboard.contents import Contents
from dashboard.measure_choices import measure_choices
from dashboard.measured_indicator import indicator_of, measure_title, reading
from dashboard.peers import scope_of
from dashboard.schema import BREAKDOWNS, TOTAL
from dashboard.slices import slice_name, slice_of
from dashboard.view import ALL, CHARTS, DOTS, LINES, View

FORM_WORDS = {DOTS: "Groups side by side", LINES: "Over time", ALL: "All breakdowns"}


def headline(view: View, contents: Contents, classes: Classes, sentences: dict[int, str], notices: tuple[str, ...]) -> dict:
    """Everything that is said about a view, as plain text for the page.

    sentences: one a year. Keys of the answer are read by `assets/words.js`.
    """
    own, part = contents.catalogue[view.indicator], slice_of(view, contents)
    indicator = indicator_of(part, contents)
    holding = contents.holdings[view.indicator]
    scope = scope_of(view, contents.atlas)
    return {
        "search": view.to_query(contents.default_indicator),
        "notices": list(notices),
        "slice": slice_name(part),
        "areas": ",".join(view.areas),
        "indicator": indicator.key,
        "title": title(view, own, contents),
        "unit": slice_unit(view, indicator),
        "unit_short": "" if is_group_scale(view, indicator) else indicator.unit_short,
        "decimals": indicator.decimals,
        "direction": indicator.direction,
        "order": order(indicator),
        "equality": indicator.equality,
        "is_ratio": indicator.is_ratio,
        "direction_words": reading(part, contents) if part.measure else direction_words(indicator),
        "measure": measure_choices(view, contents),
        "years": [holding.first_year, holding.last_year],
        "default_year": holding.default_year,
        "window": view.window_of(contents),
        "default_window": indicator.window,
        "scope": "" if scope.is_world else scope.name,
        "members": list(scope.members),
        "sentences": {str(year): text for year, text in sentences.items()},
        "classes": {"edges": list(classes.edges), "labels": list(classes.labels), "colours": list(theme.class_colours(classes.count, indicator.direction, classes.middle))},
        "why_not_mapped": "" if indicator.is_mappable else (indicator.why_not_mapped or "Counts are not shaded: a large country would look worse only for being large."),
        "slices": slice_choices(view, own, contents),
        "about": about(own, contents),
        "source": source_line(own, contents),
    }


def order(indicator: Indicator) -> str:
    """How places are given: by direction, by nearness to equality, or highest first where neither end is better."""
    if indicator.equality is not None:
        return "equality"
    return indicator.direction if indicator.is_mappable else "neutral"  # a count has a most and a least, no best


def direction_words(indicator: Indicator) -> str:
    """What is better, in words."""
    if indicator.equality is not None:
        return f"{indicator.equality:g} is parity"
    return wording.DIRECTION[indicator.direction]


def title(view: View, indicator: Indicator, contents: Contents) -> str:
    """The indicator's name and, after a comma each, the groups that the slice shows.

    What the headline slice is about is said as well, as far as the view keeps to it: girls are still in primary school.
    """
    part = slice_of(view, contents)
    if part.measure:
        cell = [(column, code) for column, code in part.cell if code != TOTAL]
        return ", ".join([f"{indicator.name}: {measure_title(part, contents)}", *(_group_words(column, code, contents) for column, code in cell)])
    departed = {column for column, _ in view.cell}
    kept = [(column, code) for column, code in indicator.headline if column not in departed]
    if len(kept) == len(indicator.headline):
        label = indicator.headline_label
        shown = [label] if label and label.casefold() not in indicator.name.casefold() else []
    else:
        shown = [_group_words(column, code, contents) for column, code in kept]
    shown += [_group_words(column, code, contents) for column, code in view.cell if code != TOTAL]
    shown += [_group_words(column, code, contents) for column, code in view.cell if code == TOTAL]
    return ", ".join([indicator.name, *shown])


def is_group_scale(view: View, indicator: Indicator) -> bool:
    """Whether the slice shows a group whose scale is another than the total's."""
    return bool(indicator.group_scale) and any(code != TOTAL for _, code in view.full_cell(indicator))


def slice_unit(view: View, indicator: Indicator) -> str:
    """The unit of the slice in full."""
    return indicator.group_scale if is_group_scale(view, indicator) else indicator.unit


def slice_choices(view: View, indicator: Indicator, contents: Contents) -> list[dict]:
    """One choice a breakdown that the data hold: its key, name, code now shown, and codes with their words."""
    now = dict(view.full_cell(indicator))
    return [
        {
            "key": BREAKDOWNS[column],
            "name": contents.catalogue.column_names[column],
            "value": now[column],
            "default": indicator.headline_code(column),
            "options": [[code, contents.catalogue.label(column, code)] for code in contents.offered(indicator, column)],
        }
        for column in contents.slice_columns(indicator)
        if not (view.measure and column == view.by_of(contents))  # a measure is of all groups of its breakdown
    ]


def by_choices(view: View, indicator: Indicator, contents: Contents, crossings: tuple[str, ...] = ()) -> dict:
    """The breakdowns that the breakdown panel can show, and the one it shows; near ones where there is none.

    crossings: columns whose groups the data hold crossed with those shown. `forms` are the forms that the data can take.
    """
    columns = [b.column for b in indicator.breakdowns]
    now = view.by or (columns[0] if columns else "")
    names = contents.catalogue.column_names
    of_people = [] if indicator.group_scale else [b for b in indicator.breakdowns if b.is_of_people]
    forms = [form for form in CHARTS if columns and (form != ALL or len(of_people) > 1 or view.chart == ALL)]
    return {
        "form": view.chart,
        "forms": [[form, FORM_WORDS[form]] for form in forms],
        "cross": BREAKDOWNS[view.cross] if view.cross in crossings else "",
        "crosses": [[BREAKDOWNS[c], names[c].lower()] for c in crossings] if view.chart != ALL else [],
        "is_by_shown": view.chart != ALL or bool(view.measure),
        "value": BREAKDOWNS.get(now, ""),
        "default": BREAKDOWNS[columns[0]] if columns else "",
        "options": [[BREAKDOWNS[c], names[c].lower()] for c in columns],
        "group_scale": indicator.group_scale,
        "near": [] if columns else [[i.key, i.name] for i in near_with_groups(indicator, contents)],
    }


def near_with_groups(indicator: Indicator, contents: Contents) -> list[Indicator]:
    """Up to three indicators that have breakdowns: those that inform the same recommendation, then the same dimension."""
    held = [i for i in contents.catalogue.indicators if i.breakdowns and i.key in contents.holdings]
    same = [i for i in held if set(i.recommendations) & set(indicator.recommendations)]
    rest = [i for i in held if i.dimension == indicator.dimension and i not in same]
    return (same + rest)[:3]


def about(indicator: Indicator, contents: Contents) -> dict:
    """What the indicator is, and which recommendations it informs."""
    catalogue = contents.catalogue
    recommendations = {r.key: r for r in catalogue.recommendations}
    return {
        "name": indicator.full_name,
        "definition": indicator.definition,
        "note": indicator.note,
        "level": indicator.level,
        "kind": indicator.kind,
        "unit": indicator.unit,
        "dimension": indicator.dimension,
        "window": indicator.window,
        "recommendations": [
            [catalogue.dimension(recommendations[key].dimension).name, recommendations[key].number, recommendations[key].text]
            for key in indicator.recommendations
        ],
    }


def source_line(indicator: Indicator, contents: Contents) -> dict:
    """Publisher, dataset, vintage, licence and its address."""
    source = contents.catalogue.source(indicator.source)
    return {
        "attribution": source.attribution,
        "title": source.title,
        "publisher": source.publisher,
        "vintage": source.vintage,
        "licence": source.licence,
        "licence_url": source.licence_url,
        "note": source.note,
    }


def _group_words(column: str, code: str, contents: Contents) -> str:
    return wording.in_text(contents.catalogue.label(column, code))
