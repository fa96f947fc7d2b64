"""How a view is cited: as text, as BibTeX and as RIS. Author is the publisher of the data; the monitor is where they were seen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.catalogue import Source
from dashboard.provenance import Provenance

# A brace that is only escaped still counts for BibTeX, which then looks for its partner.
TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}  # fmt: skip


@dataclass(frozen=True)
class Citation:
    """What is cited. key: of the indicator. accessed: the day of the request as YYYY-MM-DD, "" where the file does not know its day."""

    key: str
    author: str
    title: str
    dataset: str
    vintage: str
    year: str
    monitor: str
    release: str
    address: str
    licence: str
    accessed: str = ""


def citation(said: Provenance, source: Source, key: str, accessed: str = "") -> Citation:
    """year: of the dataset's vintage, as far as that says one."""
    year = re.search(r"\b(19|20)\d\d\b", source.vintage)
    title = f"{said.title} ({said.unit})" if said.unit else said.title
    return Citation(key, source.publisher, title, source.title, source.vintage, year[0] if year else "", said.name, said.release, said.address, said.licence, accessed)


def as_text(cited: Citation) -> str:
    """One line."""
    dated = f" ({cited.year})" if cited.year else ""
    seen = f" Accessed {cited.accessed}." if cited.accessed else ""
    dataset = cited.dataset if cited.vintage in cited.dataset else f"{cited.dataset}, {cited.vintage}"
    words = f"{cited.author}{dated}. {cited.title} [data set]. {dataset}. {cited.monitor}, release {cited.release}. {cited.address}. Licence: {cited.licence}.{seen}"
    return _line(words)


def as_bibtex(cited: Citation) -> str:
    """An entry of the kind `misc`, which every BibTeX and biblatex style has; a field without a value is left out."""
    fields = {
        "author": _braced(cited.author),
        "title": _braced(cited.title),
        "year": _tex(cited.year),
        "howpublished": _tex(f"{cited.dataset}, {cited.vintage}. {cited.monitor}, release {cited.release}"),
        "url": _url(cited.address),
        "urldate": _tex(cited.accessed),
        "note": _tex(f"Data set. Licence: {cited.licence}"),
    }
    told = [f"  {name} = {{{value}}}" for name, value in fields.items() if value.strip("{}")]
    entry = re.sub(r"[^A-Za-z0-9-]", "-", f"{cited.key}-{cited.release}")
    return f"@misc{{{entry},\n" + ",\n".join(told) + "\n}\n"


def as_ris(cited: Citation) -> str:
    """A record of the type DATA; a field without a value is left out."""
    fields = [
        ("TY", "DATA"),
        ("AU", cited.author),
        ("TI", cited.title),
        ("T2", cited.dataset),
        ("PY", cited.year),
        ("ET", cited.vintage),
        ("PB", f"{cited.monitor}, release {cited.release}"),
        ("UR", cited.address),
        ("Y2", cited.accessed.replace("-", "/")),
        ("N1", f"Licence: {cited.licence}"),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def _line(text: str) -> str:
    """No line break may end a field early."""
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(TEX.get(sign, sign) for sign in _line(text))


def _braced(text: str) -> str:
    """A name that is not taken apart, and a title that keeps its capitals."""
    return f"{{{_tex(text)}}}"


def _url(address: str) -> str:
    """An address stands as it is; what would end its field goes as it would in an address."""
    return _line(address).replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")
