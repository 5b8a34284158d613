"""Recall faces: what is asked only by recognising gets a question whose answer is produced, so that it can be a card.

The prompt that a person wrote is kept; what becomes of it depends on the answer: a number to write, a name or a date to
write, or the words of the quotation to fill in. An answer that is a whole thought gets none: nobody types it word by word.
"""

import re
from collections.abc import Iterator
from typing import Any

from crlearn.bank.generator.asked import Asked, asked_of
from crlearn.bank.generator.corpus import Corpus, Known
from crlearn.bank.generator.draft import Draft, draft_id
from crlearn.bank.generator.sentence import find_words, gapped, words
from crlearn.bank.generator.shown import number, scaled
from crlearn.bank.lint.words import content_words
from crlearn.bank.spans import DATES, Span
from crlearn.bank.values import parse_quantity, tokens

SHORT = 3  # words of an answer that has no type: more than that nobody writes word by word
_OPEN = re.compile(r"(?:.*,? )?\b(?:who|whom|whose|which|what)\b", re.IGNORECASE)
_LISTED = re.compile(
    r"\b(?:of these|of the following|following|closest|best describes?|two|three|how|why)\b", re.IGNORECASE
)
_ADJECTIVE = re.compile(r"\w+(?:ive|ward|al|ous|ful|less|ant|ic|able|ible|ed|ing|ly|ary|ong|ar)", re.IGNORECASE)
_FUNCTION = frozenset(
    (
        "to",
        "by",
        "it",
        "they",
        "not",
        "in",
        "that",
        "with",
        "as",
        "from",
        "on",
        "at",
        "for",
        "because",
        "if",
        "when",
        "no",
    )
)
_DETERMINER = re.compile(
    r"^(?:the|a|an|their|its|some|many|most|several|certain|a number of|number of|official) ", re.IGNORECASE
)
_HEAD = re.compile(
    r"^(?:principle|idea|issue|question|policy|process|matter|field|form|use|kind)s? of (?:the )?", re.IGNORECASE
)
_MONEY = {"USD": "US dollars", "EUR": "euros", "GBP": "pounds", "RUB": "rubles", "CNY": "yuan", "JPY": "yen"}


def faces(fact: Known, corpus: Corpus) -> Iterator[Draft]:
    """Yield a recall face for each `asks` of a fact that has none and can have one."""
    for place, asked in enumerate(asked_of(fact, corpus)):
        if asked.has_recall or not asked.answer:
            continue
        made = _face(asked, fact, corpus)
        if made:
            form, content = made
            yield Draft(
                fact.ref,
                form,
                draft_id(form, *_seeds(fact), asked.asks),
                _ordered(asked.asks, content),
                (0, f"{place:03}"),
            )


def _seeds(fact: Known) -> list[str]:
    return [quote.seed for quote in fact.quotes]


def _ordered(asks: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"asks": asks, **content}


def _face(asked: Asked, fact: Known, corpus: Corpus) -> tuple[str, dict[str, Any]] | None:
    base = next((one for one in asked.questions if one.type == "single_choice"), None)
    if base is None:
        return _of_swap(next((one for one in asked.questions if one.type == "true_false"), None), corpus)
    if asked.span:
        return _typed(asked, asked.span, base.prompt)
    return _gap(asked.answer, base.prompt, fact, corpus) or _phrase(asked.answer, base.prompt, fact)


def _typed(asked: Asked, span: Span, prompt: str) -> tuple[str, dict[str, Any]] | None:
    """A name, a date or a rank to write, or a number."""
    if span.type in ("money", "percent", "count", "number"):
        return _number(asked.answer, span, prompt)
    if span.type == "entity":
        return "answer", {"type": "short_answer", "prompt": prompt, "answer": span.text, "entity": span.value}
    if span.type in DATES or span.type == "ordinal":
        return "answer", {"type": "short_answer", "prompt": prompt, "answer": span.text}
    return None


def _number(answer: str, span: Span, prompt: str) -> tuple[str, dict[str, Any]] | None:
    digits, unit = number(span), ""
    if span.type == "money" and (amount := scaled(span)):
        digits, unit = amount[0], f"{amount[1]} {_MONEY[span.unit]}".strip()
    elif span.type == "percent":
        unit = "percent"
    elif span.type == "count":
        unit = span.text.split()[-1] if " " in span.text else f"{span.unit}s"
    written = " ".join(filter(None, (answer[: answer.index(span.text)].strip(), digits)))
    if not digits or parse_quantity(written) is None:
        return None
    return "number", {"type": "numeric", "prompt": prompt, "answer": written, **({"unit": unit} if unit else {})}


def _of_swap(question: Any, corpus: Corpus) -> tuple[str, dict[str, Any]] | None:
    """The statement of a true/false question, with the value that the document has as its gap."""
    swap = question.swap if question else None
    if swap is None or question.prompt.count(swap.to) != 1:
        return None
    start = question.prompt.index(swap.to)
    sentence = question.prompt.replace(swap.to, swap.was)
    text = gapped(sentence, start, start + len(swap.was), corpus)
    return ("cloze", {"type": "cloze", "text": text}) if text else None


def _gap(answer: str, prompt: str, fact: Known, corpus: Corpus) -> tuple[str, dict[str, Any]] | None:
    """The words of the answer as a gap in the quotation that has them; the question above it says what is asked."""
    if not _producible(answer):
        return None
    for quote in fact.quotes:
        for sentence in quote.begun:
            if not _answers(sentence, prompt, corpus):
                continue
            if (found := find_words(answer, sentence)) and (text := gapped(sentence, *found, corpus)):
                gap = sentence[slice(*found)]
                return "cloze", {"type": "cloze", "prompt": prompt, "text": text, **_accept(gap, answer)}
    return None


def _answers(sentence: str, prompt: str, corpus: Corpus) -> bool:
    """Whether a sentence seems to be the one that a question asks: two of its words, what all is about left aside."""
    names = {word for entity in corpus.main for word in content_words(corpus.bank.entities[entity].model.name)}
    return len({*content_words(sentence)} & {*content_words(prompt)} - names) > 1


def _phrase(answer: str, prompt: str, fact: Known) -> tuple[str, dict[str, Any]] | None:
    """A few words of the quotation, to a question that asks for a thing or a person."""
    if not _producible(answer) or not _OPEN.match(prompt) or _LISTED.search(prompt):
        return None
    for quote in fact.quotes:
        if found := find_words(answer, quote.text):
            text = quote.text[slice(*found)]
            return "answer", {"type": "short_answer", "prompt": prompt, "answer": text, **_accept(text, answer)}
    return None


def _accept(shown: str, answer: str) -> dict[str, list[str]]:
    """Return what counts as well: the words of the option; the answer without “some” or “the principle of” before it."""
    forms = {answer, _DETERMINER.sub("", shown), _HEAD.sub("", _DETERMINER.sub("", shown))}
    return {"accept": found} if (found := sorted(form for form in forms if tokens(form) != tokens(shown))) else {}


def _producible(answer: str) -> bool:
    """Whether somebody who knows an answer would write it in these words: few, one thing, and no lone adjective."""
    bare = answer.strip("“”\"' ")
    if re.search(r"[,;“”\"]", bare) or _ADJECTIVE.fullmatch(bare):
        return False
    return words(_DETERMINER.sub("", answer)) <= SHORT and bare.split()[0].lower() not in _FUNCTION
