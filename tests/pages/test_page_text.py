"""Paragraphs in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from crlearn.pages.footnotes import Reference
from crlearn.pages.text import Quoted, pieces

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


@given(st.lists(spans, max_size=5), st.lists(st.integers(0, 54), max_size=4))
def test_nothing_of_the_paragraph_is_lost_or_moved(ranges, offsets):
    quoted = [Quoted(start, end, "new", pk) for pk, (start, end) in enumerate(ranges, 1)]
    found = pieces(TEXT, quoted, [(offset, NOTE) for offset in offsets])
    assert "".join(piece.text for piece in found) == TEXT
    assert sum(1 for piece in found if piece.reference) == len(offsets)
    opened = [pk for piece in found for pk in piece.opens]
    inside = [one.pk for one in quoted if one.end > 0 and one.start < len(TEXT)]
    assert sorted(opened) == sorted(inside)
