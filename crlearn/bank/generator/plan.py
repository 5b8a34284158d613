"""Which drafts are taken: for each fact as many as it lacks, few, and none that the lint has refused."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from crlearn.bank.generator.choices import choices
from crlearn.bank.generator.corpus import Corpus, Known
from crlearn.bank.generator.draft import Draft
from crlearn.bank.generator.faces import faces
from crlearn.bank.generator.gaps import gaps
from crlearn.bank.generator.groups import groups
from crlearn.bank.generator.sources import sources
from crlearn.bank.generator.truths import truths

ENOUGH = {"core": 4, "detail": 3, "minor": 2}  # questions of a fact, from which on only missing faces are made
MOST = 2  # questions made for a fact, missing faces not counted
TRUTHS = 0.10  # of the bank may be true or false
MADE_TRUTHS = 0.02  # of the bank are made
FACE = 0  # the first number of the place of a face


class Plan:
    """Every draft of a bank, worked out once; `chosen` takes from them."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.by_fact = {fact.ref: _drafts(fact, corpus) for fact in corpus.facts.values()}
        self.groups = list(groups(corpus))

    def chosen(self, refused: Collection[str] = ()) -> list[Draft]:
        """Return the drafts that are taken, leaving out those with a ref in `refused`; in the order of the files."""
        taken = [draft for fact in self.corpus.facts.values() for draft in self._of_fact(fact, refused)]
        taken += [draft for draft in self.groups if draft.ref not in refused]
        return self._without_truths(taken)

    def _of_fact(self, fact: Known, refused: Collection[str]) -> Iterator[Draft]:
        had = Counter(entry.model.type for entry in fact.asked)
        asked = {(entry.model.asks, entry.model.type) for entry in fact.asked if entry.facts == (fact.ref,)}
        ids = {entry.model.id for entry in fact.asked}
        edited = [entry.model.type for entry in fact.asked if entry.model.origin == "edited"]  # was made here once
        room = min(MOST - len(edited), ENOUGH[fact.model.importance] - had.total())
        gapped, faced = "cloze" in edited, set()
        for draft in self.by_fact[fact.ref]:
            free = draft.form == "truth"  # these are few, and chosen among all
            face = draft.place[0] == FACE
            pair = (draft.content["asks"], draft.content["type"])
            if draft.ref in refused or draft.id in ids or pair in asked or pair[0] in faced:
                continue
            if not (face or free) and (room <= 0 or (gapped and draft.form == "cloze")):
                continue
            gapped = gapped or draft.form == "cloze"
            faced |= {pair[0]} if face else set()
            room -= not free
            asked.add(pair)
            yield draft

    def _without_truths(self, taken: Sequence[Draft]) -> list[Draft]:
        """Return drafts with at most so many to be judged true or false, as many true as false."""
        written = [entry.model for entry in self.corpus.bank.questions.values() if entry.model.origin != "generated"]
        whole = len(written) + sum(draft.form != "truth" for draft in taken)
        room = min(int(whole * MADE_TRUTHS), int(whole * TRUTHS) - sum(one.type == "true_false" for one in written))
        by_seed = sorted((draft for draft in taken if draft.form == "truth"), key=lambda draft: draft.place)
        sides = [[one for one in by_seed if one.content["answer"] == side] for side in ("true", "false")]
        kept = {draft.ref for side in sides for draft in side[: max(0, room // 2)]}
        return [draft for draft in taken if draft.form != "truth" or draft.ref in kept]


def _drafts(fact: Known, corpus: Corpus) -> list[Draft]:
    """Return every draft of a fact, the best first; a fact with a slip of its source gets none but what people wrote."""
    if fact.model.slip or not fact.quotes:
        return []
    made = [draft for make in (faces, choices, sources, gaps, truths) for draft in make(fact, corpus)]
    return sorted(made, key=lambda draft: draft.place)


def kept_by_people(bank: Any) -> dict[str, dict[str, Any]]:
    """Ref → the status and `ignore` that a person set on a generated question."""
    return {
        ref: {"status": entry.model.status, "ignore": dict(entry.model.ignore)}
        for ref, entry in bank.questions.items()
        if entry.model.origin == "generated" and (entry.model.status != "ready" or entry.model.ignore)
    }
