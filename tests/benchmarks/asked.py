"""Asks the server's panels by POST, as the page does, without a browser; how long an answer takes and how large it is."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterable
from dataclasses import dataclass

import brotli
from flask.testing import FlaskClient

from dashboard.slices import OPENED_KEYS

UPDATE = "/_dash-update-component"
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@dataclass(frozen=True)
class Answer:
    """One panel's answer to one address: milliseconds of server work; bytes raw, gzipped, and as a browser of today gets it."""

    panel: str
    search: str
    ms: float
    raw: int
    packed: int
    sent: int


def questions(dependencies: list[dict]) -> dict[str, dict]:
    """One POST body a panel, without its address; from what `/_dash-dependencies` says, so that a new panel is asked too.

    A panel's question is a callback of the server that hangs on one `ask-…` store.
    """
    found = {}
    for callback in dependencies:
        inputs = callback["inputs"]
        if callback.get("clientside_function") or len(inputs) != 1 or not str(inputs[0]["id"]).startswith("ask-"):
            continue
        asked = inputs[0]
        if asked["id"].removeprefix("ask-") in OPENED_KEYS:  # asked when a reader opens it, not with the views
            continue
        found[asked["id"].removeprefix("ask-")] = {
            "output": callback["output"],
            "outputs": _outputs(callback["output"]),
            "inputs": [{**asked, "value": None}],
            "changedPropIds": [f"{asked['id']}.{asked['property']}"],
        }
    return found


def body(question: dict, search: str) -> dict:
    """The question with its address filled in."""
    return {**question, "inputs": [{**question["inputs"][0], "value": search}]}


def _outputs(text: str) -> list[dict] | dict:
    parts = [dict(zip(("id", "property"), part.rsplit(".", 1), strict=True)) for part in text.strip(".").split("...")]
    return parts if text.startswith("..") else parts[0]


class Panels:
    """The panels of a served application, asked through its test client."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.questions = questions(client.get("/_dash-dependencies").get_json())

    def ask(self, panel: str, search: str) -> Answer:
        """One answer. Raises RuntimeError where the server does not answer 200."""
        asked = body(self.questions[panel], search)
        start = time.perf_counter()
        response = self.client.post(UPDATE, json=asked, headers={"Accept-Encoding": "gzip, br"})
        took = (time.perf_counter() - start) * 1000
        if response.status_code != 200:
            raise RuntimeError(f"{panel}, {search}: answered {response.status_code}; expected 200")
        raw = UNPACK[response.headers.get("Content-Encoding", "")](response.data)
        return Answer(panel, search, took, len(raw), len(gzip.compress(raw, 6)), len(response.data))

    def interaction(self, search: str, panels: Iterable[str] | None = None) -> list[Answer]:
        """Every panel, or those named, asked for one address one after the other."""
        return [self.ask(panel, search) for panel in (panels or self.questions)]
