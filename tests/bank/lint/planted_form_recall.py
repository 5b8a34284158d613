"""Flaws of gaps, answers and explanations: M17, M18, F1."""

from tests.bank.lint.planted import Table
from tests.bank.lint.planted_form_options import FULL, case
from tests.bank.lint.planted_form_wording import asked, gap

SENTENCE = "In August 2023, a joint PRC and Russian flotilla conducted a [[maritime]] patrol near Alaska."

M17 = Table(
    flaws=[
        gap("six words", "In August 2023, a joint flotilla [[conducted a maritime patrol in the]] areas near Alaska."),
        gap("a long gap", "In August 2023, a joint flotilla [[conducted a maritime patrol in the areas]] near Alaska."),
        gap(
            "a function word", "In August 2023, a joint flotilla conducted a maritime patrol [[in]] areas near Alaska."
        ),
        gap("an article", "In August 2023, [[a]] joint flotilla conducted a maritime patrol in areas near Alaska."),
        gap("a verb that says nothing", "In August 2023, a joint flotilla of both [[was]] on patrol near Alaska."),
        gap("two function words", "In August 2023, a joint flotilla was seen [[to be]] on patrol near Alaska."),
        gap("the first word", "[[Alaska]] saw a joint flotilla of China and Russia on patrol in August 2023."),
        gap(
            "the first word behind a mark",
            "“[[Alaska]] saw a joint flotilla of China and Russia on patrol in August 2023.”",
        ),
        gap("a short sentence", "A flotilla patrolled near [[Alaska]]."),
        gap(
            "a long sentence",
            "In August 2023, "
            + "the ships of both the navies and " * 5
            + "a joint flotilla conducted a [[maritime]] patrol near the coast of Alaska.",
        ),
        gap("visible above", SENTENCE, prompt="Complete the report on a maritime patrol."),
        gap(
            "visible in the sentence",
            "In August 2023, a joint [[patrol]] near Alaska was the first patrol of the two navies.",
        ),
        gap(
            "visible in another form",
            "In August 2023, the [[negotiation]] on borders ended after ten years of negotiations.",
        ),
        gap(
            "visible as an abbreviation",
            "Both blamed the [[North Atlantic Treaty Organization]] (NATO) for the war in 2022.",
        ),
        gap("visible as a number", "It was the [[forty-two]] times that the two met, 42 more than before."),
        gap(
            "visible as a percentage", "Trade grew by [[17 percent]], and imports too grew by some 17 per cent in 2023."
        ),
    ],
    legal=[
        gap("a word", SENTENCE),
        gap("five words", "In August 2023, a joint flotilla [[conducted a maritime patrol in]] areas near Alaska."),
        gap("the order to complete", "In August 2023, the officials said, the pipeline was almost [[completed]]."),
        gap("a number", "Xi and Putin have met on [[forty-two]] occasions since Xi took office."),
        gap("a name", "In August 2023, a joint flotilla conducted a maritime patrol near [[Alaska]]."),
        gap("a country in letters", "Both powers held out in the face of [[U.S.]] pressure and calls for change."),
        gap("a capital", "In April 2016, the first forum of China and Russia was held in [[Moscow]]."),
        gap("letters of another word", "In August 2023, the [[SCO]] held its summit far away from Moscow in Goa."),
        gap("one word of two elsewhere", "They met in the Sea of Japan, often called the [[East Sea]], in July 2023."),
    ],
)


def explained(name, explanation, importance="core", **more):
    """A short answer with an explanation."""
    question = {
        "type": "short_answer",
        "prompt": "Near which US state did the flotilla patrol in 2023?",
        "answer": "Alaska",
    }
    question |= {"explanation": explanation} if explanation else {}
    return {"name": name, "question": {**question, **more}, "fact": {"importance": importance}}


def whys(name, *given, several=False, importance="detail"):
    """A choice whose wrong options have these lines (None: none)."""
    wrong = [{"text": text} | ({"why": why} if why else {}) for text, why in zip(FULL[1:], given, strict=False)]
    keys = [FULL[0], "*A drill near Japan"] if several else [FULL[0]]
    return case(name, *keys, *wrong, several=several) | {"fact": {"importance": importance}}


ELSE = "The Council on Foreign Relations counts eight such voyages since the invasion of Ukraine."
M18 = Table(
    flaws=[
        whys("no why", None, None, None),
        whys("one lacks its why", "It was not named.", None, "It was not named."),
        whys("the last lacks it", "It was not named.", "It was not named.", None),
        whys("the first lacks it", None, "It was not named.", "It was not named."),
        whys("several keys", None, None, several=True),
        whys("of a core fact", None, "It was not named.", "It was not named.", importance="core"),
        explained("no explanation", None),
        explained("the statement again", "A joint flotilla of China and Russia patrolled near Alaska in August 2023."),
        explained("in another order", "Near Alaska a joint flotilla of China and Russia patrolled in August 2023."),
        explained("a part of it", "The flotilla was a joint one of China and Russia."),
        explained("in other forms", "China and Russia had flotillas patrolling jointly near Alaska."),
        {"name": "a core gap", "question": {"type": "cloze", "text": SENTENCE}},
    ],
    legal=[
        whys("all given", "It was not named.", "It was not named.", "It was not named."),
        whys("several keys", "It was not named.", "It was not named.", "It was not named.", several=True),
        explained("something more", ELSE),
        explained("a detail may do without", None, importance="detail"),
        explained("a program may do without", None, origin="generated"),
        explained("the statement and more", "Alaska is where both navies sailed in August 2023; " + ELSE),
    ],
)

WORDS = "a joint naval patrol of the warships of both countries in the northern seas"
F1 = Table(
    flaws=[
        asked("long", "What did both do in August 2023 near Alaska?", WORDS),
        asked("very long", "What did both do in August 2023 near Alaska?", f"{WORDS} and {WORDS}"),
        asked("a list", "Which fields does the treaty of 2001 name?", "trade, energy and terrorism"),
        asked("a list with a last comma", "Which fields does the treaty of 2001 name?", "trade, energy, and terrorism"),
        asked("a list without and", "Which fields does the treaty of 2001 name?", "trade, energy, terrorism"),
        asked("a list of four", "Which fields does the treaty of 2001 name?", "trade, energy, space and terrorism"),
        asked("a list of ands", "Which fields does the treaty of 2001 name?", "trade and energy and space"),
        asked("a list with semicolons", "Which fields does the treaty of 2001 name?", "trade; energy; terrorism"),
        asked("a list of states", "Which states took part in August 2023?", "China, Russia and the United States"),
        gap("a list in a gap", "It was the first joint exercise with [[land, sea and air]] units of both."),
        gap("a list of states in a gap", "Both called on [[China, Russia and Alaska]] to agree to a new plan."),
        asked("a list with or", "Which of the goods does the treaty of 2001 ban?", "arms, drones or engines"),
    ],
    legal=[
        asked("short", "Near which US state did the flotilla patrol in 2023?"),
        asked("two things", "Which fields does the treaty of 2001 name?", "trade and terrorism"),
        asked("twelve words", "What did both do in August 2023?", " ".join(WORDS.split()[:12])),
        asked("a number with a comma", "How many miles did the flotilla sail?", "2,600,000 miles"),
        asked("a date", "When was the treaty signed in Moscow?", "July 16, 2001"),
        asked(
            "a name with commas",
            "Which act pays for the two funds?",
            "Consolidated Appropriations Act, 2023",
            vocabulary={"entities": [{"id": "act", "kind": "text", "name": "Consolidated Appropriations Act, 2023"}]},
        ),
        asked("an apposition", "Who spoke in August 2023 near Alaska?", "Li Hui, the ambassador"),
    ],
)

TABLES = {"M17": M17, "M18": M18, "F1": F1}
