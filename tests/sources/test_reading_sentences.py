"""Sentences: where they begin and end in the reading text."""

from itertools import pairwise
from pathlib import Path

import pytest

from crlearn.sources import reading
from crlearn.sources.reading import Kind, sentences

SEEDS = Path(__file__).parents[2] / "seeds"


def split(text):
    return [text[start:end] for start, end in sentences(text)]


CASES = [
    ["The U.S. officials said so.", "Then they left."],
    ["It was passed (P.L. 117-263) in 2022.", "It requires a report."],
    ["Chairman Michael McCaul (R-TX) called it a threat.", "Others did not."],
    ["Sales fell to 0.6 billion in 2016.", "There were several reasons."],
    ["They called for “partnerships, not alliances.”", "This approach has costs."],
    ["(See CRS In Focus IF11885, De-Dollarization Efforts.)", "Both governments agree."],
    ["He was clear, including in private [ ... ] about any costs that would follow.", "Nobody asked."],
    ["How should we interpret these trends?", "How does it help China?"],
    ["They vetoed a draft U.N. Security Council resolution.", "It failed."],
    ["Mr. Xi met Mr. Putin.", "They talked."],
]


@pytest.mark.parametrize("parts", CASES)
def test_sentences(parts):
    assert split(" ".join(parts)) == parts


def test_a_blank_line_ends_a_sentence():
    assert split("Key Features\n\nThe talks failed") == ["Key Features", "The talks failed"]


def test_nothing_has_no_sentences():
    assert sentences("") == sentences(" \n\n ") == []


def test_every_character_of_the_documents_is_in_one_sentence():
    """…and none of those sentences is a scrap: each begins like one and has more than two words, but in headings and notes."""
    for entry in reading.load_entries(SEEDS / "documents.yaml"):
        blocks = reading.read((SEEDS / entry.file).read_bytes().decode(), entry)
        text, starts = reading.reading_text(blocks)
        spans = sentences(text)
        assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        prose = [(s, s + len(b.text)) for s, b in zip(starts, blocks, strict=True) if b.kind is Kind.PARAGRAPH]
        inner = [text[a:b] for a, b in spans if any(low <= a < high for low, high in prose)]
        assert [s for s in inner if len(s.split()) < 3 or s[0].islower()] == []
