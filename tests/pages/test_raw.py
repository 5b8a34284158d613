"""The raw characters behind a paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from crlearn.pages.raw import CONTEXT, around

RAW = "x" * 500 + "The alli-\nance held.6 Page 3\nIt held long." + "y" * 500


def test_exactly_the_own_ranges_are_marked_between_their_surroundings():
    view = around(RAW, [(500, 508), (510, 520), (529, 543)])
    assert [(piece.text, piece.own) for piece in view.pieces[1:-1]] == [
        ("The alli", True),
        ("-\n", False),
        ("ance held.", True),
        ("6 Page 3\n", False),
        ("It held long.y", True),
    ]
    assert (view.first, view.last) == (500, 543)
    assert (view.start, view.end) == (500 - CONTEXT, 543 + CONTEXT)


def test_a_quotation_is_told_apart_from_the_rest_of_its_paragraph():
    view = around(RAW, [(500, 508), (510, 520)], [(504, 508), (510, 514)])
    assert [piece.text for piece in view.pieces if piece.quoted] == ["alli", "ance"]
    assert "".join(piece.text for piece in view.pieces if piece.own) == "The alliance held."


def test_at_the_ends_of_the_file_there_is_less_around_it():
    view = around("short", [(0, 5)])
    assert [(piece.text, piece.own) for piece in view.pieces] == [("short", True)]


@given(st.lists(st.integers(0, len(RAW)), min_size=2, max_size=8, unique=True))
def test_it_is_always_a_stretch_of_the_file_and_marks_what_it_was_told(cuts):
    cuts = sorted(cuts[: len(cuts) // 2 * 2])
    own = list(zip(cuts[::2], cuts[1::2], strict=True))
    view = around(RAW, own)
    assert "".join(piece.text for piece in view.pieces) == RAW[view.start : view.end]
    assert "".join(piece.text for piece in view.pieces if piece.own) == "".join(RAW[low:high] for low, high in own)
