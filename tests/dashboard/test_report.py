from __future__ import annotations

import pytest

from dashboard.report import Finding, Report

WARNING = Finding("odd", "warning", 12, ("a", "b"), "Twelve odd things.", "Look at them.")
ERROR = Finding("broken", "error", 1, (), "One thing is broken.", "Mend it.")


def test_report_with_warnings_only_is_ok():
    assert Report.of([WARNING]).is_ok
    assert not Report.of([WARNING, ERROR]).is_ok


def test_gravest_finding_stands_first_and_absent_ones_are_left_out():
    assert [f.code for f in Report.of([None, WARNING, ERROR]).findings] == ["broken", "odd"]


def test_text_says_how_many_examples_are_left_out():
    # 12 counted, 2 shown
    assert "... and 10 more" in Report.of([WARNING]).text()
    assert Report.of([WARNING]).text().endswith("Check passed: 0 error, 1 warning, 0 info.")


def test_reports_add_up():
    both = Report.of([WARNING]) + Report.of([ERROR])
    assert [f.code for f in both.findings] == ["broken", "odd"]
    assert both.having("odd") == (WARNING,)


def test_eleven_examples_are_refused():
    with pytest.raises(ValueError, match="11 examples"):
        Finding("odd", "info", 11, tuple("abcdefghijk"), "", "")


def test_unknown_severity_is_refused():
    with pytest.raises(ValueError, match="'grave' is not one of error, warning, info"):
        Finding("odd", "grave", 1, (), "", "")
