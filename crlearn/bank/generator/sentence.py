"""Which sentences can be asked without what stands around them, and where a gap may be."""

import re

from crlearn.bank.generator.corpus import Corpus
from crlearn.bank.spans import Span, states
from crlearn.bank.values import tokens

LEAST, MOST = 8, 35  # words of a sentence with a gap
GAP = 5  # words

_OPENING = re.compile(
    r"(?:It|They|This|That|These|Those|He|She|Its|Their|His|Her|Such|However|Indeed|For example|For instance|In addition"
    r"|Moreover|Meanwhile|Nevertheless|Nonetheless|Later|Also|But|And|Yet|Still|Often|Similarly|Likewise|Thus|Therefore"
    r"|Furthermore|Additionally|Instead|Conversely|By contrast|In turn|As a result|Only one|To that end|In one instance"
    r"|and|but|or|nor|which|who|whom|whose|where|when|while|whereas|that|than|so|as well|also|its|their|his)\b"
)
_POINTING = re.compile(
    r"\b(?:this|these|the latter|the former|the latter’s|that (?:year|time|month|period)|the pair|the same|above|below"
    r"|the (?:project|pipeline|deal|agreement|plan|proposal|invasion’s|document|report|statement|conflict|exercise|drill|event"
    r"|visit|regime|system|product|group|venture|move|issue))\b|[\[\]]|\(See|\(For",
)
_QUOTES = " “”\"'"
_WORD = re.compile(r"[^\W_]")


def stands_alone(sentence: str) -> bool:
    """Whether a sentence can be read by itself, as far as its words tell: nothing in it points outside."""
    whole = next((char for char in sentence if char.isalnum()), "").islower() is False  # else its beginning is missing
    return whole and not _OPENING.match(sentence) and not _POINTING.search(sentence)


def words(text: str) -> int:
    """The number of words of a text."""
    return sum(1 for word in text.split() if _WORD.search(word))


def gapped(sentence: str, start: int, end: int, corpus: Corpus) -> str | None:
    """Return a sentence with the gap [[…]], or None where there may be none: too long, or the answer can be read off."""
    before, gap, after = sentence[:start], sentence[start:end], sentence[end:]
    if not LEAST <= words(sentence) <= MOST or not 1 <= words(gap) <= GAP or not words(before):
        return None
    if not stands_alone(sentence) or visible(gap, f"{before} … {after}", corpus):
        return None
    return f"{before}[[{gap}]]{after}".strip()


def visible(answer: str, text: str, corpus: Corpus) -> bool:
    """Whether an answer, another form of its value, or one of its longer words stands in a text."""
    said = tokens(text)
    mine = tokens(answer)
    if any(said[at : at + len(mine)] == mine for at in range(len(said))):
        return True
    others = corpus.all_spans(text)
    return any(states(one, span) for span in corpus.spans(answer) for one in others)


def covering(sentence: str, span: Span) -> tuple[int, int]:
    """Return what to leave out for a value: the number alone of a count, all of anything else."""
    if (
        span.type == "count"
        and span.unit not in span.value
        and (match := re.match(r"[\w.,]+(?:-\w+)?(?= )", span.text))
    ):
        return span.start, span.start + match.end()
    return span.start, span.end


def find_words(phrase: str, sentence: str) -> tuple[int, int] | None:
    """Return where a phrase stands in a sentence, word for word but for case and an article before it."""
    plain = re.sub(r"^(?:the|a|an|their|its) ", "", phrase.strip(_QUOTES), flags=re.IGNORECASE).strip(_QUOTES)
    pattern = r"[\s\u00a0]+".join(re.escape(word) for word in plain.split())
    found = list(re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", sentence, re.IGNORECASE)) if pattern else []
    return found[0].span() if len(found) == 1 else None
