"""Words that `bank.spans_names` knows."""

# “Chinese” is of China: it bears the name of China, but is not the answer to “which country”.
DEMONYMS = {
    "Afghan": "Afghanistan",
    "African": "Africa",
    "American": "United States",
    "Brazilian": "Brazil",
    "Chinese": "China",
    "Egyptian": "Egypt",
    "Indian": "India",
    "Iranian": "Iran",
    "Iraqi": "Iraq",
    "Japanese": "Japan",
    "Pakistani": "Pakistan",
    "Russian": "Russia",
    "Saudi": "Saudi Arabia",
    "Serbian": "Serbia",
    "Sino": "China",
    "Soviet": "Soviet Union",
    "Sudanese": "Sudan",
    "Syrian": "Syria",
    "Taiwanese": "Taiwan",
    "Tibetan": "Tibet",
    "Turkish": "Turkey",
    "Ukrainian": "Ukraine",
    "Venezuelan": "Venezuela",
    "Vietnamese": "Vietnam",
}
DEMONYMS |= {f"{word}s": place for word, place in DEMONYMS.items() if word.endswith("n")}

# Before a name of one word these make another name of it: South China, United Russia.
WIDENING = frozenset(("south", "north", "east", "west", "united", "greater", "new", "northeast", "southeast"))
