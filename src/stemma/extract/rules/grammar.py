"""The grammar of a clause: subjects and objects however the sentence is turned, and what stands after prepositions."""

from __future__ import annotations

from spacy.tokens import Token

from stemma.extract.rules import lexicon

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
_LOOSE = frozenset({"at", "against"})
"""Prepositions of a target, which parsers hang on the wrong noun: looked for anywhere below the trigger."""
DATE_WORDS = ("Monday", "2004")
"""The words that stand for dates in a parse."""
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


def apposed(noun: Token) -> list[Token]:
    """The nouns set beside ``noun``: "its leader, **X**", "its wing **X**", "three units, **X** and **Y**"."""
    found = [n for c in noun.children if c.dep_ == "appos" for n in conjuncts(c)]
    if found or noun.pos_ != "NOUN":
        return found
    for child in noun.children:  # parsers take "units, X and Y" for a list of three
        if child.dep_ == "conj" and child.pos_ == "PROPN" and noun.tag_ == "NNS":
            between = [t for t in noun.doc[noun.i + 1 : child.i] if t.pos_ != "DET"]
            if [t.text for t in between] == [","]:
                return conjuncts(child)
    if noun.i + 1 < len(noun.doc):
        following = noun.doc[noun.i + 1]  # "after its wing X was admitted"
        if following.pos_ == "PROPN" and following.dep_ in ("nsubj", "nsubjpass") and following.sent == noun.sent:
            return conjuncts(following)
    return []


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
        return [*conjuncts(own[0]), *_companions(own[0]), *_companions(verb)]
    if beside := _beside_a_date(verb):
        return beside
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
        objects = [c for c in governor.children if c.dep_ == "dobj"]
        if objects and governor.lemma_ in lexicon.words("verbs", "of_their_object"):
            return conjuncts(objects[0])
        return subject(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else []
    return []


def _beside_a_date(verb: Token) -> list[Token]:
    """The subject that a parser takes for an apposition to a date: "On Monday, **X**, its leader, was killed"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return []
    for child in verb.children:
        if child.dep_ == "prep" and child.i < verb.i:
            for date in child.children:
                if date.dep_ == "pobj" and date.text in DATE_WORDS:
                    found = [n for c in date.children if c.dep_ == "appos" and c.pos_ in NOUNS for n in conjuncts(c)]
                    if found:
                        return found
    return []


def _companions(word: Token) -> list[Token]:
    """Who is said to do it with the subject: "X, along with **Y**, joined Z"."""
    found: list[Token] = []
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ in ("along", "together", "alongside"):
            withs = [c for c in child.children if c.lower_ == "with" and c.dep_ == "prep"]
            found += [n for p in withs or [child] for n in nouns_after(p)]
    return found


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


def agents(verb: Token) -> list[Token]:
    """The nouns after the "by" of a passive verb, or of a noun that names a deed."""
    found: list[Token] = []
    if verb.pos_ == "NOUN":  # "the detention of the perpetrators by X": parsers hang "by" on the nearest noun
        for of in verb.children:
            if of.lower_ == "of" and of.dep_ == "prep":
                found += [n for p in of.children for b in p.children if b.lower_ == "by" for n in nouns_after(b)]
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found += [n for p in child.children if p.dep_ == "pobj" for n in conjuncts(p)]
    if not found and verb.tag_ == "VBN":  # "funded, trained and armed by X": who does it stands with the last verb
        for beside in verb.children:
            if (
                beside.dep_ in ("conj", "advcl")
                and beside.tag_ == "VBN"
                and 0 < beside.i - verb.i < 5
                and not any(c.dep_ in ("nsubj", "nsubjpass", "dobj", "mark", "advmod") for c in beside.children)
            ):
                found += agents(beside)
    return found


def direct_object(verb: Token) -> list[Token]:
    """The objects of an active verb, its own or those it shares with a verb joined to it."""
    found = [n for c in verb.children if c.dep_ in ("dobj", "dative", "oprd") and c.pos_ in NOUNS for n in conjuncts(c)]
    if found:
        if found[0].lower_ in _RELATIVE and (antecedent := _antecedent(verb)) is not None:
            return [antecedent]
        return found
    shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i - verb.i < 4]
    for verb_beside in shared:  # "attacked and burned the village": the object stands with the last verb
        if not is_passive(verb_beside) and (found := direct_object(verb_beside)):
            return found
    return []


def prepositional(trigger: Token, names: frozenset[str]) -> list[Token]:
    """The nouns after one of the prepositions ``names``: of the trigger itself, else of its object or complement.

    What follows "is active" may hang on "is".
    """
    near = after_preposition(trigger, names)
    if not near and trigger.dep_ in ("acomp", "attr", "advmod") and trigger.head.pos_ == "AUX":
        near = [t for t in after_preposition(trigger.head, names) if t.i > trigger.i]
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
            "agent",
        ):
            found = after_preposition(child, names)
            if not found and child.dep_ in ("prep", "agent"):
                found = [n for p in child.children if p.dep_ == "pobj" for n in after_preposition(p, names)]
            if found:
                return found
    if names <= _LOOSE:
        for token in trigger.subtree:
            if token.i > trigger.i and token.lower_ in names and token.dep_ == "prep" and (found := nouns_after(token)):
                return found
    return []


def nouns_after(preposition: Token) -> list[Token]:
    """The nouns that ``preposition`` governs."""
    return [n for p in preposition.children if p.dep_ == "pobj" for n in conjuncts(p)]


def after_preposition(token: Token, names: frozenset[str]) -> list[Token]:
    """The nouns after one of the prepositions ``names`` that hang on ``token``, relative pronouns resolved."""
    found: list[Token] = []
    for child in token.children:
        if child.lower_ not in names or child.dep_ not in ("prep", "agent", "dative", "mark", "aux", "conj"):
            continue
        nouns = [p for p in child.children if p.dep_ == "pobj"]
        if not nouns:  # "against and within X": the noun stands with the second preposition
            nouns = [p for c in child.children if c.dep_ == "conj" for p in c.children if p.dep_ == "pobj"]
        else:  # "from Libya and from X"
            nouns += [
                p
                for c in child.children
                if c.dep_ == "conj" and c.lower_ in names
                for p in c.children
                if p.dep_ == "pobj"
            ]
        for noun in nouns:
            if noun.lower_ in _RELATIVE:
                verb = token if token.pos_ in ("VERB", "AUX") else token.head
                antecedent = _antecedent(verb)
                found += [antecedent] if antecedent is not None else []
            else:
                found += conjuncts(noun)
    return found
