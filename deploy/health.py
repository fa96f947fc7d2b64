"""Asks the monitor on this machine whether it is well: ends with 0 where it is, with 1 and a sentence where it is not."""

from __future__ import annotations

import http.client
import os
import sys

PATIENCE = 4  # seconds


def main() -> int:
    """The answer of `/health` on the port of the environment."""
    port = int(os.environ.get("PORT") or 8050)
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", "/health")
        answer = connection.getresponse()
        said = answer.read(2000).decode("utf-8", "replace").strip()
    except (OSError, http.client.HTTPException) as fault:
        sys.stderr.write(f"No answer on port {port}: {fault}\n")
        return 1
    if answer.status != 200:
        sys.stderr.write(f"HTTP {answer.status}: {said}\n")
    return 0 if answer.status == 200 else 1


if __name__ == "__main__":
    sys.exit(main())
