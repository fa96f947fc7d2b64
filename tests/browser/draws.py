"""Views drawn by chance with a fixed seed, so that a test meets many kinds and fails alike each time."""

from __future__ import annotations

import random

from dashboard.catalogue import Indicator
from dashboard.measures.inequality.lawful import lawful
from dashboard.schema import BREAKDOWNS
from dashboard.terms import default_reference, terms_of
from tests.browser.truth import Truth

SCOPES = ("", "", "", "&scope=002", "&scope=150", "&scope=LDC", "&compare=region")
AREAS = ("", "&areas=FIN,KEN,BRA", "&areas=TUV,IND", "&areas=USA,CHN,SMR,ZAF,EGY")


def lawful_of(indicator: Indicator, truth: Truth) -> list[tuple[str, str, str]]:
    """(column, measure, reference) of each measure that an indicator's breakdowns allow."""
    found = []
    for breakdown in indicator.breakdowns:
        default = default_reference(indicator, breakdown.column, truth.contents)
        for key in lawful(terms_of(indicator, breakdown.column, truth.contents)):
            found.append((breakdown.column, key, default if key in ("difference", "ratio") else ""))
    return found


def draws(truth: Truth, seed: int, kind: str, count: int) -> list[tuple[str, int]]:
    """Queries with a year each, drawn with a fixed seed from one kind of indicator."""
    chance = random.Random(seed)
    groups = {a.code for a in truth.contents.atlas.groups}
    held = [i for i in truth.contents.catalogue.indicators if i.key in truth.contents.holdings]
    fits = {
        "counts": lambda i: not i.is_mappable,
        "families": lambda i: bool(i.group_scale),
        "groups": lambda i: bool(truth.contents.slice_columns(i)) and not i.group_scale,
        "measures": lambda i: bool(lawful_of(i, truth)),
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
        if kind == "measures":
            column, key, ref = chance.choice(lawful_of(indicator, truth))
            by = f"&by={BREAKDOWNS[column]}" if column != indicator.breakdowns[0].column else ""
            window += f"{by}&measure={key}" + (f"&ref={ref}" if ref else "")
        years = truth.desk.years(indicator.key)
        found.append((query + window + scope, chance.choice(list(years))))
    return found
