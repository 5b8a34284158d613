"""A person's corrections: what they change, what they leave alone, and what cannot be done."""

import pytest

from crlearn.sources import reading
from crlearn.sources.reading import Correction, CorrectionError, Kind

ENTRY = reading.DocumentEntry(slug="a", file="a.txt", sha256="0" * 64, title="A Title", short="A 2020")
RAW = (
    "A Title\n\n"
    "The first paragraph of this text is long enough to be wrapped at its measure, and it has a word at a line end coop-\n"
    "eration. A second sentence follows the first one here, and it goes on for a while, and it ends in one place.1 After\n"
    "the note it goes on, and here is the end of it all.\n\n"
    "1 Writer, Ann. 2017. “A Source.” Journal 3, 12–14.\n\n"
    "The second paragraph begins with a capital and ends with a full stop, as a paragraph should do in every document,\n"
    "and it has two lines.\n"
)


def blocks(*corrections):
    return reading.read(RAW, ENTRY, corrections)


def shown(found):
    return [(b.kind, b.text) for b in found]


def whole(found):
    """Every block stands for the raw characters that it says, and no character is lost or doubled."""
    places = [at for b in found for start, end in b.raw for at in range(start, end) if not RAW[at].isspace()]
    assert len(places) == len(set(places))
    for b in found:
        assert "".join("".join(RAW[s:e].split()) for s, e in b.raw) == "".join(b.text.split())
        assert all(0 < at <= len(b.text) for at, _ in b.markers)
    return found


def test_the_text_as_it_is_read():
    kinds = [Kind.HEADING, Kind.PARAGRAPH, Kind.FOOTNOTE, Kind.PARAGRAPH]
    assert [b.kind for b in whole(blocks())] == kinds
    assert "at a line end cooperation. A second" in blocks()[1].text
    assert blocks()[1].markers == ((blocks()[1].text.index(" After"), "1"),)


def test_kind_changes_the_kind_only():
    found = whole(blocks(Correction("kind", RAW.index("second paragraph"), "caption")))
    assert found[3].kind is Kind.CAPTION
    assert found[3].text == blocks()[3].text
    assert found[:3] == blocks()[:3]


def test_a_block_made_a_heading_gets_a_level_and_loses_it_again():
    at = RAW.index("second paragraph")
    assert blocks(Correction("kind", at, "heading"))[3].level == 2
    assert blocks(Correction("kind", at, "heading"), Correction("kind", at, "paragraph"))[3].level == 0


def test_split_begins_a_block_there_and_markers_go_along():
    found = whole(blocks(Correction("split", RAW.index("After"))))
    assert [b.text[:5] for b in found] == ["A Tit", "The f", "After", "Write", "The s"]
    assert found[1].text.endswith("in one place.")
    assert found[1].markers == ((len(found[1].text), "1"),)
    assert found[2].markers == ()
    assert found[1].kind is found[2].kind is Kind.PARAGRAPH


def test_join_goes_over_a_note_and_undoes_a_split():
    joined = whole(blocks(Correction("join", RAW.index("first paragraph"))))
    assert [b.kind for b in joined] == [Kind.HEADING, Kind.PARAGRAPH, Kind.FOOTNOTE]
    assert "the end of it all. The second paragraph begins" in joined[1].text
    undone = whole(blocks(Correction("split", RAW.index("After")), Correction("join", RAW.index("first paragraph"))))
    assert shown(undone) == shown(blocks())
    assert undone[1].markers == blocks()[1].markers


def test_hyphen_keep_puts_it_back_and_drop_takes_it_out_again():
    at = RAW.index("coop-") + 4
    kept = whole(blocks(Correction("hyphen", at, "keep")))
    assert "a line end coop-eration. A second" in kept[1].text
    assert kept[1].markers == ((blocks()[1].markers[0][0] + 1, "1"),)
    dropped = whole(blocks(Correction("hyphen", at, "keep"), Correction("hyphen", at, "drop")))
    assert dropped == blocks()


def test_hyphen_drop_where_a_suspended_one_was_kept():
    raw = RAW.replace("word at", "pre- and post-war word at").replace(
        "and it has two lines", "and it has pre-\nand post-war lines"
    )
    at = raw.index("pre-\nand") + 3
    before, after = reading.read(raw, ENTRY), reading.read(raw, ENTRY, [Correction("hyphen", at, "drop")])
    assert "pre- and post-war lines" in before[3].text
    assert "preand post-war lines" in after[3].text


IMPOSSIBLE = [
    (Correction("kind", 0, "poem"), "kind"),
    (Correction("kind", 10_000, "caption"), "nowhere"),
    (Correction("split", RAW.index("\n\nThe second")), "nowhere"),
    (Correction("split", RAW.index("The second")), "edge"),
    (Correction("join", RAW.index("second paragraph")), "last"),
    (Correction("hyphen", RAW.index("word"), "keep"), "hyphen"),
    (Correction("hyphen", RAW.index("coop-") + 4, "maybe"), "value"),
    (Correction("hyphen", RAW.index("coop-") + 4, "drop"), "hyphen"),
    (Correction("erase", 0), "op"),
]


@pytest.mark.parametrize(("correction", "code"), IMPOSSIBLE)
def test_a_correction_that_fits_nothing_says_so(correction, code):
    with pytest.raises(CorrectionError) as caught:
        blocks(correction)
    assert caught.value.code == code
    assert caught.value.params == {"op": correction.op, "raw": correction.raw, "value": correction.value}
    assert str(correction.raw) in str(caught.value)
