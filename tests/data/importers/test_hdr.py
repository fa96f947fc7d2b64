from __future__ import annotations

import pytest

from data.importers.errors import SourceFault
from data.importers.hdr import read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

GOOD = SPECIMENS / "hdr" / "good.csv"
HDI = {"series": [{"code": "hdi"}, {"code": "hdi_f", "SEX": "F"}]}
CATALOGUE = catalogue_of("hdr", hdi=HDI)


def test_series_is_what_stands_before_the_year_so_hdi_f_is_not_hdi():
    frame = read(GOOD, CATALOGUE).query("REF_AREA == 'FIN'")
    # hdi_rank_2022 (12) is not among them either
    assert frame[["TIME_PERIOD", "SEX", "OBS_VALUE"]].to_numpy().tolist() == [
        [2021, "F", 0.938],
        [2021, "_T", 0.94],
        [2022, "F", 0.94],
        [2022, "_T", 0.942],
    ]


def test_latin1_file_is_read_and_its_empty_cells_are_no_observations():
    assert b"C\xf4te" in GOOD.read_bytes()
    assert len(read(GOOD, CATALOGUE).query("REF_AREA == 'CIV'")) == 3  # of four cells one is empty


def test_file_in_utf8_is_a_fault():
    with pytest.raises(SourceFault, match="line 2, column 'country'.*latin-1.*Côte d'Ivoire"):
        read(SPECIMENS / "hdr" / "utf8.csv", CATALOGUE)


def test_nan_is_a_missing_mark_of_this_layout():
    schooling = read(GOOD, catalogue_of("hdr", schooling={"series": [{"code": "mys"}]}))
    assert schooling.query("REF_AREA == 'FIN'")["TIME_PERIOD"].tolist() == [2022]


def test_aggregates_that_begin_with_zz_keep_the_publishers_code():
    assert "ZZK.WORLD" in set(read(GOOD, CATALOGUE)["REF_AREA"])


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("iso3,", "code,", "line 1, column 1: found 'code'"),
        ("hdi_f_2021,hdi_f_2022", "hdi_f21,hdi_f22", "series hdi_f of indicator 'hdi'"),
        ("hdi_f_2022", "hdi_f_2021", "'hdi_f_2021' 2 times"),
        (",mys_2022", "", "line 2: found 11 cells; expected 10"),
        ("0.533,0.534", "0.533,0.53a", "line 2, column 'hdi_2022': found '0.53a'"),
        ("0.533,0.534", "0.533,..", "line 2, column 'hdi_2022': found '..'"),
        ("FIN,Finland", "CIV,Finland", "line 3: found hdi of CIV in 2021 a second time"),
    ],
)
def test_spoiled_file_is_a_fault_with_its_place(tmp_path, old, new, where):
    with pytest.raises(SourceFault, match=where):
        read(spoiled(GOOD, tmp_path, old, new, "latin-1"), CATALOGUE)
