"""Scans of a source text: each gives the faults it finds, as sentences with the line."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Collection, Iterator

OURS = ("dashboard", "data", "layouts", "callbacks", "app")
FLOORS = {  # floor -> what of ours it may import
    "dashboard": ("dashboard",),
    "data": ("data", "dashboard"),
    "layouts": ("layouts", "dashboard"),
    "callbacks": ("callbacks", "layouts", "data", "dashboard"),
    "app": ("callbacks", "layouts", "data", "dashboard"),
}
FROM_OUTSIDE = {  # floor -> packages it may import
    "dashboard": ("numpy", "pandas", "plotly"),
    "data": ("numpy", "pandas", "pyarrow", "yaml", "openpyxl", "cachetools"),
    "layouts": ("dash", "dash_bootstrap_components", "markupsafe", "matplotlib", "PIL", "xlsxwriter", "pptx", "docx", "pandas", "numpy"),
    "callbacks": ("dash", "flask", "markupsafe", "pandas", "flask_bootstrap", "brotli", "diskcache"),
    "app": ("dash", "flask", "flask_caching", "flask_compress"),
}
# of the standard library: files, network, clock, environment, processes
IMPURE = (
    "asyncio", "builtins", "calendar", "csv", "datetime", "ftplib", "glob", "gzip", "http", "importlib", "io", "logging", "multiprocessing", "os", "pathlib",
    "pickle", "random", "secrets", "shelve", "shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib.request", "zipfile",
)  # fmt: skip
IMPURE_CALLS = re.compile(r"^(open|read_(csv|parquet|excel|json|table|pickle|fwf|feather)|now|today|utcnow|getenv|__import__)$")


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything that a module imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                yield node.lineno, "." * node.level  # relative: where it leads depends on where it stands
            else:
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__"):
            yield node.lineno, str(node.args[0].value) if node.args and isinstance(node.args[0], ast.Constant) else "what is not known before it runs"


def crossings(floor: str, source: str) -> list[str]:
    """Imports that a module of a floor may not have."""
    faults = []
    for line, name in imports(ast.parse(source)):
        top = name.split(".")[0]
        if top in OURS:
            is_fault = top not in FLOORS[floor]
        elif top in sys.stdlib_module_names or top == "__future__":
            is_fault = floor == "dashboard" and any(name == bad or name.startswith(f"{bad}.") for bad in IMPURE)
        else:
            is_fault = top not in FROM_OUTSIDE[floor]
        if is_fault:
            faults.append(f"line {line}: {floor} imports {name}")
    return faults


def impure_calls(source: str) -> list[str]:
    """Calls that read a file, the clock or the environment, by whatever name they are reached."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [f"line {node.lineno}: calls {_called(node)}" for node in calls if IMPURE_CALLS.match(_called(node))]


def careless(source: str) -> list[str]:
    """`eval`, `exec`, `print`, and an `except` that names nothing or everything."""
    faults = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("eval", "exec", "print", "breakpoint"):
            faults.append(f"line {node.lineno}: {node.func.id}")
        elif isinstance(node, ast.ExceptHandler) and (node.type is None or getattr(node.type, "id", "") == "BaseException"):
            faults.append(f"line {node.lineno}: an except that takes everything")
    return faults


def id_literals(source: str) -> list[str]:
    """Component ids that are written out: `id="…"`, `Input("…", …)` and the like."""
    faults = []
    for node in (n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call)):
        given = [k.value for k in node.keywords if k.arg in ("id", "component_id")]
        if _called(node) in ("Input", "Output", "State"):
            given += node.args[:1]
        faults += [f"line {node.lineno}: id {value.value!r}" for value in given if isinstance(value, ast.Constant) and isinstance(value.value, str)]
    return faults


def keys_compared(source: str, keys: Collection[str]) -> list[str]:
    """Comparisons with an indicator's key, alone or in a list, and `case`s of one."""
    faults = []
    for node in ast.walk(ast.parse(source)):
        sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else [node.value] if isinstance(node, ast.MatchValue) else []
        held = [part for side in sides for part in ast.walk(side) if isinstance(part, ast.Constant)]
        faults += [f"line {part.lineno}: compares with the indicator {part.value!r}" for part in held if part.value in keys]
    return faults


def keys_written(source: str, keys: Collection[str]) -> list[str]:
    """Quoted indicator keys in a script that is not Python."""
    found = re.finditer(r"""(["'`])([a-z0-9-]+)\1""", source)
    return [f"line {source.count(chr(10), 0, m.start()) + 1}: {m[2]!r}" for m in found if m[2] in keys]


# with a hole in each, so that this file is not one of its own findings
HOSTS = ("pypi#.org", "files.python#hosted", "registry.#npmjs", "registry.#yarnpkg", "repo.#anaconda", "conda.#anaconda", "index-#url")
FOLDERS = ("/ho#me/", "/Us#ers/", "/ro#ot/", "/wo#rk/", "/tm#p/", "C:\\Us#ers")
PACKAGE_HOSTS = re.compile("|".join(re.escape(host.replace("#", "")) for host in HOSTS))
MACHINE_PATHS = re.compile("|".join(rf"(?<![\w.:/]){re.escape(folder.replace('#', ''))}" for folder in FOLDERS))


def places(text: str) -> list[str]:
    """Hosts of packages and absolute paths of somebody's machine."""
    lines = enumerate(text.splitlines(), 1)
    return [f"line {n}: {line.strip()[:100]}" for n, line in lines if PACKAGE_HOSTS.search(line) or MACHINE_PATHS.search(line)]


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))
