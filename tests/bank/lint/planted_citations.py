"""Flaws of quotations that bear nothing, and of questions that nothing bears: B8."""

from tests.bank.lint.planted import FACT, QUESTION, TEXT, Table
from tests.bank.lint.planted_whole import NEAR, asked

PATROL = "In August 2023, a joint PRC and Russian flotilla conducted a maritime patrol near Alaska."
DINNER = "The guests of the dinner praised the soup and the wine."
SAME = "Both navies patrolled together in the vicinity of Alaska."


def cited(name, *quotes, text=None, others=None, **more):
    """A fact with some quotations: texts of the document, or (slug, text) of another one."""
    evidence = [{"quote": one} if isinstance(one, str) else {"quote": one[1], "source": one[0]} for one in quotes]
    own = [one for one in quotes if isinstance(one, str)]
    return {
        "name": name,
        "text": text or "\n\n".join(own),
        "others": others or {one[0]: one[1] for one in quotes if not isinstance(one, str)},
        "quote": evidence,
        **more,
    }


B8 = Table(
    flaws=[
        cited("an idle sentence", PATROL, DINNER),
        cited("the same again", PATROL, "a joint PRC and Russian flotilla conducted a maritime patrol", text=PATROL),
        cited("an idle sentence first", DINNER, PATROL),
        cited("two idle ones", PATROL, DINNER, "The orchestra played until midnight."),
        cited("another matter elsewhere", PATROL, ("usip-2019", DINNER)),
        cited("the same field, another key", PATROL, ("usip-2019", "Both backed the Astana Process on Syria.")),
        cited("two documents, one bears nothing", PATROL, ("usip-2019", SAME), ("cfr-2024", DINNER)),
        cited(
            "another number",
            "They met 42 times until 2024.",
            ("usip-2019", "They dined more than 30 times."),
            question={"type": "numeric", "prompt": "How many times had the two leaders met until 2024?", "answer": 42},
        ),
        cited("an orphan", PATROL, text=TEXT),
        cited("the key is not in it", PATROL, question={**QUESTION, "answer": "NATO"}),
        cited(
            "a number that is not in it",
            PATROL,
            question={
                "type": "numeric",
                "prompt": "How many ships were in the joint flotilla of August 2023 near Alaska?",
                "answer": 42,
            },
        ),
        cited(
            "a date that is not in it",
            PATROL,
            question={**QUESTION, "prompt": "Near which US state did a joint flotilla patrol in May 1999?"},
        ),
    ],
    legal=[
        cited("one", PATROL),
        cited(
            "each says its part",
            "In August 2023, a joint PRC and Russian flotilla set out.",
            "The patrol took it to the vicinity of Alaska.",
        ),
        cited("the same elsewhere", PATROL, ("usip-2019", SAME)),
        cited("in other words, with the key", PATROL, ("usip-2019", "Alaska saw ships of two powers.")),
        cited(
            "two of each",
            "In August 2023, a joint PRC and Russian flotilla set out.",
            "The patrol took it near Alaska.",
            ("usip-2019", SAME),
        ),
        {
            "name": "a fact of two documents",
            "across": {
                "facts": [
                    {
                        "id": "x",
                        **FACT,
                        "evidence": [{"quote": TEXT, "source": "crs-2023"}],
                        "questions": [{"id": "q", **asked(NEAR)}],
                    }
                ]
            },
        },
    ],
)


TABLES = {"B8": B8}
