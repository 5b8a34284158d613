"""Grounding: a view is asked with the one who holds it, what is hedged with its hedge (G7)."""

import re
from collections.abc import Iterator, Sequence

from crlearn.bank.lint.clauses import bearing, clauses, sentences_of
from crlearn.bank.lint.rule import ALL, Hit, Rule, Subject, block
from crlearn.bank.lint.words import STOP, content_words, stem, tokens
from crlearn.bank.schema_entries import HELD

_PEOPLE = (
    "observers|experts|analysts|scholars|specialists|commentators|critics|researchers|economists|historians|diplomats"
    "|officials|policymakers|lawmakers|politicians|leaders|members|sources|reports|media|pundits|strategists|skeptics|sceptics"
)
_SAYING = (
    "say|says|said|believe|believes|believed|argue|argues|argued|contend|contends|think|thinks|claim|claims|claimed|expect"
    "|expects|see|view|views|note|notes|noted|warn|warns|warned|predict|predicts|assess|suggest|suggests|fear|estimate"
    "|consider|describe|conclude|concludes|maintain|doubt|worry|allege|trace|question|contended|cite|report|reported|call"
)
_HOLDER = re.compile(
    rf"\b(?P<who>(?:(?:some|many|most|several|other|various|certain|few) |a number of )?(?:[\w.’-]+ )?(?:[\w.’-]+ )?(?P<head>{_PEOPLE}|others))"
    rf"(?: (?:in|at|from|on|of) [\w.’ -]{{2,40}}?)?,? (?:have |has |had |also |to )?(?:{_SAYING})\b"
    rf"|\b[Aa]ccording to (?P<to>(?:[\w.’-]+ ){{0,4}}?(?P<tohead>{_PEOPLE}))\b"
)
_HEDGES = (
    "reportedly|allegedly|apparently|purportedly|supposedly|seemingly|arguably|presumably|probably|likely|unlikely|perhaps|possibly"
    "|potentially|(?-i:may)|might|could|appears?|appeared|seems?|seemed|suggest(?:s|ed|ing)?"
    "|(?:is|are) (?:said|believed|thought|expected|considered) to"
)
_HEDGE = re.compile(rf"\b(?:{_HEDGES})\b", re.IGNORECASE)
_HEDGED = re.compile(  # any word that keeps the doubt will do
    rf"\b(?:{_HEDGES}|would|believed?|thought|expect\w*|possibl[ey]|possibilit(?:y|ies)|likelihood|risks?|potential"
    r"|apparent|alleged|reports|reported|rumou?red|said|predict\w*|forecast|estimates?d?|suspect(?:s|ed)?|presum\w+|speculat\w+|supposed"
    r"|deem(?:s|ed)?|seem\w*|appear\w*|hints?|suppos\w+|claims?|interpret\w*"
    r"|consider(?:s|ed)?)\b",
    re.IGNORECASE,
)
_PEOPLE_WORD = re.compile(rf"\b(?:{_PEOPLE})\b")
_GROUP = re.compile(rf"\b[A-Z][\w.’-]+ (?:{_PEOPLE})\b")
_BRACKETS = re.compile(r"\([^)]*\)")
_SUBORDINATE = re.compile(r"(?:Although|Though|While|Even though|Whereas)\b")
_AS_THEY_CALL = re.compile(r"\b(?:what|which)\s*$")
_ASKS_WHO = re.compile(
    rf"\b(?:who|whose|which|what|whom)\b[^.?]*\b(?:{_SAYING}|voiced|articulated|wrote|described|calls)\b", re.IGNORECASE
)


def _held(subject: Subject) -> Iterator[Hit]:
    said = subject.said
    bears = _bears(subject)
    spared = bool(bears) and all(_PEOPLE_WORD.search(one) and not _holder(one, subject) for one in bears)
    for fact in subject.facts:
        held = fact.model.nature in HELD and not _names(said, fact.model.holder, subject)
        if held and not spared and not _ASKS_WHO.match(subject.prompt):  # else the answer is another who holds it
            yield block("holder_unnamed", at=("prompt",), holder=fact.model.holder)
            return
    if len(subject.facts) == 1:
        yield from _in_quotation(subject, said, bears)


def _bears(subject: Subject) -> list[str]:
    """The sentences of the quotations that bear the answer."""
    sentences = [sentence for quote in subject.quotes for sentence in sentences_of(quote)]
    return list(bearing(sentences, " ".join(subject.keys), subject.statement))


def _in_quotation(subject: Subject, said: str, bears: Sequence[str]) -> Iterator[Hit]:
    """What the sentence that bears the answer says of its holder, and its clause of how sure it is."""
    if not bears:
        return
    holders = [_holder(sentence, subject) for sentence in bears]
    if all(holders):
        named = any(_names(said, holder or "", subject) for holder in holders)
        persons = _persons(said, subject)
        if not named and not any(persons & _persons(sentence, subject) for sentence in bears):
            yield block("holder_unnamed", at=("prompt",), holder=holders[0])
        return
    parts = [part for sentence in bears for part in _clauses(sentence, subject)]
    hedges = [_HEDGE.search(part) for part in parts]
    if parts and all(hedges) and not _HEDGED.search(said):
        yield block("hedge_lost", at=("prompt",), hedge=hedges[0][0] if hedges[0] else "")


def _clauses(sentence: str, subject: Subject) -> list[str]:
    """The clauses of a sentence that bear the answer, without what stands in brackets beside it."""
    key = set(_key_words(subject))
    bare = _BRACKETS.sub(lambda match: match[0] if key & set(content_words(match[0])) else "", sentence)
    return list(bearing(clauses(bare), " ".join(subject.keys), subject.statement))


def _holder(sentence: str, subject: Subject) -> str | None:
    """Who is said to hold what a sentence says of the answer: "some observers", "Russian officials".

    A holder who opens the sentence holds all of it; one further on holds the clause ("what experts call X" only X).
    """
    parts, bears = clauses(_BRACKETS.sub("", sentence)), _clauses(sentence, subject)
    for place, part in enumerate(parts):
        match = _HOLDER.search(part)
        if match and (any(part in one for one in bears) or (place == 0 and not _SUBORDINATE.match(part))):
            if _AS_THEY_CALL.search(part[: match.start()]) and not set(_key_words(subject)) & set(
                content_words(part[match.end() :])
            ):
                continue
            words = (match["who"] or match["to"]).split()
            while len(words) > 1 and words[0].lower() in STOP - _QUANTITIES:
                words.pop(0)
            return " ".join(words)
    return None


def _key_words(subject: Subject) -> tuple[str, ...]:
    return content_words(" ".join(subject.keys))


def _persons(text: str, subject: Subject) -> set[str]:
    """The persons of the vocabulary who are named in a text."""
    entities = subject.context.bank.entities
    found = {span.value for span in subject.context.spans(text) if span.type == "entity"}
    return {one for one in found if entities[one].model.kind == "person"}


_QUANTITIES = frozenset(
    ["some", "many", "most", "several", "other", "others", "various", "certain", "few", "a", "number"]
)
_NO_NAMES = frozenset(map(stem, (*_QUANTITIES, "paper")))


def _names(said: str, holder: str, subject: Subject) -> bool:
    """Whether a text names a holder: one of the words that name it, or another name of the entity."""
    words = {*content_words(said), *tokens(said)}
    if {*map(str.lower, _GROUP.findall(said))} & {*map(str.lower, _GROUP.findall(subject.quote_text))}:
        return True  # another group of the quotation: “Russian leaders” beside “Russian policymakers”
    for one in re.split(r"[;,]|\band\b", holder):
        for part in (re.split(r" (?:of|in|at|from|with|without|for|cited|who|that) ", one.strip())[0], one):
            mine = [word for word in content_words(part) if word not in _NO_NAMES] or list(tokens(part))
            if mine and mine[-1] in words:
                return True
        if any(set(content_words(name)) <= words for name in _names_of(one.strip(), subject)):
            return True
    return False


def _names_of(holder: str, subject: Subject) -> Sequence[str]:
    """The other names of a holder: of an entity of the vocabulary, or of the document's publisher."""
    plain = holder.removeprefix("the ").removeprefix("The ")
    for names in subject.context.names.values():
        if plain in names:
            return names
    for document in subject.context.documents.values():
        entry = document.entry
        if plain in (entry.publisher, entry.short, entry.short.split()[0]) or plain.startswith(entry.short.split()[0]):
            return (entry.publisher, entry.short.split()[0])
    return ()


RULES = (
    Rule(
        "G7",
        "views have their holders",
        "arXiv 2509.25498",
        ALL,
        _held,
        ("holder_unnamed", "hedge_lost"),
    ),
)
