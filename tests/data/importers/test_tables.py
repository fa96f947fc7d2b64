from __future__ import annotations

import gzip
import zipfile

import pytest

from data.importers.errors import SourceFault
from data.importers.tables import read_table

GOOD = "area,year,value\nFIN,2020,1\nSWE,2020,\n"


def written(folder, text, name="table.csv", encoding="utf-8"):
    (folder / name).write_bytes(text.encode(encoding))
    return folder / name


def test_every_cell_is_text_and_nothing_is_read_as_missing(tmp_path):
    table = read_table(written(tmp_path, "area,value\nNAM,NA\nFIN,007\nSWE,\n"))
    assert table.frame.to_numpy().tolist() == [["NAM", "NA"], ["FIN", "007"], ["SWE", ""]]


def test_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    assert read_table(written(tmp_path, GOOD, encoding="utf-8-sig")).frame.columns[0] == "area"


def test_gzip_and_zip_are_read_like_plain_text(tmp_path):
    plain = read_table(written(tmp_path, GOOD)).frame
    with gzip.open(tmp_path / "t.csv.gz", "wt", encoding="utf-8") as packed:
        packed.write(GOOD)
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as packed:
        packed.writestr("readme.md", "words")
        packed.writestr("t.csv", GOOD)
    assert read_table(tmp_path / "t.csv.gz").frame.equals(plain)
    assert read_table(tmp_path / "t.zip").frame.equals(plain)


def test_line_of_a_record_counts_quoted_line_breaks_and_blank_lines(tmp_path):
    # header 1; first record 2-3, for its note has a line break; 4 is blank; second record 5
    table = read_table(written(tmp_path, 'area,note\nFIN,"one\ntwo"\n\nSWE,x\n'))
    assert [table.line(0), table.line(1)] == [2, 5]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("area,year,value\nFIN,2020,1\nSWE,20", "line 3: found 2 fields; expected 3"),
        ("area,year,value\nFIN,2020,1,9\nSWE,2020,2,9\n", "line 2: found 4 fields; expected 3"),
        ("area,year,value\nFIN,2020,1\nSWE,2020,2,9\n", "line 3: found 4 fields; expected 3"),
        ('area,year,value\nFIN,2020,1\nSWE,2020,"2\n', "quotation mark that is never closed"),
        ("area,year,area\nFIN,2020,1\n", "column area twice"),
        ("area,year,value\n", "line 2: found the end of the file"),
        ("", "empty file"),
    ],
)
def test_broken_table_is_a_fault_that_names_the_line(tmp_path, text, says):
    with pytest.raises(SourceFault, match=says):
        read_table(written(tmp_path, text))


def test_wrong_encoding_is_a_fault_with_line_and_byte(tmp_path):
    path = written(tmp_path, "area,name\nFIN,Finland\nCIV,Côte\n", encoding="latin-1")
    with pytest.raises(SourceFault, match="line 3: found the byte 0xf4.*expected text in utf-8"):
        read_table(path)


def test_wrong_encoding_inside_gzip_is_named_by_the_unpacked_line(tmp_path):
    with gzip.open(tmp_path / "t.csv.gz", "wb") as packed:
        packed.write("area,name\nCIV,Côte\n".encode("latin-1"))
    with pytest.raises(SourceFault, match="line 2: found the byte 0xf4"):
        read_table(tmp_path / "t.csv.gz")


def test_gzip_file_cut_short_is_a_fault(tmp_path):
    whole = gzip.compress(("area,year,value\n" + "FIN,2020,1\n" * 2000).encode())
    (tmp_path / "t.csv.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SourceFault, match="t.csv.gz: the end of the file: found a packed file cut short"):
        read_table(tmp_path / "t.csv.gz")


def test_plain_text_that_calls_itself_gzip_is_a_fault(tmp_path):
    with pytest.raises(SourceFault, match="cut short or damaged"):
        read_table(written(tmp_path, GOOD, name="t.csv.gz"))


def test_absent_file_is_a_fault(tmp_path):
    with pytest.raises(SourceFault, match="nothing at this place"):
        read_table(tmp_path / "none.csv")


def test_fault_names_a_renamed_column_as_the_file_does(tmp_path):
    table = read_table(written(tmp_path, GOOD)).renamed({"value": "OBS"}).renamed({"OBS": "number"})
    assert str(table.fault(1, "number", "x", "y", "z")) == "table.csv: line 3, column value: found x; expected y. z"


def test_absent_column_is_named_beside_those_that_are_there(tmp_path):
    with pytest.raises(SourceFault, match="no column country among area, year, value"):
        read_table(written(tmp_path, GOOD)).require(["year", "country"])
