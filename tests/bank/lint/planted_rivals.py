"""Flaws of options that are right (G5) and of recall questions with a second answer (G5r)."""

from tests.bank.lint.planted import Table

BRICS = (
    "They founded the BRICS, alongside Brazil, India, and South Africa, to garner support from developing countries."
)
TRADE = "China is the second largest export market of Russia after the European Union."
DRAFT = "In 2022, China joined Russia in vetoing a draft resolution on North Korea over its missile launches."
LARGEST = "The largest oil suppliers to China are Saudi Arabia, Iran, Iraq and Oman, as well as Angola and Russia."
PLACES = """vocabulary: {entities: [
    {id: brazil, kind: place, name: Brazil}, {id: india, kind: place, name: India}, {id: south-africa, kind: place, name: South Africa},
    {id: saudi-arabia, kind: place, name: Saudi Arabia}, {id: iran, kind: place, name: Iran}, {id: iraq, kind: place, name: Iraq},
    {id: oman, kind: place, name: Oman}, {id: angola, kind: place, name: Angola}, {id: china, kind: place, name: China},
    {id: russia, kind: place, name: Russia}, {id: egypt, kind: place, name: Egypt}, {id: japan, kind: place, name: Japan},
    {id: north-korea, kind: place, name: North Korea}, {id: european-union, kind: organisation, name: European Union},
    {id: sudan, kind: place, name: Sudan}, {id: kosovo, kind: place, name: Kosovo}, {id: venezuela, kind: place, name: Venezuela}]}"""
FIRST = "China and Russia held their first joint drill in 2003."
FIRST_2005 = "China and Russia held their first joint drill in 2005 with land forces."
DISPUTE = """facts: [{quote: "China and Russia held their first joint drill in 2003.", question: {QUESTION}},
    {quote: {quote: "Their first joint drill with land forces was in 2005.", source: cfr-2024}, question: {prompt: "When was the first with land forces?", answer: "2005"}}],
    across: {disagreements: [{id: d, kind: measure, claims: [{fact: crs-2023/f1, says: "In 2003."}, {fact: crs-2023/f2, says: "In 2005."}]}]}"""

G5 = Table.of(
    f"""
- {{name: one of a list, text: "{BRICS}", {PLACES}, question: {{type: single_choice, prompt: "Alongside whom did they found the BRICS to garner support from developing countries?", options: ["*Brazil", India, Japan]}}}}
- {{name: two of a list, text: "{BRICS}", {PLACES}, question: {{type: multiple_choice, prompt: "Alongside whom did they found the BRICS to garner support from developing countries?", options: ["*Brazil", "*India", {{text: South Africa, why: not named}}, Japan]}}}}
- {{name: suppliers, text: "{LARGEST}", {PLACES}, question: {{type: single_choice, prompt: "Who is among the largest oil suppliers to China?", options: ["*Angola", "Iraq", "Japan"]}}}}
- {{name: both veto, text: "China and Russia vetoed a draft resolution on missiles in 2022.", {PLACES}, question: {{type: single_choice, prompt: "Who vetoed a draft resolution on missiles in 2022?", options: ["*China", "Russia", "Japan"]}}}}
- {{name: right by another document, text: "{FIRST}", others: {{cfr-2024: "{FIRST_2005}"}}, question: {{type: single_choice, prompt: "When did China and Russia hold their first joint drill?", options: ["*2003", "2005", "2007"]}}}}
- {{name: right by another sentence, text: "Trade grew in 2023. Arms sales of Russia to China declined after 2005. Arms sales of Russia to China declined after 2014.", quote: "Arms sales of Russia to China declined after 2005.", question: {{type: single_choice, prompt: "After when did arms sales of Russia to China decline?", options: ["*2005", {{text: "2014", why: no}}, "2020"]}}}}
- {{name: the answer of another question, text: "{FIRST} Later they drilled every year. One source has 2005.", facts: [{{quote: "{FIRST}", questions: [{{type: single_choice, prompt: "When was the first joint drill held?", options: ["*2003", {{text: "2005", why: no}}, "2007"]}}, {{prompt: "In which year was the first joint drill held?", answer: "2005"}}]}}]}}
- {{name: the other side of a disagreement, text: "{FIRST}", others: {{cfr-2024: "Their first joint drill with land forces was in 2005."}}, {DISPUTE.replace("{QUESTION}", '{type: single_choice, prompt: "When was their first drill?", options: ["*2003", "2005", "2007"]}')}}}
- {{name: a swapped value that is so as well, text: "{BRICS}", {PLACES}, question: {{type: true_false, prompt: "They founded the BRICS alongside India to garner support from developing countries.", answer: false, swap: {{from: Brazil, to: India}}}}}}
- {{name: a swapped year that another document gives, text: "{FIRST}", others: {{cfr-2024: "{FIRST_2005}"}}, question: {{type: true_false, prompt: "China and Russia held their first joint drill in 2005.", answer: false, swap: {{from: "2003", to: "2005"}}}}}}
- {{name: in a list of words, text: "The draft called for free and fair elections and unhindered access for humanitarian aid.", question: {{type: single_choice, prompt: "What did the draft demand?", options: ["*Unhindered access for humanitarian aid", {{text: Free and fair elections, why: Not asked.}}, "New borders"]}}}}
- {{name: in a list of words of which several are asked, text: "The relationship spans military affairs, the economy, energy, and political coordination.", question: {{type: multiple_choice, prompt: "Which areas are covered?", options: ["*Military affairs", "*The economy", {{text: Energy, why: Not named.}}, "Sports"]}}}}
- {{name: beside what is asked and not explained, text: "Russia proposed a plan for Syria, which Japan opposed at the talks.", {PLACES}, question: {{type: single_choice, prompt: "Who opposed a plan for Syria at the talks?", options: ["*Japan", "Russia", "India"]}}}}
- {{name: in words and not explained, text: "Distrust is motivated by historical grievances or by overt racism among citizens.", question: {{type: single_choice, prompt: "What motivates distrust among citizens?", options: ["*Historical grievances", "Overt racism", "Religious feelings"]}}}}
""",
    f"""
- {{name: not in the list, text: "{BRICS}", {PLACES}, question: {{type: single_choice, prompt: "Alongside whom did they found the BRICS to garner support from developing countries?", options: ["*Brazil", Egypt, Japan]}}}}
- {{name: elsewhere in the text, text: "{BRICS} Egypt joined in 2024.", quote: "{BRICS}", {PLACES}, question: {{type: single_choice, prompt: "Alongside whom did they found the BRICS to garner support from developing countries?", options: ["*Brazil", Egypt, Japan]}}}}
- {{name: beside what is asked and explained, text: "Russia proposed a plan for Syria, which Japan opposed at the talks.", {PLACES}, question: {{type: single_choice, prompt: "Who opposed a plan for Syria at the talks?", options: ["*Japan", {{text: Russia, why: It proposed it.}}, "India"]}}}}
- {{name: named by the prompt, text: "China and Russia vetoed a draft resolution on missiles in 2022.", {PLACES}, question: {{type: single_choice, prompt: "Who vetoed a draft resolution on missiles in 2022 with Russia?", options: ["*China", "Russia’s allies", "Japan"]}}}}
- {{name: in the list and named by the prompt, text: "Distrust is motivated by historical grievances or by overt racism among citizens.", question: {{type: single_choice, prompt: "What motivates distrust, if not historical grievances?", options: ["*Overt racism", "Historical grievances of old", "Religious feelings"]}}}}
- {{name: a contrast is no list, text: "The cooperation has deepened trade, but not the trust of citizens in each other.", question: {{type: single_choice, prompt: "What has the cooperation deepened?", options: ["*Trade", {{text: Trust of citizens, why: That is denied.}}, "Tourism"]}}}}
- {{name: a disagreement that is explained, text: "{FIRST}", others: {{cfr-2024: "Their first joint drill with land forces was in 2005."}}, {DISPUTE.replace("{QUESTION}", '{type: single_choice, prompt: "When was their first drill?", options: ["*2003", {text: "2005", why: "That was the first with land forces."}, {text: "2007", why: no}]}')}}}
- {{name: respectively, text: "The act gave $325 million and $300 million, respectively, to the funds against China and against Russia.", question: {{type: single_choice, prompt: "How much did the act give to the fund against China?", options: ["*$325 million", {{text: $300 million, why: That went to the other.}}, "$200 million"]}}}}
- {{name: a name inside another word, text: "The talks took place in Moscow in 2023, and both sides praised them.", question: {{type: single_choice, prompt: "Where did the talks take place in 2023 that both sides praised?", options: ["*Moscow", "SCO", "NATO"]}}}}
""",
)

G5R = Table.of(
    f"""
- {{name: one of a list, text: "{BRICS}", {PLACES}, question: {{prompt: "Alongside which country did they found the BRICS to garner support from developing countries?", answer: India}}}}
- {{name: suppliers, text: "{LARGEST}", {PLACES}, question: {{prompt: "Which country is among the largest oil suppliers to China?", answer: Iraq}}}}
- {{name: a cloze in a list, text: "{LARGEST}", {PLACES}, question: {{type: cloze, prompt: Complete the sentence., text: "The largest oil suppliers to China include [[Oman]]"}}}}
- {{name: both, text: "China and Japan vetoed a draft resolution on missiles in 2022.", {PLACES}, question: {{prompt: "Who vetoed a draft resolution on missiles in 2022?", answer: Japan}}}}
- {{name: another year in another document, text: "{FIRST}", others: {{cfr-2024: "{FIRST_2005}"}}, question: {{prompt: "When did China and Russia hold their first joint drill?", answer: "2003"}}}}
- {{name: another number in another document, text: "Xi and Putin have met on forty-two occasions.", others: {{cfr-2024: "Xi and Putin have met on thirty occasions."}}, question: {{prompt: "On how many occasions have Xi and Putin met?", answer: forty-two occasions}}}}
- {{name: another share, text: "Russia supplied 17 percent of the crude imports.", others: {{cfr-2024: "Russia supplied 19 percent of the crude imports."}}, question: {{type: numeric, prompt: "Which percentage of the crude imports did Russia supply?", answer: 17, unit: percent}}}}
- {{name: another sum, text: "Trade reached a record of $240 billion.", others: {{cfr-2024: "Trade reached a record of $190 billion."}}, question: {{type: numeric, prompt: "Which record did trade reach?", answer: 240, unit: billion US dollars}}}}
- {{name: another month, text: "The plan for military cooperation was signed in June 2017.", others: {{cfr-2024: "The plan for military cooperation was signed in July 2017."}}, question: {{prompt: "When was the plan for military cooperation signed?", answer: June 2017}}}}
- {{name: two persons, text: "Xi Jinping and Vladimir Putin praised the partnership without limits.", question: {{prompt: "Who praised the partnership without limits?", answer: Xi Jinping}}}}
""",
    f"""
- {{name: the others are named, text: "{BRICS}", {PLACES}, question: {{prompt: "Alongside which country, besides Brazil and South Africa, did they found the BRICS to garner support from developing countries?", answer: India}}}}
- {{name: a narrower prompt, text: "{LARGEST}", {PLACES}, question: {{prompt: "Which country of the south, and not of the Gulf, is among the largest oil suppliers to China by Egypt’s count?", answer: Angola}}}}
- {{name: the other is accepted, text: "China and Japan vetoed a draft resolution on missiles in 2022.", {PLACES}, question: {{prompt: "Name one who vetoed a draft resolution on missiles in 2022.", answer: Japan, accept: [China]}}}}
- {{name: a value of another type, text: "{DRAFT}", {PLACES}, question: {{prompt: "On which country did they veto a draft resolution over missile launches in 2022, China and Russia?", answer: North Korea}}}}
- {{name: another clause, text: "Russia proposed a plan for Syria, which Japan opposed at the talks.", {PLACES}, question: {{prompt: "Who opposed it at the talks?", answer: Japan}}}}
- {{name: respectively, text: "The act gave $325 million and $300 million, respectively, to the funds against China and against Russia.", question: {{prompt: "How much did the act give to the fund against China?", answer: $325 million}}}}
- {{name: the same value in other words, text: "Xi and Putin have met on forty-two occasions.", others: {{cfr-2024: "Xi and Putin have met on 42 occasions."}}, question: {{prompt: "On how many occasions have Xi and Putin met?", answer: forty-two occasions}}}}
- {{name: a key that is more than a value, text: "Beijing and Moscow use the route along the northern coastline of Russia.", question: {{prompt: "Along which coastline do Beijing and Moscow use the route?", answer: Russia’s northern coastline}}}}
""",
)

TABLES = {"G5": G5, "G5r": G5R}
