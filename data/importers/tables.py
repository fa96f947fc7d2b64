"""A publisher's text table as a frame of texts that still knows on which line of the file each record stands."""

from __future__ import annotations

import csv
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from data.importers.errors import SourceFault

DOWNLOAD_AGAIN = "Download the file again."
CUT_SHORT = (EOFError, zlib.error, gzip.BadGzipFile, lzma.LZMAError, zipfile.BadZipFile)


@dataclass(frozen=True)
class SourceTable:
    """`frame`: every column as text, "" where the file has nothing; its index is the number of the record from 0.

    headings: what the file itself calls a column of the frame that was renamed.
    """

    path: Path
    frame: pd.DataFrame
    separator: str
    encoding: str
    headings: Mapping[str, str] = field(default_factory=dict)

    def renamed(self, names: Mapping[str, str]) -> SourceTable:
        """The table with other names for columns; a fault still names them as the file does."""
        headings = {names.get(c, c): self.headings.get(c, c) for c in self.frame.columns}
        return replace(self, frame=self.frame.rename(columns=names), headings=headings)

    def line(self, record: int) -> int:
        """The line of the file on which a record starts; quoted line breaks and blank lines are counted."""
        with _opened(self.path, self.encoding) as text:
            for number, start, _ in _records(text, self.separator):
                if number == record:
                    return start
        raise IndexError(f"{self.path.name}: no record {record}")

    def fault(self, record: int, column: str, found: str, expected: str, remedy: str) -> SourceFault:
        """The fault of one cell, named by line and column."""
        return SourceFault(
            self.path, f"line {self.line(record)}, column {self.headings.get(column, column)}", found, expected, remedy
        )

    def require(self, columns: Iterable[str]) -> None:
        """Raises SourceFault unless the header has every one of the columns."""
        absent = [column for column in columns if column not in self.frame.columns]
        if absent:
            there = ", ".join(self.headings.get(c, c) for c in self.frame.columns[:12])
            raise SourceFault(
                self.path,
                "line 1 (the header)",
                f"no column {', '.join(absent)} among {there}",
                f"the columns {', '.join(columns)}",
                "Check that this is the publisher's own file in this layout, with its header.",
            )


def read_table(path: Path, separator: str = ",", encoding: str = "utf-8-sig") -> SourceTable:
    """The table of one plain, gzip or zip file.

    Raises SourceFault for a file that is absent, without records, cut short or not in that encoding, for a doubled
    column, and for a line with more or fewer fields than the header.
    """
    path = Path(path)
    header = read_header(path, separator, encoding)
    doubled = sorted({name for name in header if header.count(name) > 1})
    if doubled:
        raise SourceFault(
            path, "line 1 (the header)", f"column {', '.join(doubled)} twice", "each column once", DOWNLOAD_AGAIN
        )
    try:
        with _opened(path, encoding) as text:
            frame = pd.read_csv(text, sep=separator, dtype="str", keep_default_na=False)
    except CUT_SHORT as cause:
        raise _cut_short(path, cause) from cause
    except UnicodeDecodeError as cause:
        raise _wrong_encoding(path, encoding) from cause
    except pd.errors.ParserError as cause:
        raise _ragged(path, separator, encoding, len(header)) from cause
    if frame.empty:
        raise SourceFault(path, "line 2", "the end of the file", "at least one record below the header", DOWNLOAD_AGAIN)
    # pandas fills a short line with "" and takes the surplus of long lines as an index: both are looked for
    if not isinstance(frame.index, pd.RangeIndex) or frame.iloc[:, -1].eq("").any():
        _hold_to_width(path, separator, encoding, len(header))
    return SourceTable(path, frame, separator, encoding)


def read_header(path: Path, separator: str = ",", encoding: str = "utf-8-sig") -> list[str]:
    """The fields of the first line; raises SourceFault where there is none to read."""
    try:
        with _opened(Path(path), encoding) as text:
            header = next(csv.reader(text, delimiter=separator), [])
    except FileNotFoundError as cause:
        raise SourceFault(path, "the file", "nothing at this place", "a readable file", "Check the path.") from cause
    except CUT_SHORT as cause:
        raise _cut_short(path, cause) from cause
    except UnicodeDecodeError as cause:
        raise _wrong_encoding(path, encoding) from cause
    if not header:
        raise SourceFault(path, "line 1 (the header)", "an empty file", "a header", DOWNLOAD_AGAIN)
    return header


def _opened(path: Path, encoding: str) -> io.TextIOBase:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding=encoding, newline="")
    if path.suffix == ".zip":
        return _of_zip(path, encoding)
    return path.open(encoding=encoding, newline="")


def _of_zip(path: Path, encoding: str) -> io.TextIOBase:
    members = zipfile.ZipFile(path)
    tables = [name for name in members.namelist() if name.lower().endswith((".csv", ".txt"))]
    if len(tables) != 1:
        raise SourceFault(
            path, "the archive", f"{len(tables)} tables", "one .csv", "Unpack it and name the table itself."
        )
    return io.TextIOWrapper(members.open(tables[0]), encoding=encoding, newline="")


def _records(text: io.TextIOBase, separator: str):
    """(number from 0, first line, number of fields) of each record after the header; blank lines are not records."""
    reader = csv.reader(text, delimiter=separator)
    next(reader, None)
    number, start = 0, reader.line_num + 1
    for fields in reader:
        if fields:
            yield number, start, len(fields)
            number += 1
        start = reader.line_num + 1


def _hold_to_width(path: Path, separator: str, encoding: str, width: int) -> None:
    with _opened(path, encoding) as text:
        for _, line, fields in _records(text, separator):
            if fields != width:
                raise SourceFault(
                    path, f"line {line}", f"{fields} fields", f"{width}, as in the header", DOWNLOAD_AGAIN
                )


def _ragged(path: Path, separator: str, encoding: str, width: int) -> SourceFault:
    try:
        _hold_to_width(path, separator, encoding, width)
    except SourceFault as fault:
        return fault
    return SourceFault(
        path, "the last lines", "a quotation mark that is never closed", "complete records", DOWNLOAD_AGAIN
    )


def _cut_short(path: Path, cause: BaseException) -> SourceFault:
    return SourceFault(
        path, "the end of the file", f"a packed file cut short or damaged ({cause})", "a complete file", DOWNLOAD_AGAIN
    )


def _wrong_encoding(path: Path, encoding: str) -> SourceFault:
    line = 1
    with _opened(path, encoding) as text:
        # the bytes below the text, so that a packed file is unpacked first
        raw = text.buffer
        for line, content in enumerate(raw, start=1):
            try:
                content.decode(encoding)
            except UnicodeDecodeError as cause:
                found = f"the byte 0x{content[cause.start]:02x}, which is no {encoding}"
                return SourceFault(
                    path,
                    f"line {line}",
                    found,
                    f"text in {encoding}",
                    "Save it in that encoding, or download it again.",
                )
    return SourceFault(path, f"line {line}", f"bytes that are no {encoding}", f"text in {encoding}", DOWNLOAD_AGAIN)
