"""Flaws of the bank's measures: coverage (B6), the state of its entries (B7), worth (B9)."""

from tests.bank.lint.planted import FACT, QUESTION, TEXT, Table
from tests.bank.lint.planted_cues import NOUNS
from tests.bank.lint.planted_whole import NEAR, asked

TAIL = "and the ships of both navies went on from there by way of the straits to the ports from which they had set out, as the ministries told the press on the evening of the following day in some detail."


def paragraph(number):
    """A paragraph of more than forty words, unlike the others."""
    return f"In {2000 + number} the {NOUNS[number]} fleet sailed to the {NOUNS[number + 20]} islands, {TAIL}"


def document(long, asked_of, name=None, rest=()):
    """A document of some long paragraphs, so many of them asked; `rest`: what it holds besides."""
    quotes = [
        f"In {2000 + number} the {NOUNS[number]} fleet sailed to the {NOUNS[number + 20]} islands"
        for number in range(asked_of)
    ]
    texts = [TEXT, *(paragraph(number) for number in range(long)), *rest]
    facts = [
        {"quote": quote, "question": asked(NEAR.replace("2023", str(2000 + at)))} for at, quote in enumerate(quotes)
    ]
    return {
        "name": name or f"{asked_of} of {long} paragraphs",
        "text": "\n\n".join(texts),
        "facts": [{"question": asked(NEAR)}, *facts],
    }


def many(count, name, kind=None):
    """A bank of one document with so many questions."""
    return {"name": name, "questions": [(kind or unlike)(number) for number in range(count)]}


def unlike(number):
    return asked(f"Near which US state did the {NOUNS[number % 50]} flotilla patrol in {1950 + number}?")


def across(count):
    """Facts that span documents, each with a question."""
    evidence = [{"quote": TEXT, "source": "crs-2023"}]
    return {
        "facts": [
            {"id": f"x{at}", **FACT, "evidence": evidence, "questions": [{"id": "q", **unlike(at)}]}
            for at in range(count)
        ]
    }


B6 = Table(
    flaws=[
        *(document(long, some) for long, some in ((1, 0), (2, 0), (2, 1), (3, 2), (4, 2), (5, 3), (10, 6))),
        document(3, 1, "footnotes do not make up for it", ["[^6] A note.", "^^ A caption."]),
        {
            **document(2, 2, "quoted, but not asked"),
            "facts": [
                {"question": asked(NEAR)},
                {"quote": "In 2000 the anchor fleet sailed", "questions": [asked(NEAR, status="draft")]},
            ],
        },
        {"name": "another document", "others": {"usip-2019": paragraph(3)}},
        many(40, "all of one document"),
        many(60, "a larger one of one document"),
    ],
    legal=[
        document(1, 1),
        document(3, 3),
        document(10, 7, "seven of ten"),
        document(2, 2, "short paragraphs need nothing", ["Xi met Putin in Moscow.", "They dined."]),
        document(
            2,
            2,
            "headings, footnotes and captions need nothing",
            ["# " + paragraph(5), "[^6] " + paragraph(6), "^^ " + paragraph(7)],
        ),
        many(39, "a bank that is only begun"),
        {**many(20, "as much across documents"), "across": across(30)},
    ],
)

ONE_WARNING = {
    "type": "short_answer",
    "prompt": "Near which US state did a joint flotilla patrol in August 2023?",
    "answer": "Alaska",
}
TWO_WARNINGS = {
    "type": "single_choice",
    "prompt": "Near which US state did a joint flotilla patrol in August 2023?",
    "options": ["*Alaska", "Hawaii", "Oregon"],
}


def blocked(name, **question):
    whole = {**QUESTION, **question}
    return {"name": name, "question": {key: value for key, value in whole.items() if value is not None}}


B7 = Table(
    flaws=[
        blocked("no question", prompt="The US state near which a joint flotilla patrolled in August 2023."),
        blocked("a list", answer="Alaska, Hawaii and Oregon"),
        blocked("a negative ask", prompt="Near which US state did a joint flotilla not patrol in August 2023?"),
        blocked("thin", prompt="Where was it in 2023?"),
        blocked("two options", type="single_choice", answer=None, options=["*Alaska", "Hawaii"]),
        blocked(
            "an absolute",
            type="single_choice",
            answer=None,
            options=["*Near Alaska", "Always near Japan", "Near Russia"],
        ),
        blocked(
            "the key in the prompt", type="single_choice", answer=None, options=["*A patrol", "A visit", "A drill"]
        ),
        blocked(
            "options out of order",
            type="single_choice",
            answer=None,
            options=["*2003", "2001", "2005"],
            keep_order=True,
        ),
        {"name": "an orphan", "quote": "The two navies have sailed together every year since 2005."},
        {"name": "warnings alone", "question": TWO_WARNINGS},
        {
            "name": "one of ten with two warnings",
            "questions": [TWO_WARNINGS, *({**ONE_WARNING, "asks": f"a{at}"} for at in range(9))],
        },
        {"name": "a short gap", "question": {"type": "cloze", "text": "A flotilla patrolled near [[Alaska]]."}},
    ],
    legal=[
        {
            "name": "nothing",
            "question": {**ONE_WARNING, "explanation": "The Council on Foreign Relations counts eight such voyages."},
        },
        {"name": "one warning", "question": ONE_WARNING},
        {
            "name": "one of twenty with two warnings",
            "questions": [TWO_WARNINGS, *({**ONE_WARNING, "asks": f"a{at}"} for at in range(19))],
        },
        {"name": "one warning each", "questions": [ONE_WARNING, {**ONE_WARNING, "asks": "again"}]},
        {"name": "a detail", "fact": {"importance": "detail"}},
        {
            "name": "silenced",
            "question": {
                **ONE_WARNING,
                "prompt": "Name the US state near which a joint flotilla patrolled in August 2023.",
                "ignore": {"M16": "an order"},
            },
        },
        {
            "name": "a flaw in a draft",
            "questions": [ONE_WARNING, {**ONE_WARNING, "prompt": "Where?", "status": "draft"}],
        },
    ],
)


def core(name, text, prompt, importance="core", question=None, **fact):
    """A core fact whose passage has a reason, a holder or a comparison, and its question."""
    given = question or {"type": "short_answer", "prompt": prompt, "answer": "Alaska"}
    return {"name": name, "text": text, "question": given, "fact": {"importance": importance, **fact}}


WHERE = "Near which state was the patrol of August 2023?"
HELD = {"nature": "judgement", "holder": "some experts", "as_of": 2023, "when": None}


def year(number):
    return {
        "type": "short_answer",
        "prompt": f"In which year was the {NOUNS[number % 50]} patrol near Alaska?",
        "answer": str(1950 + number),
    }


def statement(number):
    return {
        "type": "true_false",
        "prompt": f"The {NOUNS[number % 50]} flotilla patrolled near Alaska in {1950 + number}.",
        "answer": "true",
    }


B9 = Table(
    flaws=[
        core("because", "They patrolled near Alaska because the United States had sent ships to the strait.", WHERE),
        core("due to", "The patrol near Alaska was due to a visit of ships to the strait.", WHERE),
        core("led to", "A visit of US ships led to the patrol near Alaska.", WHERE),
        core("in order to", "They patrolled near Alaska in order to test their radios.", WHERE),
        core("driven by", "The patrol near Alaska was driven by rivalry with Washington.", WHERE),
        core("a holder", "Some experts found the patrol near Alaska a threat.", WHERE, **HELD),
        core("rather than", "They patrolled near Alaska rather than off Japan.", WHERE),
        core("larger than", "The patrol near Alaska was larger than that of 2021.", WHERE),
        core("unlike", "Unlike earlier ones, the patrol went near Alaska.", WHERE),
        core(
            "asked by a number",
            "Trade near Alaska grew by 17 percent because of the war.",
            "",
            question={"type": "numeric", "prompt": "By how many percent did trade near Alaska grow?", "answer": 17},
        ),
        many(40, "years alone", year),
        {"name": "two of five ask for years", "questions": [(year if at % 5 < 2 else unlike)(at) for at in range(50)]},
        many(40, "statements alone", statement),
        {
            "name": "one of five is a statement",
            "questions": [(statement if at % 5 == 0 else unlike)(at) for at in range(50)],
        },
    ],
    legal=[
        core(
            "why",
            "They patrolled near Alaska because the United States had sent ships.",
            "Why did the two navies patrol near Alaska in August 2023?",
        ),
        core(
            "who holds it",
            "Some experts found the patrol near Alaska a threat.",
            "Who called the patrol near Alaska of August 2023 a threat?",
            **HELD,
        ),
        core(
            "compared",
            "The patrol near Alaska was larger than that of 2021.",
            "How did the patrol of August 2023 differ from that of 2021?",
        ),
        core("nothing more to ask", "In August 2023 they patrolled near Alaska.", WHERE),
        core("a detail", "They patrolled near Alaska because of a visit.", WHERE, importance="detail"),
        {
            "name": "one of five asks for a year",
            "questions": [(year if at % 5 == 0 else unlike)(at) for at in range(50)],
        },
        many(39, "too few to tell", year),
        {
            "name": "one of ten is a statement",
            "questions": [(statement if at % 10 == 0 else unlike)(at) for at in range(50)],
        },
    ],
)

TABLES = {"B6": B6, "B7": B7, "B9": B9}
