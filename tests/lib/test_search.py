"""Search: words are found where words begin, and shown as the text reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.lib import search

TEXT = "Moscow and the SCO’s members met in Xi’an. Café talks cost $1,000 and the meetings went on."


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", []),
        ("  …!  ", []),
        ("SCO", ["sco"]),
        ("Sino‑Russian  treaty treaty", ["sino-russian", "treaty"]),
        ("café", ["cafe"]),
        ("a b c d e f g h i j", list("abcdefgh")),
        ("x" * 999, ["x" * 200]),
    ],
)
def test_terms(query, words):
    assert search.terms(query) == words


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("sco", True),
        ("cow", False),  # stands in Moscow, and begins no word
        ("mosc", True),
        ("cafe", True),
        ("CAFÉ meet", True),
        ("moscow beijing", False),
        ("1,000", True),
        ("xi'an", True),
    ],
)
def test_what_is_found(query, is_found):
    assert bool(search.score(search.terms(query), search.folded(TEXT))) is is_found


def test_whole_words_and_phrases_come_first():
    text = search.folded(TEXT)
    assert search.score(["meetings"], text) > search.score(["meeting"], text)
    assert search.score(["members", "met"], text) > search.score(["members", "moscow"], text)


def test_a_snippet_shows_the_text_as_it_reads_with_every_hit_marked():
    pieces = search.snippet(["sco", "cafe"], TEXT)
    assert [piece.text for piece in pieces if piece.hit] == ["SCO", "Café"]
    assert "".join(piece.text for piece in pieces) == TEXT


def test_a_snippet_of_a_long_text_is_cut_between_words():
    long = "word " * 100 + "needle " + "more " * 100
    text = "".join(piece.text for piece in search.snippet(["needle"], long))
    assert text.startswith("… word ")
    assert text.endswith("more …")
    assert len(text) < 300


@given(st.text(max_size=300), st.text(max_size=20))
def test_any_text_and_any_query(text, query):
    """What a snippet shows stands in the text, and what scores has a hit to show."""
    words = search.terms(query)
    pieces = search.snippet(words, text)
    shown = "".join(piece.text for piece in pieces).removeprefix("… ").removesuffix(" …")
    assert shown in text
    if words and search.score(words, search.folded(text)):
        assert all(word in search.folded(text) for word in words)
