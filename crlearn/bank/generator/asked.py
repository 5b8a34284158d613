"""What people ask of a fact already, and what the answers are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crlearn.bank.generator.corpus import Corpus, Known
from crlearn.bank.kinds import KINDS
from crlearn.bank.spans import Span, states
from crlearn.bank.values import tokens

_AROUND = frozenset(
    ("in", "since", "the", "by", "of", "some", "about", "around", "than", "more", "at", "least", "until")
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One `asks` of a fact: its questions, its answer as text ("" where it has no short one), and its value, if typed."""

    asks: str
    questions: tuple[Any, ...]
    answer: str
    span: Span | None

    @property
    def forms(self) -> frozenset[str]:
        return frozenset(question.type for question in self.questions)

    @property
    def has_recall(self) -> bool:
        """Whether a card of it has a face."""
        return any(KINDS[form].recall for form in self.forms)


def asked_of(fact: Known, corpus: Corpus) -> Iterator[Asked]:
    """Yield what is asked of a fact by questions of this fact alone."""
    by_asks: dict[str, list[Any]] = {}
    for entry in fact.asked:
        if entry.facts == (fact.ref,):
            by_asks.setdefault(entry.model.asks, []).append(entry.model)
    for asks, questions in by_asks.items():
        answers = [text for question in questions if (text := answer_of(question))]
        typed = [span for text in answers if (span := typed_answer(text, corpus))]
        yield Asked(asks, tuple(questions), answers[0] if answers else "", typed[0] if typed else None)


def answer_of(question: Any) -> str:
    """Return the answer of a question as text; "" where there is not one."""
    match question.type:
        case "single_choice":
            return str(question.keys[0].text)
        case "cloze" | "short_answer":
            return str(question.key)
        case "numeric":
            return f"{question.answer} {question.unit}" if question.unit else str(question.answer)
        case "true_false" if question.swap:
            return str(question.swap.was)
    return ""


def typed_answer(text: str, corpus: Corpus) -> Span | None:
    """Return the value that an answer is, if it is one and says nothing else."""
    found = [span for span in corpus.spans(text) if span.type != "demonym"]
    if len(found) != 1:
        return None
    rest = tokens(text[: found[0].start]) + tokens(text[found[0].end :].removeprefix("’s").removeprefix("'s"))
    return found[0] if all(word in _AROUND for word in rest) else None


def asks_of(span: Span, asked: list[Asked]) -> Asked | None:
    """Return what asks for a value already, if anything does."""
    for one in asked:
        if one.span and (states(one.span, span) or states(span, one.span)):
            return one
    return None
