"""The lines of a comma-separated file as text, with their numbers, so that a fault can say where it is.

The csv module, not `pandas.read_csv`: pandas fills a line that is cut short with missing values and says nothing,
and it reads some words (`NA`, `NaN`, `null`) as missing whether or not the layout means them so.
"""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from data.importers.errors import SourceFault

Line = tuple[int, list[str]]

AGAIN = "Fetch the file again from its publisher."
GZIP_MAGIC = b"\x1f\x8b"


def read_lines(path: Path | str, encoding: str = "utf-8-sig") -> Iterator[Line]:
    """Each line's number (the first is 1) and cells, from a plain or gzipped file, told apart by its first bytes.

    Raises SourceFault for a file that is absent, cut short inside gzip, or in another encoding.
    """
    try:
        with _open_bytes(Path(path)) as raw, io.TextIOWrapper(raw, encoding, newline="") as text:
            reader = csv.reader(text, strict=True)
            try:
                for cells in reader:
                    yield reader.line_num, cells
            except UnicodeDecodeError as error:
                # the reader has taken line_num whole lines; the bytes being decoded are what follows them
                line = reader.line_num + 1 + error.object[: error.start].count(b"\n")
                found = f"the byte 0x{error.object[error.start]:02x}"
                remedy = "Save the file in that encoding, or fetch it again from its publisher."
                raise SourceFault(path, f"line {line}", found, f"text encoded as {encoding}", remedy) from error
            except csv.Error as error:
                raise SourceFault(
                    path, f"line {reader.line_num}", str(error), "comma-separated cells", AGAIN
                ) from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SourceFault(path, "gzip stream", str(error), "a whole gzip file", AGAIN) from error
    except OSError as error:
        raise SourceFault(path, "file", error.strerror or str(error), "a readable file", "Check the path.") from error


def _open_bytes(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        is_gzip = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
    return gzip.open(path, "rb") if is_gzip else path.open("rb")


def header_of(path: Path | str, lines: Iterator[Line], names: Iterable[str] = ()) -> list[str]:
    """The first line's cells, once it is sure that they begin with `names`."""
    _, header = next(lines, (1, []))
    expected = list(names)
    for position, name in enumerate(expected):
        found = header[position] if position < len(header) else "nothing"
        if found != name:
            raise SourceFault(path, f"line 1, column {position + 1}", f"'{found}'", f"'{name}'", AGAIN)
    return header


def positions(path: Path | str, header: list[str], names: Iterable[str]) -> dict[str, int]:
    """name -> place in the header, for each name; a name that is absent or stands there twice is a SourceFault."""
    places = {}
    for name in names:
        count = header.count(name)
        if count != 1:
            found = f"'{name}' {count} times among {len(header)} columns"
            raise SourceFault(path, "line 1", found, f"one column '{name}'", AGAIN)
        places[name] = header.index(name)
    return places


def rectangular(path: Path | str, header: list[str], lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, each proved to have as many cells as the header; empty lines are passed over."""
    for line, cells in lines:
        if not cells:
            continue
        if len(cells) != len(header):
            expected = f"{len(header)}, as the header has"
            raise SourceFault(path, f"line {line}", f"{len(cells)} cells", expected, AGAIN)
        yield line, cells
