"""A measure of inequality in place of the value: chosen, mapped, drawn, ranked, opened."""

from __future__ import annotations

import pytest

from tests.browser.agreement import check
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

SEXES = "indicator=unemployment&areas=FIN,BRA"
FIFTHS = "indicator=social-safety-net-coverage-by-quintile&areas=BRA"
FINDEX = "indicator=account-at-a-financial-institution-or-mobile-money&areas=KEN"


def test_a_difference_by_sex_is_set_against_men_at_once(monitor: Monitor, truth: Truth) -> None:
    monitor.open(f"{SEXES}&sex=F&age=Y15T24")
    state = monitor.choose("measure", "difference")
    query = "indicator=unemployment&areas=FIN,BRA&age=Y15T24&measure=difference&ref=M"
    assert monitor.address == query
    check(state, truth, query)
    assert state["words"]["title"] == "Unemployment: difference by sex, 15–24 years"


def test_the_values_come_back(monitor: Monitor, truth: Truth) -> None:
    monitor.open(f"{SEXES}&measure=difference&ref=M")
    state = monitor.choose("measure", "")
    assert monitor.address == SEXES
    check(state, truth, SEXES)
    monitor.page.go_back()
    monitor.eventually(lambda: "measure" in monitor.address)
    check(monitor.settled(), truth, f"{SEXES}&measure=difference&ref=M")


def test_another_reference_turns_the_sign(monitor: Monitor, truth: Truth) -> None:
    state = monitor.open(f"{SEXES}&measure=difference&ref=M")
    before = [chip["text"] for chip in state["chips"]]
    after = [chip["text"] for chip in monitor.choose("ref", "F")["chips"]]
    turned = [text[1:] if text.startswith("−") else f"−{text}" for text in before]
    assert after == turned
    check(monitor.settled(), truth, f"{SEXES}&measure=difference&ref=F")


@pytest.mark.parametrize(
    "query",
    [
        f"{FIFTHS}&measure=rci",
        f"{FIFTHS}&measure=sii&year=2010",
        f"{FINDEX}&by=wealth&measure=ratio",
        f"{FINDEX}&by=education&measure=difference",
        f"{FINDEX}&by=location&measure=difference&ref=U&scope=002",
        "indicator=extreme-poverty&by=age&measure=theil&areas=BRA,IND",
        "indicator=representation-in-the-public-service&areas=DNK",
    ],
)
def test_real_cases_are_drawn_as_the_data_have_them(monitor: Monitor, truth: Truth, query: str) -> None:
    check(monitor.open(query), truth, query)
    years = truth.years(query)
    if "year=" not in query:
        asked = monitor.asks()
        monitor.slider().fill(str(years[len(years) // 2]))
        check(monitor.settled(), truth, f"{query}&year={years[len(years) // 2]}")
        assert monitor.asks() == asked


def test_another_breakdown_keeps_the_measure_and_takes_its_own_reference(monitor: Monitor, truth: Truth) -> None:
    monitor.open(f"{FINDEX}&measure=difference&ref=M")
    state = monitor.choose("by", "location")
    query = f"{FINDEX}&by=location&measure=difference&ref=U"
    assert monitor.address == query
    check(state, truth, query)
    state = monitor.choose("by", "wealth")
    assert monitor.address == f"{FINDEX}&by=wealth&measure=difference"
    check(state, truth, f"{FINDEX}&by=wealth&measure=difference")
    assert monitor.choose("by", "sex") and monitor.address == f"{FINDEX}&measure=difference&ref=M"


def test_without_a_measure_another_breakdown_asks_one_panel_only(monitor: Monitor) -> None:
    monitor.open(FINDEX)
    before = monitor.asks()
    monitor.choose("by", "location")
    assert monitor.asks() == before + 1


def test_measures_that_cannot_be_given_stand_in_the_list_with_the_reason(monitor: Monitor) -> None:
    monitor.open("indicator=access-to-justice&areas=FIN")
    options = monitor.page.eval_on_selector_all('select[data-key="measure"] option', "all => all.map(o => [o.value, o.disabled, o.textContent])")
    assert options[0] == ["", False, "the values"] and len(options) == 20
    assert all(off and "each group is on a scale of its own" in text for _, off, text in options[1:])


def test_an_indicator_without_groups_offers_no_measure(monitor: Monitor) -> None:
    monitor.open("indicator=women-in-national-parliament")
    assert monitor.page.locator('select[data-key="measure"]').count() == 0
    assert monitor.page.locator("[data-open=working]").count() == 0


def test_the_sums_open_with_the_countrys_numbers_and_can_be_copied(monitor: Monitor, truth: Truth) -> None:
    monitor.open(f"{FIFTHS}&measure=rci")
    shown = monitor.page.inner_text("#chips .chip span:not(.cross)")
    monitor.page.click("[data-open=working]")
    details = monitor.page.locator("#working details[open]")
    details.wait_for()
    assert details.get_attribute("data-measure") == "rci"
    assert details.locator("summary span").inner_text() == shown
    text = monitor.page.evaluate("() => monitor.working.text('rci')")
    assert "Brazil" in text and "μ = 0.2 × " in text and text.rstrip().endswith(monitor.page.url)
    monitor.page.select_option("#working select", "KEN")
    monitor.eventually(lambda: monitor.page.evaluate("() => monitor.working.held.area") == "Kenya")
    monitor.page.keyboard.press("Escape")
    assert not monitor.page.locator("#working").is_visible()


def test_the_sums_without_a_chosen_country_ask_for_one(monitor: Monitor) -> None:
    monitor.open("indicator=unemployment")
    monitor.page.click("[data-open=working]")
    monitor.page.locator("#working .empty", has_text="Choose a country").wait_for()
    monitor.page.select_option("#working select", "FIN")
    monitor.page.locator("#working details").first.wait_for()
    monitor.page.click("[data-shut=working]")
    assert not monitor.page.locator("#working").is_visible()


def test_a_measure_stays_with_another_indicator_of_the_same_groups(monitor: Monitor, truth: Truth) -> None:
    monitor.open(f"{SEXES}&measure=difference&ref=M")
    monitor.page.click('.side a[data-indicator="vulnerable-employment"]')
    query = "indicator=vulnerable-employment&areas=FIN,BRA&measure=difference&ref=M"
    monitor.eventually(lambda: monitor.address == query)
    check(monitor.settled(), truth, query)


def test_a_measure_goes_where_the_next_indicator_has_not_its_groups(monitor: Monitor, truth: Truth) -> None:
    monitor.open(f"{SEXES}&measure=difference&ref=M")
    gini = next(i.key for i in truth.contents.catalogue.of_dimension("socio-economic") if not i.breakdowns and i.key in truth.contents.holdings)
    monitor.page.click(f'.side a[data-indicator="{gini}"]')
    monitor.eventually(lambda: monitor.address == f"indicator={gini}&areas=FIN,BRA")
    check(monitor.settled(), truth, f"indicator={gini}&areas=FIN,BRA")
