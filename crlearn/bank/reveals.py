"""What stands behind an answer: the facts that a question asks, their quotations in their paragraphs, and what other
documents say."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib.auth.models import AnonymousUser

from crlearn.bank.models import DisagreementClaim, FactEvidence, FactVersion, QuestionVersionFact, Status
from crlearn.sources.models import Document, Evidence, Passage
from crlearn.sources.selectors import Viewer, keys_visible

Range = tuple[int, int]
Hidden = Mapping[int, Sequence[Range]]


@dataclass(frozen=True, slots=True)
class Proof:
    """A quotation in its paragraph, as a learner sees it after an answer.

    further: it is not the first quotation of its fact. also: other facts that quotations of this paragraph prove.
    Of the other side of a disagreement: what it says in short, and the kind of the disagreement.
    """

    document: Document
    passage: Passage
    evidence: Evidence
    segments: list[dict[str, str]]
    fact: FactVersion
    says: str = ""
    kind: str = ""
    further: bool = False
    also: tuple[FactVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class Revealed:
    """What is shown of a question once it is answered: its facts, their proofs, and what says otherwise."""

    facts: list[FactVersion]
    proofs: list[Proof]
    others: list[Proof] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def revealed(
    versions: Sequence[int], *, hidden: Hidden, viewer: Viewer | None = None, together: bool = False
) -> dict[int, Revealed]:
    """Return question version pk → what proves its answer, and what other documents say of it. Four queries for all.

    `hidden`: document version pk → ranges of its reading text that must not be shown yet, since they are still asked.
    viewer: whose own collections may say otherwise, beside the site's; none: the site's alone.
    together: quotations of one paragraph are marked in it together, and the first quotation of each fact comes first.
    """
    asked: dict[int, list[FactVersion]] = defaultdict(list)
    links = QuestionVersionFact.objects.filter(question_version__in=versions).select_related("fact_version__fact")
    for link in links.order_by("position"):
        asked[link.question_version_id].append(link.fact_version)
    claims = _other_claims({fact.fact_id for facts in asked.values() for fact in facts}, viewer or AnonymousUser())
    shown = [fact.pk for facts in asked.values() for fact in facts]
    shown += [claim.fact.current_id for sides in claims.values() for claim in sides if claim.fact.current_id]
    rows = _evidence_of(shown)
    found = {version: _revealed(asked[version], claims, rows, hidden) for version in versions}
    return {version: _together(one, hidden) for version, one in found.items()} if together else found


def revealed_facts(asked: list[FactVersion], *, viewer: Viewer) -> Revealed:
    """Return what proves these facts, and what other documents say of them. Three queries for all."""
    claims = _other_claims({fact.fact_id for fact in asked}, viewer)
    shown = [fact.pk for fact in asked]
    shown += [claim.fact.current_id for sides in claims.values() for claim in sides if claim.fact.current_id]
    return _together(_revealed(asked, claims, _evidence_of(shown), {}), {})


def _other_claims(facts: Collection[int], viewer: Viewer) -> dict[int, list[DisagreementClaim]]:
    """Return fact pk → the claims of other facts in its disagreements. Two queries."""
    own = DisagreementClaim.objects.filter(
        keys_visible(viewer, "disagreement__collection"), fact__in=facts, disagreement__status=Status.READY
    )
    secret = DisagreementClaim.objects.exclude(keys_visible(viewer, "fact__collection"))
    own = own.exclude(disagreement__in=secret.values("disagreement"))  # the note speaks of every side
    sides: dict[int, list[int]] = defaultdict(list)
    for fact, disagreement in own.order_by("pk").values_list("fact", "disagreement"):
        sides[fact].append(disagreement)
    claims = DisagreementClaim.objects.filter(
        keys_visible(viewer, "fact__collection"),
        disagreement__in={pk for pks in sides.values() for pk in pks},
        fact__status=Status.READY,
        fact__on_hold=False,
    ).select_related("disagreement", "fact__current")
    by_disagreement: dict[int, list[DisagreementClaim]] = defaultdict(list)
    for claim in claims.order_by("position"):
        by_disagreement[claim.disagreement_id].append(claim)
    return {
        fact: [claim for pk in pks for claim in by_disagreement[pk] if claim.fact_id != fact]
        for fact, pks in sides.items()
    }


def _evidence_of(fact_versions: Sequence[int]) -> dict[int, list[Evidence]]:
    rows: dict[int, list[Evidence]] = defaultdict(list)
    for link in (
        FactEvidence.objects.filter(fact_version__in=fact_versions, evidence__passage__start__isnull=False)
        .select_related("evidence__passage", "evidence__version__document")
        .defer("evidence__version__raw")
        .order_by("position")
    ):
        rows[link.fact_version_id].append(link.evidence)
    return rows


def _revealed(
    asked: list[FactVersion],
    claims: Mapping[int, list[DisagreementClaim]],
    rows: Mapping[int, list[Evidence]],
    hidden: Hidden,
) -> Revealed:
    own = {fact.fact_id for fact in asked}
    sides = {
        claim.fact_id: claim for fact in asked for claim in claims.get(fact.fact_id, ()) if claim.fact_id not in own
    }
    proofs = [
        proof(row, fact, "proof", hidden.get(row.version_id, ()), further=place > 0)
        for fact in asked
        for place, row in enumerate(rows.get(fact.pk, ()))
    ]
    others, notes, untold = [], [], set()
    for claim in sides.values():
        fact, quoted = claim.fact.current, rows.get(claim.fact.current_id or 0, ())
        if fact is None or any(_is_hidden(row, hidden) for row in quoted):
            untold.add(claim.disagreement.note)  # the other side is itself still asked, and the note speaks of it
            continue
        notes.append(claim.disagreement.note)
        for row in quoted[:1]:
            one = proof(row, fact, "counter", hidden.get(row.version_id, ()))
            others.append(replace(one, says=claim.says, kind=claim.disagreement.kind))
    return Revealed(asked, proofs, others, [note for note in dict.fromkeys(notes) if note and note not in untold])


def _is_hidden(row: Evidence, hidden: Hidden) -> bool:
    start, end = row.start or 0, row.end or 0
    return any(low < end and start < high for low, high in hidden.get(row.version_id, ()))


def _together(found: Revealed, hidden: Hidden) -> Revealed:
    proofs = sorted(found.proofs, key=lambda one: one.further)
    return replace(
        found, proofs=_by_passage(proofs, "proof", hidden), others=_by_passage(found.others, "counter", hidden)
    )


def _by_passage(proofs: Sequence[Proof], mark: str, hidden: Hidden) -> list[Proof]:
    """Return one proof a paragraph, with all of its quotations marked."""
    by_passage: dict[int, list[Proof]] = defaultdict(list)
    for one in proofs:
        by_passage[one.passage.pk].append(one)
    return [
        group[0]
        if len(group) == 1
        else replace(
            group[0],
            segments=_segments([one.evidence for one in group], group[0].passage, mark, hidden),
            also=tuple(dict.fromkeys(one.fact for one in group[1:] if one.fact != group[0].fact)),
        )
        for group in by_passage.values()
    ]


def proof(row: Evidence, fact: FactVersion, mark: str, hidden: Sequence[Range] = (), *, further: bool = False) -> Proof:
    """Return a quotation in its paragraph, without the sentences that must stay hidden."""
    assert row.passage is not None
    segments = _segments([row], row.passage, mark, {row.version_id: hidden})
    return Proof(row.version.document, row.passage, row, segments, fact, further=further)


def _segments(rows: Sequence[Evidence], passage: Passage, mark: str, hidden: Hidden) -> list[dict[str, Any]]:
    base = passage.start or 0
    marked = [((row.start or 0) - base, (row.end or 0) - base) for row in rows]
    clear = [(low - base, high - base) for low, high in hidden.get(rows[0].version_id, ())]
    return segments_of(passage.text, marked, mark, clear)


def segments_of(text: str, marked: Sequence[Range], mark: str, hidden: Sequence[Range]) -> list[dict[str, Any]]:
    """Return a paragraph in pieces: the quotations marked, and what is hidden left out (mark "hidden", no text).

    What is marked is shown even where it is also hidden: it has just been asked itself.
    """
    pieces: list[dict[str, Any]] = []
    cursor = 0
    for start, end in [*_merged(text, 0, len(text), marked, gap=False), (len(text), len(text))]:
        for low, high in _merged(text, cursor, start, hidden, gap=True):
            pieces += [{"text": text[cursor:low], "mark": ""}, {"text": "", "mark": "hidden"}]
            cursor = high
        pieces += [{"text": text[cursor:start], "mark": ""}, {"text": text[start:end], "mark": mark}]
        cursor = end
    return [piece for piece in pieces if piece["text"] or piece["mark"] == "hidden"]


def _merged(text: str, low: int, high: int, ranges: Sequence[Range], *, gap: bool) -> list[Range]:
    """Return the ranges inside text[low:high] in order; overlapping ones are one.

    gap: so are those with nothing but white space between them.
    """
    found: list[Range] = []
    for start, end in sorted((max(start, low), min(end, high)) for start, end in ranges):
        if start >= end:
            continue
        if found and (start < found[-1][1] or (gap and not text[found[-1][1] : start].strip())):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
