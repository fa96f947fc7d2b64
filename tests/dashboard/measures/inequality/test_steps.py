"""The working: every line is true to the digits it shows, and the last one ends in the value."""

from __future__ import annotations

import ast
import math
import operator
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from dashboard.measures.inequality.measured import Result, all_measured, measured
from dashboard.measures.inequality.setting import Setting
from dashboard.measures.inequality.written import figure
from dashboard.wording import MINUS, THIN_SPACE
from tests.dashboard.measures.inequality.settings import fifths, often, setting

OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow}
FUNCTIONS = {"abs": abs, "sqrt": math.sqrt, "ln": math.log, "exp": math.exp}
UNITS = re.compile(r"( squared)? ?(percentage points|per 1,000|%)$")


def computed(form: str) -> float | None:
    """What a written sum comes to; None for words."""
    text = UNITS.sub("", form.split(", which")[0]).replace(THIN_SPACE, "").replace(MINUS, "-").replace("×", "*").replace("²", "**2").replace("√", "sqrt")
    text = re.sub(r"\|([^|]*)\|", r"abs(\1)", text)
    try:
        return _worth(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, KeyError):
        return None


def _worth(node: ast.expr) -> float:
    if isinstance(node, ast.Constant):
        return float(node.value)
    if isinstance(node, ast.UnaryOp):
        return -_worth(node.operand)
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](_worth(node.left), _worth(node.right))
    if isinstance(node, ast.Call):
        return FUNCTIONS[node.func.id](_worth(node.args[0]))
    raise KeyError(ast.dump(node))


def checked(line: str) -> int:
    """How many sums of a line were computed; fails where two forms of one line differ by more than their digits."""
    worth = [w for form in line.split(" = ")[1:] if (w := computed(form)) is not None]
    written = [abs(float(n)) for n in re.findall(r"[\d.]+", line.replace(THIN_SPACE, "")) if n.strip(".")]
    for each in worth:
        assert each == approx(worth[-1], rel=2e-3, abs=2e-4 * max(written)), line
    return max(len(worth) - 1, 0)


def test_the_reader_of_sums_finds_a_wrong_one() -> None:
    assert checked("D = 41.5 − 12.1 = 29.4 percentage points") == 1
    assert computed("0.5 × |10 − 19|") == 4.5 and computed("√(16) + ln(1)") == 4 and computed("(−3)²") == 9
    with pytest.raises(AssertionError):
        checked("D = 41.5 − 12.1 = 30.4 percentage points")


def holds(given_setting: Setting) -> None:
    for key, found in all_measured(given_setting).items():
        if isinstance(found, Result):
            assert sum(checked(line) for line in found.steps if "r, each" not in line) >= (found.value not in (0, 1)), key
            assert computed(found.steps[-1].split(" = ")[-1]) == approx(float(found.value), rel=1e-4, abs=1e-12), key


# Numbers as publishers give them: two decimals.
CENTS = st.integers(1, 9900).map(lambda n: n / 100)


@often(25)
@given(st.lists(CENTS, min_size=3, max_size=6), st.booleans(), st.sampled_from(["higher", "lower"]), st.sampled_from([(0, 100), (0, None)]), st.data())
def test_every_line_is_true_to_its_digits(values: list[float], is_ordered: bool, direction: str, limits: tuple, data: st.DataObject) -> None:
    parts = data.draw(st.lists(st.integers(5, 50), min_size=len(values), max_size=len(values)))
    shares = [part / sum(parts) for part in parts]
    holds(setting(values, shares, is_ordered=is_ordered, direction=direction, limits=limits, reference="B", unit="%"))
    holds(setting(values, is_ordered=is_ordered, direction=direction, limits=limits, reference="B", unit="%", overall=min(values)))


def test_negative_values_stand_in_brackets() -> None:
    assert measured("difference", setting([-2, 3, -5], limits=(None, None))).steps[-1] == "D = 3 − (−5) = 8"


def test_the_average_is_written_out() -> None:
    found = measured("bgsd", setting([10, 20, 40], [0.5, 0.3, 0.2], unit="%"))
    assert found.steps == (
        "y, the values: Group A 10, Group B 20, Group C 40",
        "p, the shares of the people: Group A 0.5, Group B 0.3, Group C 0.2",
        "μ = 0.5 × 10 + 0.3 × 20 + 0.2 × 40 = 19%",
        "BGV = 0.5 × (10 − 19)² + 0.3 × (20 − 19)² + 0.2 × (40 − 19)² = 129 squared percentage points",
        "BGSD = √BGV = √(129) = 11.358 percentage points",
    )


def test_the_working_of_a_curve_shows_its_coefficients_and_both_ends() -> None:
    lines = measured("sii", fifths([10, 20, 30, 40, 50])).steps
    assert lines[-3].startswith("f(0) = 100 / (1 + exp(−(") and lines[-2].startswith("f(1) = 100 / (1 + exp(−(")
    assert lines[-1].startswith("SII = f(1) − f(0) = ") and lines[-1].endswith(" percentage points")


def test_the_same_setting_has_the_same_working() -> None:
    assert all_measured(fifths([10, 20, 30, 40, 50])) == all_measured(fifths([10, 20, 30, 40, 50]))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (21.4, "21.4"),
        (100, "100"),
        (1 / 3, "0.33333"),
        (-12.345678, "−12.346"),
        (0.00012345678, "0.00012346"),
        (9.99999999, "10"),
        (1234567.8, "1\u202f234\u202f568"),
    ],
)
def test_numbers_have_five_digits(number: float, text: str) -> None:
    assert figure(number) == text
