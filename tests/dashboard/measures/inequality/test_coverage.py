"""Intervals hold the truth at about the rate they claim: samples are drawn from known groups, and each sample's interval is asked.

Sampling error of a rate of 0.95 over 250 samples is 0.014, so that 0.90 to 0.98 is "about 95 %".
"""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.measures.inequality import uncertainty
from dashboard.measures.inequality.measured import measured
from tests.dashboard.measures.inequality.settings import fifths, value

SAMPLES = 250
DISTANCES = ("bgv", "bgsd", "cov", "mdmean", "mdbest", "mdref", "idisp", "theil", "mld")
TOGETHER = ("difference", "ratio", "sii", "rii", "aci", "rci", "rci_wagstaff", "aci_erreygers", "par", "paf", *DISTANCES)


def covered(key: str, truth: list[float], errors: list[float], samples: int = SAMPLES) -> float:
    """How often the interval of a sample holds the measure of the true groups."""
    noise = np.random.default_rng(8).standard_normal((samples, len(truth)))
    target = value(key, fifths(truth, reference="Q5"))
    found = [measured(key, fifths(list(truth + row * errors), errors=errors, reference="Q5")).interval for row in noise]
    return sum(low - 1e-9 <= target <= high + 1e-9 for low, high in found) / samples


@pytest.fixture(autouse=True)
def _few_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uncertainty, "PAIRS", 250)  # enough for a rate, and quick


@pytest.mark.parametrize("key", TOGETHER)
def test_intervals_hold_the_truth_about_ninety_five_times_in_a_hundred(key: str) -> None:
    assert 0.90 <= covered(key, [12, 18, 25, 33, 45], [1.5, 1.2, 1.5, 2.0, 1.8]) <= 0.98


@pytest.mark.parametrize("key", ["ratio", "sii", "aci", "rci"])
def test_measures_with_a_sign_hold_equality_at_that_rate_too(key: str) -> None:
    assert 0.90 <= covered(key, [30] * 5, [1.5] * 5) <= 0.98


# The percentiles of the drawings would hold it never: every drawing of equal groups is unequal.
@pytest.mark.parametrize("key", DISTANCES)
def test_distances_hold_equality_rather_more_often(key: str) -> None:
    assert covered(key, [30] * 5, [1.5] * 5, samples=60) >= 0.95
