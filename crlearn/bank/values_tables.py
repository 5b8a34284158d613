"""The words that bank.values knows: numbers, months, units, and what must never pass as a slip of the keyboard."""


def _words(text: str) -> list[str]:
    return text.split()


SMALL = {
    word: value
    for value, word in enumerate(
        _words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS = {word: value for value, word in enumerate(_words("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
SCALES = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
}  # powers of ten; billion as in the documents: 10⁹
SCALE_ABBREVIATIONS = {"k": 3, "m": 6, "mn": 6, "mln": 6, "bn": 9, "bln": 9, "b": 9, "tn": 12, "trn": 12}
ORDINALS = {
    word: value
    for value, word in enumerate(
        _words(
            "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        )
    )
} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
}
ROMANS = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9}  # not xi, which is a name here

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}

NEGATIONS = frozenset(
    _words(
        "no not non never none nobody nothing nowhere neither nor cannot without lack lacks lacking against anti un in"
    )
)

# What turns a word into another when it stands before it. Two words that differ by nothing but these are two words.
PREFIXES = frozenset(
    _words(
        "a an ab ad anti auto bi co counter de des dis down e east eastern em en ex extra fore hyper hypo il im in infra inter "
        "intra ir maj maxi macro mega micro mid mini min mis mono multi non north northeast northeastern northern northwest "
        "northwestern off on out over poly post pre pro re self semi south southeast southeastern southern southwest "
        "southwestern sub super trans tri ultra un under uni up west western"
    )
)
# What turns one side of a dealing into the other when it stands at the end.
ENDINGS = ({"er", "ee"}, {"or", "ee"})

# Endings that make another form of the same word: Russia, Russian; nation, nations; change, changed.
FORMS = ("s", "es", "n", "ns", "d", "ed", "ly")

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = _words("aeiouy csz ckq fvw bp dt gj mn ij lr")


def _neighbours() -> dict[str, str]:
    """Each letter → those beside it on the keyboard (QWERTY) or near to the ear."""
    found: dict[str, set[str]] = {letter: set() for row in _ROWS for letter in row}
    for number, row in enumerate(_ROWS):
        for at, letter in enumerate(row):
            below = _ROWS[number + 1][max(at - 1, 0) : at + 1] if number < 2 else ""
            for other in (*row[at + 1 : at + 2], *below):
                found[letter].add(other)
                found[other].add(letter)
    for group in _SOUNDS:
        for letter in group:
            found[letter] |= set(group)
    return {letter: "".join(sorted(others)) for letter, others in found.items()}


NEIGHBOURS = _neighbours()

COUNTRIES = frozenset(
    _words("""afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh
    barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burundi cambodia cameroon
    canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt
    eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea
    guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan
    kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania
    luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia
    montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau
    palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia seychelles
    singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand
    togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia
    zimbabwe
    albanian algerian angolan argentine armenian australian austrian azerbaijani bahraini bangladeshi belarusian belgian
    bolivian bosnian brazilian bulgarian burmese cambodian canadian chilean chinese colombian congolese croatian cuban
    cypriot czech danish dutch ecuadorian egyptian estonian ethiopian filipino finnish french gambian georgian german
    ghanaian greek hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian
    kazakh kenyan korean kosovar kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian malaysian maltese
    mauritanian mexican moldovan mongolian moroccan namibian nepalese nigerian nigerien norwegian omani pakistani
    palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan saudi senegalese serbian
    singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai tunisian
    turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese yemeni zambian zimbabwean""")
)

# Words that are a slip away from another word. Written where that other word is the answer, they are no slip.
LOOKALIKES = frozenset(
    _words(
        """adapt adopt affect aims allied allies alter angel angle area arena arms banks bans bases bashar bashir basis
        began begin begun behave being belief believe bind binds bloc block blocks board boarder bolder bonds border
        bought bound bring broad broke broker brought build built cares carried carrier carries cars cased cases
        cast casts casual causal cause caused causes challenge challenger chance change choose chose clause client
        close closed closer coast compete competed complain complaint complementary complete completed complimentary
        concept conceptions conference confidence connecting connection connections consistent consisting contend
        content contest context cost costs council counsel counted counter crimea crimes crises crisis dairy decade
        decent decide defence deference dependence dependency descent deterrence device devise diary diploma
        diplomat diplomatic done drone effect elicit ensure even event ever every exist exits expand expend experts
        exports extend extent fact factor fellow finds firms fiscal follow form formal formally former formerly
        forms forum forums found fund funds gain grain hegemon hegemony illicit imported importer infer insure
        intention inter international invade invader join joint judge killed killer land lanes large larger last
        late later latter lead leading lean learn lease leasing least length lies lines loose lose lower makers
        makes making march marine marital marked market marking martial match mean meant militaries mission moral
        morale multiple multiplied nation nations naval navel negotiations negotiators notable noted notes nothing
        noting notion nuclear older operation operational opposition order over overt owned owner part parties
        partly parts party patrol pays persecute personal personnel petrol phase phrase plain plan plane played
        player plays police policy polity ports position possible possibly practice practise presents presidents
        prince principal principle process produced producer profess prosecute protect protecting protest protesting
        provided provider published publisher purchase purchasers quiet quite quotas quotes reached reads real realm
        reform regime regimen region reign relied relief rely reply roads roles rubles ruler rulers rules sale
        sanction scale seas seats section sector seeing seeking seeks seems sees setting settling short sides sight
        site sites sits slight sort sovereign sovereignty spans spins stable stage stages stake stalk stand staple
        started state stated states statue status statute stayed steel steer steps stops straight strain strait
        strand strength strengthen sudan sufficiency sufficient suits supplied supplier suppliers supplies supported
        supporters susan tend tests texts them theme there these thin think those though thought threat three
        through tied ties times trace trade trader trains trans treat treaty trend tried tuned turned unclear union
        unit united unites units unity untied vice voice waive warns wars weather weigh weight whether while whole
        wide winds withdraw withdrawal word words world writers writes"""
    )
)

DIMENSIONS: dict[str, tuple[str, ...]] = {
    "USD": ("usd", "us dollar", "us $", "$", "dollar", "american dollar", "united states dollar", "u s dollar"),
    "EUR": ("eur", "€", "euro"),
    "RUB": ("rub", "₽", "ruble", "rouble", "russian ruble", "russian rouble"),
    "CNY": ("cny", "rmb", "yuan", "renminbi", "chinese yuan"),
    "GBP": ("gbp", "£", "pound", "pound sterling", "british pound"),
    "JPY": ("jpy", "¥", "yen", "japanese yen"),
    "percent": ("%", "percent", "per cent", "pct", "pc"),
    "percentage point": ("percentage point", "pp", "per cent point"),
    "kilometre": ("km", "kilometre", "kilometer"),
    "mile": ("mile", "mi"),
    "nautical mile": ("nautical mile", "nm", "nmi"),
    "metre": ("metre", "meter"),
    "tonne": ("tonne", "ton", "metric ton"),
    "kilogram": ("kg", "kilogram", "kilogramme"),
    "cubic metre": ("cubic metre", "cubic meter"),
    "barrel per day": ("barrel per day", "bpd", "b d", "barrel a day"),
    "barrel": ("barrel", "bbl"),
    "year": ("year", "yr"),
    "month": ("month",),
    "week": ("week",),
    "day": ("day",),
    "hour": ("hour", "hr"),
    "minute": ("minute",),
    "decade": ("decade",),
}
# With these a number is another number, even where the question names no unit: $42, 42 % and "the 1960s".
LOUD = frozenset({"USD", "EUR", "RUB", "CNY", "GBP", "JPY", "percent", "percentage point", "decade"})
