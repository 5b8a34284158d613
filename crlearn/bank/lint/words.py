"""The words of a text as rules compare them: tokens, stems, and the words that carry its meaning."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import snowballstemmer

from crlearn.bank.values_words import tokens

__all__ = ["STOP", "content_words", "overlap", "places", "stands_in", "stem", "tokens"]

# Words that tie others together. Negations are left out of it: they are part of what is said.
STOP = frozenset(
    [
        "a",
        "about",
        "above",
        "according",
        "after",
        "again",
        "all",
        "also",
        "although",
        "am",
        "among",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "below",
        "between",
        "both",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "doing",
        "done",
        "down",
        "during",
        "each",
        "either",
        "et",
        "etc",
        "few",
        "for",
        "from",
        "further",
        "had",
        "has",
        "have",
        "having",
        "he",
        "her",
        "here",
        "hers",
        "him",
        "his",
        "how",
        "however",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "just",
        "like",
        "made",
        "make",
        "many",
        "may",
        "might",
        "more",
        "most",
        "much",
        "must",
        "my",
        "of",
        "off",
        "on",
        "once",
        "one",
        "only",
        "or",
        "other",
        "others",
        "our",
        "out",
        "over",
        "own",
        "per",
        "rather",
        "s",
        "same",
        "shall",
        "she",
        "should",
        "since",
        "so",
        "some",
        "such",
        "t",
        "than",
        "that",
        "the",
        "their",
        "theirs",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "though",
        "through",
        "thus",
        "to",
        "too",
        "toward",
        "towards",
        "under",
        "until",
        "up",
        "upon",
        "us",
        "very",
        "via",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "whether",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "within",
        "would",
        "yet",
        "you",
        "your",
    ]
)


def word_set(text: str) -> frozenset[str]:
    """The words of a text that lists them."""
    return frozenset(text.split())


_PART = re.compile(r"[^\W_]+")
_stemmer = snowballstemmer.stemmer("english")


_IRREGULAR = {  # forms that no rule of endings brings back to their verb
    form: verb
    for verb, forms in (
        *(("hold", "held"), ("meet", "met"), ("say", "said"), ("take", "took taken"), ("begin", "began begun")),
        *(("grow", "grew grown"), ("rise", "rose risen"), ("fall", "fell fallen"), ("sell", "sold"), ("buy", "bought")),
        *(("give", "gave given"), ("see", "saw seen"), ("go", "went gone"), ("come", "came"), ("lead", "led")),
        *(("win", "won"), ("lose", "lost"), ("keep", "kept"), ("build", "built"), ("send", "sent"), ("spend", "spent")),
        *(
            ("bring", "brought"),
            ("seek", "sought"),
            ("fight", "fought"),
            ("become", "became"),
            ("break", "broke broken"),
        ),
        *(("choose", "chose chosen"), ("speak", "spoke spoken"), ("write", "wrote written"), ("draw", "drew drawn")),
        *(("know", "knew known"), ("think", "thought"), ("stand", "stood"), ("tell", "told"), ("pay", "paid")),
        *(("run", "ran"), ("drive", "drove driven"), ("feel", "felt"), ("mean", "meant"), ("show", "shown")),
        *(
            ("fly", "flew flown"),
            ("teach", "taught"),
            ("forbid", "forbade forbidden"),
            ("withdraw", "withdrew withdrawn"),
        ),
    )
    for form in forms.split()
}


@cache
def stem(word: str) -> str:
    """The stem of a word in lower case (Snowball, English): "signed", "signing" → "sign"; "held" → "hold"."""
    return str(_stemmer.stemWord(_IRREGULAR.get(word, word)))


@lru_cache(maxsize=16384)
def content_words(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order, repeats kept; a number is its value behind a #."""
    return tuple(one if one[0] == "#" else stem(one) for one in tokens(text) if one not in STOP and _PART.search(one))


def overlap(text: str, other: str) -> float:
    """The share of the different content words of `text` that stand in `other`, from 0 to 1; 1 where it has none."""
    mine = set(content_words(text))
    return len(mine & set(content_words(other))) / len(mine) if mine else 1.0


def places(part: Sequence[str], whole: Sequence[str]) -> Iterator[int]:
    """Where one sequence of tokens begins in another."""
    size = len(part)
    if size:
        first = part[0]
        for at in range(len(whole) - size + 1):
            if whole[at] == first and tuple(whole[at : at + size]) == tuple(part):
                yield at


def stands_in(part: str, whole: str) -> bool:
    """Whether the words of one text stand in another in their order: "SCO" does not in "Moscow"."""
    return next(places(tokens(part), tokens(whole)), None) is not None
