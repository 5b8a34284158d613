"""Paragraphs in pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crlearn.pages.footnotes import Reference
from crlearn.pages.glossary import Place
from crlearn.pages.text import Explained, Quoted, pieces

TEXT = "The treaty was signed in 2001. It was renewed in 2021."
NOTE = Reference("6", "r1", "t1")
spans = st.tuples(st.integers(-5, 60), st.integers(-5, 60)).filter(lambda span: span[0] < span[1])


def short(found):
    return [(piece.text, piece.state) for piece in found]


def test_a_quotation_is_a_piece_of_its_own():
    found = pieces(TEXT, [Quoted(4, 10, "known", 1)], [])
    assert short(found) == [("The ", ""), ("treaty", "known"), (TEXT[10:], "")]
    assert [piece.opens for piece in found] == [(), (1,), ()]


def test_where_two_quotations_overlap_both_are_seen_and_the_worse_known_one_gives_the_mark():
    found = pieces(TEXT, [Quoted(0, 20, "known", 1), Quoted(11, 30, "slipping", 2)], [])
    assert short(found[:3]) == [(TEXT[:11], "known"), (TEXT[11:20], "slipping"), (TEXT[20:30], "slipping")]
    assert [piece.both for piece in found[:3]] == [False, True, False]
    assert [piece.opens for piece in found[:3]] == [(1,), (2,), ()]


def test_the_proof_has_its_brackets_at_its_ends_although_another_quotation_begins_inside_it():
    found = pieces(TEXT, [Quoted(4, 30, "new", 1, asked=True), Quoted(11, 20, "new", 2)], [])
    assert [(piece.text, piece.first, piece.last) for piece in found if piece.proof] == [
        ("treaty ", True, False),
        ("was signe", False, False),
        (TEXT[20:30], False, True),
    ]


def test_a_quotation_without_a_state_is_marked_only_as_the_proof():
    (_, found, _) = pieces(TEXT, [Quoted(4, 10, "", 1, asked=True)], [])
    assert (found.state, found.proof, found.both) == ("", True, False)


def test_a_footnote_reference_stands_where_its_marker_stood_also_inside_a_quotation():
    found = pieces(TEXT, [Quoted(0, 54, "new", 1)], [(30, NOTE), (54, NOTE)])
    assert [piece.reference for piece in found] == [None, NOTE, None, NOTE]
    assert found[0].text == TEXT[:30]


def explained(found):
    return [piece.term for piece in found if piece.term]


def place_of(name, text=TEXT, after=0):
    start = text.index(name, after)
    return Place(start, start + len(name), name)


def test_a_core_quotation_is_told_where_it_begins_and_only_there():
    found = pieces(TEXT, [Quoted(0, 30, "new", 1, core=True), Quoted(11, 40, "new", 2)], [])
    assert [piece.core for piece in found] == [True, False, False, False]


def test_a_term_is_a_piece_of_its_own_inside_and_outside_of_quotations():
    found = pieces(TEXT, [Quoted(0, 30, "known", 1)], [], [place_of("treaty"), place_of("renewed")])
    assert [(piece.text, piece.state) for piece in found] == [
        ("The ", "known"),
        ("treaty", "known"),
        (" was signed in 2001.", "known"),
        (" It was ", ""),
        ("renewed", ""),
        (" in 2021.", ""),
    ]
    assert [piece.opens for piece in found] == [(1,), (), (), (), (), ()]
    assert [term.slug for term in explained(found)] == ["treaty", "renewed"]


def test_only_the_first_place_of_a_term_is_marked():
    places = [Place(0, 3, "article"), Place(11, 14, "article")]
    assert [piece.text for piece in pieces(TEXT, [], [], places) if piece.term] == ["The"]


@pytest.mark.parametrize(
    ("quoted", "references"),
    [([Quoted(6, 20, "new", 1)], []), ([Quoted(0, 6, "new", 1)], []), ([], [(6, NOTE)])],
    ids=["a quotation begins in it", "a quotation ends in it", "a footnote stands in it"],
)
def test_a_term_that_a_border_cuts_stays_unmarked_and_its_next_place_is_marked(quoted, references):
    again = Place(34, 37, "treaty")
    found = pieces(TEXT, quoted, references, [place_of("treaty"), again])
    assert [(term.name, term.slug) for term in explained(found)] == [("was", "treaty")]


def test_a_term_may_fill_a_quotation_or_end_with_it():
    found = pieces(TEXT, [Quoted(4, 10, "new", 1), Quoted(0, 10, "new", 2)], [], [place_of("treaty")])
    assert [(piece.text, piece.both, bool(piece.term)) for piece in found[:2]] == [
        ("The ", False, False),
        ("treaty", True, True),
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("the group (SCO), which", ("(", "SCO", "),")),
        ("the “SCO” and", ("“", "SCO", "”")),
        ("the SCO’s summit", ("", "SCO", "’s")),
        ("the SCO.", ("", "SCO", ".")),
        ("the SCO—and", ("", "SCO", "")),
        ("the BRI/SCO", ("", "SCO", "")),
        ("SCO", ("", "SCO", "")),
    ],
)
def test_what_would_be_torn_from_a_term_at_the_end_of_a_line_clings_to_it(text, whole):
    (term,) = explained(pieces(text, [], [], [place_of("SCO", text)]))
    assert term == Explained("SCO", *whole)


def test_nothing_clings_across_the_border_of_a_quotation():
    text = "the group (SCO)."
    (term,) = explained(pieces(text, [Quoted(11, 15, "new", 1)], [], [place_of("SCO", text)]))
    assert term == Explained("SCO", "", "SCO", ")")


@given(st.lists(spans, max_size=5), st.lists(st.integers(0, 54), max_size=4))
def test_nothing_of_the_paragraph_is_lost_or_moved(ranges, offsets):
    quoted = [Quoted(start, end, "new", pk) for pk, (start, end) in enumerate(ranges, 1)]
    found = pieces(TEXT, quoted, [(offset, NOTE) for offset in offsets])
    assert "".join(piece.text for piece in found) == TEXT
    assert sum(1 for piece in found if piece.reference) == len(offsets)
    opened = [pk for piece in found for pk in piece.opens]
    inside = [one.pk for one in quoted if one.end > 0 and one.start < len(TEXT)]
    assert sorted(opened) == sorted(inside)


@given(
    st.text("ab (’s),—", max_size=40),
    st.lists(st.tuples(st.integers(-3, 43), st.integers(-3, 43)).filter(lambda span: span[0] < span[1]), max_size=4),
    st.lists(st.integers(0, 40), max_size=2),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 8), st.sampled_from("xyz")), max_size=6),
)
def test_with_terms_too_nothing_is_lost_and_each_is_explained_once(text, ranges, offsets, terms):
    quoted = [Quoted(start, end, "new", pk) for pk, (start, end) in enumerate(ranges, 1)]
    notes = [(min(offset, len(text)), NOTE) for offset in offsets]
    places = [Place(start, start + length, slug) for start, length, slug in terms if start + length <= len(text)]
    found = pieces(text, quoted, notes, places)
    assert "".join(piece.text for piece in found) == text
    plain = {pk for piece in pieces(text, quoted, notes) for pk in piece.opens}
    assert {pk for piece in found for pk in piece.opens} == plain
    told = explained(found)
    assert len({term.slug for term in told}) == len(told)
    for piece in found:
        if piece.term:
            assert piece.text == piece.term.before + piece.term.name + piece.term.after
            assert piece.term.name in {
                text[place.start : place.end] for place in places if place.slug == piece.term.slug
            }
