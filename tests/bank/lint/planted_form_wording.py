"""Flaws of wording: M6, M7."""

from tests.bank.lint.planted import Table
from tests.bank.lint.planted_form_options import FULL, case

NEGATIVE_FACT = {"statement": "China has not joined the Russian system for financial messages."}
NEGATIVE_TEXT = "China has not yet joined the Russian system for the transfer of financial messages."


def asked(name, prompt, answer="Alaska", **more):
    """A short answer."""
    return {"name": name, "question": {"type": "short_answer", "prompt": prompt, "answer": answer}, **more}


def gap(name, text, prompt="Complete the report of August 2023.", **more):
    """A cloze."""
    return {"name": name, "question": {"type": "cloze", "prompt": prompt, "text": text, **more}}


def said(name, prompt):
    """A statement, true or false."""
    return {"name": name, "question": {"type": "true_false", "prompt": prompt, "answer": False}}


M6 = Table(
    flaws=[
        asked("which did not", "Which state did the joint flotilla of August 2023 not patrol?"),
        case("which of these not", *FULL, prompt="Which of these steps did China and Russia not take in August 2023?"),
        case("in capitals", *FULL, prompt="Which of these steps did China and Russia NOT take in August 2023?"),
        case("except", *FULL, prompt="All of these steps were taken in August 2023 except which?"),
        case("EXCEPT", *FULL, prompt="All of these steps were taken in August 2023 EXCEPT which?"),
        asked("never", "Near which US state did a Chinese flotilla never patrol before August 2023?"),
        asked("isn't", "Which US state isn’t far from the patrol of August 2023?"),
        asked("neither", "Near which US state did neither power patrol before August 2023?"),
        asked("without", "Near which US state did the flotilla patrol without a third power in August 2023?"),
        case("least likely", *FULL, prompt="Which of these steps was the least likely for both navies in August 2023?"),
        said("a statement that denies", "The joint flotilla of August 2023 did not come near Alaska."),
        asked("none", "Near which US state did none of the other navies patrol in August 2023?"),
        gap(
            "above a gap",
            "a joint PRC and Russian flotilla conducted a [[maritime]] patrol",
            prompt="What was not done in the air in August 2023?",
        ),
        case(
            "of a negative fact, but the odd one out",
            *FULL,
            prompt="Which of the following did China not join?",
        )
        | {"text": NEGATIVE_TEXT, "fact": NEGATIVE_FACT},
    ],
    legal=[
        asked("positive", "Near which US state did a joint flotilla patrol in August 2023?"),
        asked(
            "of a negative fact",
            "Which Russian system has China not yet joined?",
            text=NEGATIVE_TEXT,
            fact=NEGATIVE_FACT,
        ),
        gap(
            "in the source's sentence",
            "China has not yet joined the Russian [[system]] for the transfer of financial messages.",
        )
        | {"text": NEGATIVE_TEXT},
        asked("in a quotation", "Near which US state did the “no limits” partners patrol in August 2023?"),
        asked("a contrast", "Near which US state, and not off Japan, did a flotilla patrol in August 2023?"),
        asked("not only", "Near which US state did not only Russian ships patrol in August 2023?"),
        asked("whether or not", "Near which US state did they patrol, whether or not by plan, in August 2023?"),
        asked(
            "a clause beside it",
            "Near which US state, in a sea that does not freeze, did a flotilla patrol in August 2023?",
        ),
        asked("letters", "Near which northern US state did the notable flotilla patrol in August 2023?"),
        said("a positive statement", "The joint flotilla of August 2023 sailed near Hawaii."),
    ],
)

M7 = Table(
    flaws=[
        case(
            "the key itself",
            "*Arms deals",
            "Joint drills",
            "Oil wells",
            prompt="Which arms deals did the two sides sign in August 2023?",
        ),
        case(
            "with an article",
            "*The border dispute",
            "The gas price",
            "The visa rules",
            prompt="How was the border dispute settled by 2008?",
        ),
        case("a year", "1996", "*2001", "2003", prompt="In which year was the treaty of 2001 signed in Moscow?"),
        case(
            "a number in words",
            "30",
            "*42",
            "50",
            prompt="How often did the two leaders meet in their forty-two meetings?",
        ),
        case(
            "a name",
            "*Alaska",
            "Hawaii",
            "Oregon",
            prompt="Near which state did the Alaska patrol of August 2023 take place?",
        ),
        case(
            "an alias",
            "*NATO",
            "SCO",
            "BRICS",
            prompt="Which pact is the North Atlantic Treaty Organization that both opposed?",
        ),
        case(
            "another order",
            "*Drills at sea",
            "Talks by phone",
            "Trade by rail",
            prompt="What did the sea drills of August 2023 stand for?",
        ),
        case(
            "other forms",
            "*Cooperating closely",
            "Competing fiercely",
            "Waiting calmly",
            prompt="What does close cooperation of both states mean in August 2023?",
        ),
        case(
            "several",
            "*Arms deals",
            "*Joint drills",
            "Oil wells",
            several=True,
            prompt="What beside arms deals did both begin in August 2023?",
        ),
        case(
            "two words of the prompt",
            "*A patrol near Alaska by warships",
            "A visit of ministers to Pyongyang",
            "A veto on Sudan in the Council",
            prompt="What did warships do in August 2023 on patrol off the coast?",
        ),
        case(
            "three words",
            "*Military cooperation against terrorism",
            "Purchase of crude oil by rail",
            "Control of exchange rates",
            prompt="Which joint fight on terrorism does the military cooperation of 2023 serve?",
        ),
        case(
            "clang among several",
            "*Shipping routes of the Arctic",
            "*Weather stations",
            "Fishing quotas",
            "Tourism",
            several=True,
            prompt="On which Arctic shipping matters do both work in August 2023?",
        ),
    ],
    legal=[
        case("nothing shared", *FULL),
        case(
            "shared by all",
            "*A naval patrol",
            "A naval visit",
            "A naval school",
            prompt="Which naval step did both take in August 2023?",
        ),
        case(
            "one word shared",
            "*A patrol near Alaska",
            "A visit to Pyongyang",
            "A veto on Sudan",
            prompt="Which patrol did both begin in August 2023?",
        ),
        case(
            "both named",
            "*China",
            "Russia",
            "The United States",
            prompt="Which of the two, China or Russia, asked for the patrol of August 2023?",
        ),
        case("letters", "*The SCO", "NATO", "BRICS", prompt="Which body did Moscow call upon in August 2023?"),
        case(
            "what an abbreviation stands for",
            "*North Atlantic Treaty Organization",
            "National Arctic Transport Office",
            "Northern Arms Trade Office",
            prompt="For which name does the abbreviation NATO stand in this text?",
        ),
        case(
            "another year", "1996", "*2001", "2003", prompt="In which year was the treaty renewed in 2021 first signed?"
        ),
        case(
            "a wrong option clangs",
            "*A visit to Pyongyang",
            "A patrol of warships near Alaska",
            "A veto on Sudan",
            prompt="What did the two do before the warships went on patrol?",
        ),
    ],
)

TABLES = {"M6": M6, "M7": M7}
