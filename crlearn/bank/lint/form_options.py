"""Form of the options: how many, how they differ, how they are ordered, and whether one of them stands out (M1–M5, M11, M12)."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from crlearn.bank.kinds.choice import Option
from crlearn.bank.lint.option_values import Value
from crlearn.bank.lint.rule import CHOICE, Hit, Rule, Subject, block, warn
from crlearn.bank.lint.words import stands_in, tokens, word_set
from crlearn.bank.values import same

FEWEST, MOST = 3, 5  # options of a single choice
TWINS = 90  # of 100: from here on two texts are read as one
LONGER = 1.25  # the key, to the mean of the others
SPREAD = 2  # the longest option to the shortest
SHORT_KEY, SHORT = 20, 25  # characters; where no option is longer, lengths say little
PHRASE = 4  # words; in a longer text another order says another thing: who does what to whom
_DIRECTED = word_set("from to than by before after over into")  # with these too
_CONNECTORS = word_set("a an and de al for of on the")  # that a name may hold


def _at(index: int) -> tuple[str | int, ...]:
    return ("options", index, "text")


def _pairs(subject: Subject) -> Iterator[tuple[int, int, Option, Option]]:
    for (first, one), (second, other) in combinations(enumerate(subject.options), 2):
        yield first, second, one, other


def _count(subject: Subject) -> Iterator[Hit]:
    options, keys = subject.options, subject.keys
    if subject.kind == "single_choice" and not FEWEST <= len(options) <= MOST:
        yield block("option_count", at=("options",), count=len(options), least=FEWEST, most=MOST)
    if subject.kind == "multiple_choice" and len(keys) < 2:
        yield block("one_key", at=("options",))
    for index, option in enumerate(options):
        if not any(char.isalnum() for char in option.text):
            yield block("empty_option", at=_at(index), id=option.id)


def _equal(subject: Subject) -> Iterator[Hit]:
    stated = subject.stated
    for first, second, one, other in _pairs(subject):
        left, right = stated[first], stated[second]
        if _alike(one.text, other.text, left, right):
            yield block("equal_meaning", at=_at(second), id=other.id, other=one.id, text=other.text)


def _alike(one: str, other: str, left: Value, right: Value) -> bool:
    """Whether two options say the same. What is typed is compared by value alone: 1996 and 1998 are no twins."""
    if same(one, other):
        return True
    if left.type == right.type == "name":
        return left.names == right.names
    if left.ordered and right.ordered:
        return left.type == right.type and (left.low, left.high) == (right.low, right.high)
    if _differ_in_value(one, other):
        return False
    first, second = tokens(one), tokens(other)
    in_order = _DIRECTED & set(first) & set(second) or max(len(first), len(second)) > PHRASE
    alike = fuzz.ratio if in_order else fuzz.token_sort_ratio
    return alike(" ".join(first), " ".join(second)) >= TWINS


def _differ_in_value(one: str, other: str) -> bool:
    """Whether two texts hold different numbers: they are told apart at a glance, however alike they are otherwise."""
    return {word for word in tokens(one) if word[0] == "#"} != {word for word in tokens(other) if word[0] == "#"}


def _overlap(subject: Subject) -> Iterator[Hit]:
    stated = subject.stated
    for first, second, one, other in _pairs(subject):
        left, right = stated[first], stated[second]
        if _alike(one.text, other.text, left, right):
            continue  # M2 says so
        if left.ordered and left.type == right.type:
            overlap = left.overlaps(right)
        elif left.type == right.type == "name":
            overlap = bool(left.names < right.names or right.names < left.names)
        elif {left.type, right.type} == {"name", "words"} and _is_name(
            one.text if left.type == "words" else other.text
        ):
            overlap = False  # China and the Bank of China
        else:
            overlap = stands_in(one.text, other.text) or stands_in(other.text, one.text)
        if overlap:
            yield block("overlapping_options", at=_at(second), one=one.text, other=other.text)


def _ordered(subject: Subject) -> Iterator[Hit]:
    stated = subject.stated
    if not stated or not all(value.ordered for value in stated) or len({value.type for value in stated}) > 1:
        return
    for index, (before, after) in enumerate(pairwise(stated), 1):
        if (after.low, after.high) < (before.low, before.high):
            yield block("not_ascending", at=_at(index), text=subject.options[index].text)
            break
    if not subject.model.keep_order:
        yield block("order_lost", at=("options",))
    forms = {value.form for value in stated if value.shape != "bound"}
    if len(forms) > 1:
        yield block("mixed_form", at=("options",), texts=_texts(subject.options))
    shapes = [value.shape for value in stated]
    inner = shapes[1:-1] or shapes
    if len(set(inner)) > 1 or (len(set(shapes)) > 1 and "bound" not in (shapes[0], shapes[-1])):
        yield block("mixed_shape", at=("options",), texts=_texts(subject.options))


def _texts(options: Sequence[Option]) -> str:
    return " · ".join(option.text for option in options)


def _length(subject: Subject) -> Iterator[Hit]:
    stated = subject.stated
    if all(value.type != "words" or _is_name(one.text) for one, value in zip(subject.options, stated, strict=True)):
        return
    keys = [len(option.text) for option in subject.options if option.correct]
    wrong = [len(option.text) for option in subject.options if not option.correct]
    if not keys or not wrong:
        return
    key, other, longest = sum(keys) / len(keys), sum(wrong) / len(wrong), max(keys + wrong)
    if max(keys) > max(wrong) and key > LONGER * other and longest >= SHORT_KEY:
        place = next(at for at, option in enumerate(subject.options) if len(option.text) == longest)
        yield block("key_longest", at=_at(place), length=longest, mean=round(other))
    if longest > SPREAD * min(keys + wrong) and longest >= SHORT:
        yield warn("uneven_lengths", at=("options",), shortest=min(keys + wrong), longest=longest)


def _is_name(text: str) -> bool:
    """Whether a text of two words or more is a name: all begin with a capital letter but what ties them together."""
    words = [word for word in (word.strip("“”\"'(),") for word in text.split()) if word]
    said = [word for word in words if word.lower() not in _CONNECTORS]
    return len(said) > 1 and all(word[0].isupper() or word[0].isdecimal() for word in said)


def _named(text: str, value: Value) -> bool | None:
    """Whether an option is a name; None where nobody can tell: “Hawaii” and “Secrecy” both begin with a capital letter."""
    if value.type == "name" or _is_name(text):
        return True
    words = [word for word in text.strip("“”\"'").split() if word.lower() not in _CONNECTORS]
    return None if len(words) == 1 and words[0][0].isupper() else False


def _one_type(subject: Subject) -> Iterator[Hit]:
    stated = subject.stated
    scales = {value.type for value in stated if value.ordered}
    if scales and (len(scales) > 1 or not all(value.ordered for value in stated)):
        yield block("mixed_types", at=("options",), texts=_texts(subject.options))
        return
    groups = {value.group for value in stated if value.type == "name"}
    if len(groups) > 1 and all(value.type == "name" for value in stated):
        yield block("mixed_types", at=("options",), texts=_texts(subject.options))
        return
    named = [_named(option.text, value) for option, value in zip(subject.options, stated, strict=True)]
    shapes = [_shape(option.text) for option in subject.options]
    if None not in named and _odd_key(subject, named):
        yield block("key_alone_of_its_type", at=("options",), texts=_texts(subject.options))
    elif "participle" not in shapes and _odd_key(subject, shapes):
        yield warn("key_alone_of_its_form", at=("options",), texts=_texts(subject.options))


def _odd_key(subject: Subject, marks: Sequence[object]) -> bool:
    """Whether the keys have one mark, and the wrong options, two or more, another."""
    keys = {mark for option, mark in zip(subject.options, marks, strict=True) if option.correct}
    wrong = [mark for option, mark in zip(subject.options, marks, strict=True) if not option.correct]
    return len(keys) == 1 and len(wrong) > 1 and len(set(wrong)) == 1 and not keys & set(wrong)


def _shape(text: str) -> str:
    """How an option is built, as far as its first words tell: “to” with a verb, a form in -ing or -ed, or else."""
    words = [word.strip("“”\"'(),") for word in text.split()]
    words = words[1:] if words[0].endswith("ly") else words
    if words and words[0].lower() == "to":
        return "to"
    if len(words) > 1 and re.fullmatch(r"(?!Beijing|Nothing|During|King|Being|Spring)\w{2,}ing", words[0]):
        return "verb"
    return "participle" if len(words) > 1 and words[0].endswith("ed") and words[1][0].islower() else ""


RULES = (
    Rule(
        "M1",
        "as many options and keys as its type has",
        "Haladyna, Downing & Rodriguez 2002, 18 and 19",
        CHOICE,
        _count,
        ("option_count", "one_key", "empty_option"),
    ),
    Rule("M2", "no two options say the same", "Haladyna et al., 22", CHOICE, _equal, ("equal_meaning",)),
    Rule("M3", "no option holds another", "Haladyna et al., 22", CHOICE, _overlap, ("overlapping_options",)),
    Rule(
        "M5",
        "numbers and dates ascend, in one unit, and are served so",
        "Haladyna et al., 21",
        CHOICE,
        _ordered,
        ("not_ascending", "order_lost", "mixed_form", "mixed_shape"),
    ),
    Rule(
        "M11",
        "the key is not the longest, and lengths are alike",
        "Haladyna et al., 24",
        CHOICE,
        _length,
        ("key_longest", "uneven_lengths"),
    ),
    Rule(
        "M12",
        "all options are of one type",
        "Haladyna et al., 23",
        CHOICE,
        _one_type,
        ("mixed_types", "key_alone_of_its_type", "key_alone_of_its_form"),
    ),
)
