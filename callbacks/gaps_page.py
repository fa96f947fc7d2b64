"""The finder of gaps: a query becomes a page, or the same list as CSV."""

from __future__ import annotations

from dashboard.gaps.listed import Listed, listed
from dashboard.gaps.question import GapQuestion
from dashboard.gaps.said import Said, said
from dashboard.gaps.summary import heading, nothing
from data.desk import Desk
from layouts.gaps_page import gaps_body
from layouts.plain import Drawn

DESCRIPTION = "The widest gaps between groups of people, by sex, age, place, wealth, education, disability and migration, and those that close or open fastest."


def found(desk: Desk, question: GapQuestion) -> tuple[Listed, tuple[Said, ...]]:
    """The list of a question and its words."""
    lines = listed(question, desk.gaps, desk.contents)
    return lines, tuple(said(line, question, desk.gaps, desk.contents) for line in lines.lines)


def gaps_page(desk: Desk, query: str) -> Drawn:
    """The page of a query, whatever the query holds."""
    question, notices = GapQuestion.from_query(query, desk.contents)
    lines, rows = found(desk, question)
    near = ("", []) if rows else nothing(question, lines, desk.gaps, desk.contents)
    body = gaps_body(question, notices, lines, rows, near, desk.contents)
    return Drawn(heading(question, desk.contents), DESCRIPTION, body, question.to_query(desk.contents))
