"""Form of what is answered in one's own words, and of what is said after the answer (M17, M18, F1)."""

import re
from collections.abc import Iterator

from crlearn.bank.lint.form_prompt import words
from crlearn.bank.lint.rule import ALL, RECALL, Hit, Rule, Subject, block, warn
from crlearn.bank.lint.words import STOP, content_words, overlap, stands_in
from crlearn.bank.values import tokens

GAP_WORDS = 5
SENTENCE_WORDS = (8, 35)
ANSWER_WORDS = 12, 25  # warned of, refused
REPEATS = 0.8  # share of an explanation's content words that its fact has said already
_LIST = re.compile(
    r"[^,;]+(?:[,;] ?(?:and |or )?[^,;]+){2,}|[^,;]+[,;] [^,;]+? (?:and|or) [^,;]+|\S+(?: \S+)? and \S+(?: \S+)? and \S+(?: \S+)?",
    re.IGNORECASE,
)


def _gap(subject: Subject) -> Iterator[Hit]:
    before, gap, after = subject.model.parts
    key = gap.strip()
    count = len(words(key))
    if count > GAP_WORDS:
        yield block("long_gap", at=("text",), count=count, most=GAP_WORDS)
    if all(word in STOP for word in tokens(key)) and not subject.context.spans(key):
        yield block("function_word", at=("text",), text=key)
    if not any(char.isalnum() for char in before):
        yield block("first_word_gone", at=("text",))
    least, most = SENTENCE_WORDS
    length = len(words(before + gap + after))
    if not least <= length <= most:
        yield block("sentence_words", at=("text",), count=length, least=least, most=most)
    if _visible(subject, key, before, after):
        yield block("answer_visible", at=("text",), text=key)


def _visible(subject: Subject, key: str, before: str, after: str) -> bool:
    """Whether the answer can be read off: its words, other forms of them, or another name of the same thing."""
    around = (str(subject.model.prompt or "").removeprefix("Complete "), before, after)  # the order is no answer
    said = set(content_words(key))
    if any(stands_in(key, text) or (said and said <= set(content_words(text))) for text in around):
        return True
    context = subject.context
    whole = [span for span in context.spans(key) if (span.start, span.end) == (0, len(key))]
    if not whole:
        return False
    found = [span for text in around for span in context.spans(text) if span.key == whole[0].key]
    return any(span.type != "entity" or _acronym(span.text) or _acronym(key) for span in found)


def _acronym(text: str) -> bool:
    """Whether a name is an abbreviation; of other names of a thing one does not call the other to mind."""
    return text.replace(".", "").isupper() and " " not in text


def _whys(subject: Subject) -> Iterator[Hit]:
    for index, option in enumerate(subject.options):
        if not option.correct and not option.why:
            yield warn("no_why", at=("options", index), id=option.id)
    if subject.model.origin == "written" and all(fact.model.importance == "core" for fact in subject.facts):
        explanation = subject.model.explanation
        if not explanation:
            yield warn("no_explanation")
        elif (share := overlap(explanation, " ".join(str(fact.model.statement) for fact in subject.facts))) >= REPEATS:
            yield warn("explanation_repeats", at=("explanation",), share=f"{share:.0%}")


def _short(subject: Subject) -> Iterator[Hit]:
    at = ("text" if subject.kind == "cloze" else "answer",)
    key = subject.keys[0]
    count, (few, most) = len(words(key)), ANSWER_WORDS
    if count > most:
        yield block("answer_too_long", at=at, count=count, most=most)
    elif count > few:
        yield warn("answer_long", at=at, count=count, most=few)
    if _is_list(subject, key):
        yield block("answer_lists", at=at, text=key)


def _is_list(subject: Subject, key: str) -> bool:
    """Whether an answer lists three things or more. A name or a number that has commas is one thing."""
    if not _LIST.fullmatch(key):
        return False
    found = subject.context.spans(key)
    return not any(span.start == 0 and span.end == len(key) for span in found) and not re.search(r"\d, ?\d", key)


RULES = (
    Rule(
        "M17",
        "a gap that can be filled by who knows, and by nobody else",
        "Becker, Basu & Vanderwende 2012; Wozniak 5",
        frozenset({"cloze"}),
        _gap,
        ("long_gap", "function_word", "first_word_gone", "sentence_words", "answer_visible"),
    ),
    Rule(
        "M18",
        "what is said after the answer teaches",
        "Roediger & Marsh 2005",
        ALL,
        _whys,
        ("no_why", "no_explanation", "explanation_repeats"),
    ),
    Rule(
        "F1",
        "the answer is short, and no list",
        "Wozniak 4, 9 and 10",
        RECALL,
        _short,
        ("answer_long", "answer_too_long", "answer_lists"),
    ),
)
