"""Holds what is drawn against what the release says, panel by panel."""

from __future__ import annotations

import math

import pytest

from dashboard import theme, wording
from dashboard.figures.world_map import circle
from dashboard.peers import scope_of
from tests.browser.truth import Truth

LITTLE = 1e-6  # the browser may write a float in fewer digits


def rgb(colour: str) -> str:
    """`#0066A6` as a browser says it: `rgb(0, 102, 166)`."""
    return f"rgb({int(colour[1:3], 16)}, {int(colour[3:5], 16)}, {int(colour[5:7], 16)})"


def check(state: dict, truth: Truth, query: str) -> None:
    """All four panels and the words around them show exactly the view of `query`."""
    check_map(state["map"], truth, query)
    check_trend(state["trend"], truth, query)
    check_breakdown(state["breakdown"], truth, query)
    check_ranking(state["ranking"], truth, query)
    check_words(state, truth, query)


def check_map(drawn: dict, truth: Truth, query: str) -> None:
    """Every area and marker has its class, its colour or its size; chosen countries are outlined in their colour."""
    view = truth.view(query)
    assert (drawn["meta"]["year"], drawn["meta"]["areas"]) == (truth.year(query), list(view.areas))
    entry, part = truth.indicator(query), truth.part(query)
    if entry.is_mappable:
        classes, scale = truth.classes(query), truth.desk.classes(part)
        colours = (theme.NO_DATA, *theme.class_colours(scale.count, entry.direction, scale.middle))
        wrong = {c: (z, classes.get(c, -1)) for c, z in drawn["areas"].items() if z != classes.get(c, -1)}
        assert not wrong, f"{query}: area drawn in class (drawn, true): {wrong}"
        own = ("suppressed", "not-applicable", "unmet")  # these patterns have a ground of their own
        fills = {c: f for c, f in drawn["fills"].items() if f != rgb(colours[classes.get(c, -1) + 1]) and drawn["patterns"].get(c) not in own}
        assert not fills, f"{query}: area filled in the wrong colour: {fills}"
        marks = {c: m["fill"] for c, m in drawn["markers"].items() if m["fill"] != rgb(colours[classes.get(c, -1) + 1])}
        assert not marks, f"{query}: marker filled in the wrong colour: {marks}"
    else:
        values, largest = truth.values(query), truth.desk.series(part)["OBS_VALUE"].max()
        sizes = {c: circle(values.get(c, math.nan), largest) for c in drawn["markers"]}
        wrong = {c: (m["width"], sizes[c]) for c, m in drawn["markers"].items() if m["width"] != pytest.approx(sizes[c], abs=0.02)}
        assert not wrong, f"{query}: circle's width (drawn, true): {wrong}"
        assert set(drawn["areas"].values()) == {-1}, f"{query}: land is shaded under circles"
    for place, code in enumerate(view.areas):
        colour = rgb(theme.AREA_COLOURS[place])
        if view.scope != "world" and code not in scope_of(view, truth.contents.atlas).members:
            assert code not in drawn["outlines"]  # not among the countries shown: no stray arc at the edge of the map
            continue
        held = [drawn["outlines"].get(code), drawn["markers"].get(code, {}).get("stroke")]
        if held == [None, None] and code not in drawn["areas"]:
            continue  # beyond the edge of a map of one region
        assert colour in held, f"{query}: {code} is outlined in {held}, not in {colour}"
    assert set(drawn["outlines"]) <= set(view.areas)


def check_trend(drawn: dict, truth: Truth, query: str) -> None:
    """Each chosen country's line passes through its values, in its colour; the mark stands at the year."""
    lines = {line["name"]: line for line in drawn["lines"]}
    for place, code in enumerate(truth.view(query).areas):
        points = truth.points(query, code)
        if not points:
            continue
        line = lines[truth.name(code)]
        found = [(x, y) for x, y in zip(line["x"], line["y"], strict=True) if y is not None]
        assert [x for x, _ in found] == [x for x, _ in points]
        assert [y for _, y in found] == pytest.approx([y for _, y in points], rel=LITTLE)
        assert rgb(theme.AREA_COLOURS[place]) in {line["stroke"], *(p[3] for p in line["points"])}
    if drawn["lines"]:
        assert drawn["year"] == truth.year(query)


def check_breakdown(drawn: dict, truth: Truth, query: str) -> None:
    """Each dot stands where the server's own figure for exactly this year has it."""
    answer = truth.breakdown(query)
    figure, table = answer["figure"], answer["table"]
    lines = {line["index"]: line for line in drawn["lines"] if line["mode"] == "markers"}
    for index, trace in ((i, t) for i, t in enumerate(figure["data"]) if t["mode"] == "markers"):
        true = sorted((y, x) for x, y in zip(trace["x"], trace["y"], strict=True) if x is not None)
        # a dot that would cover another stands a little above or below the middle of its row
        found = sorted((round(p[1]), p[0]) for p in lines.get(index, {"points": []})["points"] if p[5] != "none" and p[0] is not False)
        assert [y for y, _ in found] == [y for y, _ in true], f"{query}: rows of {trace['name']}"
        assert [x for _, x in found] == pytest.approx([x for _, x in true], rel=LITTLE), f"{query}: {trace['name']}"
    if not table.get("x"):
        return
    own = truth.indicator(query) if "measured" in table else truth.contents.catalogue[truth.view(query).indicator]
    year, decimals = truth.year(query) - table["first"], own.decimals
    place = figure["data"][1]["y"]
    rows = sorted(range(len(place)), key=place.__getitem__)
    assert [row["text"] for row in drawn["names"]["rows"]] == [table["names"][row][0] for row in rows], query
    assert [row["area"] for row in drawn["names"]["rows"]] == [table["areas"][row] for row in rows], query
    true = []
    for row in rows:
        if not table["names"][row][3]:  # a heading has no number
            has = any(kind[row][year] is not None for kind in table["x"][: table["groups"]])
            gap, absent = table["gap"][row][year], ""
            if "measured" in table:  # none where the map's is of another year than the groups drawn
                gap, absent = table["measured"].get(row, [None] * (year + 1))[year], "–" if table["areas"][row] else ""
                assert gap is None or gap == pytest.approx(truth.everywhere(query)[table["areas"][row]], rel=LITTLE), query
            true.append("no data" if not has else wording.number(gap, decimals) if gap is not None else absent)
    assert [number["text"] for number in drawn["names"]["numbers"]] == [said for said in true if said], query
    assert drawn["names"]["heading"] == table["heading"]


def check_ranking(rows: list[dict], truth: Truth, query: str) -> None:
    """Places, values, years and changes are those of `dashboard.measures`; the chosen stand pinned on top."""
    body = [row for row in rows if not row["pinned"]]
    true = {row["code"]: row for row in truth.ranking(query)}
    found = {row["code"]: {key: row[key] for key in next(iter(true.values()), {})} for row in body}
    wrong = {c: (found.get(c), true.get(c)) for c in {*found, *true} if found.get(c) != true.get(c)}
    assert not wrong, f"{query}: row (drawn, true): {dict(list(wrong.items())[:5])} and {max(0, len(wrong) - 5)} more"
    assert [row["place"] for row in body] == sorted(row["place"] for row in body)
    chosen = list(truth.view(query).areas)
    assert [row["code"] for row in rows if row["pinned"]] == chosen  # one without a place is there as well, and says why
    assert {row["code"] for row in body if row["chosen"]} == {code for code in chosen if code in true}


def check_words(state: dict, truth: Truth, query: str) -> None:
    """Title, year, sentence, chips with their colours and values, and the slider say the same view."""
    view, head, words = truth.view(query), truth.headline(query), state["words"]
    year = truth.year(query)
    assert words["title"] == head["title"]
    assert words["year"] == str(year)
    check_sentence(words["sentence"], truth, query, head["sentences"][str(year)])
    assert f"· {year}" in words["subtitle"] and head["direction_words"] in words["subtitle"]
    assert words["slider"][:3] == [str(head["years"][0]), str(year), str(head["years"][1])]
    assert words["current"] == [view.indicator]
    values, used = truth.values(query), truth.used(query)
    unit = percent_of(truth, query)
    chips = []
    for place, code in enumerate(view.areas):
        text = "no data"
        if code in values:
            text = wording.value(values[code], head["decimals"], unit, truth.flag(query, code)) + (f" ({used[code]})" if used[code] < year else "")
        chips.append({"code": code, "colour": theme.AREA_COLOURS[place], "text": text})
    if view.scope == "world":
        assert state["chips"] == chips
    else:
        assert [c["code"] for c in state["chips"]] == list(view.areas)


def percent_of(truth: Truth, query: str) -> str:
    """The unit that stands behind numbers in running text: the per cent sign, yes and no, or nothing."""
    return "" if truth.is_group_scale(query) else wording.running_unit(truth.indicator(query).unit_short)


def check_sentence(sentence: str, truth: Truth, query: str, of_all: str) -> None:
    """With one to three chosen the sentence says each one's value and place; else it speaks of all countries."""
    view = truth.view(query)
    if not 1 <= len(view.areas) <= 3:
        assert sentence == of_all
        return
    places = {row["code"]: row for row in truth.ranking(query)}
    for code in view.areas:
        row = places.get(code)
        expected = f"{truth.name(code)} {row['value']}" if row else truth.name(code)
        assert expected in sentence, f"{query}: {expected!r} is not in {sentence!r}"
        if row and row["place"]:
            assert f"{wording.ordinal(row['place'])} of {len(places)}" in sentence
