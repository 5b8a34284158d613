"""The same documents made otherwise (line ends, page breaks, heads, navigation) read the same; so do others of their kinds."""

import re
import textwrap
from pathlib import Path

import pytest

from crlearn.sources import reading
from crlearn.sources.reading import Kind

SEEDS = Path(__file__).parents[2] / "seeds"
ENTRIES = {entry.slug: entry for entry in reading.load_entries(SEEDS / "documents.yaml")}
RAW = {slug: (SEEDS / entry.file).read_bytes().decode() for slug, entry in ENTRIES.items()}
CORPUS = reading.vocabulary(RAW.values())


def read(slug, raw, **described):
    return reading.read(raw, ENTRIES[slug].model_copy(update=described), corpus=CORPUS)


def text_of(slug, raw, **described):
    return [
        (b.kind, b.level, b.label, b.text, b.markers)
        for b in read(slug, raw, **described)
        if b.kind is not Kind.FURNITURE
    ]


SAME_TEXT = {
    "Windows line ends": lambda raw: raw.replace("\n", "\r\n"),
    "no trailing spaces": lambda raw: re.sub(r"[ \xa0]+\n", "\n", raw),
    "a trailing space on every line": lambda raw: re.sub(r"[ \xa0]*\n", " \n", raw),
    "form feeds for page breaks": lambda raw: re.sub(r"\n (?=\S)", "\n\x0c", raw),
    "no-break spaces between words": lambda raw: re.sub(r"(?<=[a-z]) (?=[a-z])", "\xa0", raw),
    "two blank lines for one": lambda raw: raw.replace("\n\n", "\n\n\n"),
    "blank lines that hold a space": lambda raw: raw.replace("\n\n", "\n \n"),
    "everything indented": lambda raw: re.sub(r"(?m)^(?=.)", "   ", raw),
    "a byte order mark": lambda raw: "\ufeff" + raw,
}


@pytest.mark.parametrize("change", SAME_TEXT)
@pytest.mark.parametrize("slug", RAW)
def test_how_the_file_was_saved_does_not_matter(slug, change):
    assert text_of(slug, SAME_TEXT[change](RAW[slug])) == text_of(slug, RAW[slug])


@pytest.mark.parametrize("width", [72, 80, 100])
def test_a_web_page_saved_with_wrapped_lines_reads_the_same(width):
    lines = RAW["usip-2019"].split("\n")
    wrapped = "\n".join("\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) or line for line in lines)
    assert text_of("usip-2019", wrapped) == text_of("usip-2019", RAW["usip-2019"])


@pytest.mark.parametrize("slug", ["cfr-2024", "usip-2019"])
def test_a_web_page_saved_without_blank_lines_reads_the_same(slug):
    assert text_of(slug, RAW[slug].replace("\n\n", "\n")) == text_of(slug, RAW[slug])


HEADS = [
    "FEBRUARY 2019    11",
    "    7    FIIA BRIEFING PAPER 228",
    "7",
    "- 12 -",
    "Page 3 of 8",
    "FIIA BRIEFING PAPER | 7",
]


@pytest.mark.parametrize("head", HEADS)
def test_other_page_heads_are_furniture_too(head):
    raw = RAW["fiia-2018"].replace("    JANUARY 2018    7", head)
    assert text_of("fiia-2018", raw) == text_of("fiia-2018", RAW["fiia-2018"])


def test_a_page_head_in_the_middle_of_a_sentence_is_taken_out():
    raw = RAW["crs-2023"].replace("the two sides signed \n", "the two sides signed \n\n    APRIL 2023    2\n\n")
    assert text_of("crs-2023", raw) == text_of("crs-2023", RAW["crs-2023"])


MORE_ON = "More on:\n\nChina\n\nRussia\n\nUkraine\n\nTaiwan\n\nSecurity Alliances\n\n"
NAVIGATION = {
    "a list of links only once": lambda raw: raw.replace(MORE_ON, "", 1),
    "other words": lambda raw: raw.replace("More From Our Experts", "Explore Our Coverage"),
    "in the middle of a sentence": lambda raw: raw.replace("vice versa, which", "vice versa,\n\nRead More\n\nwhich"),
    "stars for bullets": lambda raw: re.sub(r"(?m)^  •", "*", raw),
    "dashes for bullets": lambda raw: re.sub(r"(?m)^  •", "  -", raw),
    "a date and an author": lambda raw: raw.replace(
        "Backgrounder\n", "Backgrounder\nBy Ann Writer and Bo Author\nLast updated March 20, 2024 3:45 pm (EST)\n", 1
    ),
}


@pytest.mark.parametrize("change", NAVIGATION)
def test_navigation_is_found_whatever_it_says(change):
    assert text_of("cfr-2024", NAVIGATION[change](RAW["cfr-2024"])) == text_of("cfr-2024", RAW["cfr-2024"])


def test_teasers_are_known_by_their_dates_where_no_heading_names_them():
    raw = RAW["usip-2019"].replace("Related Publications", "Our Picks")
    assert text_of("usip-2019", raw) == text_of("usip-2019", RAW["usip-2019"])


def test_a_title_is_known_by_standing_twice_where_the_entry_has_another():
    assert text_of("cfr-2024", RAW["cfr-2024"], title="Another") == text_of("cfr-2024", RAW["cfr-2024"])


def test_without_an_entry_for_the_series_its_name_is_no_heading():
    assert text_of("cfr-2024", RAW["cfr-2024"], kind="", publisher="") == text_of("cfr-2024", RAW["cfr-2024"])


def test_a_caption_is_known_by_its_credit_where_it_stands_once():
    line = "Russian President Vladimir Putin and Chinese President Xi Jinping meet in February 2022."
    raw = (
        RAW["cfr-2024"]
        .replace(line + "\n", "", 1)
        .replace("Aleksey Druzhinin/Kremlin/Reuters", "Jane Doe/Getty Images")
    )
    captions = [b.text for b in read("cfr-2024", raw) if b.kind is Kind.CAPTION]
    assert captions == [line + " Jane Doe/Getty Images"]


IN_FOCUS_HEAD = "https://crsreports.congress.gov \n\n \n \nUpdated September 20, 2023 \n"
IN_FOCUS_PAGE = "\nChina-Russia Relations \nhttps://crsreports.congress.gov \n\n"
IN_FOCUS_END = """

First Analyst, Analyst in Asian Affairs \x20
Second B. Analyst, Analyst in Russian and European Affairs \x20
  IF99999


China-Russia Relations
https://crsreports.congress.gov | IF99999 · VERSION 6 · UPDATED


Disclaimer
This document was prepared by the Congressional Research Service (CRS). Information in a CRS Report should not be relied
upon for purposes other than public understanding.
"""


def test_an_in_focus_with_its_page_heads_authors_and_disclaimer():
    body = RAW["crs-2023"].strip() + " \n"
    place = body.index("Selected Issues")
    raw = IN_FOCUS_HEAD + body[:place].rstrip("\n") + "\n" + IN_FOCUS_PAGE + body[place:] + IN_FOCUS_END
    assert text_of("crs-2023", raw) == text_of("crs-2023", RAW["crs-2023"])


REPOST = """Home » Foreign Forces » China » Report on the Relationship

Report on the Relationship

The following is the Sept. 13, 2023, Congressional Research Service In Focus report, China-Russia Relations.

From the report

The People’s Republic of China and the Russian Federation maintain a strategic and multifaceted relationship with \
extensive military, diplomatic, and economic connections.

Key Features of the Relationship

Building on the foundation of the 1991 Sino-Soviet Border Agreement, the 2001 Treaty noted satisfaction on border issues.

Download the document here.

Related

Article Keywords: China, Russia
"""


def test_a_repost_with_line_breaks():
    kinds = [(b.kind, b.text[:30]) for b in read("crs-2022-repost", REPOST) if b.kind is not Kind.FURNITURE]
    assert kinds == [
        (Kind.HEADING, "Report on the Relationship"),
        (Kind.PARAGRAPH, "The People’s Republic of China"),
        (Kind.HEADING, "Key Features of the Relationsh"),
        (Kind.PARAGRAPH, "Building on the foundation of "),
    ]


GLUED = [
    ("Main characteristics of the relationship", "Key Features of the Relationship"),
    (
        "Main characteristics of the relationship Building on",
        "Main characteristics of the relationship The two built on",
    ),
    ("Main characteristics of the relationship Building on", "Two neighbours and their past Since the treaty on"),
]


@pytest.mark.parametrize(("was", "now"), GLUED)
def test_headings_glued_into_a_blob(was, now):
    blocks = read("crs-2022-repost", RAW["crs-2022-repost"].replace(was, now))
    headings = [b.text for b in blocks if b.kind is Kind.HEADING]
    assert len(headings) == 1
    assert now.startswith(headings[0])
    assert headings[0].split()[-1] in {"Relationship", "relationship", "past"}


def test_a_blob_without_a_glued_heading_is_not_cut():
    raw = RAW["crs-2022-repost"].replace("Main characteristics of the relationship Building on", "They built on")
    assert [b.kind for b in read("crs-2022-repost", raw) if b.kind is not Kind.FURNITURE] == [Kind.PARAGRAPH]


def test_two_sections_may_have_subsections_of_one_name():
    raw = "".join(
        f"{name}\n\n{name} is a country of which much can be said in a long sentence such as this one.\n\n" * 2
        for name in ("China", "Russia")
    )
    headings = [b.text for b in read("cfr-2024", raw, title="x") if b.kind is Kind.HEADING]
    assert headings == ["China", "China", "Russia", "Russia"]


NO_RUN_IN = [
    "Prof. Li of the university says that the two countries have never been closer than they are now, and others agree.",
    "However, challenges remain. While joint exercises have increased, the two militaries do not exhibit interoperability.",
    "Serbia sits on Europe’s periphery. The country is not a member of the European Union, although it would like to be.",
    "Perhaps. Nobody knows what the two presidents said to each other when they met in Moscow in the spring of 2023.",
    "Andrew S. Bowen has written about the Russian armed forces and their exercises for the Congressional Research Service.",
]


@pytest.mark.parametrize("paragraph", NO_RUN_IN)
def test_a_short_sentence_is_no_run_in_heading(paragraph):
    assert [b.text for b in read("cfr-2024", f"Heading\n\n{paragraph}\n", title="x") if b.kind is Kind.PARAGRAPH] == [
        paragraph
    ]


def renumbered(by):
    """Return the Briefing Paper with its notes counted from another number, as an offprint of a longer one has them."""
    raw, places = RAW["fiia-2018"], {}
    for block in read("fiia-2018", raw):
        if block.label:
            places[raw.rindex(block.label, 0, block.runs[0].raw)] = block.label
        for offset, label in block.markers:
            [(_, end)] = reading.raw_ranges(block, offset - 1, offset)
            places[end] = label
    for place, label in sorted(places.items(), reverse=True):
        raw = raw[:place] + str(int(label) + by) + raw[place + len(label) :]
    return raw


@pytest.mark.parametrize("by", [2, 20, 84])
def test_notes_may_be_counted_from_any_number(by):
    blocks = read("fiia-2018", renumbered(by))
    labels = [str(number + by) for number in range(1, 17)]
    assert [b.label for b in blocks if b.label] == labels
    assert [label for b in blocks for _, label in b.markers] == labels


def test_a_marker_whose_note_is_lost_is_still_no_part_of_the_text():
    raw = RAW["fiia-2018"]
    lost = raw[raw.index("7 Kaczmarski") : raw.index("8 Wezeman")]
    text = " ".join(b.text for b in read("fiia-2018", raw.replace(lost, "")))
    assert "its most advanced military technologies. Siemon Wezeman presents" in text


def test_notes_are_found_where_no_blank_line_parts_them_from_the_text():
    raw = RAW["fiia-2018"]
    for first in ("7 Kaczmarski", "8 Wezeman", "9 TASS"):
        raw = raw.replace(f"\n\n{first}", f"\n{first}")
    assert text_of("fiia-2018", raw) == text_of("fiia-2018", RAW["fiia-2018"])
