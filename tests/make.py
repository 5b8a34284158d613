"""Makers shared by all tests: each makes one row and what it cannot do without, with values that can be overridden."""

import hashlib
import itertools
from datetime import UTC, datetime
from uuid import UUID

from crlearn.accounts.models import User
from crlearn.bank import schema
from crlearn.bank.models import (
    Disagreement,
    DisagreementClaim,
    Fact,
    FactEvidence,
    FactVersion,
    Question,
    QuestionFact,
    QuestionVersion,
    QuestionVersionFact,
    Status,
)
from crlearn.cards import memory, promises
from crlearn.cards import services as cards
from crlearn.cards.models import CardEvent
from crlearn.lib import search
from crlearn.sources import services as sources
from crlearn.sources.models import Document, DocumentVersion, Passage
from crlearn.sources.reading import DocumentEntry
from crlearn.sources.selectors import reading_text_of

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)  # a Wednesday, far from any change of clocks
TEXT = """
The two countries signed a treaty of friendship in 2001. It was to hold for twenty years. It was renewed in 2021.

Russia delivered the first regiment of missiles in 2018. The price was about 3 billion US dollars. China paid in advance.

Trade between the two neighbours reached 240 billion US dollars in 2023. That was a record. Energy made up most of it.
"""

_numbers = itertools.count(1)


def uuid(number):
    """A client_uuid by its number, so that a test can send the same one again."""
    return UUID(int=number)


def make_user(username="", **fields):
    """An account in UTC, whose study day turns at four in the morning."""
    return User.objects.create(username=username or f"learner-{next(_numbers)}", **fields)


def make_guest(**fields):
    """Somebody whose only key is the browser's session."""
    return make_user(f"guest-{next(_numbers)}", is_guest=True, **fields)


def make_document(slug="crs-2023", text=TEXT, **described):
    """A document in the site bank, its passages made by the real reading code."""
    described = {
        "title": f"All about {slug}",
        "short": "CRS 2023",
        "publisher": "A publisher",
        "published": "2023-08",
        **described,
    }
    raw = text.strip().encode()
    entry = DocumentEntry(slug=slug, file=f"{slug}.txt", sha256=hashlib.sha256(raw).hexdigest(), **described)
    document = Document.objects.create(collection=sources.site_collection(), slug=slug, **described)
    version = DocumentVersion.objects.create(document=document, number=1, sha256=entry.sha256, raw=raw)
    sources.passages_make(document=document, version=version, entry=entry, corpus=frozenset())
    document.current = version
    document.save(update_fields=["current"])
    return document


def make_fact(document, quote, ref="", *, status=Status.READY, collection=None, **said):
    """A fact with one quotation, which must stand in the document."""
    ref = ref or f"{document.slug}/fact-{next(_numbers)}"
    passages, text = reading_text_of(document.current)
    place = text.find(quote)
    fact = Fact.objects.create(
        collection=collection or document.collection,
        ref=ref,
        status=status,
        entry={},
        document=document,
        nature="event",
        importance=said.pop("importance", "core"),
        position=place.start,
    )
    said = {"statement": quote, "folded": search.folded(quote), "content": {}, "content_hash": ref, **said}
    fact.current = FactVersion.objects.create(fact=fact, number=1, **said)
    fact.save(update_fields=["current"])
    rows = sources.evidence_ensure(document.current, [(place, passages[place.block])])
    FactEvidence.objects.create(fact_version=fact.current, evidence=rows[0], position=0)
    return fact


def make_question(*facts, kind="short_answer", asks="main", status=Status.READY, collection=None, **content):
    """A question of one fact, or of a group of several."""
    fact = facts[0]
    content = {**CONTENTS.get(kind, {}), **content}
    question = Question.objects.create(
        collection=collection or fact.collection,
        ref=f"{fact.ref}/{kind}-{next(_numbers)}",
        status=status,
        entry={},
        document=fact.document,
        kind=kind,
        asks=asks,
        is_group=len(facts) > 1,
        position=next(_numbers),
    )
    for position, one in enumerate(facts):
        QuestionFact.objects.create(question=question, fact=one, position=position)
    make_question_version(question, **content)
    return question


def make_question_version(question, **content):
    """The next version of a question, asking its facts as they are now; it becomes the current one."""
    version = QuestionVersion.objects.create(
        question=question,
        number=question.versions.count() + 1,
        kind=question.kind,
        content=content,
        content_hash=schema.content_hash(content),
        prompt=content.get("prompt", ""),
        explanation=content.get("explanation", ""),
    )
    for position, fact in enumerate(question.facts.order_by("questionfact__position")):
        QuestionVersionFact.objects.create(question_version=version, fact_version=fact.current, position=position)
    question.current = version
    question.save(update_fields=["current"])
    return version


CONTENTS = {
    "short_answer": {"prompt": "What did they sign?", "answer": "a treaty of friendship"},
    "cloze": {"text": "They signed a treaty of [[friendship]]."},
    "numeric": {"prompt": "How much was the trade?", "answer": "240", "unit": "billion US dollars"},
    "single_choice": {
        "prompt": "What did they sign?",
        "options": [
            {"id": "a", "text": "a treaty", "correct": True},
            {"id": "b", "text": "a map"},
            {"id": "c", "text": "a bill"},
        ],
    },
    "true_false": {"prompt": "They signed a treaty.", "answer": "true"},
}


def make_disagreement(*claims, kind="measure", note="They count differently."):
    """A disagreement of (fact, what it says) pairs."""
    row = Disagreement.objects.create(
        collection=claims[0][0].collection,
        ref=f"across/disagreements/d-{next(_numbers)}",
        entry={},
        kind=kind,
        note=note,
    )
    for position, (fact, says) in enumerate(claims):
        DisagreementClaim.objects.create(disagreement=row, fact=fact, says=says, position=position)
    return row


def make_card(user, fact, asks="main", now=NOW):
    """A new card of a learner's, through the real service; (fact, asks) needs a question to be shown."""
    made = cards.cards_add(study=memory.study(user, now=now), pairs=[(fact.pk, asks)])
    return made[0] if made else user.cards.get(fact=fact, asks=asks)


def put_aside(user, card, kind="suspend", now=NOW):
    """Put a card aside as the form of its answer side does: "bury" or "suspend"."""
    study = memory.study(user, now=now)
    card.refresh_from_db()
    token = promises.sign(promises.promise(card=card, face=0, study=study))
    kind = CardEvent.Kind(kind)
    return cards.card_put_aside(study=study, token=token, kind=kind, client_uuid=UUID(int=next(_numbers)))


def make_bank(count, slug="crs-2023"):
    """A document of `count` paragraphs of two sentences, with a fact and a short answer for each first sentence."""
    quotes = [
        f"Agreement number {number} of the two neighbours was signed in the year {1900 + number}."
        for number in range(1, count + 1)
    ]
    document = make_document(
        slug, "\n\n".join(f"{quote} Observers in both capitals took note of it then." for quote in quotes)
    )
    facts = [make_fact(document, quote) for quote in quotes]
    for number, fact in enumerate(facts, 1):
        make_question(fact, prompt=f"In which year was agreement number {number} signed?", answer=str(1900 + number))
    return facts


def make_read_document(blocks, slug="fiia-2018", **described):
    """A document whose passages are given: (kind, text) or (kind, text, fields of the passage), in reading order.

    In the raw text each stands in a line of its own, furniture too.
    """
    described = {"title": f"All about {slug}", "short": "FIIA 2018", "publisher": "A publisher", **described}
    document = Document.objects.create(collection=sources.site_collection(), slug=slug, **described)
    raw = "\n".join(block[1] for block in blocks)
    digest = hashlib.sha256(raw.encode()).hexdigest()
    version = DocumentVersion.objects.create(document=document, number=1, sha256=digest, raw=raw.encode(), words=440)
    place = start = number = 0
    for position, (kind, words, *fields) in enumerate(blocks):
        is_read, is_numbered = kind != "furniture", kind in {"paragraph", "list_item"}
        number += is_numbered
        Passage.objects.create(
            version=version,
            position=position,
            kind=kind,
            text=words,
            number=number if is_numbered else None,
            start=start if is_read else None,
            runs=[[0, place, len(words)]],
            **(fields[0] if fields else {}),
        )
        place += len(words) + 1
        start += (len(words) + 2) * is_read
    document.current = version
    document.save(update_fields=["current"])
    return document
