"""A citation says whose data, which, where seen and on which terms; no text ends a field early."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.catalogue import Source
from dashboard.citation import as_bibtex, as_ris, as_text, citation
from dashboard.provenance import Provenance

SAID = Provenance(
    "Unemployment, women", "% of labour force", 2020, "", "lower is better", "It fell.", "World Bank, WDI", "updated 2022-07-20", "CC BY 4.0", "https://x/",
    (), (), "abc123", "https://host/?areas=FIN,KEN", "Monitor",
)  # fmt: skip
SOURCE = Source("wdi", "World Bank", "World Development Indicators", "updated 2022-07-20", "CC BY 4.0", "https://x/", "World Bank, WDI", "https://x/")
CITED = citation(SAID, SOURCE, "unemployment", "2026-05-01")
HOSTILE = "50% of {A} & B_1 #2 $3 ~x^2 \\end{document}\n@misc{evil,\r\nER  - \x0b}"


def test_a_line_of_text_says_all():
    assert as_text(CITED) == (
        "World Bank (2022). Unemployment, women (% of labour force) [data set]. World Development Indicators, updated 2022-07-20. "
        "Monitor, release abc123. https://host/?areas=FIN,KEN. Licence: CC BY 4.0. Accessed 2026-05-01."
    )


def test_without_a_day_and_a_year_none_is_said():
    plain = citation(replace(SAID, unit=""), replace(SOURCE, vintage="v14"), "unemployment")
    assert as_text(plain).startswith("World Bank. Unemployment, women [data set].") and "Accessed" not in as_text(plain)
    assert "year" not in as_bibtex(plain) and "urldate" not in as_bibtex(plain)
    assert "PY  -" not in as_ris(plain) and "Y2  -" not in as_ris(plain)


def test_bibtex_has_an_entry_with_escaped_fields():
    assert as_bibtex(CITED).splitlines() == [
        "@misc{unemployment-abc123,",
        "  author = {{World Bank}},",
        "  title = {{Unemployment, women (\\% of labour force)}},",
        "  year = {2022},",
        "  howpublished = {World Development Indicators, updated 2022-07-20. Monitor, release abc123},",
        "  url = {https://host/?areas=FIN,KEN},",
        "  urldate = {2026-05-01},",
        "  note = {Data set. Licence: CC BY 4.0}",
        "}",
    ]


@pytest.mark.parametrize("field", ["author", "title", "dataset", "vintage", "monitor", "licence", "address", "key"])
def test_no_text_ends_a_bibtex_field_early(field: str):
    entry = as_bibtex(replace(CITED, **{field: HOSTILE}))
    depth, closed = 0, []
    for place, sign in enumerate(entry):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0 and sign == "}":
            closed.append(place)
    assert closed == [len(entry) - 2]  # one entry, closed by its own last brace
    assert len(entry.splitlines()) == len(as_bibtex(CITED).splitlines())


@pytest.mark.parametrize("field", ["author", "title", "dataset", "vintage", "monitor", "licence", "address"])
def test_no_text_begins_a_ris_field_of_its_own(field: str):
    lines = as_ris(replace(CITED, **{field: HOSTILE})).split("\r\n")
    assert [line[:6] for line in lines] == [line[:6] for line in as_ris(CITED).split("\r\n")]
    assert lines[0] == "TY  - DATA" and lines[-2:] == ["ER  - ", ""]
