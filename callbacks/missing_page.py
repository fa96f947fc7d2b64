"""Who is missing: a query becomes a page, and the whole of it a file."""

from __future__ import annotations

from dashboard.catalogue import Catalogue, Category, Indicator
from dashboard.coverage.categories import counted, never_counted
from dashboard.coverage.cube import Coverage
from dashboard.coverage.question import CoverageQuestion
from dashboard.coverage.summary import matrix, of_area
from dashboard.coverage.words import missing_words, never_words, of_country, opening
from dashboard.peers import Peers, group_of
from data.desk import Desk
from layouts.missing_detail import country_detail, indicator_detail
from layouts.missing_matrix import matrix_table
from layouts.missing_page import missing_body, never_list
from layouts.plain import Drawn

DESCRIPTION = "Which groups of people the figures tell apart, in how many countries, and who is never counted."


def missing_page(desk: Desk, query: str) -> Drawn:
    """The page of a query, whatever the query holds."""
    question, notices = CoverageQuestion.from_query(query, desk.contents)
    scope, coverage, categories = group_of(question.group, desk.contents.atlas), desk.coverage(), counted(desk.contents.catalogue)
    draw = _indicator if question.indicator else _country if question.area else _matrix
    heading, lead, answer = draw(desk, question, coverage, scope, categories)
    body = missing_body(heading, lead, answer, question, notices, desk.contents)
    return Drawn(heading, DESCRIPTION, body, question.to_query())


def _matrix(desk: Desk, question: CoverageQuestion, coverage: Coverage, scope: Peers, categories: tuple[Category, ...]) -> tuple[str, list[str], list]:
    contents = desk.contents
    found = desk.remember("coverage matrix", scope.code, lambda: matrix(coverage, categories, contents.catalogue.indicators, scope.members))
    indicators = _indicators(contents.catalogue, question)
    own = {i.key: found[i.key] for i in indicators if i.key in found}
    never = never_counted(contents)
    heading = ("Who is missing" if scope.is_world else f"Who is missing in {scope.name}") + _of_dimension(contents.catalogue, question)
    lead = [*opening(indicators, own, categories, scope), never_words(never)]
    return heading, lead, [matrix_table(question, found, categories, scope, contents), never_list(never, contents)]


def _country(desk: Desk, question: CoverageQuestion, coverage: Coverage, scope: Peers, categories: tuple[Category, ...]) -> tuple[str, list[str], list]:
    contents, name = desk.contents, desk.contents.atlas.name(question.area)
    rows = [of_area(coverage, c, _indicators(contents.catalogue, question), question.area, scope.members) for c in categories]
    has, offered = ({row.category.key: len(part(row)) for row in rows} for part in (lambda row: row.has, lambda row: row.offered))
    heading = f"Who is missing in {name}" + _of_dimension(contents.catalogue, question)
    never = never_list(never_counted(contents), contents)
    return heading, [of_country(name, has, offered, categories)], [country_detail(question.area, rows, scope, contents), never]


def _indicator(desk: Desk, question: CoverageQuestion, coverage: Coverage, scope: Peers, categories: tuple[Category, ...]) -> tuple[str, list[str], list]:
    contents, indicator = desk.contents, desk.contents.catalogue[question.indicator]
    areas = (question.area,) if question.area else ()
    columns = [b.column for b in indicator.breakdowns if b.is_of_people]
    lead = [missing_words(coverage, contents, indicator.key, columns, scope, areas)]
    return f"Who is missing: {indicator.name}", lead, indicator_detail(indicator, coverage, scope, contents)


def _indicators(catalogue: Catalogue, question: CoverageQuestion) -> tuple[Indicator, ...]:
    return catalogue.of_dimension(question.dimension) if question.dimension else catalogue.indicators


def _of_dimension(catalogue: Catalogue, question: CoverageQuestion) -> str:
    return f": {catalogue.dimension(question.dimension).name}" if question.dimension else ""
