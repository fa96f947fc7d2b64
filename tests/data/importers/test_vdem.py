from __future__ import annotations

import pytest

from data.importers.errors import SourceFault
from data.importers.vdem import read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

GOOD = SPECIMENS / "vdem" / "good.csv"
SERVICES = {
    "series": [
        {"code": "v2peapsgen", "EXCLUSION_BASIS": "GENDER"},
        {"code": "v2peapspol", "EXCLUSION_BASIS": "POLITICAL_GROUP"},
    ]
}
CATALOGUE = catalogue_of("vdem", participation={"series": [{"code": "v2x_cspart"}]}, services=SERVICES)


def test_family_of_series_becomes_one_breakdown():
    services = read(GOOD, CATALOGUE).query("INDICATOR == 'services' and REF_AREA == 'FIN'")
    assert services[["TIME_PERIOD", "EXCLUSION_BASIS", "OBS_VALUE"]].to_numpy().tolist() == [
        [1990, "GENDER", 2.104],
        [1990, "POLITICAL_GROUP", 1.9],
        [1991, "GENDER", 2.2],
        [1991, "POLITICAL_GROUP", -0.25],
    ]


def test_empty_cells_are_no_observations():
    # ten lines, Finland's of 1991 being empty in this series
    assert len(read(GOOD, CATALOGUE).query("INDICATOR == 'participation'")) == 9


def test_west_bank_and_gaza_are_two_areas_and_neither_is_palestine():
    frame = read(GOOD, CATALOGUE)
    placed = {value: area for area, value in zip(frame["REF_AREA"], frame["OBS_VALUE"], strict=True)}
    # 0.4 is V-Dem's PSE (West Bank), 0.21 its PSG (Gaza)
    assert placed[0.4] != placed[0.21]
    assert "PSE" not in set(frame["REF_AREA"])


def test_parts_and_former_states_are_never_put_under_the_whole():
    areas = set(read(GOOD, CATALOGUE)["REF_AREA"])
    assert areas.isdisjoint({"SOM", "TZA", "DEU", "YEM", "PSE"})
    assert len(areas) == 9  # one for each country_text_id of the specimen


def test_former_states_taiwan_and_kosovo_keep_their_codes():
    assert {"DDR", "YMD", "TWN", "XKX"} <= set(read(GOOD, CATALOGUE)["REF_AREA"])


def test_series_that_the_file_lacks_is_a_fault():
    with pytest.raises(SourceFault, match="series v2x_polyarchy of indicator 'democracy'"):
        read(GOOD, catalogue_of("vdem", democracy={"series": [{"code": "v2x_polyarchy"}]}))


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("country_text_id", "country_code", "line 1: found 'country_text_id' 0 times"),
        ("country_id", "v2x_cspart", "line 1: found 'v2x_cspart' 2 times"),
        (",v2peapspol", "", "series v2peapspol of indicator 'services'"),
        (",2.104,1.9", ",2.104", "line 3: found 6 cells; expected 7"),
        ("1991,,2.2", "1991,NA,2.2", "line 4, column 'v2x_cspart': found 'NA'"),
        ("1991,,2.2", "1990,,2.2", "line 4: found v2x_cspart of FIN in 1990 a second time"),
        ("1991,,2.2", "91,,2.2", "line 4, period"),
    ],
)
def test_spoiled_file_is_a_fault_with_its_place(tmp_path, old, new, where):
    with pytest.raises(SourceFault, match=where):
        read(spoiled(GOOD, tmp_path, old, new), CATALOGUE)
