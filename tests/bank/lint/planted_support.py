"""Flaws of keys that the evidence lacks (G3) and of prompts that say what no document says (G4)."""

from tests.bank.lint.planted import Table

MEET = "Since Xi came to power, he and Putin have met on forty-two different occasions."
TRADE = "Trade reached an all-time high of $240 billion in 2023, and Russia supplied 17 percent of the crude."
FUNDS = "The act of 2022 appropriated $325 million and $300 million for two funds of the United States."
JUNE = "In June, Xi Jinping went to Russia. Last year, both countries opposed the army of Kosovo."

G3 = Table.of(
    f"""
- {{name: another number, text: "{MEET}", question: {{type: numeric, prompt: "How often have Xi and Putin met?", answer: 24}}}}
- {{name: another scale, text: "{TRADE}", question: {{type: numeric, prompt: "How large was trade in 2023?", answer: 240, unit: million US dollars}}}}
- {{name: another currency, text: "{TRADE}", question: {{prompt: "How large was trade in 2023?", answer: 240 billion euros}}}}
- {{name: another share, text: "{TRADE}", question: {{type: numeric, prompt: "Which share of the crude did Russia supply?", answer: 71, unit: percent}}}}
- {{name: a year that stands nowhere, text: "{TRADE}", question: {{prompt: "When was trade at its highest?", answer: "2022"}}}}
- {{name: another month, question: {{prompt: "When did the flotilla patrol?", answer: September 2023}}}}
- {{name: another country, question: {{type: single_choice, prompt: "Whose flotilla patrolled with that of China?", options: ["*The United States’", "India’s", "Japan’s"]}}}}
- {{name: another organisation, text: "China and Russia founded the Shanghai Cooperation Organization in 2001.", question: {{prompt: "Which body did China and Russia found in 2001?", answer: NATO}}}}
- {{name: a name inside another word, text: "In 2023, Xi met leaders in Moscow.", question: {{prompt: "Which body met in 2023?", answer: SCO}}}}
- {{name: another person, text: "In 2023, Xi Jinping praised the partnership.", question: {{prompt: "Who praised the partnership in 2023?", answer: Vladimir Putin}}}}
- {{name: a cloze that was filled otherwise, text: "{MEET}", question: {{type: cloze, prompt: Complete the sentence., text: "he and Putin have met on [[forty-three]] different occasions"}}}}
- {{name: a swap from what is not there, text: "{MEET}", question: {{type: true_false, prompt: "Xi and Putin have met on thirty occasions.", answer: false, swap: {{from: forty, to: thirty}}}}}}
- {{name: one of two keys, question: {{type: multiple_choice, prompt: "Whose ships were in the flotilla?", options: ["*China’s", "*The United States’", "India’s"]}}}}
- {{name: a pair, question: {{type: matching, prompt: "Match.", pairs: [{{id: a, left: patrol, right: "2023"}}, {{id: b, left: sortie, right: "2021"}}]}}}}
- {{name: a generated key of other words, question: {{origin: generated, prompt: "What did the flotilla do?", answer: fire missiles at targets}}}}
- {{name: a generated key with half of its words, question: {{origin: generated, prompt: "What did the flotilla do?", answer: conducted an air landing}}}}
- {{name: a generated key that names another document, question: {{origin: generated, type: single_choice, prompt: "Who tells of the patrol?", options: ["*Finnish Institute, 2018", "Congressional Research Service, 2023", "Council, 2024"]}}}}
- {{name: a written key from nowhere, question: {{prompt: "What did the flotilla do?", answer: fire missiles}}}}
""",
    f"""
- {{name: the number in words, text: "{MEET}", question: {{type: numeric, prompt: "How often have Xi and Putin met?", answer: 42}}}}
- {{name: the unit written otherwise, text: "{TRADE}", question: {{type: numeric, prompt: "How large was trade in 2023?", answer: 240, unit: billion US dollars}}}}
- {{name: an alias, question: {{prompt: "Which country’s ships were there besides Russia’s?", answer: "People’s Republic of China"}}}}
- {{name: a demonym, question: {{prompt: "Which country’s ships were there besides China’s?", answer: Russia}}}}
- {{name: a month of the document’s year, text: "{JUNE}", documents: {{crs-2023: {{published: 2019-06}}}}, question: {{prompt: "When did Xi go to Russia?", answer: June 2019}}}}
- {{name: last year, text: "{JUNE}", documents: {{crs-2023: {{published: 2019-06}}}}, fact: {{when: "2018"}}, question: {{prompt: "When did both oppose the army of Kosovo?", answer: "2018"}}}}
- {{name: words in another form, question: {{origin: generated, prompt: "What did the flotilla conduct?", answer: maritime patrols}}}}
- {{name: a paraphrase, question: {{prompt: "What did the flotilla do?", answer: go on patrol}}}}
- {{name: one only, text: "Of the pipelines of Russia, only one goes to China.", question: {{type: numeric, prompt: "How many pipelines go to China?", answer: 1, unit: pipelines}}}}
- {{name: a pronoun for what it is about, text: "Xi Jinping and Putin met in 2023.\\n\\nBoth presidents praised their ties in a long declaration.", quote: "Both presidents praised their ties in a long declaration.", fact: {{about: [xi-jinping, vladimir-putin]}}, question: {{prompt: "Who praised their ties?", answer: Xi and Putin}}}}
- {{name: a generated key that names the document, question: {{origin: generated, type: single_choice, prompt: "Who tells of the patrol?", options: ["*Congressional Research Service, 2023", "Finnish Institute, 2018", "Council, 2024"]}}}}
- {{name: a source with its date, question: {{type: single_choice, prompt: "Who tells of the patrol?", options: ["*Congressional Research Service, 2023", "USIP, 2019", "FIIA, 2018"]}}}}
""",
)

G4 = Table.of(
    f"""
- {{name: a year that stands nowhere, question: {{prompt: "Near which state did a flotilla patrol in August 2021?"}}}}
- {{name: a day that stands nowhere, question: {{prompt: "Near which state did a flotilla patrol on 3 August 2023?"}}}}
- {{name: a number that stands nowhere, question: {{prompt: "Near which state did a flotilla of eleven warships patrol?"}}}}
- {{name: an amount that stands nowhere, text: "{TRADE}", question: {{prompt: "When did trade reach $241 billion?", answer: "2023"}}}}
- {{name: a share that stands nowhere, text: "{TRADE}", question: {{prompt: "Who supplied 70 percent of the crude in 2023?", answer: Russia}}}}
- {{name: a person who stands nowhere, question: {{prompt: "Near which state did the flotilla of Admiral Nakhimov patrol?"}}}}
- {{name: a place that stands nowhere, question: {{prompt: "Near which state did a flotilla from Vladivostok patrol?"}}}}
- {{name: a ship that stands nowhere, question: {{type: single_choice, prompt: "Near which state did the cruiser Varyag patrol?", options: ["*Alaska", "Hawaii", "Oregon"]}}}}
- {{name: a rank that stands nowhere, text: "{TRADE}", question: {{prompt: "Who was the fifth supplier of crude in 2023?", answer: Russia}}}}
- {{name: a true statement with a wrong year, question: {{type: true_false, prompt: "A joint flotilla patrolled near Alaska in August 2020.", answer: true}}}}
- {{name: a false statement with a second wrong value, question: {{type: true_false, prompt: "A joint flotilla patrolled near Hawaii in August 2020.", answer: false, swap: {{from: Alaska, to: Hawaii}}}}}}
- {{name: a cloze with another year, question: {{type: cloze, prompt: Complete the sentence of 2017., text: "a joint PRC and Russian flotilla conducted a maritime [[patrol]]"}}}}
- {{name: an event far off in the text, text: "A drill was held in 1999.\\n\\nTrade grew.\\n\\nSo did arms.\\n\\nSo did oil.\\n\\nA flotilla patrolled near Alaska in August 2023.", quote: "A flotilla patrolled near Alaska in August 2023.", question: {{prompt: "Near which state did a flotilla patrol, unlike in 1999?"}}}}
""",
    f"""
- {{name: what the quotation says}}
- {{name: two sentences on, text: "A flotilla patrolled near Alaska in the summer. It was joint. The year was 2023.", quote: "A flotilla patrolled near Alaska in the summer.", fact: {{when: null}}, question: {{prompt: "Near which state did a flotilla patrol in 2023?"}}}}
- {{name: the heading, text: "# Patrols of 2023\\n\\nA flotilla patrolled near Alaska in the summer.", quote: "A flotilla patrolled near Alaska in the summer.", fact: {{when: null}}, question: {{prompt: "Near which state did a flotilla patrol in 2023?"}}}}
- {{name: the day of the document, text: "A flotilla patrolled near Alaska in the summer.", fact: {{nature: state, when: null, as_of: 2023}}, question: {{prompt: "Near which state do flotillas patrol, according to the Congressional Research Service in 2023?"}}}}
- {{name: another document that is named, question: {{prompt: "Near which state did a flotilla patrol, which the FIIA paper of January 2018 could not know?"}}}}
- {{name: the vocabulary, question: {{prompt: "Near which state did a flotilla patrol, far from NATO and the Shanghai Cooperation Organization?"}}}}
- {{name: the number in words, text: "{MEET}", question: {{prompt: "With whom has Xi met 42 times?", answer: Putin}}}}
- {{name: how many are asked, question: {{type: multiple_choice, prompt: "Whose ships were in the flotilla, by name of the two countries?", options: ["*China’s", "*Russia’s", "India’s"]}}}}
- {{name: a month, question: {{prompt: "Near which state did a flotilla patrol in August?"}}}}
- {{name: a number of things that are listed, text: "{FUNDS}", question: {{prompt: "Which country pays into two funds?", answer: United States}}}}
- {{name: a swapped value is no claim, question: {{type: true_false, prompt: "A joint flotilla patrolled near Alaska in August 2021.", answer: false, swap: {{from: "2023", to: "2021"}}}}}}
""",
)

TABLES = {"G3": G3, "G4": G4}
