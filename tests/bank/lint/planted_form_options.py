"""Flaws of options: M1–M5, M11, M12. In a case an asterisk marks the key."""

from tests.bank.lint.planted import Table

ASKED = "Which step did China and Russia take together in August 2023?"
FULL = ("*A patrol near Alaska", "A visit to Pyongyang", "A veto on Sudan", "A pipeline to Japan")


def case(name, *options, prompt=ASKED, several=False, **more):
    """A choice with some options; `more` goes to the question."""
    kind = "multiple_choice" if several else "single_choice"
    return {"name": name, "question": {"type": kind, "prompt": prompt, "options": list(options), **more}}


def ordered(name, *options, **more):
    """A choice whose options are served as they stand."""
    return case(name, *options, keep_order=True, **more)


M1 = Table(
    flaws=[
        case("two options", *FULL[:2]),
        case("two years", "*2001", "2003"),
        case("two names", "China", "*Russia"),
        case("six options", *FULL, "A port in Syria", "A summit in Delhi"),
        case("seven options", *FULL, "A port in Syria", "A summit in Delhi", "A bank in Hanoi"),
        case("several, and one key", *FULL, several=True),
        case("several, one key of three", *FULL[:3], several=True),
        case("two names, several", "*China", "Russia", several=True),
        case("an option of marks", *FULL[:3], "…"),
        case("an option of a dash", *FULL[:3], "—"),
        case("a key of marks", "*?", *FULL[1:]),
    ],
    legal=[
        case("three options", *FULL[:3]),
        case("four options", *FULL),
        case("five options", *FULL, "A port in Syria"),
        case("several, two keys", "*A patrol near Alaska", "*A visit to Pyongyang", "A veto on Sudan", several=True),
        case("several, six options", *FULL, "*A port in Syria", "A summit in Delhi", several=True),
        case("options of one sign", "*2", "3", "4"),
        {"name": "no choice"},
    ],
)

M2 = Table(
    flaws=[
        case("a number in words", "*42", "Forty-two", "50"),
        case("a number with its noun", "*42 times", "Forty-two times", "50 times"),
        case("percent", "*17%", "17 percent", "20 percent"),
        case("money", "*$240 billion", "240 billion dollars", "$300 billion"),
        case("an alias", "*The United States", "The US", "Japan"),
        case("an abbreviation", "The SCO", "*The Shanghai Cooperation Organization", "NATO"),
        case("a capital for its country", "*China", "Beijing", "Russia"),
        case("another order", "*China and Russia", "Russia and China", "China and Japan"),
        case("a date in words", "*July 16, 2001", "16 July 2001", "17 July 2001"),
        case("one letter", "*Trade in natural gas", "Trade in natural gases", "Trade in crude oil"),
        case("an article", "*A mutual defense pact", "The mutual defense pact", "A border treaty"),
        case("spelling", "*A programme of defence", "A program of defense", "A plan of attack"),
        case("turned round", "*Joint naval drills", "Naval joint drills", "A peace plan"),
    ],
    legal=[
        case("other years", "*1996", "1998", "2001"),
        case("other amounts", "*$240 billion", "$24 billion", "$2.4 billion"),
        case("other names", "*North Korea", "South Korea", "Japan"),
        case("the other way round", "*From first place to second", "From second place to first", "From third to first"),
        case(
            "who has what",
            "*China has one party, Russia has several of them",
            "Russia has one party, China has several of them",
            "Both countries have only one party each",
        ),
        case("who more", "*Xi more than Putin", "Putin more than Xi", "Both of them alike"),
        case(
            "half a century",
            "In the nineteenth century",
            "*In the late twentieth century",
            "In the early twentieth century",
        ),
        case(
            "numbers in sentences",
            "*They met in 2019 in Moscow",
            "They met in 2017 in Moscow",
            "They met in 2015 in Moscow",
        ),
        case("alike in a word", "*A formal alliance", "A formal treaty", "A loose alignment"),
    ],
)

M3 = Table(
    flaws=[
        ordered("ranges share an end", "10 to 20 percent", "*20 to 30 percent", "40 to 50 percent"),
        ordered("a number in a range", "10 to 20 percent", "*15 percent", "30 percent"),
        ordered("open ends", "More than 10 times", "*More than 30 times", "More than 40 times"),
        ordered("a number over a bound", "More than 30 times", "*42 times", "60 times"),
        ordered("a year in a decade", "1980s", "*1995", "1990s"),
        ordered("a month in a year", "*June 2019", "2019", "2021"),
        ordered("periods cross", "1999–2006", "*2001–2012", "2017–2020"),
        case("a name in a list", "*China", "China and Russia", "Russia"),
        case("a list in a list", "*China and Russia", "China, Russia and Alaska", "NATO"),
        case("words in words", "*Arms deals", "Arms deals and joint drills", "A peace plan"),
        case("words at the end", "*A military alliance", "A formal military alliance", "A border treaty"),
        ordered("shares", "About a third", "*More than a quarter", "More than half"),
    ],
    legal=[
        ordered("ranges apart", "10 to 19 percent", "*20 to 29 percent", "30 to 39 percent"),
        ordered("ends open outwards", "Fewer than 10 times", "*20 times", "More than 30 times"),
        ordered("decades", "1980s", "*1990s", "2000s"),
        ordered("years", "1996", "*2001", "2003"),
        case("a word in a name", "*China", "The South China Sea", "Alaska"),
        case("a name in a phrase", "*Russian arms", "Allies of the old Soviet Union", "Trade with Japan"),
        case("letters in a word", "*The SCO", "Moscow", "Alaska"),
        case("a word shared", "*A formal alliance", "A formal treaty", "A loose alignment"),
        case("lists that differ", "*China and Russia", "China and Alaska", "Russia and Alaska"),
    ],
)

M4 = Table(
    flaws=[
        case("all of the above", *FULL[:3], "All of the above"),
        case("none of the above", *FULL[:3], "None of the above"),
        case("none of these", *FULL[:3], "None of these"),
        case("all of them", *FULL[:3], "All of them"),
        case("all the above", *FULL[:3], "All the above are right"),
        case("both A and B", *FULL[:3], "Both A and B"),
        case("neither a nor b", *FULL[:3], "Neither (a) nor (b)"),
        case("A and B", *FULL[:3], "A and B"),
        case("only a and c", *FULL[:3], "Only a and c"),
        case("two of them", *FULL[:3], "More than one of these"),
        case("as the key", "*All of the above", *FULL[1:]),
        case("both of the above", *FULL[:3], "Both of the above"),
        case("none of the options", *FULL[:3], "None of the options"),
        case("none", *FULL[:3], "None are correct"),
    ],
    legal=[
        case("both as actors", "*Both of the leaders", "The Russian leader", "The official media"),
        case("both named", "*Both China and Russia", "NATO and the SCO", "The United States alone"),
        case("all of something", "*All of Central Asia", "The whole of Alaska", "Parts of Siberia"),
        case("none of something", "*None of its neighbors", "Some of its allies", "Most of its rivals"),
        case("neither as a pair", "*Neither partners nor allies", "Rivals and neighbors", "Allies by a treaty"),
        case("above a border", "*Above the Arctic Circle", "South of the Aleutians", "Off the coast of Japan"),
    ],
)

M5 = Table(
    flaws=[
        ordered("years out of order", "2001", "*1996", "2003"),
        ordered("descending", "2003", "*2001", "1996"),
        ordered("numbers out of order", "30 times", "*12 times", "42 times"),
        ordered("words for numbers out of order", "Twelve times", "*Six times", "Twenty times"),
        ordered("ordinals out of order", "Second", "*First", "Fourth"),
        ordered("months out of order", "June 2019", "*April 2019", "August 2019"),
        case("years shuffled", "1996", "*2001", "2003"),
        case("amounts shuffled", "$100 billion", "*$240 billion", "$300 billion"),
        case("decades shuffled", "The 1930s", "*The 1950s", "The 1970s"),
        ordered("a month among years", "1996", "*July 2001", "2003"),
        ordered("other decimals", "10 percent", "*17.5 percent", "20 percent"),
        ordered("other scales", "900 million dollars", "*1.2 billion dollars", "1.5 billion dollars"),
        ordered("a range among numbers", "10 percent", "*34–60 percent", "70 percent"),
        ordered("a bound in the middle", "20 times", "*More than 30 times", "50 times"),
        ordered("a part of a decade", "The 1980s", "*The late 1990s", "The 2000s"),
    ],
    legal=[
        ordered("years", "1996", "*2001", "2003"),
        ordered("ordinals", "Second", "Fourth", "*Sixth", "Ninth"),
        ordered("money", "$100 billion", "*$240 billion", "$300 billion"),
        ordered("periods", "2008–2012", "2013–2016", "*2017–2020"),
        ordered("open ends", "Fewer than 10", "10 to 19", "*20 to 29", "More than 30"),
        ordered("days", "June 1–3", "*June 5–7", "June 13–15"),
        ordered("decimals alike", "1.2 percent", "*1.5 percent", "2.0 percent"),
        case("names are shuffled", "*China", "Russia", "Alaska"),
        case("words are shuffled", *FULL),
        ordered("words that are kept in order", "Since the war", "*Since the treaty", "Since the invasion"),
    ],
)

LONG = "*A joint patrol of Chinese and Russian warships in the waters near Alaska"
M11 = Table(
    flaws=[
        case("far longer", LONG, "A visit to Pyongyang", "A veto on Sudan", "A pipeline to Japan"),
        case(
            "longer by a third",
            "*A joint patrol by warships near Alaska",
            "A state visit to Pyongyang",
            "A gas pipeline to Japan",
        ),
        case(
            "a clause more",
            "*They back the other side, or at least tolerate it",
            "They veto drafts of the other side",
            "They abstain on most of the votes",
        ),
        case("at the end", "A visit to Pyongyang", "A veto on Sudan", "A pipeline to Japan", LONG),
        case(
            "with a reason",
            "*Restrictions on travel because of the outbreak",
            "Offers of joint vaccine work",
            "Blame in the state media",
        ),
        case("exact", "*A record high of crude oil imports in June", "A fall in oil imports", "A ban on gas exports"),
        case(
            "the key short, another long",
            "*A patrol near Alaska",
            "A veto on a draft that the Security Council had before it",
            "A pipeline to Japan",
        ),
        case("one short", "*A joint patrol of warships", "A joint visit of ministers", "A war"),
        case("very uneven", "*A patrol", "A visit", "A pipeline from the fields of Yamal to the north of Japan"),
        case(
            "several keys",
            LONG,
            "*A joint exercise of the air forces over the Sea",
            "A veto on Sudan",
            "A pipeline to Japan",
            several=True,
        ),
        case(
            "several, one long",
            LONG,
            "*A joint exercise",
            "A joint veto on Sudan",
            "A gas pipeline to Japan",
            several=True,
        ),
    ],
    legal=[
        case("alike", *FULL),
        case(
            "the key a little longer",
            "*A joint patrol near Alaska",
            "A state visit to Pyongyang",
            "A gas pipeline to Japan",
        ),
        case("names", "*The Stockholm International Peace Research Institute", "NATO", "The SCO", "The State Duma"),
        case("people", "*Xi Jinping", "Vladimir Vladimirovich Putin", "Sergei Lavrov"),
        ordered("numbers", "6", "*12", "One hundred and twenty"),
        case("single words", "*Interoperability", "Supremacy", "Secrecy"),
        case(
            "the key is the shortest", "*A patrol near Alaska", "A state visit to Pyongyang", "A gas pipeline to Japan"
        ),
        case("another is as long", "*A joint patrol near Alaska", "A joint visit to Pyongyang", "A veto on Sudan"),
    ],
)

M12 = Table(
    flaws=[
        case("a year among words", "*1996", "After the treaty", "Before the war"),
        case("words among years", "1996", "*After the war", "2003"),
        case("a number among words", "*42 times", "Hardly at all", "Only in Moscow"),
        case("money and percent", "*$240 billion", "17 percent", "$300 billion"),
        case("a date and a number", "*2001", "42 times", "2003"),
        case("a person among states", "*Xi Jinping", "China", "Russia"),
        case("a body among people", "Xi Jinping", "*NATO", "Vladimir Putin"),
        case("the key alone is a name", "*NATO", "its own generals", "members of parliament"),
        case("the key alone is no name", "*some of the experts", "China", "Russia"),
        case("the key alone is a title", "*Xi Jinping Thought", "Peaceful rise", "Shared growth"),
        case(
            "the key alone begins with to",
            "*To secure its shipping lanes",
            "A hope of selling warships",
            "The search for fish",
        ),
        case(
            "the key alone is a form in -ing", "*Using nuclear weapons", "An attack on an ally", "The export of grain"
        ),
        case("the key alone is none", "*A boycott of the talks", "Attending the talks", "Hosting the talks"),
    ],
    legal=[
        case("years", "*1996", "2001", "2003"),
        case("amounts", "*$240 billion", "$100 billion", "$300 billion"),
        case("states and bodies act alike", "*NATO", "The United States", "Russia"),
        case("a name that the vocabulary does not know", "*China", "Australia", "Russia"),
        case(
            "unknown bodies",
            "*The Shanghai Cooperation Organization",
            "Arctic Shipping Council",
            "Joint Currency Board",
        ),
        case(
            "names in phrases",
            "*Rivalry with the United States",
            "Affinity between their peoples",
            "Trade in natural gas",
        ),
        case("one word", "*Interoperability", "A joint command", "A common navy"),
        case("names that the vocabulary does not know, of one word", "*Alaska", "Hawaii", "Oregon"),
        case("all in -ing", "*Using nuclear weapons", "Attacking an ally", "Exporting grain"),
        case("two of each form", "*To sell oil", "To buy gas", "A wish for peace", "A fear of war"),
        case(
            "centuries and their parts",
            "In the nineteenth century",
            "*In the late twentieth century",
            "In the twenty-first century",
        ),
        case("shares", "*About a third", "About a quarter", "More than half"),
        case("states in lists", "*China and Russia", "China and Alaska", "Russia and Alaska"),
    ],
)

TABLES = {"M1": M1, "M2": M2, "M3": M3, "M4": M4, "M5": M5, "M11": M11, "M12": M12}
