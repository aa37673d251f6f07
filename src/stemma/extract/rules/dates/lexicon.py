"""The words of English dates, as data. All in lower case."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split())}


# --- words that have a value of their own

_MONTH_NAMES = "january february march april may june july august september october november december"
MONTHS: dict[str, int] = (
    _numbered(_MONTH_NAMES) | _numbered("jan feb mar apr may jun jul aug sep oct nov dec") | {"sept": 9}
)

SEASONS: dict[str, int] = _numbered("spring summer autumn winter", 21) | {"fall": 23}
"""The EDTF code of each season."""

WEEKDAYS: dict[str, int] = _numbered("monday tuesday wednesday thursday friday saturday sunday", 0)

CARDINALS: dict[str, int] = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
) | _numbered("twenty thirty forty fifty sixty seventy eighty ninety hundred", 20, 10)

ORDINALS: dict[str, int] = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

DECADE_WORDS: dict[str, int] = _numbered(
    "twenties thirties forties fifties sixties seventies eighties nineties", 20, 10
)

UNITS: dict[str, str] = {
    word: unit
    for unit, words in {
        "second": "seconds",
        "minute": "minute minutes",
        "hour": "hour hours",
        "day": "day days",
        "night": "nights",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend weekends",
        "month": "month months",
        "year": "year years",
        "decade": "decade decades",
        "century": "century centuries",
    }.items()
    for word in words.split()
}
"""The units of time, by each of their forms."""

ISO_UNITS: dict[str, tuple[str, int]] = {
    "second": ("TS", 1),
    "minute": ("TM", 1),
    "hour": ("TH", 1),
    "day": ("D", 1),
    "night": ("D", 1),
    "weekend": ("D", 2),
    "week": ("W", 1),
    "fortnight": ("W", 2),
    "month": ("M", 1),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
}
"""For each unit its ISO 8601 letter (after a T for times of day), and how many of those it is."""

FIXED_DAYS: dict[str, tuple[int, int]] = {
    "new year 's day": (1, 1),
    "new year 's eve": (12, 31),
    "valentine 's day": (2, 14),
    "saint patrick 's day": (3, 17),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
}
"""Days that fall on one date every year: month and day of the month."""

PRESENT_DAYS: dict[str, int] = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
"""Words for days counted from when a text was written."""

WORDS: dict[str, str] = {
    "t": "the",
    "a": "a an another",
    "v": "few several some many couple numerous countless dozens scores half",
    "u": " ".join(word for word in UNITS if not word.endswith("s")),
    "U": " ".join(word for word in UNITS if word.endswith("s")),
    "P": "morning mornings afternoon evening evenings night dawn dusk noon midnight midday daybreak nightfall",
    "p": "early mid late middle latter",
    "q": "beginning beginnings start end middle outset turn close part onset",
    "Q": "half part quarter third",
    "T": "this that these those",
    "S": "same very",
    "J": "full whole entire consecutive straight successive long short hard bloody more additional further",
    "x": "next following coming subsequent ensuing succeeding",
    "y": "previous preceding",
    "z": "last past final",
    "l": "later afterwards afterward thereafter hence",
    "L": "after",
    "e": "earlier previously prior",
    "E": "before",
    "g": "ago",
    "f": "of",
    "I": "in",
    "N": "and",
    "B": "bc bce",
    "A": "ad ce",
    "C": "about around circa approximately approx roughly ca",
    "R": "now nowadays currently presently today tonight yesterday tomorrow",
    "V": "former formerly recent recently future current daily weekly monthly annual annually nightly everyday",
    "X": "time period era",
    "M": "more less over under nearly almost only exactly barely roughly approximately some than at least most",
}
"""The words of each symbol of ``tokens`` that needs no value; later symbols take precedence."""

# --- what may introduce a date, and what that says of it

RELATIONS: dict[str, str] = {
    words: relation
    for relation, phrases in {
        "since": "since | ever since | since at least | from | from at least | as from | starting | starting in"
        " | starting on | starting from | beginning in | beginning on | beginning from",
        "until": "until | until at least | till | up to | up until | to | into | well into",
        "by": "by | no later than",
        "before": "before | prior to | ahead of | pre",
        "after": "after | following | post",
        "during": "during | throughout | through | over | within | for",
        "at": "in | on | at | of | as of | as early as | as late as | as recently as | back in | dated | between",
    }.items()
    for words in phrases.split(" | ")
}
"""What the words just before a date say of it; the longest that fits counts."""

RELATION_WORDS = max(len(words.split()) for words in RELATIONS)

ASIDE = _set("since until till before prior to into pre")
"""Those of these words whose date is looked back or ahead to: the story's time does not move there."""

OF_LENGTHS = _set("during after before at")
"""Relations that a length of time can have; "up to" and "of" before one say nothing of a date."""

RANGE_WORDS = _set("to until till through thru - – — − /")
"""Words and marks between the two ends of a range."""

LIST_WORDS = RANGE_WORDS | _set(", and or &")
"""What stands between dates that share a year or month."""

OPEN_ENDS = _set("present date now today")
"""Words that stand for the end of a range that has not ended."""

SENTENCE_ENDS = _set(". : ; ! ? =")

# --- what may stand before a bare year, month or day

DATE_PREPOSITIONS = _set(
    "in since by until till from during before after between throughout through around circa about to into late early "
    "mid year years of and or for on as pre post"
)
"""Words after which a bare number may be a year."""

NUMBER_PREPOSITIONS = _set("of to about around between and or for on into by")
"""Those of them after which a number may be a count as well."""

AT_LEAST_PREPOSITIONS = _set("since until till from")
"""Those after which it may be one even with "at least" between."""

OPENING = _set("( [ : ; – — \" “ ' ‘ =")
"""Marks after which a bare number may be a year."""

AMBIGUOUS_MONTHS = _set("april may march august june")
"""Months that are also other words or names of persons; alone they need a preposition or a part before them."""

MONTH_PREPOSITIONS = _set(
    "in since by until till from during before after between throughout through around early late mid of to into on "
    "last next this each every"
)

FALL_PREPOSITIONS = _set("in during until since by of that this last next early late")
"""Words after which "fall" is the season."""

DAY_PREPOSITIONS = _set("on by until till from since before after between to last next")
"""Words after which "the 25th" and a weekday are days."""

STRETCH_PREPOSITIONS = _set("for over within")
STRETCH_ADJECTIVES = _set("next coming past last")
"""With both, "over the next year" is a stretch of time, not a date."""

YEAR_VERBS = _set("saw marked")
"""Verbs that a year may do: "1987 saw little change"."""

DETERMINERS = _set("'s the a an its his her their our this that another each every")

# --- what shows that a number is none of a date

HYPHENATED = _set("mid early late pre post") | frozenset(MONTHS)
"""Words that a number may be glued to with a hyphen and still be one of a date."""

AMOUNT_MARKS = _set("$ € £ ¥ ₹ # №")

COUNTED = _set(
    """
    men women people persons individuals children civilians inhabitants residents citizens villagers families households
    members fighters soldiers troops combatants militants militiamen militias rebels insurgents guerrillas guerillas
    guerrilleros partisans terrorists gunmen police policemen officers officials personnel volunteers recruits cadres
    supporters sympathizers sympathisers activists protesters demonstrators students workers peasants employees
    prisoners detainees hostages captives refugees victims casualties deaths fatalities killed wounded dead injured
    infantry cavalry horsemen sailors marines paratroopers commandos peacekeepers veterans mercenaries defenders
    advisers advisors deserters strong others
    km kilometres kilometers kilometre kilometer miles mile metres meters metre meter feet yards acres hectares mm
    tons tonnes pounds kg kilograms kilos grams litres gallons barrels
    rifles guns weapons rockets missiles mortars bombs shells grenades mines tanks vehicles trucks aircraft planes
    ships boats rounds bullets pieces sorties flights
    dollars euros pesos rupees francs pesetas lire dinars percent seats copies pages words
    villages towns houses homes buildings schools
    """
)
"""Nouns that are counted: a bare number before one of them is no date."""

QUANTITY_NOUNS = _set(
    """
    force total number numbers population crowd group groups strength army garrison maximum minimum average team sum
    toll estimate estimates than over under nearly almost approximately killing killed wounding
    wounded injuring injured numbered numbering totaling totalling lost
    """
)
"""Words after which, or after which and "of", a number is a count."""

NUMBERED = _set(
    """
    resolution operation act article law decree flight route division unit no number nos brigade battalion
    regiment corps highway room channel chapter page pages volume vol section paragraph phase bureau camp area
    """
)
"""Words before a number that is a name: "Resolution 1559"."""

FUNCTION_WORDS = _set(
    """
    the a an and or but in on at of to by for from with that which who whom whose was were is are be been had has have
    did does do when while after before as into until till he she it they we his her its their this these those there
    would could should may might will can not no also about against under between during where because although though
    if than then so both some many most all several only more over up out such including led saw became began made
    """
)
"""Lower-case words that are no noun: what stands before them is no adjective."""

AGES = _set("old olds")
"""Words after which a number of years is an age."""

LENGTH_WORDS = _set("long period")
"""Words that are part of a length of time: "year-long", "a sixty-day period"."""
