"""Flaws of quotations: G1, G2."""

from tests.bank.lint.planted import Table

G1 = Table.of(
    """
- {name: a word changed, quote: "In August 2023, a joint PRC and Russian flotilla conducted a naval patrol"}
- {name: a number changed, quote: "In August 2021, a joint PRC and Russian flotilla conducted a maritime patrol"}
- {name: a negation left out, text: "China has not condemned the invasion of Ukraine in 2022.", quote: "China has condemned the invasion of Ukraine in 2022."}
- {name: made up, quote: "The two navies have sailed together every year since 2005."}
- {name: words left out, quote: "In August 2023, a joint flotilla conducted a maritime patrol"}
- {name: an ellipsis, quote: "In August 2023, a joint PRC and Russian flotilla … in areas including the vicinity of Alaska."}
- {name: put together from two sentences, text: "Xi met Putin in Moscow. They signed a treaty.", quote: "Xi met Putin in Moscow and signed a treaty."}
- {name: over two paragraphs, text: "Xi met Putin in Moscow.\\n\\nThey signed a treaty.", quote: "Xi met Putin in Moscow. They signed a treaty."}
- {name: of another document, quote: {quote: "In August 2023, a joint PRC and Russian flotilla", source: usip-2019}}
- {name: of no document, quote: {quote: "In August 2023, a joint PRC and Russian flotilla", source: usip-2018}}
- {name: other marks, text: "Xi spoke of a “new era” of relations in 2023.", quote: 'Xi spoke of a "new era" of relations in 2023.'}
- {name: of another version, sha256: "5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c"}
- {name: a real sentence changed, text: real, quote: "many experts trace the current dynamism of the relationship to 2022"}
""",
    """
- {name: the whole sentence}
- {name: a part, quote: "a joint PRC and Russian flotilla conducted a maritime patrol"}
- {name: a real one, text: real, quote: "Many experts trace the current dynamism of the relationship to 2014"}
- {name: two of one paragraph, quote: ["In August 2023, a joint PRC and Russian flotilla", "in areas including the vicinity of Alaska."]}
- {name: of another document, others: {usip-2019: "Both back the Astana Process on Syria."}, quote: {quote: "Both back the Astana Process on Syria.", source: usip-2019}}
- {name: marks as they are, text: "Xi spoke of a “new era” of relations in 2023.", quote: "Xi spoke of a “new era” of relations"}
""",
)

TWICE = "Xi met Putin in Moscow in March. They dined. In June, Xi met Putin in Moscow again."

G2 = Table.of(
    f"""
- {{name: twice, text: "{TWICE}", quote: "Xi met Putin in Moscow"}}
- {{name: a name, text: "{TWICE}", quote: "Putin"}}
- {{name: a real phrase, text: real, quote: "Russia’s"}}
- {{name: a real name, text: real, quote: "the United States"}}
- {{name: in two paragraphs, text: "Trade grew in 2023.\\n\\nTrade grew in 2023.", quote: "Trade grew in 2023."}}
- {{name: inside another sentence, text: "Arms trade fell in 2020. Later all trade fell.", quote: "trade fell"}}
- {{name: the prefix stands nowhere, quote: {{quote: "a joint PRC and Russian flotilla", prefix: "In September 2023, "}}}}
- {{name: the suffix stands nowhere, quote: {{quote: "a joint PRC and Russian flotilla", suffix: " sailed to Japan"}}}}
- {{name: the prefix belongs to another, text: real, quote: {{quote: "Many experts trace the current dynamism of the relationship to 2014", prefix: "Russia’s first invasion of Ukraine. "}}}}
- {{name: the suffix leaves words out, quote: {{quote: "conducted a maritime patrol", suffix: " in the vicinity of Alaska"}}}}
- {{name: the prefix decides nothing, text: "In 2022 trade grew. In 2022 trade grew too.", quote: {{quote: "trade grew", prefix: "In 2022 "}}}}
""",
    f"""
- {{name: once}}
- {{name: a prefix decides, text: "{TWICE}", quote: {{quote: "Xi met Putin in Moscow", prefix: "In June, "}}}}
- {{name: a suffix decides, text: "{TWICE}", quote: {{quote: "Xi met Putin in Moscow", suffix: " in March"}}}}
- {{name: a prefix that was not needed, quote: {{quote: "a joint PRC and Russian flotilla", prefix: "In August 2023, "}}}}
- {{name: long enough, text: "{TWICE}", quote: "In June, Xi met Putin in Moscow again."}}
- {{name: marks of the prefix differ, text: "The “new era” began. Trade grew. Trade grew.", quote: {{quote: "Trade grew.", prefix: 'The "new era" began. '}}}}
""",
)

LONG = "Trade grew in 2021. It grew again in 2022. It grew faster in 2023. Nobody knows about 2024."

G11 = Table.of(
    f"""
- {{name: a heading, text: "# Energy and Economic Relations of Both Sides\\n\\nTrade grew in 2023.", quote: "Energy and Economic Relations of Both Sides"}}
- {{name: a footnote, text: "Trade grew.\\n\\n[^6] See the figures of the Russian customs service for 2023.", quote: "See the figures of the Russian customs service for 2023."}}
- {{name: a caption, text: "Trade grew.\\n\\n^^ Xi and Putin shake hands in Moscow in March 2023.", quote: "Xi and Putin shake hands in Moscow in March 2023."}}
- {{name: five words, quote: "the vicinity of Alaska"}}
- {{name: a name, quote: "Russian flotilla"}}
- {{name: one word, text: "They met in Stockholm.", quote: "Stockholm"}}
- {{name: a date, quote: "In August 2023"}}
- {{name: four sentences, text: "{LONG}", quote: "{LONG}"}}
- {{name: a whole paragraph, text: "{LONG} Some say so.", quote: "{LONG} Some say so."}}
- {{name: into a fourth sentence, text: "{LONG}", quote: "grew in 2021. It grew again in 2022. It grew faster in 2023. Nobody knows about"}}
- {{name: a real heading, text: real, quote: "Key Features of the Relationship"}}
- {{name: a second quotation that is short, quote: ["In August 2023, a joint PRC and Russian flotilla conducted a maritime patrol", "vicinity of Alaska."]}}
""",
    f"""
- {{name: a sentence}}
- {{name: six words, quote: "in areas including the vicinity of Alaska."}}
- {{name: three sentences, text: "{LONG}", quote: "Trade grew in 2021. It grew again in 2022. It grew faster in 2023."}}
- {{name: abbreviations end no sentence, text: "Mr. Pompeo told the U.S. Senate in St. Louis on Nov. 4 of U.S. aims vs. those of others.", quote: "Mr. Pompeo told the U.S. Senate in St. Louis on Nov. 4 of U.S. aims vs. those of others."}}
- {{name: hyphens, quote: "a joint PRC and Russian flotilla conducted"}}
- {{name: a real one, text: real, quote: "Many experts trace the current dynamism of the relationship to 2014"}}
""",
)

TABLES = {"G1": G1, "G2": G2, "G11": G11}
