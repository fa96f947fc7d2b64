from __future__ import annotations

import pytest

from data.importers.errors import SourceFault
from data.importers.spi import read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

GOOD = SPECIMENS / "spi" / "good.csv"
SCORES = {"series": [{"code": "SPI.INDEX"}, {"code": "SPI.INDEX.PIL1", "COMPONENT": "DATA_USE"}]}
CATALOGUE = catalogue_of("spi", statistics=SCORES)


def test_byte_order_mark_does_not_hide_the_first_column():
    assert GOOD.read_bytes().startswith(b"\xef\xbb\xbf")
    frame = read(GOOD, CATALOGUE)
    # NA is missing; the line of Taiwan holds nothing else
    assert frame[["REF_AREA", "TIME_PERIOD", "COMPONENT", "OBS_VALUE"]].to_numpy().tolist() == [
        ["NAM", 2019, "DATA_USE", 80.0],
        ["NAM", 2019, "_T", 60.5],
        ["NOR", 2018, "DATA_USE", 90.0],
        ["NOR", 2019, "DATA_USE", 100.0],
        ["NOR", 2019, "_T", 90.1],
    ]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("iso3c", "iso3", "line 1: found 'iso3c' 0 times"),
        (",SPI.INDEX,", ",SPI.OVERALL,", "series SPI.INDEX of indicator 'statistics'"),
        ("80,60.5", "80", "line 4: found 5 cells; expected 6"),
        ("80,60.5", "80,-", "line 4, column 'SPI.INDEX': found '-'"),
        ("80,60.5", ",60.5", "line 4, column 'SPI.INDEX.PIL1': found ''"),
        ("NOR,2018", "NOR,2019", "line 3: found SPI.INDEX of NOR in 2019 a second time; .* line 2"),
    ],
)
def test_spoiled_file_is_a_fault_with_its_place(tmp_path, old, new, where):
    with pytest.raises(SourceFault, match=where):
        read(spoiled(GOOD, tmp_path, old, new), CATALOGUE)


def test_latin1_file_is_a_fault(tmp_path):
    path = tmp_path / "latin1.csv"
    path.write_bytes("country,iso3c,date,SPI.INDEX,SPI.INDEX.PIL1\nC\u00f4te d'Ivoire,CIV,2019,1,1\n".encode("latin-1"))
    with pytest.raises(SourceFault, match="line 2: found the byte 0xf4"):
        read(path, CATALOGUE)


def test_channel_islands_chi_become_m49_830(tmp_path):
    assert "830" in set(read(spoiled(GOOD, tmp_path, "Namibia,NAM", "Channel Islands,CHI"), CATALOGUE)["REF_AREA"])
