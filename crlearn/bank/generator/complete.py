"""Completing the files of a bank: drafts go in, the lint looks at them, and what it refuses is left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from crlearn.bank import files, schema
from crlearn.bank.files import Bank
from crlearn.bank.generator.corpus import Corpus
from crlearn.bank.generator.draft import Draft
from crlearn.bank.generator.plan import Plan, kept_by_people
from crlearn.bank.generator.splice import spliced
from crlearn.bank.kinds import KINDS
from crlearn.sources.quotations import ReadingText
from crlearn.sources.reading import DocumentEntry

ROUNDS = (
    12  # a draft that is refused makes room for the next of its fact; after so many nothing more comes in its place
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A draft that the lint refused: its ref, its form, the rule and what was wrong."""

    ref: str
    form: str
    rule: str
    said: str


Check = Callable[[Bank], Iterable[tuple[str, str, str]]]  # (ref, rule, what is wrong) of everything that is refused


@dataclass(frozen=True, slots=True)
class Completed:
    """The files with their generated questions; what was made and what was refused.

    `faceless`: fact ref and `asks` of what is asked of one fact and still has no question whose answer is produced.
    """

    raws: dict[str, bytes]
    drafts: list[Draft]
    refused: list[Refused]
    faceless: list[str]


def complete(
    raws: Mapping[str, bytes], texts: Mapping[str, ReadingText], documents: Sequence[DocumentEntry], check: Check
) -> Completed:
    """Complete the files of a bank, given as `files.read_bytes` takes them. Raises BankProblems, SpliceError."""
    slugs = [entry.slug for entry in documents]
    bank = files.read_bytes(raws, slugs)
    plan = Plan(Corpus(bank, texts, documents))
    kept = kept_by_people(bank)
    refused: dict[str, Refused] = {}
    for _ in range(ROUNDS):
        drafts = plan.chosen(refused)
        made = {name: _spliced(name, raw, bank, drafts, kept) for name, raw in raws.items()}
        by_ref = {draft.ref: draft for draft in drafts}
        found = [hit for hit in check(files.read_bytes(made, slugs)) if hit[0] in by_ref]
        if not found:
            break
        for ref, rule, said in found:
            refused.setdefault(ref, Refused(ref, by_ref[ref].form, rule, said))
    else:
        drafts = [draft for draft in drafts if draft.ref not in refused]
        made = {name: _spliced(name, raw, bank, drafts, kept) for name, raw in raws.items()}
    return Completed(made, drafts, list(refused.values()), _faceless(files.read_bytes(made, slugs)))


_CARDS = frozenset(("short_answer", "cloze", "numeric", "single_choice"))  # what a card may show


def _faceless(bank: Bank) -> list[str]:
    """Return fact/asks of what can be a card only by recognising."""
    recall: dict[str, bool] = {}
    for entry in bank.questions.values():
        if len(entry.facts) == 1 and entry.model.status == "ready" and entry.model.type in _CARDS:
            pair = f"{entry.facts[0]} {entry.model.asks}"
            recall[pair] = recall.get(pair, False) or KINDS[entry.model.type].recall
    return [pair for pair, has in recall.items() if not has]


def _spliced(
    name: str, raw: bytes, bank: Bank, drafts: Sequence[Draft], kept: Mapping[str, Mapping[str, object]]
) -> bytes:
    file = bank.by_name(name.rpartition("/")[2])
    if file.stem == schema.VOCABULARY:
        return raw
    return spliced(raw.decode(), file.tree, file.stem, drafts, kept).encode()
