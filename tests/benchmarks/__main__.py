"""`make bench`: prints one table of what the monitor costs beside a floor and a stock Dash application.

`make bench FULL=1` takes longer: 20 s of load a program, 100,000 requests to one, and a release 1,000 times as large. `--only server` (paper, browser,
load, growth) measures one part. Nothing fails by being slow: the last column says what is held and what is not yet.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys

from tests.benchmarks.table import Section, written


def main(arguments: list[str]) -> int:
    """Runs the parts asked for; 0 unless something broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="measure this part alone; may be given more than once")
    parser.add_argument("--full", action="store_true", default=os.environ.get("FULL", "") not in ("", "0"))
    asked = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers are stopped then too
    sections: list[Section] = []
    for part in asked.only or PARTS:
        sys.stderr.write(f"measuring: {part} …\n")
        sections.append(PARTS[part](asked.full))
    sys.stdout.write(written(sections))
    return 0


def _server(full: bool) -> Section:
    from tests.benchmarks.server_side import server_section

    return server_section(repeats=9 if full else 5)


def _browser(full: bool) -> Section:
    from tests.benchmarks.browser import browser_section

    return browser_section(times=30 if full else 15)


def _load(full: bool) -> Section:
    from tests.benchmarks.load import load_section

    return load_section(seconds=20 if full else 4, requests=100_000 if full else 8_000)


def _growth(full: bool) -> Section:
    from tests.benchmarks.growth import growth_section

    return growth_section((10, 100, 1000) if full else (10, 100))


def _paper(full: bool) -> Section:
    from tests.benchmarks.paper import paper_section

    return paper_section(repeats=15 if full else 7)


PARTS = {"server": _server, "paper": _paper, "browser": _browser, "load": _load, "growth": _growth}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
