"""Typed spans: tables of examples, and what must hold for any text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.bank.schema import Entity
from crlearn.bank.spans import DATES, NUMBERS, Gazetteer, all_spans, spans, states, values


def entity(id, name, *aliases, kind="place"):
    return Entity(id=id, kind=kind, name=name, aliases=aliases)


GAZETTEER = Gazetteer.of(
    [
        entity("china", "China", "PRC", "People’s Republic of China", "Beijing"),
        entity("russia", "Russia", "Russian Federation", "Moscow"),
        entity("united-states", "United States", "US", "U.S.", "USA"),
        entity("south-china-sea", "South China Sea"),
        entity("sco", "Shanghai Cooperation Organization", "SCO", kind="organisation"),
        entity("s-400", "S-400", "S-400 Triumph", kind="weapon"),
        entity("swift", "SWIFT", kind="organisation"),
        entity("xi-jinping", "Xi Jinping", "Xi", "President Xi", kind="person"),
        entity("nicolas-maduro", "Nicolás Maduro", kind="person"),
        entity("act-2023", "Consolidated Appropriations Act, 2023", "P.L. 117-328", kind="text"),
        entity("ndaa", "James M. Inhofe National Defense Act", kind="text"),
        entity("border-1991", "Sino-Soviet Border Agreement", "1991 Sino-Soviet Border Agreement", kind="treaty"),
        entity("freeze", "dual freeze", kind="text"),
        entity("road-map", "Road Map", kind="text"),
    ]
)


def found(text):
    return [(span.type, span.value, span.text) for span in spans(text, GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("signed in 2001", [("year", "2001", "2001")]),
        ("the 2014 exercises", [("year", "2014", "2014")]),
        ("mid-2017 or post-2014", [("year", "2017", "2017"), ("year", "2014", "2014")]),
        ("in June 2017", [("month", "2017-06", "June 2017")]),
        ("in Sept. 2017", [("month", "2017-09", "Sept. 2017")]),
        ("last December they abstained", [("month", "XXXX-12", "December")]),
        ("in March they may march", [("month", "XXXX-03", "March")]),
        ("in the summer of 2016", [("month", "2016-22", "summer of 2016")]),
        ("on December 30, 2022", [("date", "2022-12-30", "December 30, 2022")]),
        ("on 16 July 2001", [("date", "2001-07-16", "16 July 2001")]),
        ("on 2001-07-16", [("date", "2001-07-16", "2001-07-16")]),
        ("a visit June 5-7", [("date", "XXXX-06-05/XXXX-06-07", "June 5-7")]),
        ("a visit on 5–7 June 2019", [("date", "2019-06-05/2019-06-07", "5–7 June 2019")]),
        ("for 2021-2025", [("period", "2021/2025", "2021-2025")]),
        ("for 2017–20", [("period", "2017/2020", "2017–20")]),
        ("Between 2001 and 2012, they", [("period", "2001/2012", "2001 and 2012")]),
        ("a war in the 1960s", [("decade", "196X", "1960s")]),
        ("the twenty-first century", [("century", "20XX", "twenty-first century")]),
        ("the 20th century", [("century", "19XX", "20th century")]),
    ],
)
def test_dates(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it got $325 million for it", [("money", "325000000 USD", "$325 million")]),
        ("a deal of US$400 billion", [("money", "400000000000 USD", "US$400 billion")]),
        ("240 billion US dollars", [("money", "240000000000 USD", "240 billion US dollars")]),
        ("3.1 billion USD", [("money", "3100000000 USD", "3.1 billion USD")]),
        ("worth $400bn", [("money", "400000000000 USD", "$400bn")]),
        ("€3–4 billion", [("money", "3000000000..4000000000 EUR", "€3–4 billion")]),
        ("falling to 0.6 billion in", [("number", "600000000", "0.6 billion")]),
        ("some 17% of it", [("percent", "17 percent", "17%")]),
        ("34–60 per cent", [("percent", "34..60 percent", "34–60 per cent")]),
        ("between 34 and 60 per cent", [("percent", "34..60 percent", "34 and 60 per cent")]),
        ("more than half of exports", [("percent", "50 percent", "half")]),
        ("two-thirds of them", [("percent", "200/3 percent", "two-thirds")]),
        ("forty-two different occasions", [("count", "42", "forty-two different occasions")]),
        ("more than 30 times", [("count", "30", "30 times")]),
        ("1,5 million barrels a day", [("count", "1500000 barrel per day", "1,5 million barrels a day")]),
        ("a 2,600-mile border", [("count", "2600 mile", "2,600-mile")]),
        ("a twelve-point plan", [("count", "12", "twelve-point")]),
        ("the 70-year anniversary", [("count", "70 year", "70-year")]),
        ("the past two decades", [("count", "2 decade", "two decades")]),
        ("a million Uighurs and", [("count", "1000000", "a million Uighurs")]),
        ("1.4 billion people", [("count", "1400000000", "1.4 billion people")]),
        ("one hundred and twenty aircraft", [("count", "120", "one hundred and twenty aircraft")]),
        ("three Chinese citizens", [("count", "3", "three Chinese citizens")]),
        ("ten of which", [("number", "10", "ten")]),
        ("the seventieth, the 70th", [("ordinal", "70", "seventieth"), ("ordinal", "70", "70th")]),
        ("the 118th and sixth-largest", [("ordinal", "118", "118th"), ("ordinal", "6", "sixth")]),
        ("its number-one partner", [("ordinal", "1", "number-one")]),
    ],
)
def test_amounts(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the two countries and all three countries",  # a reference
        "one another, no one, one of them, a one-party state",
        "Executive Order 14024 and Article 9",  # a designation
        "COVID-19, G20, J-20, IF11885 and 5G",  # part of a name
        "dozens of countries",  # no number
        "9/11",
        "they may go",
    ],
)
def test_what_is_no_number(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 30 times", "min"),
        ("at least five joint exercises", "min"),
        ("30 or more", "min"),
        ("up to 30 %", "max"),
        ("fewer than ten ships", "max"),
        ("almost 50 percent", "about"),
        ("around 60 per cent", "about"),
        ("exactly 30 times", ""),
        ("over thirty years", ""),  # says how long
        ("more than thirty years", "min"),
        ("over the past two decades", ""),
    ],
)
def test_bounds_stand_beside_the_value(text, bound):
    (span,) = spans(text, GAZETTEER)
    assert span.bound == bound


def test_the_unit_of_a_count_is_its_noun():
    units = {
        span.text: span.unit for span in spans("two supply ships, 70-year plans, $5 and five countries", GAZETTEER)
    }
    assert units == {"two supply ships": "ship", "70-year": "year", "$5": "USD", "five countries": "country"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China’s trade", [("entity", "china", "China")]),
        ("the South China Sea", [("entity", "south-china-sea", "South China Sea")]),
        ("United Russia and East China", []),  # a wider name
        ("Chinese and Russian ships", [("demonym", "china", "Chinese"), ("demonym", "russia", "Russian")]),
        ("the Russian Federation", [("entity", "russia", "Russian Federation")]),
        ("Moscow and the SCO", [("entity", "russia", "Moscow"), ("entity", "sco", "SCO")]),  # no SCO in Moscow
        ("they told us of a swift end", []),  # acronyms are loud
        ("the U.S.-led order", [("entity", "united-states", "U.S.")]),
        ("US aims", [("entity", "united-states", "US")]),
        ("S-400 Triumph systems", [("entity", "s-400", "S-400 Triumph")]),
        ("The Act, 2023 (P.L. 117-328)", [("year", "2023", "2023"), ("entity", "act-2023", "P.L. 117-328")]),
        ("James M. Inhofe National Defense Act", [("entity", "ndaa", "James M. Inhofe National Defense Act")]),
        ("They met Xi. Jinping", [("entity", "xi-jinping", "Xi")]),  # a full stop parts
        ("President Xi Jinping", [("entity", "xi-jinping", "President Xi Jinping")]),  # two names that overlap
        ("Nicolas Maduro", [("entity", "nicolas-maduro", "Nicolas Maduro")]),
        ("a Dual Freeze", [("entity", "freeze", "Dual Freeze")]),
        ("a road map to peace", []),  # a name begins with a capital
        ("China, Russia", [("entity", "china", "China"), ("entity", "russia", "Russia")]),
    ],
)
def test_names(text, expected):
    assert found(text) == expected


def test_what_stands_inside_a_name_is_there_on_request():
    text = "the 1991 Sino-Soviet Border Agreement"
    assert found(text) == [("entity", "border-1991", "1991 Sino-Soviet Border Agreement")]
    assert ("year", "1991") in values(all_spans(text, GAZETTEER))


@pytest.mark.parametrize(
    ("said", "asked", "expected"),
    [
        ("forty-two occasions", "42", True),
        ("$0.6 billion", "600 million US dollars", True),
        ("in June 2017", "2017", True),
        ("2017", "June 2017", False),
        ("in 1965", "the 1960s", True),
        ("for 2017–2020", "until 2020", True),
        ("in 2018", "for 2017–2020", False),
        ("Chinese ships", "China", True),
        ("Moscow", "Russian", True),
        ("China", "Russia", False),
        ("17 percent", "17 ships", False),
        ("70 years", "the 70th", False),
        ("20 ships", "2001", False),
        ("200 ships", "the 2000s", False),
    ],
)
def test_what_bears_what(said, asked, expected):
    (one,), (other,) = spans(said, GAZETTEER), spans(asked, GAZETTEER)
    assert states(one, other) is expected


TEXT = (
    "the of and in China Russia’s Chinese US 2017 2017–2020 June 5 $3.1 billion 49 percent forty-two times "
    "more than S-400 first 70th 1960s Xi Jinping ( ) , . — million two"
)
WORDS = st.sampled_from(TEXT.split())


@given(st.lists(WORDS, max_size=25))
def test_spans_lie_in_the_text_in_order_and_apart(words):
    text = " ".join(words)
    last = 0
    for span in spans(text, GAZETTEER):
        assert last <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        assert span.type in DATES | NUMBERS | {"entity", "demonym"}
        last = span.end


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    spans(text, GAZETTEER)


@given(st.integers(1, 10**7), st.sampled_from(["million", "billion"]))
def test_a_sum_has_one_value_however_it_is_written(tenths, scale):
    amount = Decimal(tenths) / 10
    written = [f"${amount:,} {scale}", f"US${amount:,} {scale}", f"{amount:,} {scale} US dollars"]
    assert len({tuple(values(spans(text, GAZETTEER))) for text in written}) == 1
