"""Flaws of pairs of questions: F3, B4."""

from tests.bank.lint.planted import Table


def asked(prompt, answer="Alaska", kind="short_answer", **more):
    return {"type": kind, "prompt": prompt, "answer": answer, **more}


def pair(name, one, other, **more):
    return {"name": name, "questions": [one, other], **more}


def two_facts(name, one, other, quotes=(None, None)):
    facts = [{"quote": quote, "question": question} for quote, question in zip(quotes, (one, other), strict=True)]
    return {"name": name, "facts": facts}


NEAR = "Near which US state did a joint flotilla of China and Russia patrol in August 2023?"
GAP = {
    "type": "cloze",
    "text": "a joint PRC and Russian flotilla conducted a [[maritime]] patrol in areas near Alaska",
    "prompt": "Complete it.",
}
OPTIONS = [{"text": "Alaska", "correct": "true"}, {"text": "Hawaii"}, {"text": "Oregon"}]

B4 = Table(
    flaws=[
        pair("the same prompt", asked(NEAR), asked(NEAR)),
        pair("one word more", asked(NEAR), asked(NEAR.replace("joint", "large joint"))),
        pair(
            "another order",
            asked(NEAR),
            asked("In August 2023, near which US state did a joint flotilla of China and Russia patrol?"),
        ),
        pair("other marks", asked(NEAR), asked(NEAR.replace("US", "U.S."))),
        pair("a word changed", asked(NEAR, asks="one"), asked(NEAR.replace("patrol", "sail"))),
        pair(
            "asked twice of one quotation",
            asked(NEAR),
            asked("Which northern coast was visited by warships of two powers?"),
        ),
        pair(
            "with an asks of its own",
            asked(NEAR, asks="state"),
            asked("Whose coast was visited by warships of two powers?", asks="state"),
        ),
        pair(
            "two gaps",
            GAP,
            {**GAP, "text": "flotilla conducted a [[maritime]] patrol in areas including the vicinity of Alaska"},
        ),
        pair(
            "two choices with other wrong options",
            {"type": "single_choice", "prompt": NEAR, "options": OPTIONS},
            {
                "type": "single_choice",
                "prompt": "Which coast did warships of both powers visit?",
                "options": [OPTIONS[0], {"text": "Nevada"}, {"text": "Kansas"}],
            },
        ),
        two_facts("in two facts", asked(NEAR), asked(NEAR)),
        pair("answers spelt otherwise", asked(NEAR, "the Su-35"), asked(NEAR, "Su 35")),
        pair(
            "two numbers",
            asked("How many ships sailed near Alaska in 2023?", 42, "numeric"),
            asked("How many ships were there near Alaska in 2023?", 42, "numeric"),
        ),
        pair(
            "two statements",
            {"type": "true_false", "prompt": "A joint flotilla patrolled near Alaska in 2023.", "answer": "true"},
            {"type": "true_false", "prompt": "A joint flotilla patrolled near Alaska in 2023!", "answer": "true"},
        ),
    ],
    legal=[
        pair(
            "two asks",
            asked(NEAR, asks="state"),
            asked("Which coast is meant by the report on both navies?", asks="coast"),
        ),
        pair("two forms", asked(NEAR), {"type": "single_choice", "prompt": NEAR, "options": OPTIONS}),
        pair("other answers", asked(NEAR, asks="state"), asked(NEAR.replace("2023", "2022"), "Hawaii", asks="before")),
        pair(
            "two gaps of one sentence",
            GAP,
            {**GAP, "asks": "ships", "text": "a joint PRC and Russian [[flotilla]] conducted a maritime patrol"},
        ),
        two_facts(
            "alike, of two facts",
            asked(NEAR),
            asked("Which northern coast was visited by warships of two powers?"),
            ("a joint PRC and Russian flotilla", "the vicinity of Alaska"),
        ),
        {"name": "one question"},
    ],
)

F3 = Table(
    flaws=[
        pair("the same prompt", asked(NEAR), asked(NEAR, "Russia")),
        pair("a word less", asked(NEAR), asked(NEAR.replace("joint ", ""), "Hawaii")),
        pair(
            "an article",
            asked("Which body called the summit of 2023?", "SCO"),
            asked("Which body called a summit of 2023?", "NATO"),
        ),
        pair("another order", asked("Who met whom in 2023?", "Xi"), asked("In 2023, who met whom?", "Putin")),
        pair(
            "one within the other",
            asked("Which agreement did both sign?", "a pact"),
            asked("Which agreement did both sign in 2023?", "a treaty"),
        ),
        pair(
            "numbers",
            asked("How many meetings were there?", 42, "numeric"),
            asked("How many meetings were there?", 30, "numeric"),
        ),
        pair(
            "a number and a word",
            asked("How many ships came to Alaska?", 42, "numeric"),
            asked("How many ships came to Alaska?", "no few"),
        ),
        pair("of two facts", asked("What did Russia sell to China?", "jets"), asked("What did Russia sell?", "coal")),
        two_facts("in two facts", asked(NEAR), asked(NEAR, "Hawaii")),
        pair(
            "other marks",
            asked("Which U.S. law pays for it?", "one act"),
            asked("Which US law pays for it?", "another bill"),
        ),
        pair("a prompt over a gap", GAP, {**GAP, "text": GAP["text"].replace("maritime", "naval")}),
    ],
    legal=[
        pair("a word each", asked(NEAR), asked(NEAR.replace("2023", "2022"), "Hawaii")),
        pair("one answer", asked(NEAR), asked(NEAR.replace("joint ", ""))),
        pair(
            "accepted in both",
            asked(NEAR, accept=["the Aleutians"]),
            asked(NEAR.replace("joint ", ""), "the Aleutians"),
        ),
        pair(
            "two gaps of one sentence",
            GAP,
            {**GAP, "text": "a joint PRC and Russian [[flotilla]] conducted a maritime patrol in areas near Alaska"},
        ),
        pair("nothing alike", asked(NEAR), asked("Which body called the summit?", "SCO")),
        pair(
            "a choice",
            asked(NEAR),
            {
                "type": "single_choice",
                "prompt": NEAR,
                "options": [OPTIONS[1] | {"correct": "true"}, {"text": "Nevada"}, {"text": "Kansas"}],
            },
        ),
    ],
)

TABLES = {"B4": B4, "F3": F3}
