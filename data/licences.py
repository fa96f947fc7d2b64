"""The licence notice that ships with a release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import fill

from dashboard.catalogue import Source

WIDTH = 118
OPENING = """# Licences of the data in this release

The observations come from several publishers, each with terms of its own. Whoever passes them on keeps the
attribution that stands beside the source. The observations were put into one layout; values that were corrected say
so in their comment, with the publisher's figure. No publisher has endorsed this work. The differences and ratios in
`gaps.parquet` are drawn from the observations; each row is under the terms of its indicator's source.
"""

SHARE_ALIKE = """Observations of {titles} in this release, and every figure derived from them, are offered under
{licence}. Whoever adapts them and passes the result on must do so under the same licence. They are the rows of
`observations.parquet` whose DATA_SOURCE is {keys}; the other rows are not bound by it."""

AREAS = """## Areas and groups

`areas.csv` and `groups.csv` bring together the United Nations' M49 list and its translations, the income groups of
the World Bank (CC BY 4.0) and the OCHA taxonomy of countries and territories. Names and groupings imply no opinion on
the status of any territory.
"""


def licence_notice(sources: Iterable[Source], rows: Mapping[str, int], shares: Mapping[str, int]) -> str:
    """The notice as Markdown; rows, shares: observations and sizes of groups of each source that ships, by its key."""
    shipped = [s for s in sources if s.key in rows]
    parts = [OPENING]
    for licence in dict.fromkeys(s.licence for s in shipped if s.share_alike):
        bound = [s for s in shipped if s.share_alike and s.licence == licence]
        titles, keys = " and ".join(s.title for s in bound), " or ".join(f"`{s.key}`" for s in bound)
        parts.append(
            f"## Share-alike\n\n{fill(SHARE_ALIKE.format(titles=titles, keys=keys, licence=licence), WIDTH)}\n"
        )
    parts += [_source(s, rows[s.key], shares.get(s.key, 0)) for s in shipped]
    return "\n".join([*parts, AREAS])


def _source(source: Source, rows: int, shares: int) -> str:
    lines = [
        f"## {source.publisher}: {source.title}",
        "",
        f"- Rows: {rows:,} (DATA_SOURCE `{source.key}`)",
        *([f"- Sizes of groups: {shares:,} rows of `shares.parquet`, parts of the population"] if shares else []),
        f"- Vintage: {source.vintage}",
        f"- Licence: {source.licence}, {source.licence_url}",
        f"- Attribution: {source.attribution}",
        f"- Address: {source.url}",
    ]
    if source.note:
        lines.append(f"- To know: {source.note}")
    return "\n".join([*(fill(line, WIDTH, subsequent_indent="  ", break_on_hyphens=False) for line in lines), ""])
