"""Which importer reads which file of the sources folder. A new dataset is one more row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue
from data.importers import (
    findex,
    hdr,
    ndgain,
    sdmx_csv,
    spi,
    unhcr,
    unsd_ddf,
    unsd_long,
    vdem,
    wdi,
    wdi_databank,
    wdi_shares,
    wgi,
)
from data.importers.errors import SourceFault

Read = Callable[[Path, Catalogue], pd.DataFrame]


@dataclass(frozen=True)
class Dataset:
    """One dataset as it lies in the sources folder.

    key: of sources.yaml. place: glob of the one file, or a folder where the importer takes one.
    starts: for a folder, how the name of a file begins that holds a series.
    shares: reads what part of the population each group is (`Catalogue.share_series`), where the dataset has it.
    """

    key: str
    read: Read
    place: str
    starts: Callable[[str], str] | None = None
    shares: Callable[[Path, Mapping[str, Mapping[str, str]]], pd.DataFrame] | None = None

    def path(self, sources: Path) -> Path:
        """What the importer reads. Raises SourceFault where it is not there, or there more than once."""
        if self.starts:
            path = sources / self.place
            if not path.is_dir():
                raise SourceFault(path, f"dataset {self.key}", "no such folder", f"a folder {self.place}", _FETCH)
            return path
        found = sorted(sources.glob(self.place))
        if len(found) != 1:
            names = ", ".join(p.name for p in found) or "no file"
            raise SourceFault(sources / self.place, f"dataset {self.key}", names, "exactly one file", _FETCH)
        return found[0]

    def files(self, sources: Path, series: Iterable[str]) -> list[Path]:
        """The files that the dataset was read from; series: the publisher's codes of the series read."""
        path = self.path(sources)
        if not self.starts:
            return [path]
        return sorted({file for code in series for file in path.glob(f"{self.starts(code)}*")})


_FETCH = "Put the publisher's file there; the documentation says where it comes from."

DATASETS: tuple[Dataset, ...] = (
    Dataset("unsd-sdg", unsd_ddf.read, "unsd_sdg_ddf", lambda series: f"ddf--datapoints--{series.lower()}--by--"),
    Dataset("wdi", wdi.read, "wdi/WDICSV*.csv*", shares=wdi_shares.read_shares),
    Dataset("wdi-databank", wdi_databank.read, "wdi/DataBank_export*.csv*"),
    Dataset("vdem", vdem.read, "vdem/V-Dem-CY*.csv*"),
    Dataset("wgi", wgi.read, "wgi/wgidataset*.xlsx"),
    Dataset("findex", findex.read, "findex/GlobalFindexDatabase*.csv*"),
    Dataset("hdr", hdr.read, "hdr/HDR*_Composite_indices_complete_time_series.csv*"),
    Dataset("spi", spi.read, "spi/SPI_index.csv*"),
    Dataset("unhcr", unhcr.read, "unhcr", lambda series: f"{series.split('.')[0]}.csv"),
    Dataset("idmc", partial(unhcr.read, source="idmc"), "unhcr", lambda series: f"{series.split('.')[0]}.csv"),
    Dataset("ndgain", ndgain.read, "ndgain", lambda series: f"{series}.csv"),
)

# what a user's own file may be in: name on the command line -> importer
LAYOUTS: dict[str, Read] = {
    "unsd-ddf": unsd_ddf.read,
    "unsd-long": unsd_long.read,
    "sdmx-csv": sdmx_csv.read,
    **{d.key: d.read for d in DATASETS if d.key != "unsd-sdg"},
}
