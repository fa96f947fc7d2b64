"""A PNG taken apart by its specification: size, words, resolution and pixels of 8-bit RGB, not interlaced."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Png:
    """width, height in pixels. words: of its text chunks. dpi: along x. pixels: rows, columns, red green blue."""

    width: int
    height: int
    words: dict[str, str]
    dpi: float
    pixels: np.ndarray


def png(data: bytes) -> Png:
    """Raises AssertionError for anything but such a file, with each chunk's checksum held."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, words, body, dpi = 8, {}, b"", 0.0
    while at < len(data):
        (length,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
        chunk = data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + chunk)
        at += 12 + length
        if kind == b"IHDR":
            width, height, *look = struct.unpack(">IIBBBBB", chunk)
            assert look == [8, 2, 0, 0, 0]
        elif kind == b"tEXt":
            key, _, text = chunk.partition(b"\0")
            words[key.decode("latin-1")] = text.decode("latin-1")
        elif kind == b"iTXt":
            key, _, rest = chunk.partition(b"\0")
            text = rest[2:].split(b"\0", 2)[2]
            words[key.decode("latin-1")] = (zlib.decompress(text) if rest[0] else text).decode("utf-8")
        elif kind == b"pHYs":
            dpi = struct.unpack(">II", chunk[:8])[0] * 0.0254
        elif kind == b"IDAT":
            body += chunk
    return Png(width, height, words, dpi, _unfiltered(zlib.decompress(body), width, height))


def _unfiltered(raw: bytes, width: int, height: int) -> np.ndarray:
    rows = np.frombuffer(raw, dtype=np.uint8).reshape(height, 1 + 3 * width)
    before, pixels = np.zeros((width, 3), dtype=np.uint8), np.zeros((height, width, 3), dtype=np.uint8)
    for y in range(height):
        how, line = rows[y, 0], rows[y, 1:].reshape(width, 3)
        if how == 0:
            own = line
        elif how == 1:
            own = np.cumsum(line, axis=0, dtype=np.uint8)
        elif how == 2:
            own = line + before
        else:
            own = _by_neighbours(line, before, how)
        pixels[y] = before = own
    return pixels


def _by_neighbours(line: np.ndarray, before: np.ndarray, how: int) -> np.ndarray:
    """The filters 3 (average) and 4 (Paeth), a pixel after the other."""
    own, up = np.zeros(line.shape, dtype=int), before.astype(int)
    left, corner = np.zeros(3, dtype=int), np.zeros(3, dtype=int)
    for x in range(len(line)):
        if how == 3:
            guess = (left + up[x]) // 2
        else:
            near = left + up[x] - corner
            to_left, to_up, to_corner = abs(near - left), abs(near - up[x]), abs(near - corner)
            guess = np.where((to_left <= to_up) & (to_left <= to_corner), left, np.where(to_up <= to_corner, up[x], corner))
        left, corner = (line[x] + guess) % 256, up[x]
        own[x] = left
    return own.astype(np.uint8)
