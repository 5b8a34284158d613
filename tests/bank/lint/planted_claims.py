"""Flaws of what a question claims: who holds it (G7), and whether it is so or not (G6)."""

from tests.bank.lint.planted import Table

EXPERTS = "Some experts question the depth of their partnership, arguing that it is driven by rivalry."
COULD = "Experts at the head of the article aside, the war could be a turning point in the relationship."
OBSERVERS = "China avoids public condemnation, even though some observers believe the invasion strained relations."
MAY = "China became the largest importer of crude in 2017, and its navy may need to secure shipments."
REPORTEDLY = "The Kremlin reportedly asked Beijing for military assistance in 2022."

G7 = Table.of(
    f"""
- {{name: experts left out, text: "{EXPERTS}", question: {{prompt: "What drives the partnership of China and Russia?", answer: rivalry}}}}
- {{name: the publisher in their place, text: "{EXPERTS}", question: {{prompt: "What drives the partnership, according to the Council on Foreign Relations in 2024?", answer: rivalry}}}}
- {{name: observers left out, text: "{OBSERVERS}", question: {{prompt: "What did the invasion strain?", answer: relations}}}}
- {{name: observers made officials, text: "{OBSERVERS}", question: {{prompt: "What did the invasion strain, as officials believe?", answer: relations}}}}
- {{name: could left out, text: "{COULD}", question: {{prompt: "What is the war in the relationship?", answer: a turning point}}}}
- {{name: may left out, text: "{MAY}", question: {{prompt: "What does the navy of China need to secure?", answer: shipments}}}}
- {{name: reportedly left out, text: "{REPORTEDLY}", question: {{prompt: "What did the Kremlin ask Beijing for in 2022?", answer: military assistance}}}}
- {{name: in a true_false, text: "{REPORTEDLY}", question: {{type: true_false, prompt: "The Kremlin asked Beijing for military assistance in 2022.", answer: true}}}}
- {{name: in a choice, text: "{COULD}", question: {{type: single_choice, prompt: "What did the war become for the relationship?", options: ["*A turning point", "An end", "A new start"]}}}}
- {{name: the holder of a judgement, text: "The partnership is the most large-scale threat that Europe has faced.", fact: {{nature: judgement, holder: Michael McCaul, when: null}}, question: {{prompt: "Which is the most large-scale threat that Europe has faced?", answer: the partnership}}}}
- {{name: a hedge in brackets that holds the key, text: "Concerns are outweighed by the benefits (and, perhaps, necessity) of cooperation.", question: {{prompt: "What of cooperation outweighs concerns, beside the benefits?", answer: its necessity}}}}
- {{name: held is no hedge, text: "{COULD}", question: {{prompt: "What is held to happen by the war in the relationship? A turning what?", answer: point}}}}
- {{name: the holder of a forecast, text: "Electric vehicles will decrease reliance on Russia.", fact: {{nature: forecast, holder: some experts, as_of: 2024, when: null}}, question: {{prompt: "What will electric vehicles decrease, by the Council on Foreign Relations’ account of 2024?", answer: reliance on Russia}}}}
- {{name: one of two groups, text: "Some experts say exercises boost trust.", fact: {{nature: judgement, holder: some experts; others, when: null}}, question: {{prompt: "What do exercises boost?", answer: trust}}}}
- {{name: according to, text: "According to several analysts, mistrust lingers on both sides of the border.", question: {{prompt: "What lingers on both sides of the border?", answer: mistrust}}}}
- {{name: appears, text: "The relationship appears to reflect the personal ties of both presidents.", question: {{prompt: "What does the relationship reflect?", answer: the personal ties of both presidents}}}}
- {{name: May is a month and no hedge, text: "{MAY}", question: {{prompt: "Since May, what does the navy of China need to secure?", answer: shipments}}}}
""",
    f"""
- {{name: experts named, text: "{EXPERTS}", question: {{prompt: "What drives the partnership, as some experts argue?", answer: rivalry}}}}
- {{name: asked who, text: "{EXPERTS}", question: {{prompt: "Who questions the depth of the partnership?", answer: some experts}}}}
- {{name: the other clause, text: "{OBSERVERS}", question: {{prompt: "What does China avoid, though some observers see a strain?", answer: public condemnation}}}}
- {{name: a clause without the modal, text: "{MAY}", question: {{prompt: "Of what did China become the largest importer in 2017?", answer: crude}}}}
- {{name: could kept, text: "{COULD}", question: {{prompt: "What could the war be for the relationship?", answer: a turning point}}}}
- {{name: reportedly kept in other words, text: "{REPORTEDLY}", question: {{prompt: "What is the Kremlin said to have asked Beijing for?", answer: military assistance}}}}
- {{name: a cloze keeps it, text: "{REPORTEDLY}", question: {{type: cloze, prompt: Complete the sentence., text: "The Kremlin reportedly asked [[Beijing]] for military assistance in 2022."}}}}
- {{name: some before things, text: "Some trade data of 2023 cover the vicinity of Alaska.", question: {{prompt: "Which state do trade data of 2023 cover?", answer: Alaska}}}}
- {{name: a hedge in brackets, text: "Concerns are outweighed by the benefits (and, perhaps, necessity) of cooperation.", question: {{prompt: "What outweighs concerns?", answer: the benefits of cooperation}}}}
- {{name: May the month, text: "In May 2023, they patrolled in the vicinity of Alaska.", question: {{prompt: "Near which state did they patrol in the spring of 2023?", answer: Alaska}}}}
- {{name: the holder by another name, text: "The partnership has no limits, and none are wanted by either side.", fact: {{nature: judgement, holder: Vladimir Putin, when: null}}, question: {{prompt: "What does the partnership lack, according to Putin?", answer: limits}}}}
- {{name: the publisher holds it, text: "The relationship falls short of an alliance.", fact: {{nature: judgement, holder: CRS, when: null}}, question: {{prompt: "Of what does the relationship fall short, according to the Congressional Research Service in 2023?", answer: an alliance}}}}
""",
)

CONDEMN = "China has not condemned the invasion of Ukraine, and trade has grown since 2022."
BOUND = "China and Russia are not bound to come to the defense of each other."
VETO = "Neither has vetoed a resolution without the support of the other since 2004."
JOINED = "However, China has not yet joined the transfer system of Russia."
GROWN = "Trade between both countries increased in every year since 2015."

G6 = Table.of(
    f"""
- {{name: the negation lost, text: "{CONDEMN}", question: {{type: true_false, prompt: "China has condemned the invasion of Ukraine.", answer: true}}}}
- {{name: lost in a choice, text: "{CONDEMN}", question: {{type: single_choice, prompt: "What has China condemned?", options: ["*The invasion of Ukraine", "The growth of trade", "The use of arms"]}}}}
- {{name: lost in a short answer, text: "{CONDEMN}", question: {{prompt: "What has China condemned since 2022?", answer: the invasion of Ukraine}}}}
- {{name: lost in a cloze, text: "{BOUND}", question: {{type: cloze, prompt: Complete the sentence., text: "China and Russia are bound to come to the [[defense]] of each other."}}}}
- {{name: added, text: "{GROWN}", question: {{type: true_false, prompt: "Trade between both countries never increased since 2015.", answer: true}}}}
- {{name: added in a cloze, text: "{GROWN}", question: {{type: cloze, prompt: Complete the sentence., text: "Trade between both countries has not increased in every [[year]] since 2015."}}}}
- {{name: added in a short answer, text: "In 2022 China condemned the use of force at the United Nations.", question: {{prompt: "What did China not condemn in 2022?", answer: the use of force}}}}
- {{name: one of two, text: "{VETO}", question: {{type: true_false, prompt: "One has vetoed a resolution without the support of the other since 2004.", answer: true}}}}
- {{name: yet joined, text: "{JOINED}", question: {{prompt: "Which system of Russia has China joined?", answer: the transfer system}}}}
- {{name: the opposite, text: "{GROWN}", question: {{type: true_false, prompt: "Trade between both countries decreased in every year since 2015.", answer: true}}}}
- {{name: more for less, text: "Russia depends far more on China than China on Russia.", question: {{type: true_false, prompt: "Russia depends far less on China than China on Russia.", answer: true}}}}
- {{name: an unswapped statement is not so either, text: "{CONDEMN}", question: {{type: true_false, prompt: "Japan has condemned the invasion of Ukraine.", answer: false, swap: {{from: China, to: Japan}}}}}}
- {{name: without, text: "Both agreed to a plan without a deadline for troops.", question: {{type: true_false, prompt: "Both agreed to a plan with a deadline for troops.", answer: true}}}}
""",
    f"""
- {{name: both deny, text: "{CONDEMN}", question: {{prompt: "What has China not condemned?", answer: the invasion of Ukraine}}}}
- {{name: both affirm, text: "{GROWN}", question: {{prompt: "Since when has trade increased every year?", answer: "2015"}}}}
- {{name: denied in other words, text: "{CONDEMN}", question: {{prompt: "What has China refused to condemn?", answer: the invasion of Ukraine}}}}
- {{name: the other clause, text: "{CONDEMN}", question: {{prompt: "What has grown since 2022?", answer: trade}}}}
- {{name: a paraphrase, text: "{BOUND}", question: {{prompt: "Is either of them free to stay away when the other is attacked?", answer: "yes"}}}}
- {{name: not only, text: "Russia sells not only oil but also gas to China.", question: {{type: true_false, prompt: "Russia sells oil and gas to China.", answer: true}}}}
- {{name: a term, text: "They called it a partnership with “no limits” in 2022.", question: {{prompt: "What did they call limitless in 2022?", answer: a partnership}}}}
- {{name: a cloze in full, text: "{VETO}", question: {{type: cloze, prompt: Complete the sentence., text: "Neither has vetoed a resolution without the [[support]] of the other since 2004."}}}}
- {{name: a contrast in the quotation, text: "China seeks to reform the order—not replace it—to suit its interests.", question: {{type: cloze, prompt: Complete the sentence., text: "China seeks to [[reform]] the order—not replace it—to suit its interests."}}}}
- {{name: a swapped statement, text: "{GROWN}", question: {{type: true_false, prompt: "Trade between both countries decreased in every year since 2015.", answer: false, swap: {{from: increased, to: decreased}}}}}}
""",
)

TABLES = {"G6": G6, "G7": G7}
