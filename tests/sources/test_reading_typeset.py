"""Text set in lines, columns and pages by a typesetter of our own, and read back: the words return as they were."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crlearn.sources import reading
from crlearn.sources.reading import Kind

SEEDS = Path(__file__).parents[2] / "seeds"
ENTRIES = {entry.slug: entry for entry in reading.load_entries(SEEDS / "documents.yaml")}
RAW = {slug: (SEEDS / entry.file).read_bytes().decode() for slug, entry in ENTRIES.items()}
CORPUS = reading.vocabulary(RAW.values())
BARE = ENTRIES["usip-2019"].model_copy(update={"title": "No Such Title"})


@dataclass
class Setting:
    """How the typesetter works."""

    width: int = 55
    breaks_words: bool = True
    trailing: bool = True  # a line broken at a space keeps it
    height: int = 40  # lines of a column
    page: str = "\n "  # what stands between two pages; columns are parted by a blank line
    columns: int = 2
    notes: dict = field(default_factory=dict)  # label → text, set at the foot of the column that has the marker


def line_breaks(word, setting):
    """Yield (place, hyphen) for every place where a word may be broken."""
    for place in range(1, len(word)):
        left, right = word[:place], word[place:]
        if left.endswith("-") and left[:-1].isalpha() and right[0].isalpha():
            yield place, ""
        elif (
            setting.breaks_words
            and re.search(r"[^\W\d_]{2}$", left)
            and re.match(r"[^\W\d_]{3}", right)
            and word.islower()
        ):
            yield place, "-"


def set_lines(text, setting):
    """Return the lines of a paragraph."""
    lines, line, words = [], "", text.split(" ")
    while words:
        word = words.pop(0)
        room = setting.width - len(line) - (1 if line else 0)
        if len(word) <= room or not line:
            line = f"{line} {word}".lstrip() if len(word) <= room or not line else line
            continue
        fits = [(place, hyphen) for place, hyphen in line_breaks(word, setting) if place + len(hyphen) <= room]
        if fits:
            place, hyphen = fits[-1]
            lines.append(f"{line} {word[:place]}{hyphen}")
            words.insert(0, word[place:])
        else:
            lines.append(line + " " * setting.trailing)
            words.insert(0, word)
        line = ""
    return [*lines, line + " " * setting.trailing]


def typeset(paragraphs, setting):
    """Return paragraphs (with markers glued to their words) as the raw text of a file."""
    flow = []
    for paragraph in paragraphs:
        flow += [*set_lines(paragraph, setting), ""]
    raw, column = "", 0
    while flow:
        lines, flow = flow[: setting.height], flow[setting.height :]
        while flow and len(lines) > 1 and len(lines[-1].strip()) and lines[-1].isupper():
            flow.insert(0, lines.pop())  # no heading at the bottom of a column
        body = "\n".join(lines).strip("\n")
        here = [label for label in setting.notes if re.search(rf"[^\s\d,]{label}(?=\s|$)", body)]
        feet = "".join(f"\n\n{label} " + "\n".join(set_lines(setting.notes[label], setting)) for label in here)
        setting.notes = {label: text for label, text in setting.notes.items() if label not in here}
        between = setting.page if column % setting.columns == 0 else "\n\n"
        raw += (between if raw else "") + body + feet
        column += 1
        while flow and not flow[0]:
            flow.pop(0)
    return raw + "\n"


def words_back(raw, entry=BARE, corpus=()):
    """Return the words of the flowing text, in order."""
    blocks = reading.read(raw, entry, corpus=corpus)
    flow = [b.text for b in blocks if b.kind in {Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM}]
    return " ".join(" ".join(flow).split())


WORDS = """
cooperation relations military interest government partnership international development agreement sanctions energy the
of and in with from both countries have been policy strategic defence exercise trade increase support border a to
long-term non-binding U.S.-led state-owned post-war Russia China Moscow Beijing 2014 17% remarkable considerably
"""
VOCABULARY = WORDS.split()


def some_paragraphs(random):
    """Return paragraphs of random words; those that hypothesis would find simplest say each other again."""
    return [
        " ".join(
            "The " + " ".join(random.choices(VOCABULARY, k=random.randint(4, 30))) + " result."
            for _ in range(random.randint(2, 6))
        )
        for _ in range(random.randint(6, 14))
    ]


SETTING = st.builds(
    Setting,
    width=st.integers(36, 96),
    breaks_words=st.booleans(),
    trailing=st.booleans(),
    height=st.integers(12, 45),
    page=st.sampled_from(["\n ", "\n\x0c", "\n\n", "\n\n\n    MAY 2020    3\n\n", "\n\n12\n\n"]),
    columns=st.sampled_from([1, 2, 3]),
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), SETTING)
def test_the_words_of_any_text_come_back(seed, setting):
    paragraphs = some_paragraphs(Random(seed))
    assert words_back(typeset(paragraphs, setting), corpus=VOCABULARY) == " ".join(paragraphs)


def as_set(slug):
    """Return the flowing paragraphs of a document with its markers glued on, its notes, and the words as read."""
    paragraphs, notes = [], {}
    for block in reading.read(RAW[slug], ENTRIES[slug], corpus=CORPUS):
        if block.kind is Kind.FOOTNOTE:
            notes[block.label] = block.text
        elif block.kind is Kind.PARAGRAPH:
            text = block.text
            for place, label in reversed(block.markers):
                text = text[:place] + label + text[place:]
            paragraphs.append(text)
    return paragraphs, notes


@pytest.mark.parametrize("width", [38, 47, 60, 84])
@pytest.mark.parametrize("page", ["\n ", "\n\x0c", "\n\n"])
@pytest.mark.parametrize("trailing", [True, False])
def test_a_real_text_comes_back_from_every_measure(width, page, trailing):
    paragraphs, _ = as_set("usip-2019")
    raw = typeset(paragraphs, Setting(width=width, page=page, trailing=trailing))
    assert words_back(raw, corpus=CORPUS) == " ".join(paragraphs)


@pytest.mark.parametrize("width", [42, 55, 70])
@pytest.mark.parametrize("height", [25, 44])
def test_notes_set_at_the_foot_of_other_columns_come_back(width, height):
    paragraphs, notes = as_set("fiia-2018")
    raw = typeset(paragraphs, Setting(width=width, height=height, notes=dict(notes)))
    blocks = reading.read(raw, BARE, corpus=CORPUS)
    assert {b.label: re.sub(r"[\s-]", "", b.text) for b in blocks if b.kind is Kind.FOOTNOTE} == {
        label: re.sub(r"[\s-]", "", text) for label, text in notes.items()
    }
    assert [label for b in blocks for _, label in b.markers] == list(notes)
    plain = [
        b.text for b in reading.read(RAW["fiia-2018"], ENTRIES["fiia-2018"], corpus=CORPUS) if b.kind is Kind.PARAGRAPH
    ]
    assert words_back(raw, corpus=CORPUS) == " ".join(plain)


EVIDENCE = [
    # (the rest of the document, how the line ends and goes on, what it is when whole)
    ("They called it state-run before.", "the state-\nrun companies", "state-run companies"),
    ("They called it an alliance before.", "the alli-\nance held", "alliance held"),
    ("An interference was denied.", "a policy of non-in-\nterference in", "non-interference"),
    (
        "They took a long-term view, the long term being of high standing.",
        "a long-\nstanding dispute",
        "long-standing dispute",
    ),
    ("It was said.", "the PRC-\nbased companies", "PRC-based companies"),
    ("Each decision was late.", "their decision-\nmaking was", "decision-making"),
    ("It was said.", "the pro-\nEuropean parties", "pro-European parties"),
    ("It was said.", "during the COVID-\n19 pandemic", "COVID-19 pandemic"),
    ("It was said.", "a truly self-\nsufficient country", "self-sufficient country"),
    ("It was said.", "both pre-\nand post-war drafts", "pre- and post-war drafts"),
    ("It was said.", "between 2017–\n2020 they met", "2017–2020 they met"),
    ("It was said.", "the talks—\nif they were talks—ended", "the talks—if they were talks—ended"),
    ("It was said.", "radar and/\nor missiles came", "radar and/or missiles came"),
]
FILLER = (
    "The relations of the two coun-\ntries have been remark-\nably good in the last dec-\nade, and the govern-\nment has said so"
    "\nmany times, as every-\nbody knows who has read the pa-\npers of these years. The countries said it, the\ngovernment too.\n"
)


@pytest.mark.parametrize(("rest", "broken", "whole"), EVIDENCE)
def test_hyphens_at_line_ends_are_decided_by_evidence(rest, broken, whole):
    raw = f"{FILLER}\n{rest} This is what has been found out about all of\nthem, as everybody said: {broken} in the end, and that was all.\n"
    text = words_back(raw)
    assert whole in text
    assert "countries have been remarkably good in the last decade" in text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [("the state-\ndirected companies", "state-directed"), ("the export-\noriented ones", "export-oriented")],
)
def test_where_no_typesetter_breaks_words_hyphens_stay(broken, whole):
    lines = (
        "The two governments have met many times since then \nand have said the same thing every time, that state \n"
    )
    raw = f"{lines}and export go together in what they do. It was \nnot clear about {broken} in the \nend, and that was all. \n"
    assert whole in words_back(raw)
