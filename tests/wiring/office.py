"""Reads slides and briefs as another program would: the charts by their own XML, and the workbook behind each."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

import openpyxl

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
Numbers = list[float | None]


@dataclass(frozen=True)
class Held:
    """One chart. series: name -> values (of bars and lines, or the horizontal ones of dots). across, up: of dots. cells: reference -> what the workbook has there."""

    kind: str
    names: list[str]
    series: dict[str, Numbers]
    up: dict[str, Numbers]
    text: str
    references: list[tuple[str, Numbers | list[str]]]
    workbook: openpyxl.Workbook

    def cells(self, reference: str) -> list:
        """What stands in the cells of a reference of this chart."""
        sheet, area = reference.replace("$", "").split("!")
        found = self.workbook[sheet][area]
        return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


def charts(blob: bytes) -> list[Held]:
    """The charts of a file, in their order."""
    with zipfile.ZipFile(io.BytesIO(blob)) as packed:
        found = [name for name in packed.namelist() if re.fullmatch(r"(ppt|word)/charts/chart\d+\.xml", name)]
        found.sort(key=lambda name: int(re.sub(r"\D", "", name)))
        return [_chart(packed, name) for name in found]


def part(blob: bytes, name: str) -> str:
    """The text of one part of a file."""
    with zipfile.ZipFile(io.BytesIO(blob)) as packed:
        return packed.read(name).decode("utf-8")


def _chart(packed: zipfile.ZipFile, name: str) -> Held:
    text = packed.read(name).decode("utf-8")
    root = ElementTree.fromstring(text)
    folder, base = posixpath.split(name)
    relations = ElementTree.fromstring(packed.read(f"{folder}/_rels/{base}.rels"))
    target = posixpath.normpath(posixpath.join(folder, relations[0].get("Target")))
    book = openpyxl.load_workbook(io.BytesIO(packed.read(target)), data_only=True)
    (plot,) = (child for child in root.iter(f"{C}plotArea") for child in child if child.tag.endswith("Chart"))
    series, up, names = {}, {}, []
    for own in plot.findall(f"{C}ser"):
        title = _values(own.find(f"{C}tx/{C}strRef"))[0]
        assert title not in series, title
        series[title] = _values((own.find(f"{C}val") if own.find(f"{C}val") is not None else own.find(f"{C}xVal"))[0])
        if own.find(f"{C}yVal") is not None:
            up[title] = _values(own.find(f"{C}yVal")[0])
        if own.find(f"{C}cat") is not None:
            names = _values(own.find(f"{C}cat")[0])
    references = [(r.find(f"{C}f").text, _values(r)) for r in root.iter() if r.tag in (f"{C}numRef", f"{C}strRef")]
    return Held(plot.tag.removeprefix(C), names, series, up, text, references, book)


def _values(reference: ElementTree.Element) -> list:
    cache = reference[1]
    held = {int(pt.get("idx")): pt.find(f"{C}v").text for pt in cache.findall(f"{C}pt")}
    values = [held.get(i) for i in range(int(cache.find(f"{C}ptCount").get("val")))]
    return values if cache.tag.endswith("strCache") else [None if v is None else float(v) for v in values]
