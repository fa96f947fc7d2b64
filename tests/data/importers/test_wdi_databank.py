from __future__ import annotations

import pytest

from dashboard.catalogue import CatalogueError
from data.importers.errors import SourceFault
from data.importers.wdi_databank import read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

GOOD = SPECIMENS / "wdi_databank" / "good.csv"
ELECTRICITY = {"series": [{"code": "EG.ELC.ACCS.ZS"}, {"code": "EG.ELC.ACCS.RU.ZS", "URBANISATION": "R"}]}
CATALOGUE = catalogue_of("wdi-databank", electricity=ELECTRICITY)


def test_two_dots_are_missing_and_headings_are_years():
    frame = read(GOOD, CATALOGUE)
    # Kenya: total 2020, rural 2020 and 2021; the world: total in both years
    assert frame[["REF_AREA", "TIME_PERIOD", "URBANISATION", "OBS_VALUE"]].to_numpy().tolist() == [
        ["KEN", 2020, "R", 62.7],
        ["KEN", 2020, "_T", 71.5],
        ["KEN", 2021, "R", 68.0],
        ["WLD", 2020, "_T", 90.5],
        ["WLD", 2021, "_T", 91.3],
    ]
    assert set(frame["DATA_SOURCE"]) == {"wdi-databank"}


def test_footer_is_no_data_even_where_its_lines_have_one_cell(tmp_path):
    lines = GOOD.read_text(encoding="utf-8").splitlines()
    # DataBank itself writes blank lines and bare sentences; a spreadsheet that saves them again adds the commas
    path = tmp_path / "bare.csv"
    path.write_text("\n".join(lines[:5] + ["", "", lines[7].rstrip(","), lines[8].rstrip(",")]), encoding="utf-8")
    assert read(path, CATALOGUE).equals(read(GOOD, CATALOGUE))


def test_export_of_another_date_than_the_stated_vintage_is_a_fault(tmp_path):
    path = spoiled(GOOD, tmp_path, "01/28/2025", "03/24/2025")
    with pytest.raises(SourceFault, match="line 9: found last updated 2025-03-24; expected updated 2025-01-28"):
        read(path, CATALOGUE)


def test_stated_vintage_without_a_date_is_a_fault_of_the_catalogue():
    with pytest.raises(CatalogueError, match="wdi-databank: vintage 'early 2025' holds no date"):
        read(GOOD, catalogue_of("wdi-databank", "early 2025", electricity=ELECTRICITY))


def test_export_without_its_update_date_is_a_fault(tmp_path):
    path = spoiled(GOOD, tmp_path, "Last Updated: 01/28/2025,,,,,\n", "")
    with pytest.raises(SourceFault, match="footer: found no update date"):
        read(path, CATALOGUE)


def test_series_that_the_export_lacks_is_a_fault():
    with pytest.raises(SourceFault, match="series NY.GDP.PCAP.KD of indicator 'income'"):
        read(GOOD, catalogue_of("wdi-databank", income={"series": [{"code": "NY.GDP.PCAP.KD"}]}))


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("Series Code", "Indicator Code", "line 1, column 4: found 'Indicator Code'"),
        ("2021 [YR2021]", "2021", "line 1, column 6: found '2021'"),
        ("2021 [YR2021]", "2021 [YR2020]", "line 1, column 6"),
        ("62.7,68", "62.7,", "line 3, column '2021 .YR2021.': found ''"),
        ("62.7,68", "62.7", "line 3: found 5 cells"),
        ("62.7,68", "62.7,6 8", "line 3, column"),
        ('rural (%)",EG.ELC.ACCS.RU.ZS,..', 'total (%)",EG.ELC.ACCS.ZS,..', "line 5: found EG.ELC.ACCS.ZS of WLD"),
    ],
)
def test_spoiled_file_is_a_fault_with_its_place(tmp_path, old, new, where):
    with pytest.raises(SourceFault, match=where):
        read(spoiled(GOOD, tmp_path, old, new), CATALOGUE)


def test_channel_islands_chi_become_m49_830(tmp_path):
    path = spoiled(
        GOOD, tmp_path, "Kenya,KEN,Access to electricity (%)", "Channel Islands,CHI,Access to electricity (%)"
    )
    assert "830" in set(read(path, CATALOGUE)["REF_AREA"])
