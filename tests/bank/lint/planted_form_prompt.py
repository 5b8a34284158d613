"""Flaws of grammar, absolutes, vagueness, length, and of what is asked: M8–M10, M15, M16."""

from tests.bank.lint.planted import Table
from tests.bank.lint.planted_form_options import ASKED, FULL, case
from tests.bank.lint.planted_form_wording import asked, gap, said

M8 = Table(
    flaws=[
        case(
            "an", "*Alliance", "Patrol", "Treaty", prompt="In August 2023 the two navies formed an ____ in the north."
        ),
        case("a", "Alliance", "*Patrol", "Exercise", prompt="In August 2023 the two navies began a ____ in the north."),
        case(
            "a before an abbreviation",
            "*SCO member",
            "NATO member",
            "BRICS member",
            prompt="In August 2023 the country became a ____ in the north.",
        ),
        case(
            "an before a consonant's sound",
            "*Exercise",
            "Union",
            "Alliance",
            prompt="In August 2023 the two navies formed an ____ in the north.",
        ),
        case(
            "an before eu",
            "*Asian treaty",
            "European treaty",
            "Arctic treaty",
            prompt="In August 2023 the navies gained from an ____ on borders.",
        ),
        case(
            "at the end", "*Alliance", "Patrol", "Treaty", prompt="What the two navies formed in August 2023 was an …"
        ),
        case(
            "two",
            "*treaties",
            "patrol",
            "drill",
            prompt="In August 2023 the two navies agreed on two ____ in the north.",
        ),
        case(
            "three",
            "treaties",
            "patrols",
            "*pact",
            prompt="In August 2023 the two navies agreed on three ____ in the north.",
        ),
        case(
            "one",
            "*treaty",
            "patrols",
            "drills",
            prompt="In August 2023 the two navies agreed on one ____ in the north.",
        ),
        case(
            "many", "*drills", "patrol", "treaty", prompt="In August 2023 the two navies held many ____ in the north."
        ),
        gap("a gap cut wrongly", "the two navies in August 2023 formed a [[alliance]] against all others"),
        gap("a gap cut wrongly, too", "the two navies in August 2023 formed an [[pact]] against all others"),
        case(
            "this",
            "*treaty",
            "patrols",
            "drills",
            prompt="In August 2023 the two navies stood by this ____ in the north.",
        ),
    ],
    legal=[
        case(
            "all vowels",
            "*Alliance",
            "Exercise",
            "Agreement",
            prompt="In August 2023 the two navies formed an ____ in the north.",
        ),
        case(
            "all consonants",
            "*Pact",
            "Union",
            "European treaty",
            prompt="In August 2023 the two navies formed a ____ in the north.",
        ),
        case(
            "an hour",
            "*hour",
            "evening",
            "honorable way",
            prompt="In August 2023 the two navies spent an ____ in the north.",
        ),
        case(
            "all plural",
            "*treaties",
            "patrols",
            "aircraft",
            prompt="In August 2023 the two navies agreed on two ____ in the north.",
        ),
        case(
            "of something",
            "*meetings of ministers",
            "rounds of talks",
            prompt="In August 2023 the two navies asked for two ____ in the north.",
        ),
        gap("a gap with its article", "the two navies in August 2023 formed an [[alliance]] against all others"),
        gap("a gap behind a year", "both have held drills since the 2005 [[Peace Mission]] at sea"),
        case(
            "the", "*Alliance", "Patrol", "Treaty", prompt="In August 2023 the two navies formed the ____ in the north."
        ),
        case("a question", *FULL),
    ],
)

M9 = Table(
    flaws=[
        case("always, wrong", "*They back each other", "They always abstain", "They veto drafts", prompt=ASKED),
        case("never, wrong", "*They abstain at times", "They never vote alike", "They veto drafts"),
        case(
            "only, key", "*Only with the consent of the other", "With a veto of their own", "With the help of members"
        ),
        case("all, wrong", "*Some of the pipelines", "All the pipelines", "Two of the pipelines"),
        case("none, wrong", "*Some of the forums", "None of the forums", "Two of the forums"),
        case("every, wrong", "*Most of the neighbors", "Every neighbor", "Some of the neighbors"),
        case("entirely, key", "*Entirely by sea", "Partly by rail", "In part by road"),
        case("completely, wrong", "*In part", "Completely", "Hardly"),
        case("in two wrong ones", "*At times", "Always", "Never"),
        case("nobody, wrong", "*Some experts", "Nobody", "Two officials"),
        case("solely, key", "*Solely for trade", "For joint drills", "For a treaty"),
        case("several keys", "*Only by sea", "*By rail", "By road", several=True),
        case("totally, wrong", "*In part for oil", "Totally for oil", "Mainly for gas"),
    ],
    legal=[
        case("none at all", *FULL),
        case("on both sides", "*Only with consent", "Only in wartime", "By a joint vote"),
        case("in a quotation", "*“Never again”", "“No limits”", "“Win-win”"),
        case("denied", "*Not completely", "For the most part", "Hardly"),
        case("first of all", "*From first of all to second", "From second to third", "From third to first"),
        case("every few years", "*Every two years", "Once in a decade", "Twice in a century"),
        case("in letters", "*Overall command", "Allied command", "Joint command"),
        case("at all", "*Not at all", "In part", "For the most part"),
    ],
)

M10 = Table(
    flaws=[
        case(word, "*By sea", f"{word.capitalize()} by rail", "By road")
        for word in (
            "often",
            "sometimes",
            "usually",
            "frequently",
            "rarely",
            "seldom",
            "occasionally",
            "regularly",
            "from time to time",
            "typically",
        )
    ]
    + [
        case("in the key", "*They often meet", "They write letters", "They phone"),
        case("beside an ordinal", "*They often meet", "Often arms for third states", "They phone"),
        case("several", "*They often meet", "*They phone", "They write", several=True),
    ],
    legal=[
        case("none", *FULL),
        case("with a number", "*Often, 42 times", "Rarely, 3 times", "At times, 12 times"),
        case("a number", "*Twice a year", "Once a year", "Once a month"),
        case("in a quotation", "*“Often”", "“At last”", "“No limits”"),
        case("in the prompt", *FULL, prompt="What do China and Russia often do together since August 2023?"),
        case("as a degree", "*Largely by sea", "Partly by rail", "Hardly by road"),
    ],
)

LONG = "Which of the many states of the United States lies near the waters in which a joint flotilla of Chinese and Russian warships, as the Congressional Research Service reported in the autumn of the year 2023, conducted a patrol?"
M15 = Table(
    flaws=[
        asked("too long", LONG),
        case("a long prompt of a choice", *FULL, prompt=LONG),
        asked("too short", "Patrol near where?"),
        asked("four words", "Which state was it?"),
        asked("three sentences", "China has a navy. Russia has one too. Near which US state did they patrol in 2023?"),
        case(
            "three sentences of a choice",
            *FULL,
            prompt="China has a navy. Russia has one too. What did they do in 2023?",
        ),
        said("a long statement", LONG.replace("?", ".")),
        case(
            "a long option",
            *FULL[:3],
            "A pipeline that would carry the gas of the Yamal fields under the sea to the north of Japan and from there on to Korea",
        ),
        case(
            "a long key",
            "*A patrol in which the warships of both navies sailed together from the Sea of Japan to the waters not far from Alaska",
            *FULL[1:],
        ),
        case("one opening", "*They want to sell oil", "They want to buy gas", "They want to build ships"),
        case(
            "one opening with an article",
            "*The growing trade in oil",
            "The growing trade in gas",
            "The growing trade in arms",
        ),
        case(
            "one opening of small words",
            "*In that of the experts",
            "In that of the officials",
            "In that of the leaders",
        ),
        gap("a long line above a gap", "a joint PRC and Russian flotilla conducted a [[maritime]] patrol", prompt=LONG),
    ],
    legal=[
        asked("short enough", "Near which US state did a joint flotilla patrol in August 2023?"),
        asked("two sentences", "China and Russia patrolled the sea in August 2023. Near which US state was it?"),
        asked(
            "an abbreviation is no sentence's end",
            "Near which U.S. state did the vessels of Gen. Li patrol in August 2023?",
        ),
        asked("thirty-five words", " ".join(["Near"] + ["which"] * 33 + ["state?"])),
        case("one small word", "*Since the war", "Since the treaty", "Since the invasion"),
        case("names begin alike", "*Soviet Union", "Soviet Far East", "Soviet Navy"),
        case("pronoun and verb", "*It has benefited a lot", "It has lost ground", "It has kept its place"),
        {
            "name": "days",
            "question": {
                "type": "single_choice",
                "prompt": "On which days of June 2019 did they meet?",
                "options": ["June 1–3", "*June 5–7", "June 13–15"],
                "keep_order": True,
            },
        },
        {
            "name": "no line above a gap",
            "question": {"type": "cloze", "text": "a joint PRC and Russian flotilla conducted a [[maritime]] patrol"},
        },
    ],
)

M16 = Table(
    flaws=[
        case("which is true", *FULL, prompt="Which of the following is true of the joint patrol of August 2023?"),
        case("which statement", *FULL, prompt="Which statement about the joint patrol of August 2023 is correct?"),
        case("which of these are false", *FULL, prompt="Which of these are false about the patrol of August 2023?"),
        case(
            "select the best", *FULL, prompt="Select the best answer about the joint patrol of August 2023, will you?"
        ),
        asked("no question", "The US state near which a joint flotilla patrolled in August 2023."),
        case("an open sentence", *FULL, prompt="In August 2023 the two navies of China and Russia together"),
        asked("an order", "Name the US state near which the flotilla patrolled in August 2023."),
        asked("two blanks", "A joint ____ patrolled near ____ in August 2023."),
        case("two blanks in a choice", *FULL, prompt="In August ____ both navies took part in ____ near Alaska."),
        asked("thin", "Which one was it in 2023?"),
        case("thin choice", *FULL, prompt="What did they do there then?"),
        case(
            "what of the following was right",
            *FULL,
            prompt="What of the following was right about the navies in August 2023?",
        ),
    ],
    legal=[
        asked("a question", "Near which US state did a joint flotilla patrol in August 2023?"),
        asked("a blank", "A joint Chinese and Russian flotilla patrolled near ____ in August 2023."),
        asked("a request behind the question", "When did the joint flotilla patrol near Alaska? Give the year."),
        asked(
            "a question in quotation marks", "Which state answers the question “Where did the joint flotilla patrol?”"
        ),
        gap("a gap", "a joint PRC and Russian flotilla conducted a [[maritime]] patrol"),
        case(
            "following as a verb",
            *FULL,
            prompt="Which step of August 2023 came following the true start of joint patrols?",
        ),
        case(
            "true friends",
            *FULL,
            prompt="Which of the two leaders is a true friend of joint patrols, by the account of 2023?",
        ),
        {
            "name": "a number",
            "question": {
                "type": "numeric",
                "prompt": "In which month of 2023 did the joint flotilla patrol?",
                "answer": 8,
            },
        },
    ],
)

TABLES = {"M8": M8, "M9": M9, "M10": M10, "M15": M15, "M16": M16}
