"""Takes files from the monitor as a reader does, and reads them as plain tables."""

from __future__ import annotations

import io

import pandas as pd
from flask.testing import FlaskClient

from dashboard.schema import TEXT
from dashboard.sdmx import LEADING

SMALL = "elected-local-government"
VIEW = "indicator=unemployment&areas=FIN,KEN&scope=150"
MEASURED = "indicator=unemployment&areas=KEN&scope=002&measure=difference&ref=M"
PANELS = ("map", "trend", "breakdown", "ranking")


def get(client: FlaskClient, path: str) -> bytes:
    """The content of a download that goes well."""
    answer = client.get(f"/download/{path}")
    assert answer.status_code == 200, answer.text[:200]
    return answer.data


def frame_of(content: bytes) -> pd.DataFrame:
    """A file of observations, text as text."""
    return pd.read_csv(io.BytesIO(content), dtype=dict.fromkeys((*TEXT, *LEADING), "str"), na_values={"OBS_VALUE": [""], "STD_ERROR": [""]}, keep_default_na=False)
