"""Flaws of questions that are not dated or do not stand alone: G8, G10."""

from tests.bank.lint.planted import Table

G8 = Table.of(
    """
- {name: a state without a year, fact: {nature: state, as_of: 2023, when: null}, question: {prompt: "Near which US state do joint flotillas patrol?"}}
- {name: a figure without a year, text: "Trade reached $240 billion in 2023.", fact: {nature: figure, as_of: 2023, when: null}, question: {type: numeric, prompt: "How large is trade between China and Russia?", answer: 240, unit: billion US dollars}}
- {name: a forecast without a year, text: "By 2027 the pipeline is expected to reach full capacity.", fact: {nature: forecast, holder: CRS, as_of: 2023, when: null}, question: {prompt: "When is the pipeline expected to reach full capacity?", answer: "2027"}}
- {name: now, question: {prompt: "Near which US state do the two navies patrol now?"}}
- {name: today, question: {prompt: "What do the two navies do near Alaska today?", answer: patrol}}
- {name: currently, question: {prompt: "Which organisation currently has nine members?", answer: SCO}}
- {name: this year, question: {prompt: "Which anniversary do the two countries celebrate this year?", answer: the seventieth}}
- {name: recent, question: {prompt: "Near which US state did a recent joint patrol take place?"}}
- {name: so far, question: {prompt: "What has China refused so far?", answer: ammunition}}
- {name: last year, question: {type: true_false, prompt: "Both countries opposed Kosovo’s army last year.", answer: true}}
- {name: ago, question: {type: cloze, text: "Ten years ago the flotilla patrolled near [[Alaska]].", prompt: "Complete the sentence."}}
- {name: the year only in one option, fact: {nature: state, as_of: 2023, when: null}, question: {type: single_choice, prompt: "What do joint flotillas do?", options: ["*Patrol near Alaska", "Patrol near Hawaii since 2020", "Escort ships"]}}
- {name: another year, fact: {nature: state, as_of: 2023, when: null}, question: {prompt: "Near which US state have joint flotillas patrolled since 1996?"}}
- {name: a number that is no year, fact: {nature: figure, as_of: 2023, when: null}, question: {prompt: "Which country gets 1996.5 million tons of crude?", answer: China}}
""",
    """
- {name: an event needs no other date, question: {prompt: "Near which US state did a joint flotilla patrol?"}}
- {name: a state with its year, fact: {nature: state, as_of: 2023, when: null}, question: {prompt: "Near which US state did joint flotillas patrol in 2023?"}}
- {name: a dated source, fact: {nature: state, as_of: 2024, when: null}, question: {prompt: "Near which US state do joint flotillas patrol, according to CRS 2023?"}}
- {name: as of, fact: {nature: figure, as_of: 2023, when: null}, question: {prompt: "As of August 2023, near which US state had a flotilla patrolled?"}}
- {name: a term in quotation marks, question: {prompt: "Which partnership is called one “for a new era of today”?", answer: the comprehensive one}}
- {name: knowing is not now, question: {prompt: "What is known of the flotilla’s patrol?", answer: its area}}
- {name: options that all have a year, fact: {nature: state, as_of: 2023, when: null}, question: {type: single_choice, prompt: "Which document speaks of a joint flotilla near Alaska?", options: ["*CRS 2023", "CFR 2024", "FIIA 2018"]}}
- {name: pairs with years, fact: {nature: state, as_of: 2023, when: null}, question: {type: matching, prompt: "Match each place with its patrol.", pairs: [{id: a, left: Alaska, right: patrol of 2023}, {id: b, left: Baltic Sea, right: patrol of 2017}]}}
- {name: recent with its year, question: {prompt: "Which recent patrol did the Congressional Research Service name in 2023?", answer: the one near Alaska}}
""",
)

G10 = Table.of(
    """
- {name: this report, question: {prompt: "Near which US state does this report place a joint patrol?"}}
- {name: the passage, question: {prompt: "According to the passage, near which state did a flotilla patrol in 2023?"}}
- {name: the text, question: {prompt: "What does the text say of the flotilla?", answer: it patrolled}}
- {name: above, question: {prompt: "Which of the areas mentioned above is in the United States?", answer: Alaska}}
- {name: the above, question: {prompt: "Which state belongs to the above?", answer: Alaska}}
- {name: this sentence, question: {prompt: "Which word is missing from this sentence?", answer: Alaska}}
- {name: the author, question: {prompt: "Where does the author see a joint patrol?", answer: near Alaska}}
- {name: It, question: {prompt: "It patrolled near which state in August 2023?"}}
- {name: They, question: {type: true_false, prompt: "They sailed near Alaska in August 2023.", answer: true}}
- {name: This, question: {prompt: "This joint flotilla patrolled near which state in 2023?"}}
- {name: He, question: {type: true_false, prompt: "He warned against the use of nuclear weapons in 2023.", answer: true}}
- {name: Their, question: {prompt: "Their navies patrolled near which state in 2023?"}}
- {name: an acronym that nobody knows, question: {prompt: "Near which state did the PLAN sail with Russia in 2023?"}}
- {name: an acronym in an option, question: {type: single_choice, prompt: "Which body has nine members?", options: ["*SCO", "CICA", "NATO"]}}
- {name: an option that points, question: {type: single_choice, prompt: "Where did a flotilla patrol in 2023?", options: ["*Near Alaska", "As stated above", "Near Japan"]}}
- {name: from the article, question: {prompt: "Judging from the article, where did a flotilla patrol?", answer: near Alaska}}
- {name: earlier, question: {prompt: "Which state was mentioned earlier as the scene of a patrol?"}}
""",
    """
- {name: a document that is named, question: {prompt: "Near which US state does the 2023 report of the Congressional Research Service place a patrol?"}}
- {name: the report of, question: {prompt: "Where did the report of the Congressional Research Service of 2023 see a flotilla?", answer: near Alaska}}
- {name: a text that is named, question: {prompt: "What does the text of the treaty of 2001 say of borders?", answer: both are satisfied}}
- {name: an acronym of the vocabulary, question: {prompt: "When did NATO and the SCO meet?", answer: never}}
- {name: an acronym that is spelled out, question: {prompt: "Which system is called the System for Transfer of Financial Messages (SPFS)?", answer: Russia’s own}}
- {name: a type of weapon, question: {prompt: "Who bought the S-400 and the J-20B first?", answer: China}}
- {name: a cleft, question: {type: true_false, prompt: "It was in August 2023 that a joint flotilla patrolled near Alaska.", answer: true}}
- {name: a Roman numeral, question: {prompt: "Which war followed World War II?", answer: the Cold War}}
- {name: over a number, question: {prompt: "Who sold above 30 percent of the crude?", answer: Russia}}
- {name: which of these, question: {type: single_choice, prompt: "Which of these documents names Alaska?", options: ["*CRS 2023", "CFR 2024", "FIIA 2018"]}}
- {name: a cloze whose line above says what it points at, question: {type: cloze, prompt: "The scope of the FIIA paper of 2018.", text: "this Briefing Paper looks at the [[motivations]] for collaboration"}}
""",
)

TABLES = {"G8": G8, "G10": G10}
