"""Small files that carry an address, written by other hands than the monitor's: one for each kind that it makes."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable


def png(address: str, packed: bool = False, key: str = "Source") -> bytes:
    from PIL import Image, PngImagePlugin

    told, file = PngImagePlugin.PngInfo(), io.BytesIO()
    told.add_text("Description", "A picture. Monitor, release 0123456789ab.")
    if packed:
        told.add_itxt(key, address, "en", "Quelle", zip=True)
    else:
        told.add_text(key, address)
    Image.new("RGB", (8, 8), "white").save(file, "PNG", pnginfo=told)
    return file.getvalue()


def drawn(kind: str, address: str, title: str = "Plain (with brackets)") -> bytes:
    """A picture of matplotlib's, which has the address where each kind of picture has room for it."""
    from matplotlib.figure import Figure

    figure, file = Figure((1, 1)), io.BytesIO()
    key = {"svg": "Source", "pdf": "Keywords"}[kind]
    figure.savefig(file, format=kind, metadata={"Title": title, key: address})
    return file.getvalue()


def hex_pdf(address: str) -> bytes:
    """A PDF whose keywords are digits, after a title that looks like keywords; written twice, as after a change."""
    digits = (b"\xfe\xff" + address.encode("utf-16-be")).hex().upper()
    before = "1 0 obj\n<< /Keywords (http://old.example/?year=1900) >>\nendobj\n"
    now = f"1 0 obj\n<< /Title (a \\(b\\) /Keywords \\050no\\051) /Count 3 /Keywords <{digits[:40]}\n{digits[40:]}> /Subject (after) >>\nendobj\n"
    return f"%PDF-1.4\n{before}trailer\n<< /Info 1 0 R >>\n%%EOF\n{now}trailer\n<< /Root 2 0 R /Info 1 0 R >>\nstartxref\n0\n%%EOF\n".encode("latin-1")


def xlsx(address: str) -> bytes:
    from openpyxl import Workbook

    book, file = Workbook(), io.BytesIO()
    book.properties.keywords = address
    book.save(file)
    return file.getvalue()


def pptx(address: str) -> bytes:
    from pptx import Presentation

    slides, file = Presentation(), io.BytesIO()
    slides.core_properties.keywords = address
    slides.save(file)
    return file.getvalue()


def docx(address: str) -> bytes:
    from docx import Document

    words, file = Document(), io.BytesIO()
    words.core_properties.keywords = address
    words.save(file)
    return file.getvalue()


def archive(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return file.getvalue()


def told(address: str, **more: str) -> bytes:
    return json.dumps({"title": "A title", "address": address} | more).encode()


def table(rows: list[dict[str, str]], separator: str = ",", mark: bytes = b"") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return mark + text.getvalue().encode()


CARRIERS: dict[str, Callable[[str], bytes]] = {
    "text.png": png,
    "packed.png": lambda address: png(address, packed=True),
    "drawn.svg": lambda address: drawn("svg", address),
    "drawn.pdf": lambda address: drawn("pdf", address),
    "wide.pdf": lambda address: drawn("pdf", address + "&colour=größer (ß)", "Größe"),
    "digits.pdf": hex_pdf,
    "book.xlsx": xlsx,
    "slides.pptx": pptx,
    "brief.docx": docx,
    "pack.zip": lambda address: archive({"data.csv": b"a,b\r\n", "metadata.json": told(address)}),
    "stored.zip": lambda address: archive({"view/metadata.json": told(address)}, zipfile.ZIP_STORED),
    "data.json": told,
    "view.csv": lambda address: table([{"NAME": 'a, "b"\nc', "OBS_VALUE": "1", "ADDRESS": address}]),
    "cited.txt": lambda address: f"World Bank (https://example.org/?by=1). {address}. Licence: CC BY 4.0.".encode(),
    "cited.bib": lambda address: f"@misc{{a,\n  url = {{{address}}},\n  note = {{x}}\n}}".encode(),
    "sheet.csv": lambda address: table([{"NAME": "a", "ADDRESS": address}], ";", b"\xef\xbb\xbf"),
}
