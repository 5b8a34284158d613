"""Footnotes and the references to them."""

from crlearn.pages.footnotes import link


def test_every_reference_leads_to_its_note_and_the_note_back_to_every_reference():
    linked = link({10: [(5, "1"), (9, "2")], 11: [(3, "1")]}, ["1", "2"])
    first, second = linked.notes
    assert [reference.anchor for reference in first.references] == ["r1", "r3"]
    assert [reference.anchor for reference in second.references] == ["r2"]
    assert [(offset, reference.note) for offset, reference in linked.of_block[10]] == [
        (5, first.anchor),
        (9, second.anchor),
    ]
    assert [reference.note for _, reference in linked.of_block[11]] == [first.anchor]


def test_a_marker_without_a_note_leads_nowhere_and_a_note_without_a_marker_leads_back_nowhere():
    linked = link({1: [(0, "7")]}, ["*"])
    assert linked.of_block[1][0][1].note == ""
    assert linked.notes[0].references == []


def test_ids_are_different_even_where_labels_are_the_same():
    linked = link({1: [(0, "1"), (4, "1")]}, ["1", "1"])
    ids = [note.anchor for note in linked.notes] + [reference.anchor for _, reference in linked.of_block[1]]
    assert len(set(ids)) == 4
