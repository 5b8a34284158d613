"""A document as its facts in order."""

from crlearn.cards.selectors import Progress
from crlearn.pages.spine import in_words, spine, tally

STATES = {1: Progress.KNOWN, 2: Progress.SLIPPING}


def test_facts_stand_in_their_place_with_their_state_and_are_counted_in_words():
    drawn = spine([(0, 500), (500, 1000)], [(1, 0), (2, 500), (3, 1000)], STATES, 1000)
    assert drawn["label"] == "3 facts in order: 1 known, 1 slipping, 1 not met yet"
    assert [(fact["x"], fact["state"]) for fact in drawn["facts"]] == [
        ("0.0%", "known"),
        ("49.2%", "slipping"),
        ("98.5%", "new"),
    ]
    assert [section["x1"] for section in drawn["sections"]] == ["0.5%", "50.5%"]


def test_a_document_without_text_or_facts_is_an_empty_line():
    assert spine([], [], {}, 0)["facts"] == []


def test_the_four_words_are_counted_with_those_that_do_not_occur():
    counts = tally([1, 2, 3, 4], STATES)
    assert counts == {Progress.NEW: 2, Progress.LEARNING: 0, Progress.SLIPPING: 1, Progress.KNOWN: 1}
    assert in_words(counts) == [("known", 1), ("slipping", 1), ("not met yet", 2)]
