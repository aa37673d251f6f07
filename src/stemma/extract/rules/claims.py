"""Claims from frames that fired: subject and object, date, hedge and speaker, and the words that say it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from stemma.errors import DateError
from stemma.extract.rules import lexicon
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.draft import ClaimDraft
from stemma.extract.rules.literals import phrases
from stemma.extract.rules.match import Match, is_kind
from stemma.extract.rules.parse import Parsed
from stemma.extract.rules.quantities import number_of
from stemma.extract.rules.saying import saying
from stemma.extract.rules.when import clause_date, edtf
from stemma.extract.rules.who import Who
from stemma.model.claim import Saying
from stemma.model.dates import interval
from stemma.model.vocabulary import Predicate, vocabulary

_FORMER_WORDS = frozenset({"former", "formerly", "previously", "once", "ex", "erstwhile", "originally", "then"})
_OF_THE_WHOLE = frozenset({"founded", "founded_by", "dissolved", "split_from", "merged_into", "also_known_as"})
"""What holds of a group as a whole, not of its members: "some X fighters formed Y" does not found X."""
_DATED = ("founded", "dissolved")


def claims_of(match: Match, parsed: Parsed, who: Who, story: str | None) -> Iterator[ClaimDraft]:
    """The claims that a match of a predicate's frame makes.

    ``story`` is the date that the passage has come to: of a beginning or an
    end that is not dated itself but told in its turn.
    """
    frame = match.frame
    assert frame.predicate is not None
    predicate = vocabulary().predicate(frame.predicate)
    if "pair" in match.parties:
        yield from _pairs(match, parsed, who)
        return
    subjects = [p for p in match.parties.get("subject", []) if is_kind(p, _allowed(predicate.subject_kinds))]
    if predicate.name in _OF_THE_WHOLE:
        subjects = [p for p in subjects if p.via != "group"]
    if not subjects:
        return
    if predicate.name == "died" and match.trigger.tag_ == "VB":
        return  # "threatened to kill him" tells of no death
    mention = clause_date(match.trigger, parsed) if frame.date != "none" else None
    date = edtf(mention, frame.date)
    if mention is None and story is not None and match.trigger.tag_ in ("VBD", "VBN"):
        date = {"start": interval(story, None), "end": interval(None, story)}.get(frame.date)
    said = _said(match, parsed, who)
    if predicate.name == "strength" and said.polarity == "negative":  # "never had more than 200 men"
        said = Saying(said.modality, "positive", said.speaker, said.chain)
    former = (
        frame.former
        or _is_former(match)
        or (mention is not None and mention.relation == "until")
        or frame.date == "end"
    )
    for subject in subjects:
        for value, party, tokens in _objects(match, predicate, parsed, date, who):
            if party is not None and party.referent is subject.referent:
                continue
            if predicate.name in _DATED and date is None:
                continue
            evidence = [match.trigger, *tokens]
            if subject.via != "topic":
                evidence.append(subject.token)
            if mention is not None:
                evidence += [t for i, t in ((i, parsed.doc[i]) for i in parsed.dates) if parsed.dates[i] is mention]
            start, end = parsed.extent(t for t in evidence if t.sent == match.trigger.sent)
            yield ClaimDraft(
                subject=subject.referent,
                predicate=predicate.name,
                object=party.referent if party is not None else None,
                literal=value,
                spans=[parsed.passage.span(start, end)],
                date=_point(date) if predicate.name in _DATED else date,
                saying=said,
                former=former or (party is not None and party.former and predicate.name in ("led_by", "member_of")),
                found_by=frame.id,
                confidence=frame.confidence,
            )


def _pairs(match: Match, parsed: Parsed, who: Who) -> Iterator[ClaimDraft]:
    """ "Fighting between A, B and C": each against each; with two only, as the text has it."""
    mention = clause_date(match.trigger, parsed)
    parties = match.parties["pair"]
    for i, one in enumerate(parties):
        for two in parties[i + 1 :]:
            start, end = parsed.extent([match.trigger, one.token, two.token])
            yield ClaimDraft(
                subject=one.referent,
                predicate=match.frame.predicate or "",
                object=two.referent,
                literal=None,
                spans=[parsed.passage.span(start, end)],
                date=edtf(mention, match.frame.date),
                saying=saying(match.trigger, parsed, who),
                found_by=match.frame.id,
                confidence=match.frame.confidence,
            )


def _point(date: str | None) -> str | None:
    """The day something began or ended, of a date that may have an open side."""
    return date.strip("./") if date else date


def _allowed(kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset({*kinds, "country"}) if "organization" in kinds else frozenset(kinds)


def _objects(
    match: Match, predicate: Predicate, parsed: Parsed, date: str | None, who: Who
) -> Iterator[tuple[str | None, Party | None, list[Token]]]:
    """What a claim says of its subject: a literal or a party, with the tokens that give it."""
    frame = match.frame
    if predicate.literal == "date":
        if date is not None:
            yield _point(date), None, match.tokens.get("subject", [])
        return
    if predicate.literal is None:
        for party in match.parties.get("object", []):
            if is_kind(party, _allowed(predicate.object_kinds)):
                yield None, party, [party.token] if party.via != "topic" else []
        return
    if frame.value is not None:
        yield frame.value, None, []
        return
    tokens = match.tokens.get("literal", [])
    if frame.literal == "trigger":
        yield _deed(match.trigger), None, []
        return
    if frame.literal == "number":
        for token in tokens:
            if token.i in parsed.dates:
                continue
            number = number_of(token, parsed)
            if number:
                yield (
                    number,
                    None,
                    list(token.subtree)[:6]
                    if token.pos_ == "NUM"
                    else [token, *(c for c in token.children if c.dep_ == "nummod")],
                )
        return
    if frame.among is not None:
        known = lexicon.words("ideologies", frame.among)
        for token in tokens:
            if token.lower_ in known:
                kept = [t for t in token.subtree if t.dep_ != "relcl"] if frame.among == "nouns" else [token]
                yield parsed.words(kept), None, kept
        return
    if predicate.name == "stated_goal":  # "the same goals as ETA", "the goals of the group" are no goals
        tokens = [t for t in tokens if not any(p.referent.kind in ("organization", "person") for p in who.parties(t))]
    for text, kept in phrases(tokens, parsed, keep_all=frame.literal == "words"):
        yield text, None, kept


def _deed(trigger: Token) -> str:
    """What a verb says was done, with what belongs to it: "killed in action", "shot dead", "died of wounds"."""
    words = [_participle(trigger)]
    for child in trigger.children:
        if (
            child.i > trigger.i
            and child.dep_ in ("acomp", "oprd", "xcomp", "advmod", "prt")
            and child.lower_ in ("dead", "down")
        ):
            words.append(child.lower_)
        elif child.dep_ in ("prep", "agent") and child.lower_ in ("in", "of", "from", "by", "during"):
            for noun in child.children:
                if noun.lemma_.casefold() in lexicon.words("verbs", "manners_of_death"):
                    before = [c.lower_ for c in noun.children if c.dep_ in ("compound", "amod") and c.pos_ != "PROPN"]
                    words += [child.lower_, *before, noun.lower_]
    return " ".join(words)


def _participle(verb: Token) -> str:
    """A verb of killing as it is said of the dead: "killing" and "kills" give "killed"."""
    if verb.tag_ in ("VBN", "VBD"):
        return verb.lower_
    lemma = verb.lemma_.casefold()
    irregular: dict[str, str] = lexicon.load("verbs")["participles"]
    return irregular.get(lemma) or (f"{lemma}d" if lemma.endswith("e") else f"{lemma}ed")


def _said(match: Match, parsed: Parsed, who: Who) -> Saying:
    said = saying(match.trigger, parsed, who)
    if not match.frame.negative and match.frame.modality is None:
        return said
    polarity = said.polarity
    if match.frame.negative:
        polarity = "negative" if said.polarity == "positive" else "positive"
    modality = said.modality if said.modality != "stated" or match.frame.modality is None else match.frame.modality
    return Saying(modality, polarity, said.speaker, said.chain)  # type: ignore[arg-type]


def _is_former(match: Match) -> bool:
    spots = [match.trigger]
    if match.trigger.dep_ in ("attr", "pobj"):
        spots.append(match.trigger.head)
    return any(
        c.lower_ in _FORMER_WORDS and c.dep_ in ("amod", "advmod", "compound", "npadvmod")
        for s in spots
        for c in s.children
    )


def valid(draft: ClaimDraft) -> bool:
    """Whether a draft says something: a literal has letters or digits, a date can be read."""
    from stemma.model.dates import parse_date

    if draft.literal is not None and not any(c.isalnum() for c in draft.literal):
        return False
    if draft.date is not None:
        try:
            parse_date(draft.date)
        except DateError:
            return False
    return True
