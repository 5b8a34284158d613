"""How much of the documents is asked: paragraph by paragraph, and how the documents share the bank (B6)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crlearn.bank.lint.rule import BankRule, Context, Finding, Hit, warn
from crlearn.sources.reading.model import PROSE

LONG = 40  # words; a paragraph with more has something to ask
COVERED = 0.7  # of the long paragraphs
LARGEST = 0.45  # of the bank
FEWEST = 40  # questions; a smaller bank is only begun
SHOWN = 60  # characters of a paragraph in a finding


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item: where it begins in the reading text, its words, the facts quoted from it, their questions."""

    start: int
    text: str
    words: int
    facts: tuple[str, ...]
    questions: int

    @property
    def long(self) -> bool:
        """Whether it has more than 40 words."""
        return self.words > LONG


@lru_cache(maxsize=1)
def paragraphs(context: Context) -> dict[str, list[Paragraph]]:
    """Slug → the paragraphs of its prose, in order."""
    quoting: dict[tuple[str, int], list[str]] = {}
    for subject in context.facts.values():
        for quoted in subject.quotations:
            if quoted.place:
                quoting.setdefault((quoted.slug, quoted.place.block), []).append(subject.ref)
    asked = Counter(ref for subject in context.questions.values() for ref in subject.entry.facts)
    found: dict[str, list[Paragraph]] = {}
    for slug, document in context.documents.items():
        found[slug] = []
        for index, (start, piece) in enumerate(zip(document.starts, document.reading.blocks, strict=True)):
            if piece.kind in PROSE:
                facts = tuple(dict.fromkeys(quoting.get((slug, index), ())))
                count = sum(asked[ref] for ref in facts)
                found[slug].append(Paragraph(start, piece.text, len(piece.text.split()), facts, count))
    return found


def covered(found: Sequence[Paragraph]) -> float:
    """The share of the long paragraphs that are asked; 1 where there are none."""
    long = [paragraph for paragraph in found if paragraph.long]
    return sum(paragraph.questions > 0 for paragraph in long) / len(long) if long else 1.0


def shares(context: Context) -> dict[str, float]:
    """Slug → the share of the bank's questions that stand in its file."""
    files = Counter(subject.entry.document for subject in context.questions.values())
    total = len(context.questions)
    return {slug: files[slug] / total if total else 0.0 for slug in context.documents}


def _covered(context: Context, _: Sequence[Finding]) -> Iterator[Hit]:
    for slug, found in paragraphs(context).items():
        share = covered(found)
        if share < COVERED:
            bare = [paragraph for paragraph in found if paragraph.long and not paragraph.questions]
            yield warn(
                "paragraphs_unasked",
                document=slug,
                share=f"{share:.0%}",
                least=f"{COVERED:.0%}",
                count=len(bare),
                first=bare[0].text[:SHOWN],
            )
    if len(context.questions) < FEWEST:
        return
    for slug, share in shares(context).items():
        if share > LARGEST:
            yield warn("one_document", document=slug, share=f"{share:.0%}", most=f"{LARGEST:.0%}")


RULES = (
    BankRule(
        "B6",
        "the documents are asked throughout",
        "a bank that stands for its documents",
        _covered,
        ("paragraphs_unasked", "one_document"),
    ),
)
