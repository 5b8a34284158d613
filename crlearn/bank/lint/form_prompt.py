"""Form of the prompt: how long it is, and whether it asks one thing (M15, M16)."""

import re
from collections.abc import Iterator, Sequence

from crlearn.bank.lint.rule import ALL, CHOICE, RECALL, Hit, Rule, Subject, block, warn
from crlearn.bank.lint.words import content_words
from crlearn.bank.values import plain
from crlearn.sources.reading import sentences

PROMPT_WORDS, PROMPT_SENTENCES, OPTION_WORDS = (5, 35), 2, 20
LEAST_CONTENT = 4  # content words of a prompt
_WHICH_TRUE = re.compile(
    r"\b(?:which|what)(?: one)? of (?:the following|these|those|the statements? below|the options)\b[^?]{0,40}?\b(?:is|are|was|were)\s+"
    r"(?:not\s+|most\s+|best\s+)?(?:true|false|correct|incorrect|right|wrong|accurate)\b|"
    r"\bwhich (?:statement|sentence|option|answer|claim)s?\b[^?]{0,60}?\b(?:is|are|was|were) (?:not |in)?(?:true|false|correct|right|wrong|accurate)\b|"
    r"^(?:true or false|select the (?:best|right|correct|true)|choose the (?:best|right|correct|true)|mark the)\b",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """The words of a text as a reader counts them; what stands in brackets or behind a hyphen belongs to its word."""
    return [word for word in text.split() if any(char.isalnum() for char in word)]


def _size(subject: Subject) -> Iterator[Hit]:
    prompt = str(subject.model.prompt or "")
    least, most = PROMPT_WORDS
    count = len(words(prompt))
    if count > most or (count < least and not (subject.kind == "cloze" and not prompt)):
        yield warn("prompt_words", at=("prompt",), count=count, least=least, most=most)
    lines = len(sentences(prompt))
    if lines > PROMPT_SENTENCES:
        yield warn("prompt_sentences", at=("prompt",), count=lines, most=PROMPT_SENTENCES)
    for index, option in enumerate(subject.options):
        if (length := len(words(option.text))) > OPTION_WORDS:
            yield warn("option_words", at=("options", index, "text"), count=length, most=OPTION_WORDS)
    if (opening := _opening([option.text for option in subject.options])) and not all(
        one.ordered for one in subject.stated
    ):
        yield warn("same_opening", at=("options",), text=opening)


def _opening(options: Sequence[str]) -> str:
    """What all options begin with, articles aside: three words, or two of which one carries meaning and that are no name."""
    split = [[word.strip(",;:") for word in text.split()] for text in options]
    shared: list[str] = []
    for column in zip(*split, strict=False):
        if len({plain(word) for word in column}) > 1:
            break
        shared.append(column[0])
    said = [word for word in shared if word.lower() not in ("a", "an", "the")]
    if len(split) < 2 or len(said) < 2 or (len(said) == 2 and not content_words(" ".join(said))):
        return ""
    return "" if all(word[0].isupper() for word in said) else " ".join(shared)


def _asks(subject: Subject) -> Iterator[Hit]:
    prompt = subject.prompt
    if _WHICH_TRUE.search(prompt):
        yield block("which_is_true", at=("prompt",))
    blanks = len(re.findall(r"_{2,}", prompt))
    asking = str(subject.model.prompt or "").rstrip('”"’) ')
    if blanks > 1:
        yield block("several_blanks", at=("prompt",), count=blanks)
    elif not blanks and "?" not in asking:
        yield block("no_question", at=("prompt",))
    count = len(set(content_words(prompt)))
    if count < LEAST_CONTENT:
        yield block("thin_prompt", at=("prompt",), count=count, least=LEAST_CONTENT)


RULES = (
    Rule(
        "M15",
        "short enough to be read once",
        "Haladyna et al., 13 and 16",
        ALL - {"ordering", "matching"},
        _size,
        ("prompt_words", "prompt_sentences", "option_words", "same_opening"),
    ),
    Rule(
        "M16",
        "the prompt asks one thing and is understood without the options",
        "Haladyna et al., 15",
        CHOICE | RECALL,
        _asks,
        ("which_is_true", "several_blanks", "no_question", "thin_prompt"),
    ),
)
