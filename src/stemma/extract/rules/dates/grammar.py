"""The forms of dates in English: patterns over the symbols of ``tokens``, and what each says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemma.extract.rules.dates import build
from stemma.extract.rules.dates.build import Builder


@dataclass(frozen=True, slots=True)
class Rule:
    """A form: ``pattern`` over symbols, and ``build``, which says what a match means, or that it is none."""

    pattern: re.Pattern[str]
    build: Builder


_SHORT = {
    # early, mid-, late; the end of the; the latter half of; early in; later (that year);
    # the first six months of; the morning of, the early morning hours of
    "PART": r"(?P<part>t?(?:p-?N?p?-?I?|[pwz]?qft?|[pw]Qft?|[el]I?|[wzo][vcd]?-?[uU]ft?|p?PU?f|pUf))",
    "WEEKDAY": r"(?:W,?)?",
    "YEAR": r"(?:(?P<year>[Yj])(?:,?(?P<era>[BA]))?|(?P<year_bc>[dkn])(?P<era_bc>[BA]))",
    # of that year, of the same year, of the following year
    "OF_YEAR": r"(?P<of_year>,?f(?:T|tS|t?(?P<of_way>[xyz])|t)(?P<of_unit>u))",
    # two; a few; more than two and a half; a couple of
    "COUNT": r"M{0,2}(?P<count>(?:a?vf?|a|c-?c?c?|d|k|n|Y)(?:Na?[vcQ])?)",
}


def _rule(pattern: str, builder: Builder) -> Rule:
    for name, part in _SHORT.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return Rule(re.compile(pattern.replace(" ", "")), builder)


RULES: tuple[Rule, ...] = (
    _rule(r"{PART}? i", build.numeric),
    _rule(r"C? {PART}? {WEEKDAY} t? (?P<day>[dow])f? (?P<month>m) (?:,?f? {YEAR} | {OF_YEAR})?", build.day_month),
    _rule(r"C? {PART}? {WEEKDAY} (?P<month>m) t? (?P<day>[do]) (?:,?f? {YEAR} | {OF_YEAR})?", build.day_month),
    _rule(r"C? {PART}? (?P<month>m) [,f-]? {YEAR}", build.dated),
    _rule(r"C? {PART}? t? p?-? (?P<season>s) (?:,|ft?)? {YEAR} (?:[-/](?P<to_year>[dkY]))?", build.dated),
    _rule(r"(?P<year>Y) (?P<season>s)", build.dated),
    _rule(r"C? {PART}? (?P<month>m) {OF_YEAR}?", build.month),
    _rule(r"C? {PART}? t? (?P<season>s) {OF_YEAR}?", build.season),
    _rule(r"t (?P<day>o)", build.bare_day),
    _rule(r"(?P<year>Y),?(?P<month>m)(?P<day>[do])", build.day_month),
    _rule(r"C? {PART}? {YEAR}", build.year),
    _rule(r"(?P<part>t?[uU]) {YEAR}", build.year_named),
    _rule(r"C? {PART}? (?P<era>A) (?P<year>[Ydkn])", build.year),
    _rule(r"C? {PART}? t? (?P<decade>D) (?P<era>[BA])?", build.decade),
    _rule(r"C? {PART}? t? (?P<number>[oOw])-?(?P<unit>u)(?P<era>[BA])?", build.century),
    _rule(r"(?P<holiday>h)h{0,3} (?:,?f? (?P<year>Y))?", build.holiday),
    _rule(r"{PART}? (?P<this>T)S?-? (?P<unit>[uP])", build.same),
    _rule(r"{PART}? t(?P<this>S) (?P<unit>[uP])", build.same),
    _rule(r"tp?q f t (?P<unit>u)", build.same),
    _rule(r"[lep]I t(?P<unit>u)", build.same),
    _rule(r"{PART}? t?(?P<way>[xy])(?P<unit>[uP])", build.adjacent),
    _rule(r"p?t?(?P<way>z)(?P<unit>[uP])", build.adjacent),
    _rule(r"t(?P<unit>[uP])(?P<way>[xelLE])", build.adjacent),
    _rule(r"{PART}? t?(?P<way>[xyzT])(?P<month>m)", build.adjacent_calendar),
    _rule(r"{PART}? t?(?P<way>[xyzT])(?P<season>s)", build.adjacent_calendar),
    _rule(r"C?t? {COUNT} -?(?P<unit>[uU])(?P<way>[lLeEg])", build.shift),
    _rule(r"(?P<count>)(?P<unit>U)(?P<way>[lLeEg])", build.shift),
    _rule(r"(?P<det>[ta])? C?[xyzT]?S? {COUNT} -?[xyzJ]?(?P<unit>[uU])", build.duration),
    _rule(r"(?P<det>t)? [xyzV]? (?P<count>)(?P<unit>U)", build.duration),
    _rule(r"TS?U", build.vague),
    _rule(r"R", build.present),
    _rule(r"V", build.vague_word),
    _rule(r"(?:T|tS|tT) S? X", build.vague),
    _rule(r"t? [xyz] X", build.vague),
    _rule(r"t X", build.vague_time),
    _rule(r"(?P<weekday>W)P?", build.weekday),
    _rule(r"H", build.clock),
)
"""All forms. Every pattern takes a bounded number of tokens; of several that fit at one place the longest counts."""
