"""Views drawn by chance with a fixed seed, so that a test meets many kinds and fails alike each time."""

from __future__ import annotations

import random

from dashboard.schema import BREAKDOWNS
from tests.browser.truth import Truth

SCOPES = ("", "", "", "&scope=002", "&scope=150", "&scope=LDC", "&compare=region")
AREAS = ("", "&areas=FIN,KEN,BRA", "&areas=TUV,IND", "&areas=USA,CHN,SMR,ZAF,EGY")


def draws(truth: Truth, seed: int, kind: str, count: int) -> list[tuple[str, int]]:
    """Queries with a year each, drawn with a fixed seed from one kind of indicator."""
    chance = random.Random(seed)
    groups = {a.code for a in truth.contents.atlas.groups}
    held = [i for i in truth.contents.catalogue.indicators if i.key in truth.contents.holdings]
    fits = {
        "counts": lambda i: not i.is_mappable,
        "families": lambda i: bool(i.group_scale),
        "groups": lambda i: bool(truth.contents.slice_columns(i)) and not i.group_scale,
        "any": lambda i: True,
    }[kind]
    found = []
    fitting = [i for i in held if fits(i)]
    for indicator in chance.sample(fitting, min(count, len(fitting))):
        scope = chance.choice([s for s in SCOPES if "scope" not in s or s.partition("=")[2] in groups])
        query = f"indicator={indicator.key}{chance.choice(AREAS)}"
        columns = truth.contents.slice_columns(indicator)
        window = chance.choice(["", "&window=0", "&window=10"])
        if kind in ("families", "groups") and columns:
            column = chance.choice(columns)
            code = chance.choice([c for c in truth.contents.offered(indicator, column) if c != indicator.headline_code(column)])
            window += f"&{BREAKDOWNS[column]}={code}"
        years = truth.desk.years(indicator.key)
        found.append((query + window + scope, chance.choice(list(years))))
    return found
