"""Every component id; no id is written anywhere else."""

from __future__ import annotations

from enum import StrEnum


class Ids(StrEnum):
    """Ids of the components that callbacks, style sheet and the browser's script speak of."""

    SEARCH = "search"
    SEARCH_LIST = "search-list"
    MENU = "menu"
    SHARE = "share"
    TAKE = "take"
    TAKING = "taking"
    HELP = "help"
    HELP_DIALOG = "help-dialog"
    MAIN = "main"
    CARD = "card"
    NOTICES = "notices"
    WORKING = "working"

    DIMENSIONS = "dimensions"
    TITLE = "title"
    SUBTITLE = "subtitle"
    SENTENCE = "sentence"
    CHIPS = "chips"
    COMPARE = "compare"
    SCOPE = "scope"
    SLICES = "slices"
    MEASURE = "measure"
    BY = "by"

    YEAR = "year"
    YEAR_WORDS = "year-words"
    PLAY = "play"
    WINDOW = "window"

    MAP = "map"
    TREND = "trend"
    BREAKDOWN = "breakdown"
    RANKING = "ranking"
    LEGEND = "legend"
    MARKS = "marks"
    GROUPS = "groups"
    BREAKDOWN_NOTE = "breakdown-note"
    SOURCE = "source"
    ABOUT = "about"

    # what each panel was last asked for, and what the server answered besides the figure
    ASK_MAP = "ask-map"
    ASK_TREND = "ask-trend"
    ASK_BREAKDOWN = "ask-breakdown"
    HELD_MAP = "held-map"
    HELD_TREND = "held-trend"
    HELD_BREAKDOWN = "held-breakdown"
    ASK_WORKING = "ask-working"
    HELD_WORKING = "held-working"
    AWAKE = "awake"
    PACK_ASK = "pack-ask"
    PACK_STOP = "pack-stop"
    PACK_PROGRESS = "pack-progress"
    PACK_HELD = "pack-held"
