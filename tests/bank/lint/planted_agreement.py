"""Flaws of facts that differ (G9), that stand twice (G12), that do not add up (G13)."""

from tests.bank.lint.planted import Table

TWO = """text: "The first drill was held in 2003.", others: {cfr-2024: "The first drill was held in 2005."},
    across: {disagreements: [{id: d, kind: contradiction, claims: [{fact: crs-2023/f1, says: "In 2003."}, {fact: crs-2023/f2, says: "In 2005."}]}]}"""
HERE = '{quote: "The first drill was held in 2003.", question: QUESTION}'
THERE = '{quote: {quote: "The first drill was held in 2005.", source: cfr-2024}, question: QUESTION}'
NAMED = '{prompt: "When was the first drill, according to the Congressional Research Service in 2023?", answer: "2003"}'


def two(question: str, other: str = '{prompt: "When was the first drill, by CFR 2024?", answer: "2005"}') -> str:
    """A case with two facts that contradict each other, and a question to each."""
    return f"{TWO}, facts: [{HERE.replace('QUESTION', question)}, {THERE.replace('QUESTION', other)}]"


def pair(here: str, there: str, about: str = "[china, russia]", more: str = "", when: str = "null") -> str:
    """A case with two facts of two documents, each with a quotation."""
    return (
        f'text: "{here}", others: {{cfr-2024: "{there}"}}, facts: ['
        f'{{quote: "{here}", when: {when}, about: {about}}},'
        f'{{quote: {{quote: "{there}", source: cfr-2024}}, when: {when}, about: {about}{more}}}]'
    )


G9 = Table.of(
    f"""
- {{name: no source, {two('{prompt: "When was the first drill?", answer: "2003"}')}}}
- {{name: another source, {two('{prompt: "When was the first drill, by the FIIA paper of 2018?", answer: "2003"}')}}}
- {{name: the source of the other, {two('{prompt: "When was the first drill, by CFR 2024?", answer: "2003"}')}}}
- {{name: in a choice, {two('{type: single_choice, prompt: "When was the first drill?", options: ["*2003", "2001", "2007"]}')}}}
- {{name: in a true_false, {two('{type: true_false, prompt: "The first drill was held in 2003.", answer: true}')}}}
- {{name: in a cloze, {two('{type: cloze, prompt: "Complete the sentence.", text: "The first drill was held in [[2003]]."}')}}}
- {{name: in the other fact, {two(NAMED, '{prompt: "When was the first drill?", answer: "2005"}')}}}
- {{name: some document, {two('{prompt: "When was the first drill, by one of the reports?", answer: "2003"}')}}}
- {{name: other years, {pair("China and Russia held their first joint drill in 2003.", "China and Russia held their first joint drill in 2005.")}}}
- {{name: other sums, {pair("The trade of China with Russia reached a record of $240 billion.", "The trade of China with Russia reached a record of $190 billion.")}}}
- {{name: other shares, {pair("Russia provided 17 percent of the crude imports of China.", "Russia provided 19 percent of the crude imports of China.")}}}
- {{name: other counts, {pair("Xi and Putin have met on forty-two occasions.", "Xi and Putin have met on thirty occasions.", "[xi-jinping]")}}}
- {{name: other ranks in words of years, {pair("The border dispute was resolved in 2008 by both.", "The border dispute was resolved in 2001 by both.")}}}
""",
    f"""
- {{name: the source, {two(NAMED)}}}
- {{name: the short name, {two('{prompt: "When was the first drill, by CRS 2023?", answer: "2003"}')}}}
- {{name: the source in the key, {two('{type: single_choice, prompt: "Who dates the first drill to 2003?", options: ["*Congressional Research Service, 2023", "Council on Foreign Relations, 2024", "FIIA, 2018"]}')}}}
- {{name: in the line above a cloze, {two('{type: cloze, prompt: "Complete the sentence of the Congressional Research Service of 2023.", text: "The first drill was held in [[2003]]."}')}}}
- {{name: no disagreement and the same year, {pair("China and Russia held their first joint drill in 2003.", "In 2003 China and Russia held a first joint drill.")}}}
- {{name: other years of other things, {pair("China and Russia held their first joint drill in 2003.", "Beijing released a twelve-point peace plan in 2023.")}}}
- {{name: told apart, {pair("China and Russia held their first joint drill in 2003.", "China and Russia held their first joint drill in 2005.", more=", distinct_from: [{ref: crs-2023/f1, because: only with land forces}]")}}}
- {{name: a month within the year, {pair("The plan was signed in 2017 by both countries.", "The plan was signed in June 2017 by both countries.")}}}
""",
)

PATROL = "In August 2023, a joint PRC and Russian flotilla conducted a maritime patrol near Alaska."
AGAIN = "A joint Chinese and Russian flotilla conducted a maritime patrol near Alaska in August 2023."


def twice(
    first: str = PATROL,
    second: str = AGAIN,
    one: str = 'about: [china, russia, alaska], question: {prompt: "Where?", answer: Alaska}',
    other: str = 'about: [russia, china, alaska], question: {prompt: "Near what?", answer: Alaska}',
) -> str:
    """A case with two facts."""
    return f'text: "{first} {second}", facts: [{{quote: "{first}", {one}}}, {{quote: "{second}", {other}}}]'


MEET = "Since Xi came to power he and Putin have met on forty-two occasions."
MET = "Xi and Putin have met on forty-two occasions since Xi came to power."
ABOUT = "about: [xi-jinping, vladimir-putin], when: null"

G12 = Table.of(
    f"""
- {{name: in other words, {twice()}}}
- {{name: in two sentences of one paragraph, {twice(MEET, MET, ABOUT + ', question: {type: numeric, prompt: "How often?", answer: 42}', ABOUT + ', question: {type: numeric, prompt: "How many times?", answer: 42}')}}}
- {{name: an answer by another type, {twice(other='about: [alaska, china, russia], question: {type: single_choice, prompt: "Near what?", options: ["*Alaska", "Hawaii", "Guam"]}')}}}
- {{name: one of several answers, {twice(other='about: [alaska, china, russia], questions: [{prompt: "Whose?", answer: both}, {prompt: "Near what?", answer: Alaska}]')}}}
- {{name: a figure, {twice(MEET, MET, ABOUT + ', nature: figure, as_of: 2024, question: {prompt: "How often?", answer: forty-two occasions}', ABOUT + ', nature: figure, as_of: 2024, question: {prompt: "How many?", answer: 42 occasions}')}}}
- {{name: a cloze, {twice(other='about: [alaska, china, russia], question: {type: cloze, text: "a maritime patrol near [[Alaska]]"}')}}}
- {{name: a name and its article, {twice(other='about: [alaska, china, russia], question: {prompt: "Near what?", answer: the Alaska}')}}}
- {{name: of two documents, text: "{PATROL}", others: {{cfr-2024: "{AGAIN}"}}, facts: [{{quote: "{PATROL}", about: [alaska]}}, {{quote: {{quote: "{AGAIN}", source: cfr-2024}}, about: [alaska]}}]}}
- {{name: another importance, {twice(other='about: [alaska, china, russia], importance: minor, question: {prompt: "Near what?", answer: Alaska}')}}}
- {{name: the statements alone, text: "{PATROL} Later the ships were seen off Anchorage by a pilot.", facts: [{{quote: "{PATROL}", about: [alaska]}}, {{quote: "Later the ships were seen off Anchorage by a pilot.", about: [alaska]}}]}}
""",
    f"""
- {{name: another day, {twice(other='about: [alaska, china, russia], when: "2022-08", question: {prompt: "Near what?", answer: Alaska}')}}}
- {{name: another entity, {twice(other='about: [alaska, china], question: {prompt: "Near what?", answer: Alaska}')}}}
- {{name: another answer, {twice(other='about: [alaska, china, russia], question: {prompt: "What?", answer: a patrol}')}}}
- {{name: told apart, {twice(other='about: [alaska, china, russia], distinct_from: [{ref: crs-2023/f1, because: of two fleets}], question: {prompt: "Near what?", answer: Alaska}')}}}
- {{name: other words altogether, {twice(second="Pompeo warned of growing influence in the waters around the state of Alaska.", other='statement: A warning was given., about: [alaska, china, russia], question: {prompt: "Where?", answer: Alaska}')}}}
- {{name: about nothing, {twice(one='question: {prompt: "Where?", answer: Alaska}', other='question: {prompt: "Near what?", answer: Alaska}')}}}
""",
)

G13 = Table.of(
    """
- {name: a share of a change, text: "Trade rose from $100 billion to $150 billion, an increase of 60 percent."}
- {name: a difference, text: "Sales fell from 3.1 billion USD to 0.6 billion USD, a decline of 3.5 billion USD."}
- {name: the wrong way up, text: "The share of crude increased from 19 percent to 17 percent in 2022."}
- {name: the wrong way down, text: "Sales declined from $0.6 billion to $3.1 billion after 2005."}
- {name: doubled, text: "Trade doubled from $100 billion to $240 billion within a decade."}
- {name: tripled, text: "The number of drills tripled from 4 drills to 16 drills after 2014."}
- {name: halved, text: "Sales halved from $3 billion to $0.6 billion."}
- {name: a total, text: "The funds got $325 million and $300 million, a total of $525 million."}
- {name: a total of three, text: "There were 3 surface ships, 2 supply ships and 4 patrol ships, 8 ships altogether."}
- {name: years between, text: "They formed their partnership in 1996, ten years after relations were established in 1991."}
- {name: an anniversary, text: "In 2019 they celebrated the 75th anniversary of relations, which began in 1949."}
- {name: years later, text: "The agreement of 1991 was followed twelve years later by the treaty of 2001."}
""",
    """
- {name: a share of a change, text: "Trade rose from $100 billion to $150 billion, an increase of 50 percent."}
- {name: rounded, text: "Sales fell from 3.1 billion USD to 0.6 billion USD, a decline of some 80 percent."}
- {name: doubled, text: "Trade doubled from $120 billion to $240 billion within a decade."}
- {name: a total, text: "The funds got $325 million and $300 million, a total of $625 million."}
- {name: years between, text: "They formed their partnership in 1996, five years after relations were established in 1991."}
- {name: an anniversary, text: "In 2019 they celebrated the 70th anniversary of relations, which began in 1949."}
- {name: a slip that is said, text: "The share increased from 19 percent to 17 percent in 2022.", fact: {slip: The figures go down.}}
- {name: a range, text: "Chinese orders accounted for 34–60 per cent of Russian major weapons sales between 1999 and 2006."}
- {name: more than so many years, text: "More than thirty years after 1991 they signed again in 2022."}
- {name: figures of different things, text: "In 2005 transfers peaked at 3.1 billion USD, when China accounted for around 60 per cent of deliveries."}
""",
)

TABLES = {"G9": G9, "G12": G12, "G13": G13}
