"""What must hold of every reading: nothing lost, nothing twice, nothing but the author's words in the prose."""

import hashlib
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crlearn.sources import reading
from crlearn.sources.reading import Kind, Run

SEEDS = Path(__file__).parents[2] / "seeds"
ENTRIES = {entry.slug: entry for entry in reading.load_entries(SEEDS / "documents.yaml")}
RAW = {slug: (SEEDS / entry.file).read_bytes().decode() for slug, entry in ENTRIES.items()}
CORPUS = reading.vocabulary(RAW.values())
BLOCKS = {slug: reading.read(RAW[slug], ENTRIES[slug], corpus=CORPUS) for slug in RAW}
PROSE = {Kind.PARAGRAPH, Kind.LIST_ITEM}

every_document = pytest.mark.parametrize("slug", RAW)


def prose(slug):
    return [block.text for block in BLOCKS[slug] if block.kind in PROSE]


def bare(text):
    return "".join(text.split())


def assert_faithful(raw, blocks):
    """Every character of the raw text is in one block, or is white space, a dropped hyphen or a footnote's marker."""
    owner = {}
    labels = {label for block in blocks for _, label in block.markers} | {block.label for block in blocks}
    for number, block in enumerate(blocks):
        assert bare("".join(raw[start:end] for start, end in block.raw)) == bare(block.text)
        assert block.text == block.text.strip()
        assert "  " not in block.text
        assert sum(run.length for run in block.runs) == len(block.text)
        for run in block.runs:
            text = block.text[run.text : run.text + run.length]
            assert len(text) == run.length
            for shown, there in zip(text, raw[run.raw : run.raw + run.length], strict=True):
                assert shown == there or (shown == " " and there.isspace())
        for start, end in block.raw:
            assert start < end
            for at in range(start, end):
                assert at not in owner, f"{raw[at - 20 : at + 20]!r} stands in two blocks"
                owner[at] = number
    left = "".join(char if at not in owner else " " for at, char in enumerate(raw)).split()
    assert all(
        word in labels or word.strip("[]¹²³⁰⁴⁵⁶⁷⁸⁹") in labels or set(word) <= set("-‐\u00ad") for word in left
    ), left


@every_document
def test_nothing_is_lost_and_nothing_stands_twice(slug):
    assert_faithful(RAW[slug], BLOCKS[slug])


@every_document
def test_blocks_stand_in_the_order_of_the_raw_text(slug):
    starts = [block.runs[0].raw for block in BLOCKS[slug]]
    assert starts == sorted(starts)


@every_document
def test_no_prose_ends_in_mid_sentence(slug):
    unended = [text[-40:] for text in prose(slug) if not re.search(r"[.!?:]['”’)\]]*$", text)]
    # The one paragraph whose full stop the source forgot.
    assert unended == (["e a Russian effort to broker peace talks"] if slug == "usip-2019" else [])


@every_document
def test_no_prose_begins_in_mid_sentence(slug):
    assert [text[:40] for text in prose(slug) if text[0].islower() or text[0] in ",;.)”"] == []


FURNITURE = re.compile(
    r"https?://|www\.|JANUARY 2018|More on:|More From Our|Related Publications|Recommended Resources|Creative Commons"
    r"|Top Stories|Accessed \d|Backgrounder$|Download document|^date |The following is|From the report|^[•–*]|\bFigure \d"
    r"|Source:|Kremlin/Reuters|Ralston|By: |View All|Feng, Zhongping|SIPRI,|Wezeman, Siemon|\s{2}|\xa0|[a-z]-\s[a-z]"
)


@every_document
def test_there_is_no_furniture_in_the_prose(slug):
    texts = [text.replace("US- and EU-initiated", "US-initiated") for text in prose(slug)]
    assert [text for text in texts if FURNITURE.search(text)] == []


@every_document
def test_every_digit_behind_a_full_stop_is_a_number(slug):
    """A marker left in the prose would look like 2016.6 There or Russia.16 From."""
    glued = [m.group() for text in prose(slug) for m in re.finditer(r"[^\d\s][.,”)]\d+\b|\d\.\d+ [A-Z]", text)]
    assert glued == []


def test_markers_and_footnotes_answer_each_other():
    blocks = BLOCKS["fiia-2018"]
    marked = [label for block in blocks for _, label in block.markers]
    noted = [block.label for block in blocks if block.kind is Kind.FOOTNOTE]
    assert marked == noted == [str(number) for number in range(1, 17)]


@pytest.mark.parametrize("slug", [slug for slug in RAW if slug != "fiia-2018"])
def test_documents_without_notes_have_no_markers(slug):
    assert not any(block.markers or block.label or block.kind is Kind.FOOTNOTE for block in BLOCKS[slug])


@every_document
def test_a_marker_stands_behind_the_word_that_it_belongs_to(slug):
    for block in BLOCKS[slug]:
        for offset, _ in block.markers:
            assert not block.text[offset - 1].isspace()
            assert block.text[offset : offset + 1] in ("", " ")


def test_the_reading_text_leaves_out_furniture_and_says_where_blocks_start():
    for blocks in BLOCKS.values():
        text, starts = reading.reading_text(blocks)
        for block, start in zip(blocks, starts, strict=True):
            if block.kind is Kind.FURNITURE:
                assert start == -1
            else:
                assert text[start : start + len(block.text)] == block.text
        assert text == "\n\n".join(block.text for block in blocks if block.kind is not Kind.FURNITURE)


def test_a_slice_of_a_block_maps_to_its_raw_ranges():
    raw = "One line ends in coop-\neration.1  Next\nline.\n"
    runs = (Run(0, 0, 21), Run(21, 23, 8), Run(29, 32, 1), Run(30, 34, 10))
    block = reading.Block(Kind.PARAGRAPH, "One line ends in cooperation. Next line.", runs)
    assert [raw[a:b] for a, b in reading.raw_ranges(block, 9, 28)] == ["ends in coop", "eration"]
    assert [raw[a:b] for a, b in reading.raw_ranges(block, 30, 40)] == ["Next\nline."]
    assert block.raw == [(0, 21), (23, 31), (32, 44)]


@every_document
def test_reading_twice_gives_the_same(slug):
    assert reading.read(RAW[slug], ENTRIES[slug], corpus=CORPUS) == BLOCKS[slug]


@every_document
def test_the_other_documents_are_not_needed(slug):
    assert reading.read(RAW[slug], ENTRIES[slug]) == BLOCKS[slug]


def test_all_five_are_read_in_half_a_second():
    spent = []
    for _ in range(3):
        start = time.process_time()
        for slug, raw in RAW.items():
            reading.read(raw, ENTRIES[slug], corpus=CORPUS)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.5


@every_document
def test_the_files_are_those_that_documents_yaml_describes(slug):
    assert hashlib.sha256((SEEDS / ENTRIES[slug].file).read_bytes()).hexdigest() == ENTRIES[slug].sha256


LINE = st.text(st.sampled_from("aB. -•–1\xa0\t,;:?“”()—/"), max_size=30)
SCRAPS = ["•\n•\nOne.\n", "• \n\n", "1 A\n", "-\n-\n", "[1]\n", "http://a.b\n", "7\n7\n", "A\n\nA\n"]


@pytest.mark.parametrize("raw", SCRAPS)
def test_nothing_is_lost_of_a_scrap(raw):
    assert_faithful(raw, reading.read(raw, ENTRIES["crs-2023"]))


ENDS = st.sampled_from(["\n", "\n\n", " \n", "\r\n", "\x0c", "\n    "])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(LINE, ENDS), max_size=40))
def test_whatever_the_text_nothing_is_lost(lines):
    raw = "".join(line + end for line, end in lines)
    assert_faithful(raw, reading.read(raw, ENTRIES["crs-2023"]))


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(sorted(RAW)), st.randoms(use_true_random=False))
def test_whatever_is_cut_out_of_a_document_nothing_is_lost(slug, random):
    lines = RAW[slug].splitlines(keepends=True)
    raw = "".join(line for line in lines if random.random() > 0.15)
    assert_faithful(raw, reading.read(raw, ENTRIES[slug], corpus=CORPUS))
