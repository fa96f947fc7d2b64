"""Asks the page's callbacks as the browser does: by a POST, with the wiring that the application itself declares."""

from __future__ import annotations

import json
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PANELS = ("map", "trend", "breakdown")


class Asking:
    """One reader's requests to the panels of an application."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self._wiring = [d for d in client.get("/_dash-dependencies").json if not d["clientside_function"]]

    def wiring(self, panel: str) -> dict:
        """The one declared callback that fills a panel's answer: `output` and `inputs` as Dash writes them."""
        (found,) = (d for d in self._wiring if f"held-{panel}.data" in d["output"])
        return found

    def post(self, panel: str, search: Any) -> TestResponse:
        """The raw response to an address; anything that JSON can hold may stand for the address."""
        wiring = self.wiring(panel)
        outputs = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in wiring["output"].strip(".").split("...")]
        body = {
            "output": wiring["output"],
            "outputs": outputs if wiring["output"].startswith("..") else outputs[0],
            "inputs": [{**given, "value": search} for given in wiring["inputs"]],
            "changedPropIds": [f"{given['id']}.{given['property']}" for given in wiring["inputs"]],
        }
        return self.client.post("/_dash-update-component", json=body)

    def response(self, panel: str, search: Any) -> dict[str, dict]:
        """component -> property -> value, read as strictly as a browser reads it: NaN and Infinity are no JSON."""
        answer = self.post(panel, search)
        assert answer.status_code == 200, f"{panel} {search!r}: {answer.status_code} {answer.text[:200]}"
        return json.loads(answer.data, parse_constant=_refused)["response"]

    def held(self, panel: str, search: Any) -> dict:
        """The whole answer of a panel, as the browser holds it."""
        return self.response(panel, search)[f"held-{panel}"]["data"]

    def head(self, search: Any) -> dict:
        """The words of a view, which come with the map."""
        return self.held("map", search)["head"]

    def figure(self, panel: str, search: Any) -> dict:
        """The figure of a panel that is sent one; the map is not."""
        return self.held(panel, search)["figure"]


def _refused(constant: str) -> None:
    raise AssertionError(f"{constant} in an answer: no browser can read it")
