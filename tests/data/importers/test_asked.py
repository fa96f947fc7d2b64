from __future__ import annotations

import pytest

from dashboard.catalogue import CatalogueError
from data.importers.asked import require_series, series_asked
from data.importers.errors import SourceFault
from tests.data.importers.tiny_catalogue import catalogue_of


def test_breakdowns_that_a_series_does_not_name_are_totals():
    origin = {"series": [{"code": "A"}, {"code": "B", "SEX": "F"}], "nature": "M"}
    asked = series_asked(catalogue_of("wdi", work=origin), "wdi")
    columns = ["INDICATOR", "SOURCE_SERIES", "multiply", "NATURE", "SEX", "AGE"]
    assert asked[columns].to_numpy().tolist() == [
        ["work", "A", 1.0, "M", "_T", "_T"],
        ["work", "B", 1.0, "M", "F", "_T"],
    ]


def test_indicators_of_other_sources_are_not_asked():
    assert series_asked(catalogue_of("wdi", work={"series": [{"code": "A"}]}), "spi").empty


def test_origin_may_name_its_one_series_by_another_word():
    asked = series_asked(catalogue_of("wgi", corruption={"indicator": "cc"}), "wgi", "indicator")
    assert asked["SOURCE_SERIES"].tolist() == ["cc"]


@pytest.mark.parametrize(
    "origin",
    [
        {},
        {"serie": []},
        {"series": [], "times": 100},
        {"series": [{"SEX": "F"}]},
        {"series": [{"code": "A", "GENDER": "F"}]},
    ],
)
def test_origin_of_another_form_is_a_fault_of_the_catalogue(origin):
    with pytest.raises(CatalogueError, match="work: origin"):
        series_asked(catalogue_of("wdi", work=origin), "wdi")


def test_series_that_the_file_lacks_is_named_with_its_indicator():
    asked = series_asked(catalogue_of("wdi", work={"series": [{"code": "A"}, {"code": "B"}, {"code": "C"}]}), "wdi")
    require_series("f.csv", asked, {"A", "B", "C", "D"})
    with pytest.raises(SourceFault, match="series B of indicator 'work': found no such series and 1 others"):
        require_series("f.csv", asked, {"A"})
