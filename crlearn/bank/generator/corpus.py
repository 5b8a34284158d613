"""What the generator knows: the facts of a bank with their quotations, what is asked already, and every value."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from crlearn.bank.files import Bank, Entry
from crlearn.bank.generator.shown import MONTHS
from crlearn.bank.spans import Gazetteer, Span, all_spans, spans, states
from crlearn.sources.quotations import Place, QuotationError, ReadingText
from crlearn.sources.reading import DocumentEntry, sentences

_ENDS = '\n.!?”"'  # what may stand before a sentence
MAIN = 0.4
COMMON = 0.08  # an entity of more than this share of the facts is what all documents are about: nothing to ask for


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation of a fact, with its document and its place there."""

    slug: str
    text: str
    place: Place

    @property
    def sentences(self) -> list[str]:
        """Its sentences, or parts of sentences."""
        return [self.text[start:end] for start, end in sentences(self.text)]

    @property
    def begun(self) -> list[str]:
        """Its sentences, but the first only where the document begins a sentence there."""
        before = self.place.prefix.rstrip(" ")
        return self.sentences if not before or before[-1] in _ENDS else self.sentences[1:]

    @property
    def seed(self) -> str:
        """Where it stands in the raw document."""
        return f"{self.slug} {self.place.raw[0][0]}-{self.place.raw[-1][1]}"


@dataclass(frozen=True, slots=True)
class Known:
    """A fact that may be asked: its entry, its quotations, and the questions that people wrote or edited."""

    entry: Entry
    quotes: tuple[Quote, ...]
    asked: tuple[Entry, ...]

    @property
    def ref(self) -> str:
        return self.entry.ref

    @property
    def model(self) -> Any:
        return self.entry.model


@dataclass(frozen=True, slots=True)
class Value:
    """A typed value of the corpus and a fact that it belongs to."""

    span: Span
    fact: Known


class Corpus:
    """A bank with its documents. `texts`: reading texts by slug."""

    def __init__(self, bank: Bank, texts: Mapping[str, ReadingText], documents: Sequence[DocumentEntry]) -> None:
        self.bank = bank
        self.texts = texts
        self.documents = {entry.slug: entry for entry in documents}
        self.gazetteer = Gazetteer.of(entry.model for entry in bank.entities.values())
        self._spans: dict[str, list[Span]] = {}

    def spans(self, text: str) -> list[Span]:
        """Return the typed spans of a text, none inside another."""
        if text not in self._spans:
            self._spans[text] = spans(text, self.gazetteer)
        return self._spans[text]

    def all_spans(self, text: str) -> list[Span]:
        """Return the typed spans of a text, those inside others too."""
        return all_spans(text, self.gazetteer)

    @cached_property
    def facts(self) -> dict[str, Known]:
        """The ready facts by ref, in the order of the files. A quotation without a place is left out."""
        asked: dict[str, list[Entry]] = {}
        for question in self.bank.questions.values():
            if question.model.origin != "generated" and question.model.status != "retired":
                for ref in question.facts:
                    asked.setdefault(ref, []).append(question)
        return {
            ref: Known(entry, tuple(self._quotes(entry)), tuple(asked.get(ref, ())))
            for ref, entry in self.bank.facts.items()
            if entry.model.status == "ready"
        }

    def _quotes(self, fact: Entry) -> Sequence[Quote]:
        found = []
        for evidence in fact.model.evidence:
            slug = evidence.source or fact.document or ""
            try:
                place = self.texts[slug].find(
                    evidence.quote, prefix=evidence.prefix or "", suffix=evidence.suffix or ""
                )
            except (KeyError, QuotationError):
                continue
            found.append(Quote(slug, evidence.quote, place))
        return found

    @cached_property
    def groups(self) -> list[Entry]:
        """The questions of several facts that people wrote or edited."""
        return [
            entry
            for entry in self.bank.questions.values()
            if len(entry.facts) > 1 and entry.model.origin != "generated" and entry.model.status != "retired"
        ]

    @cached_property
    def values(self) -> list[Value]:
        """Every typed value of the statements of facts that their quotations bear, in the order of the files."""
        found = []
        for fact in self.facts.values():
            borne = [span for quote in fact.quotes for span in self.all_spans(quote.text)]
            said = (span for span in self.spans(fact.model.statement) if span.type != "demonym")
            found += [Value(span, fact) for span in said if any(states(one, span) for one in borne)]
        return found

    @cached_property
    def common(self) -> frozenset[str]:
        """The entities that so many facts are about that asking for them would ask nothing."""
        counts = Counter(entity for fact in self.facts.values() for entity in fact.model.about)
        common = frozenset(entity for entity, count in counts.items() if count > COMMON * len(self.facts))
        return common | self.publishers

    @cached_property
    def publishers(self) -> frozenset[str]:
        """The entities that published the documents."""
        return frozenset(span.value for entry in self.documents.values() for span in self.spans(entry.publisher))

    @cached_property
    def main(self) -> frozenset[str]:
        """The entities that half of the facts are about or more: “the two countries”."""
        counts = Counter(entity for fact in self.facts.values() for entity in fact.model.about)
        return frozenset(entity for entity, count in counts.items() if count > MAIN * len(self.facts))

    @cached_property
    def rivals(self) -> dict[str, frozenset[str]]:
        """Ref of a fact → the facts that it disagrees with, or is told apart from: their values may be right too."""
        found: dict[str, set[str]] = {}
        for entry in self.bank.disagreements.values():
            refs = {claim.fact for claim in entry.model.claims}
            for ref in refs:
                found.setdefault(ref, set()).update(refs - {ref})
        for ref, fact in self.bank.facts.items():
            for other in fact.model.distinct_from:
                found.setdefault(ref, set()).add(other.ref)
                found.setdefault(other.ref, set()).add(ref)
        return {ref: frozenset(others) for ref, others in found.items()}

    def publisher(self, slug: str) -> str:
        """Return who speaks in a document: the Council on Foreign Relations, a web repost."""
        entry = self.documents[slug]
        if not entry.publisher or entry.publisher.startswith("unknown"):
            kind = (entry.kind or "text").partition(" in ")[0]
            return f"a {kind[0].lower()}{kind[1:]}"
        return f"the {entry.publisher}"

    def year(self, slug: str) -> int:
        """Return the year of a document; 9999 where it is not known."""
        return int(self.documents[slug].published[:4] or 9999)

    def when(self, slug: str) -> str:
        """Return when a document was published: 2023, June 2019."""
        year, _, rest = self.documents[slug].published.partition("-")
        return f"{MONTHS[int(rest[:2]) - 1]} {year}" if rest else year
