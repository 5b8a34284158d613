"""Form of the wording: what the prompt or an option gives away (M4, M6–M10)."""

import re
from collections.abc import Iterator

from crlearn.bank.lint.rule import ALL, CHOICE, Hit, Rule, Subject, block, warn
from crlearn.bank.lint.subject import BLANK
from crlearn.bank.lint.words import content_words, stands_in, word_set
from crlearn.bank.values import plain, tokens
from crlearn.sources.reading import sentences

CLANG = 2  # more content words of the prompt in the key than in any other option
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")

_ALL_NONE = re.compile(
    r"\b(?:all|none|both|neither|any|some|either) (?:of )?(?:the |these |those )?(?:above|below|preceding|foregoing|other (?:options|answers)|"
    r"options|answers|alternatives|choices)\b|^(?:all|none|both|neither) (?:of (?:these|those|them|the (?:two|three|four)))\b|"
    r"^(?:all|none|both|neither)(?: are| is)?(?: correct| right| true)?$|"
    r"\b(?:both|neither|only|either) \(?[a-e]\)? (?:and|nor|or) \(?[a-e]\)?(?!\w)|"
    r"^\(?(?-i:[A-E])\)? (?:and|or|&) \(?(?-i:[A-E])\)?(?: only| both)?\.?$|"
    r"\b(?:more than one|two or more) of (?:these|those|the above|them)\b|^(?:all|none) (?:of (?:it|this))$",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:not|never|neither|nor|none|no|nobody|nothing|nowhere|without|except|cannot|untrue|incorrect|false)\b|n['’]t\b|"
    r"\b(?:least likely|exception)\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:whether or not|not only|no longer|(?:no|not) (?:fewer|less|more|later|earlier) than|not until|no matter)\b|"
    r"\b(?:and|but|yet) not\b|(?<=\w )(?:that|who|whose|whom) (?:[\w’-]+ ){0,2}(?:not|never|no)\b|, (?:and|but|while|whereas|though|although) .*",  # a contrast; what is asked is in front of it
    re.IGNORECASE,
)
_LOUD = re.compile(
    r"\b(?:NOT|NEVER|NEITHER|NOR|NONE|NO|EXCEPT|WITHOUT|LEAST|UNTRUE|INCORRECT|FALSE|CANNOT|OTHER THAN)\b"
)
_ODD_ONE = re.compile(
    r"\b(?:which|what|who|all)\b(?: one| two)? of (?:the following|these|those|the (?:options|answers|statements))\b|"
    r"\b(?:except|least likely|exception)\b",
    re.IGNORECASE,
)
# Words by which a fact itself says that something is not so.
_DENIES = re.compile(
    _NEGATIVE.pattern
    + r"|\b(?:lack\w*|refus\w+|reject\w*|den(?:y|ies|ied|ial)|fail\w*|(?:fall|fell)\w* short|absen\w+|against|"
    r"avoid\w*|abstain\w*|prohibit\w*|prevent\w*|limit\w*|hardly|barely|rarely|seldom|non-?\w+|rather than|unable|silent|silence|"
    r"warn\w*|ban(?:s|ned)?|free from|unclear|unknown|uncertain\w*|first (?:\w+ )?(?:of its kind|in|since|time)|rare(?:ly)?|unwilling\w*|reluctan\w+|stopped|unlike|instead)\b",
    re.IGNORECASE,
)
ABSOLUTES = re.compile(
    r"(?<!not )\b(?:always|never|only|solely|entirely|completely|totally|absolutely|invariably|exclusively|wholly|utterly|"
    r"every(?! (?:few|other|second|two|three|four|five|six|ten|\d+|year|month|week|day|summer|autumn)\b)|everyone|everybody|everything|everywhere|nobody|nothing|nowhere|none|no one|(?<!not )(?<!at )(?<!above )(?<!first of )(?<!after )(?<!in )all|forever)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:often|sometimes|usually|frequently|rarely|seldom|occasionally|generally|typically|commonly|regularly|normally|"
    r"from time to time|now and then|at times|once in a while|every so often|hardly ever|repeatedly)\b",
    re.IGNORECASE,
)
_BEFORE_BLANK = re.compile(
    rf"\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1, 3}|several|many|this|these|those)\s+{BLANK}", re.I
)
_NAMING = re.compile(
    r"\b(?:stands? for|abbreviat\w+|acronyms?|short for|spel(?:t|led) out|full name|initials)\b", re.IGNORECASE
)
_TRAILING = re.compile(r"\b(an?)\s*(?:\.\.\.|…|:)?\s*$", re.I)


def _all_none(subject: Subject) -> Iterator[Hit]:
    for index, option in enumerate(subject.options):
        if _ALL_NONE.search(option.text):
            yield block("all_or_none", at=("options", index, "text"), text=option.text)


def _asking(subject: Subject) -> str:
    """The sentence that asks, without what it quotes. Of a cloze the line above it: the sentence is the source's."""
    text = str(subject.model.prompt or "")
    last = [text[start:end] for start, end in sentences(text)][-1:] or [""]
    return QUOTED.sub("“”", last[0])


def _positive(subject: Subject) -> Iterator[Hit]:
    asking = _HARMLESS.sub("", _asking(subject))
    found = _NEGATIVE.search(asking)
    if not found:
        return
    said = " ".join((*(str(fact.model.statement) for fact in subject.facts), *subject.quotes))
    if _DENIES.search(said) and not _ODD_ONE.search(asking):
        return
    if _LOUD.search(asking):
        yield warn("negative_ask", at=("prompt",), word=found.group())
    else:
        yield block("quiet_negative", at=("prompt",), word=found.group())


def _given_away(subject: Subject) -> Iterator[Hit]:
    prompt = subject.prompt
    if not any(_shown(subject, text) for text in subject.wrong):
        for index, option in enumerate(subject.options):
            if option.correct and _shown(subject, option.text):
                yield block("key_in_prompt", at=("options", index, "text"), text=option.text)
                return
    asked = set(content_words(prompt))
    shared = [len(asked & set(content_words(option.text))) for option in subject.options]
    keys = [count for count, option in zip(shared, subject.options, strict=True) if option.correct]
    wrong = [count for count, option in zip(shared, subject.options, strict=True) if not option.correct]
    if keys and wrong and max(keys) >= max(wrong) + CLANG:
        yield warn("clang", at=("options", shared.index(max(keys)), "text"), count=max(keys), most=max(wrong))


def _shown(subject: Subject, text: str) -> bool:
    """Whether a text stands in the prompt: its words in their order, all its content words, or a name under another."""
    prompt, said = subject.prompt, set(content_words(text))
    if stands_in(text, prompt) or (len(said) > 1 and said <= set(content_words(prompt))):
        return True
    context = subject.context
    names = {span.key for span in context.spans(text) if span.type == "entity" and tokens(span.text) == tokens(text)}
    return not _NAMING.search(prompt) and any(span.key in names for span in context.spans(prompt))


def _grammar(subject: Subject) -> Iterator[Hit]:
    found = _BEFORE_BLANK.search(_with_blank(subject)) or (
        _TRAILING.search(subject.prompt) if subject.options else None
    )
    if not found:
        return
    offered = [option.text for option in subject.options] or list(subject.keys)
    word = found.group(1).lower()
    misfits = [text for text in offered if not _fits(word, text)]
    if misfits:
        yield block("grammar_tells", at=("prompt" if subject.options else "text",), word=word, text=misfits[0])


def _with_blank(subject: Subject) -> str:
    return re.sub(r"_{2,}|\[\[[^\]]*\]\]|…{2,}|\.{4,}", BLANK, subject.prompt)


def _fits(word: str, text: str) -> bool:
    """Whether “a”, “an” or a number word may stand before a text."""
    if word in ("a", "an"):
        return (word == "an") == sounds_open(text)
    last = next(iter(re.split(r"\s+(?:of|in|for|on|with|to|from|and)\s", text))).split()[-1].lower().strip("“”\"'.,")
    plural = last in _PLURALS or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    return plural != (word in ("one", "1", "this"))


def sounds_open(text: str) -> bool:
    """Whether a text begins with the sound of a vowel, so that “an” stands before it."""
    word = next(iter(re.findall(r"[^\W_]+", text)), "")
    if word.isdecimal():
        return word[0] == "8" or (len(word) % 3 == 2 and word[:2] in ("11", "18"))
    if word.isupper() and len(word) < 4:  # read letter by letter: an SCO member, a US bank
        return word[0] in "AEFHILMNORSX"
    low = plain(word)
    if re.match(r"(?:uni(?!m|n[a-z])|u[st](?:e|i|u|a)|eu|one|once|uk|ur[aoeiu]|ub|ufo)", low):
        return False
    return low[:1] in "aeiou" or bool(re.match(r"(?:hour|honest|honou?r|heir)", low))


def _absolutes(subject: Subject) -> Iterator[Hit]:
    marks = [bool(ABSOLUTES.search(QUOTED.sub("", option.text))) for option in subject.options]
    keys = {mark for mark, option in zip(marks, subject.options, strict=True) if option.correct}
    wrong = {mark for mark, option in zip(marks, subject.options, strict=True) if not option.correct}
    if any(marks) and (True not in keys or True not in wrong):
        side = "absolute_in_key" if True in keys else "absolute_in_wrong"
        place = marks.index(True)
        found = ABSOLUTES.search(QUOTED.sub("", subject.options[place].text))
        yield block(side, at=("options", place, "text"), word=found.group() if found else "")


def _vague(subject: Subject) -> Iterator[Hit]:
    for index, option in enumerate(subject.options):
        found = VAGUE.search(QUOTED.sub("", option.text))
        counted = any(span.type in ("count", "number", "percent") for span in subject.context.spans(option.text))
        if found and not counted:
            yield warn("vague_frequency", at=("options", index, "text"), word=found.group())


_PLURALS = word_set("people men women children aircraft personnel forces series data media")

RULES = (
    Rule("M4", "no “all of the above”", "Haladyna et al., 25 and 26; NBME", CHOICE, _all_none, ("all_or_none",)),
    Rule(
        "M6",
        "what is asked is positive",
        "Haladyna et al., 17",
        ALL,
        _positive,
        ("negative_ask", "quiet_negative"),
    ),
    Rule(
        "M7",
        "the prompt does not hold the key",
        "Haladyna et al., 28b",
        CHOICE,
        _given_away,
        ("key_in_prompt", "clang"),
    ),
    Rule(
        "M8",
        "grammar does not tell the key",
        "Haladyna et al., 28c",
        CHOICE | {"cloze"},
        _grammar,
        ("grammar_tells",),
    ),
    Rule(
        "M9",
        "absolutes do not tell the key",
        "Haladyna et al., 28a",
        CHOICE,
        _absolutes,
        ("absolute_in_key", "absolute_in_wrong"),
    ),
    Rule("M10", "no vague frequency", "the rubric of 19 item-writing flaws", CHOICE, _vague, ("vague_frequency",)),
)
