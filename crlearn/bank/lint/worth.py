"""Whether the bank asks what is worth knowing (B9): reasons, holders and comparisons, and not dates alone."""

import re
from collections.abc import Iterator, Sequence

from crlearn.bank.lint.option_values import value_of
from crlearn.bank.lint.rule import BankRule, Context, Finding, Hit, warn
from crlearn.bank.lint.subject import Subject
from crlearn.bank.lint.words import content_words, overlap, word_set

BARE = 0.35  # of the questions on core facts, at most, may ask for a date or a number alone
TRUE_FALSE = 0.1  # of the bank, at most
FEWEST = 40  # questions; of fewer a share says nothing

# A passage that has something to ask beyond who, when and where.
_REASON = re.compile(
    r"\b(?:because|due to|owing to|led to|lead(?:s|ing)? to|as a result|result(?:s|ed|ing) (?:in|from)|caus(?:e|es|ed|ing)|therefore|thus|"
    r"in order to|so that|driven by|drive[sn]?|thanks to|hence|stems? from|prompted|motivat\w+|aim(?:s|ed)? (?:to|at)|in response to)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:more \w+(?: \w+)? than|less \w+(?: \w+)? than|rather than|unlike|whereas|while|in contrast|compared (?:to|with)|"
    r"\w+er than|differ(?:s|ent|ence)?|instead of)\b",
    re.IGNORECASE,
)
# A question that goes there.
_ASKS_WHY = re.compile(
    r"\bwhy\b|\breasons?\b|\bcaus\w+|\bbecause\b|\b(?:led|leads?|leading)\b.*\bto\b|\b(?:drives?|drove|driven)\b|\bmotiv\w+|\bpurpose\w*|"
    r"\beffects?\b|\bresult\w*|\bconsequence\w*|\bwhat (?:has |had )?made\b|\bprompt(?:ed|s)\b|\baims?\b|\bgoals?\b|\bin response to what\b|"
    r"\bto what end\b|\bexplain\w*|\baccounts? for\b|\bon what grounds?\b|\bground\b|\bowing\b|\bdue to\b|\bthanks to\b|\bstem\w*|\bwhat for\b|"
    r"\b(?:seek|sought|hope[sd]?|fear\w*|want\w*|wish\w*|intend\w*)\b",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(
    r"\bwho(?:se|m)?\b.*\b(?:say|said|says|h[eo]lds?|held|calls?|called|thinks?|thought|believe[sd]?|judge[sd]?|argue[sd]?|see[ns]?|saw|claim\w*|view\w*|"
    r"doubt\w*|warn\w*|expect\w*|predict\w*|trace[sd]?|conclude[sd]?|worr\w+|concern\w*|fear\w*|opinion|words?|assess\w+|regard\w*|put)\b|"
    r"\b(?:which|what) (?:\w+ )?(?:experts?|officials?|analysts?|scholars?|observers?|documents?|publishers?|authors?|view|stance|position|judg[e]?ment|"
    r"verdict|assessment|opinion|conclusion)\b|"
    r"\b(?:how|what) (?:did|does|do|is|are|was|were|has|have) .*\b(?:judge[sd]?|see[ns]?|rate[sd]?|describe[sd]?|call(?:ed)?|regard(?:ed)?|view(?:ed)?|"
    r"assess(?:ed)?|sum up|think)\b",
    re.IGNORECASE,
)
_ASKS_COMPARED = re.compile(
    r"\bcompar\w+|\bdiffer\w*|\bunlike\b|\bcontrast\w*|\b(?:more|less|fewer|better|worse|closer|rather|other) than\b|\bdistinct\w*|\bdistinguish\w*|"
    r"\bapart\b|\binstead\b|\bchang\w+|\bshift\w*|\bhow far\b|\bto what extent\b|\bwhich limit\b|\bbalance\b|\bopposit\w+",
    re.IGNORECASE,
)


_DEEP_ASKS = word_set(
    "cause comparison contrast difference distinction effect goal holder motive purpose reason view whose why"
)


def is_bare(subject: Subject) -> bool:
    """Whether a question asks for a date or a number alone."""
    if subject.kind == "numeric":
        return True
    if subject.options:
        stated = [value for value, option in zip(subject.stated, subject.options, strict=True) if option.correct]
        return all(value.ordered for value in stated)
    if subject.kind not in ("short_answer", "cloze"):
        return False
    return value_of(subject.keys[0], subject.context.gazetteer, {}).ordered


def is_core(subject: Subject) -> bool:
    """Whether all facts that a question asks are core."""
    return all(fact.model.importance == "core" for fact in subject.facts)


def goes_deeper(subject: Subject) -> bool:
    """Whether a question asks why, who holds it, or how things compare; a group compares its facts."""
    text = subject.prompt
    if subject.kind in ("matching", "ordering") or subject.model.asks in _DEEP_ASKS:
        return True
    holders = {str(fact.model.holder) for fact in subject.facts if fact.model.holder}
    if any(overlap(key, holder) >= 1 for key in subject.keys for holder in holders if content_words(key)):
        return True
    return bool(_ASKS_WHY.search(text) or _ASKS_WHO.search(text) or _ASKS_COMPARED.search(text))


def has_more(fact: Subject) -> bool:
    """Whether the passage of a fact gives a reason, a holder or a comparison."""
    said = fact.quote_text
    return bool(fact.model.holder or _REASON.search(said) or _COMPARED.search(said))


def bare_share(context: Context) -> float:
    """The share of the questions on core facts that ask for a bare date or number; 0 where there are none."""
    core = [subject for subject in context.questions.values() if is_core(subject)]
    return sum(map(is_bare, core)) / len(core) if core else 0.0


def true_false_share(context: Context) -> float:
    """The share of true/false among all questions; 0 for an empty bank."""
    count = sum(subject.kind == "true_false" for subject in context.questions.values())
    return count / len(context.questions) if context.questions else 0.0


def shallow(context: Context) -> list[str]:
    """The core facts that nothing asks deeper, though their passage would allow it."""
    deep = {ref for subject in context.questions.values() if goes_deeper(subject) for ref in subject.entry.facts}
    asked = {ref for subject in context.questions.values() for ref in subject.entry.facts}
    return [
        ref
        for ref, fact in context.facts.items()
        if fact.model.importance == "core" and ref in asked and ref not in deep and has_more(fact)
    ]


def _worth(context: Context, _: Sequence[Finding]) -> Iterator[Hit]:
    for ref in shallow(context):
        yield warn("shallow", ref=ref, at=("questions",))
    if len(context.questions) < FEWEST:
        return
    if (share := bare_share(context)) > BARE:
        yield warn("bare_values", share=f"{share:.0%}", most=f"{BARE:.0%}")
    if (share := true_false_share(context)) > TRUE_FALSE:
        yield warn("many_true_false", share=f"{share:.0%}", most=f"{TRUE_FALSE:.0%}")


RULES = (
    BankRule(
        "B9",
        "what is asked is worth knowing",
        "a bank for learning, not for trivia",
        _worth,
        ("shallow", "bare_values", "many_true_false"),
    ),
)
