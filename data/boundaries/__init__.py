"""The world geometry that ships, where markers go on it, and how both are built."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
