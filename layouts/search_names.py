"""Everyday, former and short names by which people look for a country; only the search knows them."""

from __future__ import annotations

ALSO_CALLED = {
    "ARE": "uae emirates", "BIH": "bosnia", "BOL": "bolivia", "BRN": "brunei", "CAF": "car", "CIV": "ivory coast cote divoire",
    "COD": "drc dr congo congo kinshasa zaire", "COG": "congo brazzaville", "CPV": "cape verde", "CZE": "czech republic",
    "DEU": "frg", "FSM": "micronesia", "GBR": "uk britain great britain england scotland wales", "IRN": "iran persia",
    "KOR": "south korea", "LAO": "laos", "MDA": "moldova", "MKD": "macedonia", "MMR": "burma", "NLD": "holland netherlands",
    "NRU": "nauru", "PRK": "north korea dprk", "PSE": "palestine", "RUS": "russia", "SWZ": "swaziland eswatini",
    "SYR": "syria", "TLS": "east timor", "TUR": "turkey", "TZA": "tanzania", "USA": "us usa united states america",
    "VAT": "vatican holy see", "VEN": "venezuela", "VNM": "vietnam",
}  # fmt: skip
