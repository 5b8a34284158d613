"""What a search finds: names and terms, facts, and paragraphs, the best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from crlearn.bank import browse
from crlearn.bank.models import Fact, VocabularyEntry
from crlearn.bank.present import fact_url, place_url
from crlearn.lib import search
from crlearn.lib.search import Snippet
from crlearn.pages.selectors import withheld_from
from crlearn.sources.models import Passage
from crlearn.sources.selectors import Viewer, documents

MOST = 20  # of each sort are shown
CANDIDATES = 400  # of each sort are looked at, so that a short word costs no more than that
SOUGHT = (Passage.Kind.PARAGRAPH, Passage.Kind.LIST_ITEM, Passage.Kind.HEADING, Passage.Kind.CAPTION)

Row = TypeVar("Row", VocabularyEntry, Fact, Passage)


@dataclass(frozen=True, slots=True)
class Name:
    """An entity or a term that was found."""

    entry: VocabularyEntry
    is_term: bool
    line: list[Snippet]


@dataclass(frozen=True, slots=True)
class Said:
    """A fact or a paragraph that was found, with the words in their place."""

    url: str
    where: str
    words: list[Snippet]


@dataclass(frozen=True, slots=True)
class Found:
    """All that a search found. more_*: there are others that are not shown."""

    names: list[Name]
    facts: list[Said]
    passages: list[Said]
    more_facts: bool
    more_passages: bool

    def __bool__(self) -> bool:
        return bool(self.names or self.facts or self.passages)


def found(viewer: Viewer, words: Sequence[str]) -> Found:
    """Return what holds every word. Three queries, and one for each app that withholds facts."""
    hidden = withheld_from(viewer)
    names = _best_names(_vocabulary(viewer, words), words)
    facts = _best((fact for fact in _facts(viewer, words) if fact.pk not in hidden), words)
    passages = _best(_passages(viewer, words), words)
    return Found(
        names=[_name(row, words) for row in names[:MOST]],
        facts=[_fact(row, words) for row in facts[:MOST]],
        passages=[_passage(row, words) for row in passages[:MOST]],
        more_facts=len(facts) > MOST,
        more_passages=len(passages) > MOST,
    )


def _vocabulary(viewer: Viewer, words: Sequence[str]) -> list[VocabularyEntry]:
    named = browse.vocabulary(viewer, browse.ENTITIES, browse.TERMS)
    return list(named.filter(search.holds(words))[:CANDIDATES])


def _facts(viewer: Viewer, words: Sequence[str]) -> list[Fact]:
    return list(browse.facts(viewer).filter(search.holds(words, "current__folded"))[:CANDIDATES])


def _passages(viewer: Viewer, words: Sequence[str]) -> list[Passage]:
    versions = documents(viewer).values("current")
    rows = Passage.objects.filter(search.holds(words), version__in=versions, kind__in=SOUGHT)
    rows = rows.select_related("version__document").defer("version__raw", "runs")
    return list(rows.order_by("version__document__position", "position")[:CANDIDATES])


def _best(rows: Iterable[Row], words: Sequence[str]) -> list[Row]:
    scored = [(search.score(words, _folded(row)), row) for row in rows]
    return [row for score, row in sorted(scored, key=lambda pair: -pair[0]) if score]


def _best_names(rows: Iterable[VocabularyEntry], words: Sequence[str]) -> list[VocabularyEntry]:
    """Return what is so called before what is also so called, and both before what is only told of by those words."""
    found = _best(rows, words)
    return sorted(found, key=lambda row: tuple(-search.score(words, names) for names in _names(row)))


def _names(row: VocabularyEntry) -> tuple[str, str]:
    """Return (its name, its other names) as they are searched."""
    others = (*row.entry.get("aliases", ()), row.entry.get("expansion") or "")
    return search.folded(row.name), search.folded(row.name, *others)


def _folded(row: VocabularyEntry | Fact | Passage) -> str:
    if isinstance(row, Fact):
        return row.current.folded if row.current else ""
    return row.folded


def _name(row: VocabularyEntry, words: Sequence[str]) -> Name:
    is_term = row.kind == browse.TERMS
    line = " ".join(part for part in (row.entry.get("expansion"), row.entry.get("line")) if part)
    return Name(row, is_term, search.snippet(words, line))


def _fact(row: Fact, words: Sequence[str]) -> Said:
    assert row.current is not None
    where = row.document.siglum if row.document else ""
    return Said(fact_url(row), where, search.snippet(words, row.current.statement))


def _passage(row: Passage, words: Sequence[str]) -> Said:
    document = row.version.document
    number = f" ¶ {row.number}" if row.number else ""
    return Said(place_url(document, row), f"{document.siglum}{number}", search.snippet(words, row.text))
