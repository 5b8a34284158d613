"""Grounding: a question is dated (G8) and stands alone (G10), wherever and whenever it is met."""

import re
from collections.abc import Iterator
from datetime import date

from crlearn.bank.lint.rule import ALL, Hit, Rule, Subject, block, warn
from crlearn.bank.schema_dates import span as edtf_span
from crlearn.bank.schema_entries import DATED
from crlearn.bank.spans import DATES

_YEAR = re.compile(r"(?<![\w$€£.,-])(1[5-9]\d\d|20\d\d)(?!\d)")
_AS_OF = re.compile(r"\bas of\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”")
_DEICTIC = re.compile(
    r"\b(?:now(?!here)|nowadays|today(?:[’']s)?|tonight|yesterday|tomorrow|currently|current|at present|presently|at the moment"
    r"|(?:this|last|next|past|coming) (?:year|month|week|decade|spring|summer|autumn|fall|winter)s?"
    r"|recent|recently|lately|so far|to date|until now|up to now|years? ago|months? ago|upcoming|newly|latest)\b",
    re.IGNORECASE,
)


def _dated(subject: Subject) -> Iterator[Hit]:
    shown = _with_dates(subject)
    if dates := [span for key in subject.keys for span in subject.context.spans(key) if span.type in DATES]:
        shown = " ".join((shown, *(span.value for span in dates)))  # the answer says when
    years = {int(year) for year in _YEAR.findall(shown)}
    dated = [fact.model for fact in subject.facts if fact.model.nature in DATED]
    deictic = _DEICTIC.search(_QUOTED.sub("", subject.prompt))
    if not years and not _AS_OF.search(shown):
        if dated:
            yield block("undated", at=("prompt",), nature=dated[0].nature)
        elif deictic:
            yield block("undated_now", at=("prompt",), word=deictic[0])
        return
    days = {span.key for span in subject.context.spans(subject.prompt) if span.type in ("month", "date")}
    if days & {span.key for span in subject.context.spans(subject.quote_text)}:
        return  # what happened on a day of its own
    published = [subject.context.documents[slug].entry.published for slug in subject.documents]
    for fact in dated:
        if years and not any(_within(years, when) for when in (fact.as_of, fact.when, *published) if when):
            yield warn("other_year", at=("prompt",), years=", ".join(map(str, sorted(years))), as_of=fact.as_of)


def _with_dates(subject: Subject) -> str:
    """The texts whose dates date the question: the prompt, the parts of what has no other, options that all have one."""
    if subject.kind in ("matching", "ordering") or all(_YEAR.search(part) for part in subject.parts):
        return "\n".join((subject.prompt, *subject.parts))
    return subject.prompt


_TEXT = "report|passage|document|text|article|paper|paragraph|section|sentence|excerpt|extract|quotation|quote|source|briefing"
_ONE = f"(?:{_TEXT}|analysis|backgrounder|page|study|author)"
_POINTING = re.compile(
    rf"(?<!of )\b(?:(?:this|that) (?:briefing )?{_ONE}|(?:these|those) {_ONE}s)\b(?! (?:of|from|by)\b)"
    rf"|\b(?:the|from) (?:{_TEXT}|backgrounder|author)s?\b(?![’']| (?:of|by|from|on|that|which|called|published|named|about|in|for|with|is called)\b)"
    r"|\b(?:the|as|stated|mentioned|named|described|discussed|quoted|given|shown) (?:above|below)\b|\babove-mentioned\b"
    r"|\b(?:mentioned|stated|noted|described|discussed) (?:earlier|before|previously)\b(?!,? in)"
    rf"|\bthe (?:previous|preceding|following|next) (?:{_TEXT}|question)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:It|They|This|That|These|Those|He|She|Its|Their|His|Her|Them|Such)\b(?! who\b| which\b)")
_CLEFT = re.compile(r"(?:It|This|That) (?:is|was|took|has been) .*?\b(?:that|who|which|until|for)\b", re.IGNORECASE)


def _alone(subject: Subject) -> Iterator[Hit]:
    own = subject.prompt.partition("\n")[0]  # the sentence of a cloze may point at what the line above it names
    for text in (own, *subject.parts):
        for match in _POINTING.finditer(_QUOTED.sub("", text)):
            yield block("points_at_text", at=("prompt",), words=match[0])
    if (opening := _OPENING.match(subject.prompt)) and not _CLEFT.match(subject.prompt):
        yield block("opens_with_pronoun", at=("prompt",), word=opening[0])
    for acronym in dict.fromkeys(_acronyms(subject)):
        yield block("acronym", at=("prompt",), acronym=acronym)


_ACRONYM = re.compile(
    r"(?<![\w.&-])(?<!agency )(?<!group )(?<!network )(?<!system )(?<!company )(?<!bank )[A-Z]{2,}(?:[&/][A-Z]+)?s?(?![\w-]*\d)(?![\w&])"
)
_ROMAN = re.compile(r"[IVX]+")
_CAPITALS = frozenset(
    ("NOT", "EXCEPT", "LEAST", "FALSE", "TRUE", "AND", "OR", "ALL", "NO", "NEVER", "MOST", "TV", "USD", "EUR")
)


def _acronyms(subject: Subject) -> Iterator[str]:
    """Yield the acronyms that are shown, and are neither spelled out there nor known to vocabulary.yaml."""
    shown = "\n".join((subject.prompt, *subject.parts))
    known = subject.context.acronyms
    for match in _ACRONYM.finditer(shown):
        acronym = match[0].rstrip("s")
        if acronym in known or acronym in _CAPITALS or _ROMAN.fullmatch(acronym):
            continue
        if f"({acronym})" in shown or f"({acronym}s)" in shown or f"{acronym} (" in shown:
            continue
        yield acronym


def _within(years: set[int], when: str) -> bool:
    """Whether one of some years lies in a date of the bank (EDTF)."""
    first, last = edtf_span(when)
    return any(first <= date(year, 12, 31) and date(year, 1, 1) <= last for year in years)


RULES = (
    Rule("G8", "dated", "Wozniak 19", ALL, _dated, ("undated", "undated_now", "other_year")),
    Rule(
        "G10",
        "stands alone",
        "AIS, interpretability",
        ALL,
        _alone,
        ("points_at_text", "opens_with_pronoun", "acronym"),
    ),
)
