"""The address: what is written is read back, and whatever is asked becomes a lawful view."""

from __future__ import annotations

from urllib.parse import quote_from_bytes

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.contents import Contents
from dashboard.measures.inequality.lawful import refused
from dashboard.measures.inequality.table import MEASURES
from dashboard.query import LONGEST
from dashboard.schema import BREAKDOWNS
from dashboard.terms import groups_of, reference_of, terms_of
from dashboard.view import CHARTS, COMPARE_WORDS, KEYS, MOST_AREAS, WIDEST_WINDOW, View
from tests.dashboard import small

ONCE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(scope="module")
def few() -> Contents:
    return small.contents()


def read(query: str, contents: Contents) -> tuple[View, tuple[str, ...]]:
    return View.from_query(query, contents)


@st.composite
def lawful_views(draw: st.DrawFn, contents: Contents) -> View:
    """Any view of a release, each part as `from_query` leaves it: None or absent where it is the default."""
    indicator = draw(st.sampled_from(contents.catalogue.indicators))
    holding = contents.holdings[indicator.key]
    year = draw(st.none() | st.integers(holding.first_year, holding.last_year))
    window = draw(st.none() | st.integers(0, WIDEST_WINDOW))
    cell = []
    for column in BREAKDOWNS:
        code = draw(st.none() | st.sampled_from(contents.offered(indicator, column) or ("_T",)))
        if code is not None and code in contents.offered(indicator, column) and code != indicator.headline_code(column):
            cell.append((column, code))
    by = draw(st.sampled_from([None, *(b.column for b in indicator.breakdowns[1:])]))
    groups = [g.code for g in contents.atlas.groups if g.code != "001"]
    shown = by or (indicator.breakdowns[0].column if indicator.breakdowns else "")
    codes, is_ordered = (groups_of(indicator, shown, contents), indicator.breakdown(shown).is_ordered) if shown else ((), True)
    ref = draw(st.sampled_from(["", *codes])) if not is_ordered else ""
    fits = [key for key in MEASURES if shown and refused(key, terms_of(indicator, shown, contents, reference_of(key, ref, indicator, shown, contents))) is None]
    measure = draw(st.sampled_from(["", *fits]))
    return View(
        indicator=indicator.key,
        areas=tuple(draw(st.lists(st.sampled_from(contents.atlas.area_codes), max_size=MOST_AREAS, unique=True))),
        year=None if year == holding.default_year else year,
        window=None if window == indicator.window else window,
        cell=tuple(pair for pair in cell if not measure or pair[0] != shown),
        by=by,
        cross=draw(st.sampled_from([None, *(b.column for b in indicator.breakdowns if b.column != shown)])),
        measure=measure,
        ref=ref if measure else "",
        chart=draw(st.sampled_from(CHARTS)),
        scope=draw(st.sampled_from(["world", *groups])),
        compare=draw(st.sampled_from([*COMPARE_WORDS, *groups])),
    )


def assert_lawful(view: View, contents: Contents) -> None:
    """Every part names something that the release has, and reading its address gives it again without a word."""
    indicator, holding = contents.catalogue[view.indicator], contents.holdings[view.indicator]
    assert len(view.areas) <= MOST_AREAS and len(set(view.areas)) == len(view.areas)
    assert all(contents.atlas.area(code).kind != "aggregate" for code in view.areas)
    assert view.year is None or holding.first_year <= view.year <= holding.last_year
    assert view.window is None or 0 <= view.window <= WIDEST_WINDOW
    assert all(code in contents.offered(indicator, column) for column, code in view.cell)
    assert view.by is None or indicator.breakdown(view.by) is not None
    assert not view.measure or view.by_of(contents) not in dict(view.cell)
    assert view.cross is None or view.cross != view.by_of(contents)
    assert view.scope == "world" or contents.atlas.has_group(view.scope)
    assert view.compare in COMPARE_WORDS or contents.atlas.has_group(view.compare)
    assert read(view.to_query(contents.default_indicator), contents) == (view, ())


@ONCE
@given(data=st.data())
def test_reading_what_was_written_gives_the_same_view_and_no_notice(data: st.DataObject, contents: Contents) -> None:
    view = data.draw(lawful_views(contents))
    assert read(view.to_query(contents.default_indicator), contents) == (view, ())
    assert read("?" + view.to_query(), contents) == (view, ())


@ONCE
@given(data=st.data())
def test_an_address_that_was_written_is_written_the_same_again(data: st.DataObject, contents: Contents) -> None:
    written = data.draw(lawful_views(contents)).to_query(contents.default_indicator)
    assert read(written, contents)[0].to_query(contents.default_indicator) == written
    keys = [part.split("=")[0] for part in written.split("&") if part]
    assert keys == [key for key in KEYS if key in keys]


@ONCE
@given(data=st.data())
def test_the_order_in_which_keys_are_asked_does_not_matter(data: st.DataObject, contents: Contents) -> None:
    view = data.draw(lawful_views(contents))
    parts = data.draw(st.permutations(view.to_query().split("&")))
    assert read("&".join(parts), contents) == (view, ())


VALUES = st.one_of(
    st.text(max_size=30),
    st.binary(max_size=20).map(quote_from_bytes),
    st.sampled_from(["FIN", "fin,KEN", "WLD", "0", "-1", "99999", "²", "2015.0", "١٩٩٩", "%", "%ff"]),
    st.sampled_from(["_T", "f", "sex", "world", "150", "001", "unemployment", "\x00", "\ud800"]),
)
QUERIES = st.lists(st.tuples(st.sampled_from(KEYS) | st.text(max_size=8), VALUES), max_size=8).map(lambda parts: "&".join(f"{k}={v}" for k, v in parts))


@settings(ONCE, max_examples=1000)
@given(query=QUERIES | st.text(max_size=200) | st.binary(max_size=100).map(quote_from_bytes))
def test_no_query_breaks_the_page(query: str, contents: Contents) -> None:
    view, notices = read(query, contents)
    assert_lawful(view, contents)
    assert all(isinstance(notice, str) and notice.endswith(".") for notice in notices)
    assert len(notices) == len(set(notices)) < 40


@pytest.mark.parametrize("odd", [None, 7, [], {"search": "?"}])
def test_what_is_no_text_is_the_default_view(odd: object, few: Contents) -> None:
    assert read(odd, few) == (View("unemployment"), ())  # type: ignore[arg-type]


def test_the_default_view_has_an_empty_address(few: Contents) -> None:
    assert View("unemployment").to_query(few.default_indicator) == ""
    assert read("", few) == read("?", few) == (View("unemployment"), ())


def test_the_canonical_order_is_the_one_the_design_gives(few: Contents) -> None:
    view = View("qualified-teachers", ("FIN", "KEN"), 2001, 0, (("SEX", "F"), ("EDUCATION_LEV", "ISCED11_2")), "SEX", "150", "income")
    expected = "indicator=qualified-teachers&areas=FIN,KEN&year=2001&window=0&sex=F&education=ISCED11_2&by=sex&scope=150&compare=income"
    assert view.to_query(few.default_indicator) == expected
    assert read(expected, few) == (view, ())


# Asked in full, the defaults of unemployment: year 2008, window 2, both sexes, by sex, the world. All are left out.
def test_defaults_are_left_out_without_a_notice(few: Contents) -> None:
    asked = "indicator=unemployment&year=2008&window=2&sex=_T&age=_t&by=sex&scope=world&compare=001"
    view, notices = read(asked, few)
    assert (view.to_query(few.default_indicator), notices) == ("", ())


def test_a_window_of_nothing_is_not_the_default(few: Contents) -> None:
    view, _ = read("window=0", few)
    assert (view.window, view.window_of(few), view.to_query("unemployment")) == (0, 0, "window=0")
    assert View("unemployment").window_of(few) == 2


def test_codes_are_read_in_any_case_and_written_in_their_own(few: Contents) -> None:
    view, notices = read("indicator=UnEmployment&areas=fin,Ken&sex=f&age=y15t24&by=AGE&scope=hic&compare=Region", few)
    assert notices == ()
    assert view.to_query("unemployment") == "areas=FIN,KEN&sex=F&age=Y15T24&by=age&scope=HIC&compare=region"


def test_areas_keep_the_order_chosen_and_stand_once(few: Contents) -> None:
    assert read("areas=KEN,FIN,,ken, EST", few) == (View("unemployment", ("KEN", "FIN", "EST")), ())


CHANGED = [
    ("sexx=F", "“sexx” is not part of an address and was left out.", ""),
    ("a=1&b=2", "“a” and “b” are not parts of an address and were left out.", ""),
    ("a=1&b=2&c=3&d=4&e=5&f=6&g=7&a=8", "“a”, “b”, “c”, “d”, “e” and 2 more are not parts of an address and were left out.", ""),
    ("year=2001&year=2002", "“year” stood twice in the address; the first was kept.", "year=2001"),
    ("indicator=unemploiment", "There is no indicator “unemploiment”; this shows “Unemployment” instead.", ""),
    ("indicator=qualified-teacher", "There is no indicator “qualified-teacher”; this shows “Qualified teachers” instead.", "indicator=qualified-teachers"),
    ("indicator=zzz", "There is no indicator “zzz”; this shows “Unemployment” instead.", ""),
    ("areas=FIN,XXX", "No country has the code “XXX”; codes are ISO 3166 alpha-3, such as FIN.", "areas=FIN"),
    ("areas=XXX,WLD,XXX", "No country has the code “XXX” or “WLD”; codes are ISO 3166 alpha-3, such as FIN.", ""),
    ("year=1990", "Unemployment has data from 2000 to 2010; 2000 is shown instead of 1990.", "year=2000"),
    ("year=2031", "Unemployment has data from 2000 to 2010; 2010 is shown instead of 2031.", "year=2010"),
    ("year=latest", "“latest” is not a year; 2008 is shown.", ""),
    ("year=20001", "“20001” is not a year; 2008 is shown.", ""),
    ("window=31", "Values are borrowed from at most 30 years back.", "window=30"),
    ("window=-1", "“-1” is not a number of years; values are borrowed from up to 2 years back.", ""),
    ("sex=X", "Unemployment has no data for sex “X”; it has _T, F, M.", ""),
    ("age=Y_GE65", "Unemployment has no data for age “Y_GE65”; it has _T, Y15T24, Y25T64.", ""),
    ("indicator=mean-income&sex=F", "Mean income has no data by sex, so “F” was left out.", "indicator=mean-income"),
    ("by=wealth", "Unemployment cannot be shown by “wealth”; its data hold sex and age.", ""),
    ("indicator=mean-income&by=sex", "Mean income cannot be shown by “sex”; its data hold no breakdown.", "indicator=mean-income"),
    ("scope=Atlantis", "There is no region or group “Atlantis”; the world is taken instead.", ""),
    ("scope=region", "There is no region or group “region”; the world is taken instead.", ""),
    ("compare=FIN", "There is no region or group “FIN”; the world is taken instead.", ""),
]


@pytest.mark.parametrize(("asked", "notice", "written"), CHANGED, ids=[asked for asked, _, _ in CHANGED])
def test_what_was_changed_is_said(asked: str, notice: str, written: str, few: Contents) -> None:
    view, notices = read(asked, few)
    assert notices == (notice,)
    assert view.to_query(few.default_indicator) == written


def test_a_ninth_country_is_left_out_and_said(contents: Contents) -> None:
    codes = ["FIN", "KEN", "BRA", "FRA", "IND", "USA", "CHN", "PER", "TUV"]
    view, notices = read("areas=" + ",".join(codes), contents)
    assert view.areas == tuple(codes[:8])
    assert notices == ("At most 8 countries are shown; the first 8 of 9 were kept.",)


def test_a_near_indicator_is_found_in_the_release_that_ships(contents: Contents) -> None:
    assert read("indicator=unemploymnt", contents)[0].indicator == "unemployment"


def test_an_address_that_is_too_long_is_cut_and_said(few: Contents) -> None:
    view, notices = read("year=2001&areas=" + "FIN," * LONGEST, few)
    assert (view.year, view.areas) == (2001, ("FIN",))
    assert notices[0] == "The address was longer than 4000 characters; the rest was left out."


def test_a_long_fault_is_quoted_short(few: Contents) -> None:
    # 40 characters at most: 39 of them and an ellipsis
    assert read("scope=" + "x" * 300, few)[1] == (f"There is no region or group “{'x' * 39}…”; the world is taken instead.",)


def test_an_address_of_hundreds_of_unknown_keys_gives_one_notice(few: Contents) -> None:
    assert len(read("&".join(f"k{i}=1" for i in range(400)), few)[1]) == 1


def test_the_full_cell_names_every_column_in_order(few: Contents) -> None:
    teachers = few.catalogue["qualified-teachers"]
    cell = View("qualified-teachers", cell=(("SEX", "F"),)).full_cell(teachers)
    assert [column for column, _ in cell] == list(BREAKDOWNS)
    assert {column: code for column, code in cell if code != "_T"} == {"SEX": "F", "EDUCATION_LEV": "ISCED11_1"}
