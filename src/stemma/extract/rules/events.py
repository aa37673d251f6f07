"""Events from frames that fired: type, date, place, participants, counts and the words that tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.cast import Referent
from stemma.extract.rules.casualties import counts_of
from stemma.extract.rules.dates import DateMention
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.draft import EventDraft
from stemma.extract.rules.event_type import event_type
from stemma.extract.rules.grammar import conjuncts, prepositional
from stemma.extract.rules.happened import dates_another, happened, only_refers
from stemma.extract.rules.match import Match
from stemma.extract.rules.parse import Parsed
from stemma.extract.rules.saying import saying
from stemma.extract.rules.when import clause_dates, edtf, story_date
from stemma.extract.rules.where import clause, place_of, places_beside
from stemma.extract.rules.who import Who
from stemma.model.claim import Saying
from stemma.model.dates import interval
from stemma.model.event import Role

_ROLES: Mapping[str, Role] = {"actor": "actor", "fellow": "actor", "target": "target", "other": "other"}
"""The roles of frames, and what they make of who fills them: a fellow is an actor beside the first."""
_GOES_ON = 3
"""How many sentences after a date what is told in its turn is still of that date, if it opened the passage."""


def events_of(
    match: Match,
    parsed: Parsed,
    who: Who,
    passage: int,
    sentence: int,
    story: str | None,
    topic: Referent | None = None,
) -> Iterator[EventDraft]:
    """The event that a match of an event's frame tells of; none if it is not told as having happened.

    ``story`` is the date that the passage has come to: of a happening that is
    not dated itself but told in its turn. ``topic`` takes part in what is dated and names nobody else.
    """
    frame, trigger = match.frame, match.trigger
    if not _follows_on(trigger, parsed):
        story = None
    if not happened(trigger) or only_refers(trigger, parsed):
        return
    parties: list[tuple[Referent, Role]] = []
    for filled, role in _ROLES.items():
        for party in match.parties.get(filled, []):
            if party.referent.kind in ("organization", "person") or _acts_as_state(party):
                parties.append((party.referent, role))
                parties += [(group, role) for group in _their_groups(party, who) if role != "other"]
    parties += [(p.referent, "actor") for p in _allies(trigger, match, who) if p.referent.kind == "organization"]
    mentions = clause_dates(trigger, parsed)
    mention = mentions[0] if mentions else None
    if frame.dated and mention is None:
        return
    if (
        mention is None
        and trigger.tag_ in ("VBZ", "VBP")
        and not any(c.dep_ in ("aux", "auxpass") for c in trigger.children)
    ):
        return  # the present tells of a habit, unless it is dated
    if _says_which(trigger, mention, parsed):
        return
    if mention is None and _is_background(trigger):
        return
    place = place_of(trigger, match, parsed, who)
    said = saying(trigger, parsed, who)
    if said.polarity == "negative" and frame.event not in ("statement", "agreement") and trigger.lemma_ != "guilty":
        return
    kind = event_type(frame.event or "other", trigger, match, parsed)
    by_default = not parties and mention is not None and topic is not None and topic.kind == "organization"
    if by_default and topic is not None and not dates_another(trigger):
        parties.append((topic, "target" if kind == "arrest" else "actor"))  # a dated happening that names nobody
    tokens = [t for role in (*_ROLES, "place") for t in match.tokens.get(role, [])]
    start, end = _extent(trigger, tokens, parsed)
    counts = counts_of(trigger, match, parsed, who)
    here = [parsed.mentions[t.i].referent for t in trigger.sent if t.i in parsed.mentions]
    told_of_place = any(r.kind == "place" for r in here)
    for date, where in _occasions(trigger, mentions, place, parsed, who):
        yield EventDraft(
            type=kind,
            spans=[parsed.passage.span(start, end)],
            date=edtf(date) if date is not None else _in_turn(trigger, story),
            dated_here=date is not None,
            follows=date is None and _is_consequence(trigger),
            place=where,
            by_default=by_default,
            in_story=told_of_place,
            parties=_once(parties),
            counts=list(counts),
            saying=Saying(said.modality, "positive", said.speaker, said.chain),
            found_by=frame.id,
            confidence=frame.confidence,
            trigger=trigger,
            passage=passage,
            sentence=sentence,
        )


def _is_background(trigger: Token) -> bool:
    """Whether a clause that gives no date tells what has been, or says of something what it is known for.

    "X has clashed with Y", "an attack which Z condemned".
    """
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in trigger.children)
    return perfect or trigger.dep_ in ("relcl", "acl")


def _says_which(trigger: Token, date: DateMention | None, parsed: Parsed) -> bool:
    """Whether a clause only says which thing is meant, and gives no date of its own.

    "A town captured by X", "a town that had been captured by X".
    """
    step = trigger
    while step.dep_ in ("conj", "xcomp") and step.pos_ in ("VERB", "AUX"):
        step = step.head
    before = step.dep_ == "relcl" and any(c.lower_ == "had" and c.dep_ == "aux" for c in trigger.children)
    participle = trigger.dep_ == "acl" and trigger.tag_ == "VBN" and trigger.head.pos_ == "NOUN"
    if not (before or participle):
        return False
    return date is None or not any(parsed.dates.get(t.i) is date for t in step.subtree)


def _occasions(
    trigger: Token, dates: list[DateMention], place: Referent | None, parsed: Parsed, who: Who
) -> list[tuple[DateMention | None, Referent | None]]:
    """When and where each time: a list of dates, or of the places of several attacks, is as many happenings."""
    if len(dates) > 1:
        return [(date, place) for date in dates]
    date = dates[0] if dates else None
    if place is None or trigger.tag_ != "NNS":
        return [(date, place)]
    return [(date, where) for where in places_beside(place, trigger, parsed, who)]


def _follows_on(trigger: Token, parsed: Parsed) -> bool:
    """Whether a sentence without a date goes on with what the one before has dated, or the passage's first."""
    sentence = trigger.sent
    if story_date(sentence, parsed) is not None:
        return False
    for back in range(_GOES_ON):
        if sentence.start == 0:
            return True
        sentence = trigger.doc[sentence.start - 1].sent
        if story_date(sentence, parsed) is not None:
            return back == 0 or sentence.start == 0
    return False


def _in_turn(trigger: Token, story: str | None) -> str | None:
    """The date of a happening told in its turn: after what was told before where the sentence says so, else then."""
    if story is None:
        return None
    opening = trigger.sent[0].lower_
    later = opening in ("after", "following", "afterwards", "subsequently", "later", "then") or _is_consequence(trigger)
    return interval(story, None) if later else story


def _is_consequence(trigger: Token) -> bool:
    """Whether the sentence says that it came of what was told before: "In response …", "The incident sparked …"."""
    text = trigger.sent.text.casefold()
    cues = lexicon.load("events")["consequences"]
    return any(text.startswith(cue) for cue in cues["opening"]) or (
        trigger.sent[0].lower_ in ("the", "this") and any(cue in text for cue in cues["verb"])
    )


def _once(parties: list[tuple[Referent, Role]]) -> list[tuple[Referent, Role]]:
    """Everybody in one role, the first given."""
    roles: dict[int, tuple[Referent, Role]] = {}
    for referent, role in parties:
        roles.setdefault(id(referent), (referent, role))
    return list(roles.values())


def _their_groups(party: Party, who: Who) -> list[Referent]:
    """The groups of somebody that the phrase names with him: "**X** commander Y", "Y, a member of **X**"."""
    if party.referent.kind != "person":
        return []
    token = party.token
    nouns = [c for c in token.children if c.dep_ in ("compound", "nmod", "appos") and c.pos_ in ("NOUN", "PROPN")]
    if token.dep_ == "appos":
        nouns.append(token.head)
    people = lexicon.words("groups", "stands_for_group") | lexicon.words("groups", "person_nouns")
    found = [o.referent for n in nouns if n.lemma_.casefold() in people for o in who.owners(n)]
    found += [p.referent for n in nouns if n.dep_ != "appos" for p in who.parties(n) if p.via == "name"]
    return [r for r in found if r.kind == "organization"]


def _acts_as_state(party: Party) -> bool:
    return party.via == "nationality" or (
        party.referent.kind == "place" and party.referent.name.casefold() in lexicon.countries()
    )


def _allies(trigger: Token, match: Match, who: Who) -> list[Party]:
    """Who does it together with the actor: "a joint attack with X", "coordinated with X to fire", "alongside X"."""
    found: list[Party] = []
    for actor in match.tokens.get("actor", []):  # "X, alongside Y, attacked"
        found += [p for t in prepositional(actor, frozenset({"alongside"})) for p in who.parties(t)]
    step = trigger
    for _ in range(3):
        joint = any(c.lower_ in ("joint", "joined", "coordinated", "together", "jointly") for c in step.children)
        for child in step.children:
            together = child.lower_ == "alongside" or (
                child.lower_ == "with" and (joint or step.lemma_ in lexicon.words("events", "cooperating"))
            )
            if together and child.dep_ == "prep":
                found += [p for o in child.children if o.dep_ == "pobj" for t in conjuncts(o) for p in who.parties(t)]
        if step.dep_ not in ("xcomp", "dobj", "advcl") or step.head == step:
            break
        step = step.head
    return found


def _extent(trigger: Token, tokens: list[Token], parsed: Parsed) -> tuple[int, int]:
    """The clause of the trigger: its verb with what depends on it, up to the next clause."""
    verb = clause(trigger)
    kept = [trigger, *tokens]
    for token in verb.subtree:
        step = token
        while step.i != verb.i:
            if (
                step.dep_ in ("conj", "advcl", "ccomp", "parataxis")
                and step.pos_ in ("VERB", "AUX")
                and not (step.i == trigger.i or step.is_ancestor(trigger))
            ):
                break
            step = step.head
        else:
            kept.append(token)
    told = sorted((t for t in kept if t.sent == trigger.sent and not t.is_punct), key=lambda t: t.i)
    while len(told) > 1 and told[-1].dep_ == "cc":
        told.pop()
    return parsed.extent(told)
