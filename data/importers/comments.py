"""Several columns of notes as one COMMENT_OBS."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def joined_notes(frame: pd.DataFrame, introductions: Mapping[str, str], year: str, period: str) -> pd.Series:
    """`Source: ...; Note: ...` for each row, "" where it has no note; same index.

    introductions: column -> the words before its text; columns that the frame lacks are passed over.
    year, period: the note in column `period` is left out where it only repeats column `year`.
    """
    comment = pd.Series("", index=frame.index, dtype="str")
    for column, words in introductions.items():
        if column not in frame.columns:
            continue
        note = frame[column].str.split().str.join(" ")
        is_said = note.ne("") & note.ne("NaN")
        if column == period:
            is_said &= note.ne(frame[year].str.strip())
        gap = comment.ne("").map({True: "; ", False: ""})
        comment = comment.where(~is_said, comment + gap + words + note)
    return comment
