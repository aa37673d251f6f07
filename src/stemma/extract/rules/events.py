"""Events from frames that fired: type, date, place, participants, counts and the words that tell of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.cast import Referent
from stemma.extract.rules.casualties import counts_of
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.draft import EventDraft
from stemma.extract.rules.grammar import conjuncts, prepositional
from stemma.extract.rules.match import Match
from stemma.extract.rules.parse import Parsed
from stemma.extract.rules.saying import saying
from stemma.extract.rules.when import clause_date, edtf
from stemma.extract.rules.who import Who
from stemma.model.claim import Saying
from stemma.model.dates import interval
from stemma.model.event import Role

_ROLES: tuple[Role, ...] = ("actor", "target", "other")
_PLACE_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "around",
        "on",
        "inside",
        "from",
        "to",
        "of",
        "across",
        "into",
        "towards",
        "toward",
        "throughout",
    }
)
_TEMPORAL = frozenset({"since", "after", "before", "following", "during", "until", "despite", "amid", "amidst"})
_HABITUAL = frozenset(
    {"often", "frequently", "regularly", "usually", "generally", "sometimes", "always", "typically", "numerous", "many"}
)
_UNREAL = frozenset({"would", "will", "should", "must", "can", "shall"})


def events_of(
    match: Match, parsed: Parsed, who: Who, passage: int, sentence: int, story: str | None
) -> Iterator[EventDraft]:
    """The event that a match of an event's frame tells of; none if it is not told as having happened.

    ``story`` is the date that the passage has come to: of a happening that is
    not dated itself but told in its turn.
    """
    frame, trigger = match.frame, match.trigger
    if not _happened(trigger) or _only_refers(trigger, parsed):
        return
    parties: list[tuple[Referent, Role]] = []
    for role in _ROLES:
        for party in match.parties.get(role, []):
            if party.referent.kind in ("organization", "person") or _acts_as_state(party):
                parties.append((party.referent, role))
    parties += [(p.referent, "actor") for p in _allies(trigger, match, who) if p.referent.kind == "organization"]
    mention = clause_date(trigger, parsed)
    if (
        mention is None
        and trigger.tag_ in ("VBZ", "VBP")
        and not any(c.dep_ in ("aux", "auxpass") for c in trigger.children)
    ):
        return  # the present tells of a habit, unless it is dated
    place = _place(trigger, match, parsed, who)
    said = saying(trigger, parsed, who)
    if said.polarity == "negative" and frame.event not in ("statement", "agreement"):
        return
    kind = _type(frame.event or "other", trigger, match, parsed)
    tokens = [t for role in (*_ROLES, "place") for t in match.tokens.get(role, [])]
    start, end = _extent(trigger, tokens, parsed)
    yield EventDraft(
        type=kind,
        spans=[parsed.passage.span(start, end)],
        date=edtf(mention) if mention is not None else _in_turn(trigger, story),
        dated_here=mention is not None,
        follows=mention is None and _is_consequence(trigger),
        place=place,
        parties=_once(parties),
        counts=counts_of(trigger, match, parsed, who),
        saying=Saying(said.modality, "positive", said.speaker, said.chain),
        found_by=frame.id,
        confidence=frame.confidence,
        trigger=trigger,
        passage=passage,
        sentence=sentence,
    )


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


def _acts_as_state(party: Party) -> bool:
    return party.via == "nationality" or (
        party.referent.kind == "place" and party.referent.name.casefold() in lexicon.countries()
    )


def _happened(trigger: Token) -> bool:
    """Whether the trigger is told as done: not as habit, wish, plan or purpose."""
    step = trigger
    for _ in range(4):
        if step.pos_ in ("VERB", "AUX"):
            auxiliaries = {c.lower_ for c in step.children if c.dep_ in ("aux", "advmod", "neg")}
            if auxiliaries & (_UNREAL | _HABITUAL):
                return False
            perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in step.children)
            infinitive = not perfect and any(c.lower_ == "to" and c.dep_ == "aux" for c in step.children)
            if infinitive and step.head.lemma_ not in lexicon.words("events", "implicative"):
                return False
            if step.dep_ == "ROOT" or (step.tag_ in ("VBD", "VBN", "VBZ", "VBP") and step.dep_ not in ("acl", "amod")):
                return True
        if step.head == step:
            return True
        step = step.head
    return True


def _only_refers(trigger: Token, parsed: Parsed) -> bool:
    """Whether a noun only refers to a happening to date another by it: "after the attack", "since its formation"."""
    if trigger.pos_ != "NOUN" or trigger.dep_ != "pobj" or trigger.head.lower_ not in _TEMPORAL:
        return False
    return not any(t.i in parsed.dates for t in trigger.subtree)


def _type(kind: str, trigger: Token, match: Match, parsed: Parsed) -> str:
    """The event's type, as its instrument or its target makes it: an attack with rockets is a strike."""
    near = {t.lemma_.casefold() for t in trigger.subtree if abs(t.i - trigger.i) < 14} | {trigger.lemma_.casefold()}
    if kind in ("clash", "attack_on_civilians"):
        table = lexicon.load("events")["instruments"]
        for other, words in table.items():
            if near & set(words):
                return str(other)
    flown = {p.noun for p in match.parties.get("actor", [])} | near
    if kind == "bombing" and flown & lexicon.words("events", "aerial"):
        return "strike"
    nouns = {t.lemma_.casefold() for t in match.tokens.get("target", [])}
    nouns |= {
        c.lemma_.casefold()
        for t in match.tokens.get("target", [])
        for c in t.children
        if c.dep_ in ("appos", "compound", "amod")
    }
    if (
        kind == "clash"
        and nouns & lexicon.words("groups", "civilians")
        and not nouns & lexicon.words("groups", "combatants")
    ):
        return "attack_on_civilians"
    if kind == "attack_on_civilians":
        named = match.parties.get("target", [])
        if nouns & lexicon.words("groups", "combatants") or any(
            p.referent.kind == "organization" and p.noun not in lexicon.words("groups", "civilians") for p in named
        ):
            return "clash"
    return kind


def _place(trigger: Token, match: Match, parsed: Parsed, who: Who) -> Referent | None:
    """Where it happened: the place named nearest the trigger in its clause."""
    for party in match.parties.get("place", []):
        if party.referent.kind == "place":
            return party.referent
    clause = _clause(trigger)
    best: tuple[int, Referent] | None = None
    for token in trigger.sent:
        referent = _place_at(token, parsed, who)
        if referent is None or not _is_whereabouts(token):
            continue
        inside = clause.i == token.i or clause.is_ancestor(token)
        aside = any(t.dep_ in ("relcl", "acl") for t in (clause, *clause.ancestors))
        if not inside and (aside or not _clause(token).is_ancestor(trigger)):
            continue  # the place of another happening: "X, who came from Y, attacked Z"
        distance = abs(token.i - trigger.i) + (8 if token.i < trigger.i else 0) + (0 if inside else 30)
        if best is None or distance < best[0]:
            best = distance, referent
    return best[1] if best else None


def _place_at(token: Token, parsed: Parsed, who: Who) -> Referent | None:
    """The place that a word means: by name, or as "the town" spoken of before."""
    mention = parsed.mentions.get(token.i)
    if mention is not None:
        return mention.referent if mention.referent.kind == "place" else None
    if token.lemma_ in lexicon.words("names", "place_heads") and token.pos_ == "NOUN":
        return next((p.referent for p in who.parties(token) if p.referent.kind == "place"), None)
    return None


def _is_whereabouts(token: Token) -> bool:
    """Whether a place stands where something happens ("in X", "the town of X"), not as somebody ("with Turkey")."""
    step = token
    while step.dep_ in ("conj", "appos", "compound", "nmod") and step.head.pos_ in ("PROPN", "NOUN"):
        step = step.head
    return step.dep_ in ("dobj", "nsubjpass") or (step.dep_ == "pobj" and step.head.lower_ in _PLACE_PREPOSITIONS)


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


def _clause(trigger: Token) -> Token:
    step = trigger
    while step.pos_ not in ("VERB", "AUX") and step.head != step:
        step = step.head
    return step


def _extent(trigger: Token, tokens: list[Token], parsed: Parsed) -> tuple[int, int]:
    """The clause of the trigger: its verb with what depends on it, up to the next clause."""
    verb = _clause(trigger)
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
