"""The deployment guide, the container file and the template of nginx say what the program does."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from dashboard.settings import Settings, key_of
from tests.wiring.stores import free_port

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")
IN_WORDS = {"release", "archive", "hosts", "proxies", "frame_ancestors", "logo", "link", "link_words"}  # whose default is nothing, and is said


def rows(guide: str) -> list[tuple[str, str, str]]:
    """The table of settings: key, what, default."""
    return re.findall(r"^\| `((?:MONITOR_)?[A-Z_]+)` \| (.+?) \| (.+?) \|$", guide, flags=re.MULTILINE)


def faults(guide: str) -> list[str]:
    """Settings without a row, rows without a setting, and defaults that are others."""
    defaults = {key_of(field.name): "" if field.name in IN_WORDS else f"`{field.default}`" for field in fields(Settings)}
    found = {key: default for key, _, default in rows(guide)}
    return sorted(defaults.keys() ^ found.keys()) + [key for key, default in defaults.items() if default and found.get(key, default) != default]


def test_the_table_has_a_row_for_each_setting_with_its_default() -> None:
    assert faults(GUIDE) == [] and len(rows(GUIDE)) == len(fields(Settings))


def test_a_setting_that_is_missing_and_a_default_that_is_another_are_found() -> None:
    assert faults(re.sub(r"^\| `MONITOR_PREFIX`.*\n", "", GUIDE, flags=re.MULTILINE)) == ["MONITOR_PREFIX"]
    assert faults(GUIDE.replace("| `96` |", "| `64` |")) == ["MONITOR_CACHE_MEGABYTES"]
    assert faults(GUIDE.replace("`MONITOR_CSP` |", "`MONITOR_CPS` |")) == ["MONITOR_CPS", "MONITOR_CSP"]


def test_the_settings_that_the_guide_sets_can_be_set() -> None:
    given = dict(re.findall(r'(MONITOR_[A-Z_]+)="?([^\s"`;,]+)', GUIDE + (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")))
    assert {"MONITOR_PREFIX", "MONITOR_HOSTS", "MONITOR_PROXIES", "MONITOR_ACCENT", "MONITOR_LINK"} <= given.keys()
    Settings.from_mapping(given)


def test_the_template_of_nginx_has_the_four_names_that_the_guide_fills_in() -> None:
    template = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\{(\w+)\}", template)) == {"LISTEN", "NAME", "PREFIX", "UPSTREAM"}
    assert "envsubst '$LISTEN $NAME $PREFIX $UPSTREAM' < deploy/nginx.conf" in GUIDE and "envsubst '$LISTEN $NAME $PREFIX $UPSTREAM' < deploy/nginx.conf" in template


def test_gunicorn_believes_nobody_by_itself() -> None:
    config = runpy.run_path(str(ROOT / "gunicorn.conf.py"))
    assert (config["secure_scheme_headers"], config["forwarder_headers"], config["forwarded_allow_ips"]) == ({}, "", "")


def test_the_container_serves_as_a_user_without_rights_and_copies_what_is_there() -> None:
    steps = [line.split() for line in CONTAINER.splitlines() if line and not line.startswith("#")]
    last = steps[max(i for i, step in enumerate(steps) if step[0] == "FROM") :]
    assert [step[1] for step in last if step[0] == "USER"] == ["monitor"]
    assert [step[0] for step in last].index("USER") < [step[0] for step in last].index("CMD") and "HEALTHCHECK" in CONTAINER
    copied = {source for step in steps if step[0] == "COPY" and not step[1].startswith("--") for source in step[1:-1]}
    assert {source for source in copied if not (ROOT / source).exists()} == set()
    packages = set(re.findall(r'"([a-z_]+)(?:\.[a-z_.]+)?"', re.search(r"^packages = \[(.*)\]$", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)[1]))
    assert packages | {"assets", "deploy", "app.py", "gunicorn.conf.py", "pyproject.toml", "constraints.txt"} <= copied
    allowed = set((ROOT / ".containerignore").read_text(encoding="utf-8").split())
    assert {f"!{source}" for source in copied} <= allowed


def test_the_image_is_named_and_nothing_else_of_where_it_or_packages_come_from() -> None:
    images = re.findall(r"^FROM (\S+)", CONTAINER, flags=re.MULTILINE)
    assert set(images) == {"python:3.11-slim"} and "://" not in CONTAINER


def test_the_health_check_fails_in_a_sentence_where_nobody_answers() -> None:
    environ = os.environ | {"PORT": str(free_port())}
    ended = subprocess.run([sys.executable, "deploy/health.py"], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=20, check=False)
    assert ended.returncode == 1 and ended.stderr.startswith(f"No answer on port {environ['PORT']}: ") and "Traceback" not in ended.stderr
