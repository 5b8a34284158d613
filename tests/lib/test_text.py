"""Folding makes alike what a reader takes for the same, keeps apart what is not, and knows the way back."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crlearn.lib.text import fold, words

# letters of several scripts, marks, spaces, quotation marks, dashes, things without width, ligatures
TANGLED = st.text(
    st.sampled_from(
        "abzÉß İŁŉﬁﬃ²½Ⅻ中한\u1112\u1161\u11ab\u0301\u0308\u200b\u00ad\u200d\ufe0f\ufeff\u00a0\n\r\t\u2028“”’´-–—\u2011−…"
    ),
    max_size=40,
)
ANYTHING = st.one_of(TANGLED, st.text(max_size=40))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("  two\r\n\r\n countries\u00a0 met ", "two countries met"),
        ("thin\u2009space\u3000wide", "thin space wide"),
        ("“new era,” it’s ‘new’ «new» „new“", '"new era," it\'s \'new\' "new" "new"'),
        ("2017–2020 US—EU non\u2011state \u22125", "2017-2020 US-EU non-state -5"),
        ("alli\u00adance \ufeffzero\u200bwidth", "alliance zerowidth"),
        ("a \u200b b", "a b"),
        ("o\ufb03ce \ufb01rm …", "office firm ..."),
        ("Ｆｕｌｌ １２", "Full 12"),
        ("cafe\u0301 café", "café café"),
        ("\u1112\u1161\u11ab한", "한한"),
        # other numbers, if made plain
        ("10² ½ CO₂ ①", "10² ½ CO₂ ①"),
        ("1,000 1.000", "1,000 1.000"),
        # a spacing accent is no space with a mark
        ("a\u00a8b", "a\u00a8b"),
    ],
)
def test_fold(text, folded):
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "options", "folded"),
    [
        ("STRASSE Straße", {"casefold": True}, "strasse strasse"),
        ("ΣΊΣΥΦΟΣ Σίσυφος", {"casefold": True}, "σίσυφοσ σίσυφοσ"),
        ("Vučić Gómez é", {"accents": False}, "Vucic Gomez e"),
        ("VUČIĆ", {"accents": False, "casefold": True}, "vucic"),
    ],
)
def test_case_and_accents_are_folded_on_request(text, options, folded):
    assert fold(text, **options).text == folded


def test_the_way_back_spans_whole_characters_and_nothing_dropped():
    text = " The\u00ad\u200b e\ufb03cient\u2002\n cafe\u0301."
    folded = fold(text)
    assert folded.text == "The efficient café."
    start = folded.text.index("efficient")
    begin, end = folded.span(start, start + len("efficient"))
    assert text[begin:end] == "e\ufb03cient"
    begin, end = folded.span(folded.text.index("café"), len(folded.text))
    assert text[begin:end] == "cafe\u0301."
    assert folded.index(0) == 0
    assert folded.index(text.index("cafe")) == folded.text.index("café")
    assert folded.index(len(text)) == len(folded.text)


@given(ANYTHING, st.booleans(), st.booleans())
@example("e\u00ad\u0301", False, True)
@example(" \u0301x", False, True)
def test_places_rise_and_hold_what_they_stand_for(text, casefold, accents):
    folded = fold(text, casefold=casefold, accents=accents)
    assert len(folded.positions) == len(folded.ends) == len(folded.text)
    assert all(start < end <= len(text) for start, end in zip(folded.positions, folded.ends, strict=True))
    assert list(folded.positions) == sorted(folded.positions)
    assert list(folded.ends) == sorted(folded.ends)
    for char, start, end in zip(folded.text, folded.positions, folded.ends, strict=True):
        assert char == " " or char in fold(text[start:end], casefold=casefold, accents=accents).text


@given(ANYTHING)
@example("e\u00ad\u0301")
def test_nothing_that_can_be_seen_is_lost(text):
    folded = fold(text)
    held = set()
    for start, end in zip(folded.positions, folded.ends, strict=True):
        held.update(range(start, end))
    lost = [text[place] for place in range(len(text)) if place not in held]
    invisible = {"Cf", "Cc", "Mn"}
    assert all(char.isspace() or char in "\u3164\u2800" or unicodedata.category(char) in invisible for char in lost)


@given(ANYTHING, st.booleans())
def test_folding_twice_is_folding_once(text, accents):
    once = fold(text, accents=accents).text
    assert fold(once, accents=accents).text == once


@given(st.lists(st.sampled_from(["trade", "it’s", "34–60", "U.S.", "non-state"]), max_size=6), st.data())
def test_any_white_space_between_words_is_one_space(parts, data):
    blank = st.text(st.sampled_from(" \n\t\u00a0\u2003\u3000"), min_size=1, max_size=3)
    text = "".join(part + data.draw(blank) for part in parts)
    assert fold(text).text == fold(" ".join(parts)).text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.S.-led order, 1,000 troops (17%).", ["the", "u.s", "led", "order", "1,000", "troops", "17"]),
        ("China’s non-\u00adstate ﬁrms", ["china's", "non-state", "firms"]),
        ("34–60 submarines", ["34-60", "submarines"]),
        ("— … “”", []),
    ],
)
def test_words(text, found):
    assert words(text) == found
