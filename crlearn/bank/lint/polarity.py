"""Grounding: what a claim denies, its quotation denies, and what it affirms, its quotation affirms (G6)."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from crlearn.bank.lint.clauses import bearing, clauses, sentences_of
from crlearn.bank.lint.rule import ALL, Hit, Rule, Subject, block, warn
from crlearn.bank.lint.words import content_words, stem

CLOSE = 0.75  # of a clause's words in the claim: then it is no paraphrase, and a negation more or less is a flaw
RECITED, SHORTEST = (
    0.75,
    6,
)  # of the words of two stretches in common, and how many at least: then one recites the other
EDGE = 2  # words at either end of a claim that may differ from what it recites
STATED = ("true_false", "cloze")  # what claims a sentence as it stands

_NEGATION = r"not|no|never|neither|nor|none|nothing|nobody|without|cannot|can[’']t|\w+n[’']t"
_STRICT = re.compile(rf"\b(?:{_NEGATION})\b(?! (?:only|just|merely|least|to mention)\b)", re.IGNORECASE)
# What makes a claim negative in other words. Wide on purpose: a paraphrase with one of these may well be right.
_NEGATIVE = re.compile(
    rf"\b(?:{_NEGATION}|lack\w*|fail\w*|refus\w*|declin\w*|den(?:y|ies|ied|ial)|reject\w*|avoid\w*|short of|rather|instead|far from"
    r"|absen\w+|unlikely|hardly|barely|little|few|less|least|only|stop\w*|prevent\w*|oppos\w+|against|un(?!ited|der|til|ion|ity|ivers|ique|its|less)\w{4,}|in(?:capable|sufficient|ability)"
    r"|non-?\w{3,}|dis(?!cuss|play|trict|tan|trib)\w{4,}|mis(?!sil|sion)\w{4,}|missing|differ\w*|limit\w*|obstacle|despite|forb\w+|ban\w*|exclud\w*|abst\w+|skeptic\w*|sceptic\w*"
    r"|stay\w* (?:out|away)|wary|guarded|independent|other than|free of|yet to|still to|except|rul\w* out|unresolved|silen\w+|secret\w*"
    r"|neutral\w*|remain\w*|ignor\w*|leav\w* out|left out|withh\w+|doubt\w*|end(?:s|ed|ing)?|gap|wanting|reluct\w+|hesita\w+|contrary|false|rare|first (?:of|in|since|time))\b",
    re.IGNORECASE,
)
_MENTION = re.compile(r"“[^”]{1,24}”")  # a term: “no limits” denies nothing
_ANTONYMS = (
    *(("increase", "decrease"), ("rise", "fall"), ("grow", "shrink"), ("grow", "decline"), ("increase", "decline")),
    *(("support", "oppose"), ("accept", "reject"), ("more", "less"), ("more", "fewer"), ("strengthen", "weaken")),
    *(("import", "export"), ("largest", "smallest"), ("above", "below"), ("before", "after"), ("agree", "refuse")),
    *(("praise", "condemn"), ("praise", "criticize"), ("first", "last"), ("buy", "sell"), ("deepen", "loosen")),
    *(
        ("improve", "worsen"),
        ("improve", "deteriorate"),
        ("similar", "different"),
        ("public", "secret"),
        ("win", "lose"),
    ),
    *(("enter", "leave"), ("join", "leave"), ("high", "low"), ("rich", "poor"), ("optimistic", "pessimistic")),
    *(("likely", "unlikely"), ("able", "unable"), ("possible", "impossible"), ("formal", "informal")),
)
_OPPOSITE = [(stem(one), stem(other)) for pair in _ANTONYMS for one, other in (pair, pair[::-1])]


def _polarity(subject: Subject) -> Iterator[Hit]:
    if len(subject.facts) > 1:
        return
    if subject.kind in STATED:
        recited = [one for quote in subject.quotes if (one := _recited(subject.statement, quote))]
        if recited:
            if all(word for _, word in recited):
                yield block(recited[0][0], at=("prompt",), word=recited[0][1])
            return
    claim, key = _MENTION.sub("“”", subject.statement), " ".join(subject.keys)
    sentences = [sentence for quote in subject.quotes for sentence in sentences_of(_MENTION.sub("“”", quote))]
    bears = list(bearing(sentences, key, claim))
    parts = list(bearing([part for sentence in bears for part in clauses(sentence)], key, claim))
    found = [_differs(claim, part, bears, stated=subject.kind in STATED) for part in parts]
    if found and all(found):
        code, word, close = found[0] or ("", "", False)
        yield (block if close else warn)(code, at=("prompt",), word=word)


@lru_cache(maxsize=4096)
def _recited(claim: str, quote: str) -> tuple[str, str] | None:
    """How a claim differs in polarity from the stretch of a quotation that it recites: code and word, "" for the word where
    it does not. None where the claim recites nothing of it."""
    mine, theirs = _plain(claim), _plain(quote)
    blocks = [one for one in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks() if one.size > 1]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    before = first.a if first.a <= EDGE else 0  # a word or two in front belong to it: “One” for “Neither has”
    end, stop = last.a + last.size, last.b + last.size
    after = len(mine) - end if len(mine) - end <= EDGE else 0
    mine, theirs = mine[first.a - before : end + after], theirs[max(0, first.b - before) : stop + after]
    matched = sum(one.size for one in blocks)
    if matched < SHORTEST or matched < RECITED * max(len(mine), len(theirs)):
        return None
    ours, said = ([word for word in words if _STRICT.fullmatch(word)] for words in (mine, theirs))
    if len(ours) != len(said):
        longer, shorter = (ours, said) if len(ours) > len(said) else (said, ours)
        return "negation_count", next((word for word in longer if word not in shorter), longer[0])
    opposed = _opposed(" ".join(mine), " ".join(theirs))
    return "opposite", opposed[1] if opposed else ""


def _plain(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text.lower())


def _differs(claim: str, part: str, bears: list[str], *, stated: bool) -> tuple[str, str, bool] | None:
    """How a claim and a clause differ: code, the word that shows it, and whether the claim says the clause over; or None."""
    close = _share(claim, part) >= CLOSE
    own = _counterpart(claim, part)
    said, quoted = list(_STRICT.finditer(own)), list(_STRICT.finditer(part))
    if quoted and not _NEGATIVE.search(claim):
        word = next((word for match in quoted if (word := _denied(part, match.end())) in content_words(claim)), "")
        if word:
            return "negation_lost", quoted[0][0], close
    if said and not any(_NEGATIVE.search(sentence) for sentence in bears):
        word = next((word for match in said if (word := _denied(own, match.end())) in content_words(part)), "")
        if word:
            return "negation_added", said[0][0], close
    if stated and close and (len(said) - len(quoted)) % 2 and not _paraphrased(claim, part):
        return "negation_count", (said or quoted)[0][0], True
    return _opposed(claim, part) if stated and close else None


def _counterpart(claim: str, part: str) -> str:
    """The clause of a claim that says what a clause of the quotation says."""
    own = [clause for sentence in sentences_of(claim) for clause in clauses(sentence)]
    return next(bearing(own, part, part), claim)


def _paraphrased(claim: str, part: str) -> bool:
    """Whether one of them is negative in other words than the strict ones."""
    return any(_NEGATIVE.search(_STRICT.sub("", text)) for text in (claim, part))


@lru_cache(maxsize=4096)
def _denied(text: str, start: int) -> str:
    """The stem of the first word that carries meaning behind a negation: what it denies. "" where there is none."""
    words = content_words(re.split(r"[;:.?!]", text[start:])[0])
    return next((word for word in words if not word.endswith("ly") and not word.endswith("li")), "")


def _opposed(claim: str, part: str) -> tuple[str, str, bool] | None:
    """A word of the clause whose opposite the claim has instead."""
    mine, theirs = set(content_words(claim)), set(content_words(part))
    mine |= {word for word in ("more", "less", "first", "before", "after", "fewer") if re.search(rf"\b{word}\b", claim)}
    theirs |= {
        word for word in ("more", "less", "first", "before", "after", "fewer") if re.search(rf"\b{word}\b", part)
    }
    for one, other in _OPPOSITE:
        if one in theirs - mine and other in mine - theirs:
            return "opposite", other, True
    return None


def _share(claim: str, part: str) -> float:
    """The share of a clause's words that are in the claim."""
    theirs = set(content_words(_STRICT.sub("", part)))
    return len(theirs & set(content_words(claim))) / len(theirs) if theirs else 0.0


RULES = (
    Rule(
        "G6",
        "polarity",
        "a negation more or less leaves a sentence 99 % similar",
        ALL - {"matching", "ordering"},
        _polarity,
        ("negation_lost", "negation_added", "negation_count", "opposite"),
    ),
)
