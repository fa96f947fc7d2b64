from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from data.importers.errors import SourceFault
from data.importers.lines import header_of, positions, read_lines, rectangular


def written(folder: Path, content: bytes) -> Path:
    path = folder / "file.csv"
    path.write_bytes(content)
    return path


def test_plain_and_gzipped_files_are_told_apart_by_their_bytes_not_their_names(tmp_path):
    plain = written(tmp_path, b"a,b\n1,2\n")
    packed = tmp_path / "packed.csv"
    packed.write_bytes(gzip.compress(b"a,b\n1,2\n"))
    assert list(read_lines(plain)) == list(read_lines(packed)) == [(1, ["a", "b"]), (2, ["1", "2"])]


def test_words_that_other_readers_take_for_missing_stay_text(tmp_path):
    assert list(read_lines(written(tmp_path, b"NA,NaN,null,\n"))) == [(1, ["NA", "NaN", "null", ""])]


def test_byte_order_mark_is_no_part_of_the_first_name(tmp_path):
    assert list(read_lines(written(tmp_path, b"\xef\xbb\xbfa,b\n"))) == [(1, ["a", "b"])]


def test_truncated_gzip_is_a_fault(tmp_path):
    whole = gzip.compress(b"a,b\n" + b"1,2\n" * 5000)
    with pytest.raises(SourceFault, match="gzip stream"):
        list(read_lines(written(tmp_path, whole[: len(whole) // 2])))


def test_damaged_gzip_is_a_fault(tmp_path):
    whole = bytearray(gzip.compress(b"a,b\n" + b"1,2\n" * 50))
    whole[-6] ^= 0xFF  # within the checksum that ends the stream
    with pytest.raises(SourceFault, match="gzip stream"):
        list(read_lines(written(tmp_path, bytes(whole))))


def test_wrong_encoding_is_a_fault_with_its_line(tmp_path):
    # the e with acute is the single byte 0xe9 in Latin-1; it stands in line 3
    path = written(tmp_path, "a,b\n1,2\nR\u00e9union,3\n".encode("latin-1"))
    with pytest.raises(SourceFault, match="line 3: found the byte 0xe9"):
        list(read_lines(path))


def test_line_of_a_wrong_byte_is_right_far_into_the_file(tmp_path):
    # beyond the first block that the decoder takes: 1 header and 20,000 lines before it
    path = written(tmp_path, b"a,b\n" + b"1,2\n" * 20_000 + b"\xe9,2\n")
    with pytest.raises(SourceFault, match="line 20002: "):
        list(read_lines(path))


def test_quotation_mark_that_never_closes_is_a_fault(tmp_path):
    with pytest.raises(SourceFault, match="line 2: "):
        list(read_lines(written(tmp_path, b'a,b\n1,"cut off he')))


def test_absent_file_is_a_fault(tmp_path):
    with pytest.raises(SourceFault, match="No such file"):
        list(read_lines(tmp_path / "absent.csv"))


def test_header_says_which_column_is_wrong():
    with pytest.raises(SourceFault, match="line 1, column 2: found 'b'; expected 'c'"):
        header_of("f.csv", iter([(1, ["a", "b"])]), ["a", "c"])


def test_header_that_is_cut_short_or_absent_is_a_fault():
    for lines in ([(1, ["a"])], []):
        with pytest.raises(SourceFault, match="found 'nothing'"):
            header_of("f.csv", iter(lines), ["a", "b"])


@pytest.mark.parametrize("header", [["a"], ["a", "b", "b"]])
def test_column_that_is_absent_or_stands_twice_is_a_fault(header):
    with pytest.raises(SourceFault, match=f"'b' {header.count('b')} times"):
        positions("f.csv", header, ["b"])


@pytest.mark.parametrize("cells", [["1"], ["1", "2", "3"]])
def test_line_with_another_number_of_cells_is_a_fault(cells):
    with pytest.raises(SourceFault, match=f"line 7: found {len(cells)} cells; expected 2"):
        list(rectangular("f.csv", ["a", "b"], [(7, cells)]))


def test_empty_line_is_passed_over():
    assert list(rectangular("f.csv", ["a"], [(2, []), (3, ["1"])])) == [(3, ["1"])]
