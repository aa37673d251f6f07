"""Grammatical places: who does it, to whom, from, with and under what, however the sentence is turned.

A *place* is named by a short word that frames use:

| place | is |
| --- | --- |
| ``subj`` | who does it: the subject of an active verb, the "by" of a passive one |
| ``obj`` | to whom it is done: the object of an active verb, the subject of a passive one |
| ``gsubj`` | the subject as the sentence has it, active or passive |
| ``attr`` | what the subject is said to be ("X is **a group**") |
| ``holder`` | of whom an attribute is said ("**X** is a group"; "**X**, a group") |
| ``prep:from`` | the noun after "from", attached to the trigger or to its object; ``prep:in|at`` for several |
| ``poss`` | "**X**'s leader", "**its** leader" |
| ``mod`` | nouns and adjectives before a noun: "**X** fighters" |
| ``appos`` | a noun set beside: "its leader, **X**" |
| ``head`` | the noun that the trigger modifies: "the X-led **coalition**" |
| ``said`` | what a noun is said to be: "its goal is **independence**", "the goal of **freeing** Aceh" |
| ``prefix`` | what a hyphen joins to the trigger: "**X**-led" |
| ``whole`` | the noun after it: "the X-led **coalition**" |
| ``doer`` | who does what a noun names: "**X** launched an attack", "X's attack", "an attack by X" |
| ``aimed`` | what an attack is said to target: "an attack …, targeting **X**" |
| ``comp`` | the verb that completes the trigger ("claimed to have **killed**") |
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod"})
_LIGHT_VERBS = frozenset({
    "carry", "conduct", "launch", "make", "stage", "mount", "execute", "perpetrate", "undertake", "commit", "begin", "start", "continue",
    "wage", "lead", "initiate", "plant", "detonate", "hold", "organize", "organise", "orchestrate", "set", "attempt", "repeat", "plan",
    "announce", "sign", "call", "do", "run", "resume", "place", "leave", "fire", "open", "direct", "join", "have", "suffer",
})  # fmt: skip
_TAKING_PART = frozenset({"responsibility", "participate", "engage", "take", "involve", "part", "credit"})
_LOOSE = frozenset({"at", "against"})
"""Prepositions of a target, which parsers hang on the wrong noun: looked for anywhere below the trigger."""
_DEEPEST = 12
"""How many steps up a sentence are taken to find a subject: a bound on hostile nesting."""


def conjuncts(token: Token) -> list[Token]:
    """``token`` and the nouns joined to it with "and", "or" and commas, in order."""
    found = [token]
    queue = [token]
    while queue:
        for child in queue.pop().children:
            if child.dep_ == "conj" and child.pos_ in NOUNS | {"ADJ", "X"} and child.i > token.i:
                found.append(child)
                queue.append(child)
    return sorted(found, key=lambda t: t.i)


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` is in the passive, with its auxiliary or as a bare participle."""
    if any(c.dep_ in ("nsubjpass", "auxpass", "csubjpass") for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.head.tag_ == "VBN":
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "ROOT", "amod", "relcl", "ccomp", "conj", "dep", "xcomp") and not any(
        c.dep_ == "dobj" for c in verb.children
    )


def subject(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject of ``verb``, its own or the one it shares; empty where there is none."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj") and c.pos_ != "VERB"]
    if own:
        if own[0].lower_ in _RELATIVE and (antecedent := _antecedent(verb)) is not None:
            return [antecedent]
        return conjuncts(own[0])
    if depth > _DEEPEST or verb.head == verb:
        return []
    head = verb.head
    if verb.dep_ in ("acl", "relcl"):
        return conjuncts(head) if head.pos_ in NOUNS else []
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return subject(head, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp") and not any(c.dep_ == "mark" for c in verb.children):
        objects = [c for c in head.children if c.dep_ in ("dobj", "iobj", "dative") and c.i < verb.i]
        return conjuncts(objects[0]) if objects and verb.dep_ == "xcomp" else subject(head, depth + 1)
    if verb.dep_ in ("advcl", "xcomp", "parataxis", "dep"):
        return subject(head, depth + 1)
    if verb.dep_ in ("pcomp", "prep", "agent"):
        governor = head.head
        for _ in range(_DEEPEST):
            if governor.pos_ in ("VERB", "AUX") or governor.head == governor:
                break
            governor = governor.head
        return subject(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else []
    return []


def _antecedent(verb: Token) -> Token | None:
    """The noun a relative clause belongs to, from any verb of the clause."""
    step = verb
    for _ in range(_DEEPEST):
        if step.dep_ == "relcl":
            return step.head
        if step.head == step or step.dep_ not in ("conj", "xcomp", "ccomp", "advcl"):
            return None
        step = step.head
    return None


def _by(verb: Token) -> list[Token]:
    found: list[Token] = []
    if verb.pos_ == "NOUN":  # "the detention of the perpetrators by X": parsers hang "by" on the nearest noun
        for of in verb.children:
            if of.lower_ == "of" and of.dep_ == "prep":
                found += [n for p in of.children for b in p.children if b.lower_ == "by" for n in _pobj(b)]
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found += [n for p in child.children if p.dep_ == "pobj" for n in conjuncts(p)]
    return found


def _direct_object(verb: Token) -> list[Token]:
    found = [n for c in verb.children if c.dep_ in ("dobj", "dative", "oprd") and c.pos_ in NOUNS for n in conjuncts(c)]
    if found:
        if found[0].lower_ in _RELATIVE and (antecedent := _antecedent(verb)) is not None:
            return [antecedent]
        return found
    shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i - verb.i < 4]
    for verb_beside in shared:  # "attacked and burned the village": the object stands with the last verb
        if not is_passive(verb_beside) and (found := _direct_object(verb_beside)):
            return found
    return []


def prepositional(trigger: Token, names: frozenset[str]) -> list[Token]:
    """The nouns after one of the prepositions ``names``: of the trigger itself, else of its object or complement.

    What follows "is active" may hang on "is".
    """
    near = _after_preposition(trigger, names)
    if not near and trigger.dep_ in ("acomp", "attr", "advmod") and trigger.head.pos_ == "AUX":
        near = [t for t in _after_preposition(trigger.head, names) if t.i > trigger.i]
    if near:
        return near
    for child in trigger.children:
        if child.i > trigger.i and child.dep_ in (
            "dobj",
            "attr",
            "acomp",
            "oprd",
            "prt",
            "xcomp",
            "nsubjpass",
            "advmod",
            "prep",
        ):
            found = _after_preposition(child, names)
            if not found and child.dep_ == "prep":
                found = [n for p in child.children if p.dep_ == "pobj" for n in _after_preposition(p, names)]
            if found:
                return found
    if names <= _LOOSE:
        for token in trigger.subtree:
            if token.i > trigger.i and token.lower_ in names and token.dep_ == "prep" and (found := _pobj(token)):
                return found
    return []


def _pobj(preposition: Token) -> list[Token]:
    return [n for p in preposition.children if p.dep_ == "pobj" for n in conjuncts(p)]


def _after_preposition(token: Token, names: frozenset[str]) -> list[Token]:
    found: list[Token] = []
    for child in token.children:
        if child.lower_ not in names or child.dep_ not in ("prep", "agent", "dative", "mark", "aux", "conj"):
            continue
        nouns = [p for p in child.children if p.dep_ == "pobj"]
        if not nouns:  # "against and within X": the noun stands with the second preposition
            nouns = [p for c in child.children if c.dep_ == "conj" for p in c.children if p.dep_ == "pobj"]
        for noun in nouns:
            if noun.lower_ in _RELATIVE:
                verb = token if token.pos_ in ("VERB", "AUX") else token.head
                antecedent = _antecedent(verb)
                found += [antecedent] if antecedent is not None else []
            else:
                found += conjuncts(noun)
    return found


def fill(trigger: Token, place: str) -> list[Token]:
    """The tokens at ``place`` of ``trigger``, heads of their phrases, in order; empty where there are none."""
    if place.startswith("prep:"):
        return prepositional(trigger, frozenset(place[5:].split("|")))
    return list(_PLACES[place](trigger))


def _logical_subject(trigger: Token) -> list[Token]:
    if trigger.pos_ not in ("VERB", "AUX"):
        return _noun_subject(trigger)
    return _by(trigger) if is_passive(trigger) else subject(trigger)


def _noun_subject(noun: Token) -> list[Token]:
    """Who does what a noun names: "X's attack", "an attack by X", "X carried out an attack"."""
    if found := _by(noun):
        return found
    if found := [n for c in noun.children if c.dep_ == "poss" for n in conjuncts(c)]:
        return found
    head = noun.head
    if noun.dep_ in ("dobj", "attr", "conj", "nsubjpass", "oprd") and head.pos_ in ("VERB", "AUX"):
        return _by(head) if is_passive(head) else subject(head)
    if noun.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX") and head.lower_ in ("in", "for", "with", "to"):
        return subject(head.head)
    return []


def _doer(noun: Token) -> list[Token]:
    """Who does what a noun names, where the sentence says that somebody did it: "X launched an attack"."""
    if found := _by(noun):
        return found
    if found := [n for c in noun.children if c.dep_ == "poss" for n in conjuncts(c)]:
        return found
    step = noun
    while step.dep_ == "conj" and step.head.pos_ == "NOUN":
        step = step.head
    head = step.head
    if step.dep_ == "dobj" and head.lemma_ in _LIGHT_VERBS:
        return subject(head)
    if step.dep_ == "nsubjpass" and head.lemma_ in _LIGHT_VERBS:
        return _by(head)
    if step.dep_ == "attr":  # "the group's first action was a bombing"
        return [n for s in subject(head) for c in s.children if c.dep_ == "poss" for n in conjuncts(c)]
    if step.dep_ == "pobj" and head.lower_ in ("for", "in", "on") and head.head.lemma_ in _TAKING_PART:
        return subject(head.head if head.head.pos_ == "VERB" else head.head.head)
    return []


def _aimed_at(trigger: Token) -> list[Token]:
    """What an attack is said to target, wherever the parser hung it: "an attack …, targeting **X**"."""
    for token in trigger.sent:
        if token.i > trigger.i and token.lower_ == "targeting":
            found = [n for c in token.children if c.dep_ == "dobj" for n in conjuncts(c)]
            inner = [n for t in found for n in _after_preposition(t, frozenset({"between", "of"}))]
            return inner or found
    return []


def _logical_object(trigger: Token) -> list[Token]:
    if trigger.pos_ not in ("VERB", "AUX"):
        return prepositional(trigger, frozenset({"on", "against", "of", "upon", "targeting"}))
    return subject(trigger) if is_passive(trigger) else _direct_object(trigger)


def _grammatical_subject(trigger: Token) -> list[Token]:
    if trigger.pos_ not in ("VERB", "AUX") and trigger.dep_ in ("acomp", "attr", "oprd", "advmod"):
        return subject(trigger.head)
    return subject(trigger)


def _attributes(trigger: Token) -> Iterator[Token]:
    for child in trigger.children:
        if child.dep_ in ("attr", "acomp", "oprd"):
            yield from conjuncts(child)


def _holders(noun: Token) -> Iterator[Token]:
    """Of whom ``noun`` is said: by "is", "became", "as", or by standing beside."""
    step = noun
    while step.dep_ == "conj" and step.head.pos_ in NOUNS:
        step = step.head
    if step.dep_ in ("attr", "oprd", "conj") and step.head.pos_ in ("AUX", "VERB"):
        yield from subject(step.head)  # "X is a group"; "X was allied with Y and part of Z"
    elif step.dep_ == "appos":
        yield step.head
    elif step.dep_ == "pobj" and step.head.lower_ == "as" and step.head.head.pos_ == "VERB":
        verb = step.head.head
        yield from (subject(verb) if is_passive(verb) or not _direct_object(verb) else _direct_object(verb))
    for child in noun.children:
        if child.dep_ == "appos":
            yield from conjuncts(child)


def _prefix(participle: Token) -> list[Token]:
    """What is joined to a participle by a hyphen: "**X**-led"."""
    doc, i = participle.doc, participle.i
    return [doc[i - 2]] if i > 1 and doc[i - 1].text in "-‐‑–" else []


def _whole(participle: Token) -> list[Token]:
    """The noun that a hyphenated participle stands before: "the X-led **coalition**"."""
    if participle.head.i > participle.i and participle.head.pos_ in NOUNS:
        return [participle.head]
    following = participle.doc[participle.i + 1 : participle.i + 5]
    nouns = [t for t in following if t.pos_ in ("NOUN", "PROPN") and t.sent == participle.sent]
    return nouns[:1]


def _said_of(noun: Token) -> Iterator[Token]:
    """What ``noun`` is said to be or consist in: "its goal is **independence**", "the goal of **freeing** Aceh"."""
    step = noun
    while step.dep_ == "conj" and step.head.pos_ in NOUNS:
        step = step.head
    if step.dep_ in ("nsubj", "nsubjpass") and step.head.pos_ in ("AUX", "VERB"):
        for child in step.head.children:
            if child.dep_ in ("attr", "xcomp", "ccomp", "acomp") and child.i > step.i:
                yield child
                yield from (c for c in child.children if c.dep_ == "conj")
            elif child.dep_ == "prep" and child.lower_ == "as":
                yield from (n for p in child.children if p.dep_ in ("pobj", "pcomp") for n in conjuncts(p))
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "as"):
            for part in child.children:
                if part.dep_ in ("pobj", "pcomp"):
                    yield part
                    yield from (c for c in part.children if c.dep_ == "conj")
        elif child.dep_ in ("acl", "relcl") and child.tag_ == "VB":
            yield child
            yield from (c for c in child.children if c.dep_ == "conj")


_PLACES = {
    "doer": _doer,
    "aimed": _aimed_at,
    "said": _said_of,
    "subj": _logical_subject,
    "obj": _logical_object,
    "gsubj": _grammatical_subject,
    "attr": _attributes,
    "holder": _holders,
    "poss": lambda t: [n for c in t.children if c.dep_ == "poss" for n in conjuncts(c)],
    "mod": lambda t: [c for c in t.children if c.dep_ in _MODIFIERS],
    "appos": lambda t: [n for c in t.children if c.dep_ == "appos" for n in conjuncts(c)],
    "head": lambda t: [t.head] if t.dep_ in _MODIFIERS | {"acl", "relcl"} and t.head.pos_ in NOUNS else [],
    "prefix": _prefix,
    "whole": _whole,
    "comp": lambda t: [c for c in t.children if c.dep_ in ("xcomp", "ccomp", "pcomp")],
    "self": lambda t: [t],
}

PLACES = frozenset(_PLACES)
"""All places but those of prepositions."""
