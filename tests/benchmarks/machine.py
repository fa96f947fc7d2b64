"""What a process costs: memory, time in a fresh interpreter, time of a call."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300  # seconds after which a child that hangs is given up


def memory(process: int | str = "self") -> float | None:
    """Memory of one process in MiB, pages shared with others counted in part (PSS); None where the system does not tell."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return None
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found.group(1)) / 1024 if found else None


def family(process: int) -> list[int]:
    """A process and its children, theirs too."""
    try:
        tasks = [path.read_text(encoding="ascii") for path in Path(f"/proc/{process}/task").glob("*/children")]
    except OSError:
        return [process]
    return [process, *(p for text in tasks for child in text.split() for p in family(int(child)))]


def memory_of_family(process: int) -> float | None:
    """Memory of a process with all its children in MiB (PSS)."""
    parts = [memory(p) for p in family(process)]
    return None if None in parts else sum(p for p in parts if p is not None)


def milliseconds(call: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def median(values: Iterable[float | None]) -> float | None:
    """The median of what was measured; None where nothing was."""
    held = [v for v in values if v is not None]
    return statistics.median(held) if held else None


def p95(values: Iterable[float]) -> float | None:
    """The value below which nineteen of twenty lie."""
    held = sorted(values)
    return held[min(int(0.95 * len(held)), len(held) - 1)] if held else None


def in_fresh_interpreter(code: str, *arguments: str) -> Any:
    """What `code` writes as JSON in an interpreter of its own, run from the repository's root.

    Raises RuntimeError with its last words where it fails.
    """
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode:
        raise RuntimeError(f"a measured interpreter ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return json.loads(done.stdout.splitlines()[-1])


def import_time(module: str) -> float:
    """Milliseconds of `import module` in a fresh interpreter, without the interpreter's own start."""
    code = "import sys, time, importlib; t = time.perf_counter(); importlib.import_module(sys.argv[1]); sys.stdout.write(str((time.perf_counter() - t) * 1000))"
    return float(in_fresh_interpreter(code, module))
