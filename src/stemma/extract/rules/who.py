"""Who is meant: a noun phrase, a pronoun or "the group" turned into members of the cast."""

from __future__ import annotations

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.cast import Cast, Referent
from stemma.extract.rules.discourse import Discourse, Party
from stemma.extract.rules.grammar import apposed, conjuncts, prepositional, subject
from stemma.extract.rules.home import body_of_state
from stemma.extract.rules.nameless import nameless
from stemma.extract.rules.parse import Parsed

_THINGS = frozenset({"it", "its", "they", "their", "them", "itself", "themselves", "who", "which"})
_MANY = frozenset({"they", "their", "them"})
_PERSONS = frozenset({"he", "his", "him", "she", "her", "himself", "herself"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "these", "those"})
_OF = frozenset({"of", "from", "within", "in"})
_ANY_CONFLICT = frozenset({"conflict", "war", "fighting"})
_DEEPEST = 6
_NEAR = 12
"""How many mentions back "the town" may refer."""


class Who:
    """Resolves the words of one passage."""

    def __init__(self, parsed: Parsed, cast: Cast, discourse: Discourse) -> None:
        self._parsed = parsed
        self._cast = cast
        self._discourse = discourse
        self._known: dict[int, list[Party]] = {}

    def parties(self, token: Token) -> list[Party]:
        """Everybody that the phrase headed by ``token`` means; empty where nobody is, or nobody can be told."""
        if token.i not in self._known:
            self._known[token.i] = []  # a phrase that leads back to itself means nobody
            self._known[token.i] = self._find(token, 0)
        return self._known[token.i]

    def nameless(self, token: Token) -> list[Party]:
        """Those whom the phrase headed by ``token`` means without naming them: "rebel groups", "members"."""
        return nameless(token, self._parsed, self._cast, self._discourse.topic)

    def owners(self, token: Token) -> list[Party]:
        """The organizations that the noun ``token`` belongs to: "**X** commander", "the leader of **X**"."""
        return self._owners(token, 0)

    def nation(self, token: Token) -> list[Party]:
        """The state that an adjective like "American" means."""
        country = lexicon.nationalities().get(token.lower_)
        if country is None:
            return []
        return [Party(self._cast.add(country), token, "nationality", token.lower_)]

    def _find(self, token: Token, depth: int) -> list[Party]:
        mention = self._parsed.mentions.get(token.i)
        if mention is not None:
            noun = mention.described and self._parsed.passage.text[mention.start : mention.end].split()[-1].casefold()
            return [Party(mention.referent, token, "name", noun or "", _is_former(token))]
        if depth > _DEEPEST:
            return []
        if token.pos_ == "PRON" or token.lower_ in _THINGS | _PERSONS:
            return self._pronoun(token)
        if token.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ", "DET", "X"):
            return []
        return self._noun(token, depth)

    def _noun(self, token: Token, depth: int) -> list[Party]:
        """Whom a common noun means: the first of these readings that finds anybody."""
        for reading in (
            self._whole,
            self._beside,
            self._predicated,
            self._owned,
            self._place,
            self._fought,
            self._included,
            self._both,
            self._called,
            self._of_the_state,
            self._fighters,
        ):
            if found := reading(token, depth):
                return found
        return []

    def _whole(self, token: Token, depth: int) -> list[Party]:
        """ "The group as a whole" is the group."""
        as_a_whole = token.lemma_ == "whole" and token.head.lower_ == "as"
        return self._find(token.head.head, depth + 1) if as_a_whole else []

    def _beside(self, token: Token, depth: int) -> list[Party]:
        """Who is named beside a noun: "its leader, **X**"; "a fighter named **X**"; "**X**, a Chechen"."""
        lemma = token.lemma_.casefold()
        named = [p for t in apposed(token) for p in self._find(t, depth + 1)] or self._named(token)
        if (
            named
            and token.i < named[0].token.i
            and (_means_one(token) or len(named) > 1 or all(p.referent.kind != "person" for p in named))
        ):
            return [Party(p.referent, p.token, p.via, lemma, p.former or _is_former(token)) for p in named]
        head = self._parsed.mentions.get(token.head.i) if token.dep_ == "appos" else None
        if head is not None and head.referent.kind == "person":
            return [Party(head.referent, token.head, "name", lemma, _is_former(token))]
        return []

    def _owned(self, token: Token, depth: int) -> list[Party]:
        """The group that its people or things stand for: "**X** fighters", "two of **X**'s commanders"."""
        lemma = token.lemma_.casefold()
        counted = token.pos_ in ("NUM", "DET", "ADJ") or lemma in lexicon.words("groups", "counts_of_people")
        if not counted and lemma not in lexicon.words("groups", "stands_for_group"):
            return []
        owners = self._owners(token, depth) or self._states(token, depth)
        return [Party(p.referent, token, "group", lemma, p.former or _is_former(token)) for p in owners]

    def _called(self, token: Token, depth: int) -> list[Party]:
        """A group by its noun: "the **X** coalition", "the group", "this council"."""
        lemma = token.lemma_.casefold()
        if lemma not in lexicon.words("groups", "organization_nouns"):
            return []
        beside = [
            self._parsed.mentions.get(c.i) for c in token.children if c.dep_ in ("compound", "nmod", "amod", "appos")
        ]
        names = [m.referent for m in beside if m is not None and m.referent.kind == "organization"]
        if names:
            return [Party(names[-1], token, "name", lemma)]
        if any(c.lower_ in _DEFINITE and c.dep_ in ("det", "poss") for c in token.children):
            return self._description(token, lemma)
        return []

    def _of_the_state(self, token: Token, depth: int) -> list[Party]:
        """ "The army": that of the state last spoken of, else of the one that the text is set in."""
        body = body_of_state(token, self._cast, self._discourse.recent)
        return [Party(body, token, "description", token.lemma_.casefold())] if body is not None else []

    def _fighters(self, token: Token, depth: int) -> list[Party]:
        """ "The rebels": whom the text is about, if it does not say whose they are."""
        topic = self._discourse.topic
        if token.lower_ not in lexicon.words("groups", "fighters_of_topic") or topic is None:
            return []
        children = [c for c in token.children if c.dep_ not in ("punct", "relcl")]
        bare = [c.lower_ for c in children] == ["the"]
        return [Party(topic, token, "description", token.lemma_)] if bare and topic.kind == "organization" else []

    def _both(self, token: Token, depth: int) -> list[Party]:
        """ "Both groups", "the two": the last two organizations spoken of; "the latter", "the former": one of them."""
        alone = token.lower_ in ("latter", "former", "two", "both") and token.dep_ not in ("nummod", "amod", "det")
        pair = token.lemma_.casefold() in lexicon.words("groups", "organization_nouns") and any(
            c.lower_ in ("both", "two") for c in token.children
        )
        if not (pair or alone) or any(c.dep_ in ("prep", "relcl", "acl") for c in token.children):
            return []
        if token.lower_ == "two" and not any(c.lower_ == "the" for c in token.children):
            return []
        last: list[Referent] = []
        for referent in self._spoken_of(token):
            if referent.kind == "organization" and referent not in last:
                last.append(referent)
        last = last[1::-1]
        if len(last) < 2:
            return []
        one = {"latter": last[1:], "former": last[:1]}.get(token.lower_, last)
        return [Party(r, token, "description", token.lemma_) for r in one]

    def _fought(self, token: Token, depth: int) -> list[Party]:
        """A conflict by its noun: "the offensive", "this war": the last one spoken of that may be called so."""
        lemma = token.lemma_.casefold()
        if lemma not in lexicon.words("names", "conflict_heads") | lexicon.words("names", "conflict_tails"):
            return []
        if token.tag_ != "NN" or not any(c.lower_ in ("the", "this", "that") for c in token.children):
            return []
        if any(c.dep_ in ("relcl", "acl", "prep", "poss", "compound") for c in token.children):
            return []  # another one, which the sentence itself describes
        for referent in self._spoken_of(token):
            if referent.kind == "conflict" and (lemma in referent.name.casefold() or lemma in _ANY_CONFLICT):
                return [Party(referent, token, "description", lemma)]
        return []

    def _named(self, token: Token) -> list[Party]:
        """ "A fighter named X", "a group known as X"."""
        for child in token.children:
            if child.dep_ == "acl" and child.lemma_ in ("name", "call", "know", "dub"):
                for part in child.subtree:
                    if m := self._parsed.mentions.get(part.i):
                        return [Party(m.referent, part, "name", token.lemma_)]
        return []

    def _place(self, token: Token, depth: int) -> list[Party]:
        """ "The town of X", "X province", "X and Y districts"."""
        parts = lexicon.words("groups", "parts_of_places")
        definite = token.tag_ == "NN" and any(c.lower_ in ("the", "this", "that") for c in token.children)
        if token.lower_ == "country" and definite and self._cast.home is not None:
            bare = all(c.dep_ == "det" for c in token.children)
            return [Party(self._cast.add(self._cast.home), token, "description", "country")] if bare else []
        if token.lemma_.casefold() not in lexicon.words("names", "place_heads") | parts:
            return []
        beside = [t for c in token.children if c.dep_ in ("compound", "nmod", "amod", "appos") for t in conjuncts(c)]
        for tokens in (beside, prepositional(token, _OF)):
            mentions = [(t, self._parsed.mentions.get(t.i)) for t in tokens]
            found = [
                Party(m.referent, t, "name", token.lemma_) for t, m in mentions if m and m.referent.kind == "place"
            ]
            if found:
                return found
        if definite and not beside and token.lemma_.casefold() not in parts:
            for referent in self._spoken_of(token):  # "the town": the place spoken of last
                if referent.kind == "place":
                    return [Party(referent, token, "description", token.lemma_)]
        return []

    def _spoken_of(self, token: Token) -> list[Referent]:
        """Those named shortly before ``token``, the last first: in its sentence, and in those before."""
        here = [m.referent for t in token.sent if t.i < token.i and (m := self._parsed.mentions.get(t.i))]
        return [*reversed(here), *reversed(self._discourse.recent[-_NEAR:])]

    def _included(self, token: Token, depth: int) -> list[Party]:
        """Those named of a plural: "several factions, including X and Y"; "groups such as X"."""
        lists = lexicon.words("groups", "collectives") | lexicon.words("groups", "organization_nouns")
        if token.tag_ not in ("NNS", "NNPS") or token.lemma_.casefold() not in lists:
            return []
        found: list[Party] = []
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("including", "like", "as") and child.i > token.i:
                found += [
                    p
                    for o in child.children
                    if o.dep_ == "pobj"
                    for t in conjuncts(o)
                    for p in self._find(t, depth + 1)
                ]
            elif child.dep_ == "appos":
                found += [p for t in conjuncts(child) for p in self._find(t, depth + 1)]
        return found

    def _predicated(self, token: Token, depth: int) -> list[Party]:
        """Who is called a group here: "**X** was another group that …", "**X**, a group that …"."""
        lemma = token.lemma_.casefold()
        if lemma not in lexicon.words("groups", "organization_nouns") and lemma not in ("one", "offshoot", "splinter"):
            return []
        step = token
        if step.dep_ == "pobj" and step.head.lower_ == "of" and step.head.head.lower_ in ("one", "some"):
            step = step.head.head  # "X is one of the groups that …"
        if step.dep_ == "attr" and step.head.pos_ == "AUX":
            holders = subject(step.head)
        elif step.dep_ == "appos":
            holders = [step.head]
        else:
            return []
        return [
            Party(p.referent, token, "description", token.lemma_)
            for t in holders
            if t.i != token.i
            for p in self._find(t, depth + 1)
        ]

    def _owners(self, token: Token, depth: int) -> list[Party]:
        """The organizations that ``token``'s phrase belongs to: "X fighters", "X's fighters", "fighters of X"."""
        found: list[Party] = []
        for child in token.children:
            if child.dep_ == "poss":
                found += [p for t in conjuncts(child) for p in self._find(t, depth + 1)]
            elif child.dep_ in ("compound", "nmod", "amod", "npadvmod"):
                if child.i in self._parsed.mentions:
                    found += [p for t in conjuncts(child) for p in self._find(t, depth + 1)]
                elif child.lower_ in lexicon.nationalities() and token.lemma_ in lexicon.words(
                    "groups", "described_heads"
                ):
                    found += self.nation(child)
        if not found:
            for noun in prepositional(token, _OF):
                found += self._find(noun, depth + 1)
        return [p for p in found if p.referent.kind == "organization" or p.via == "nationality"]

    def _states(self, token: Token, depth: int) -> list[Party]:
        """The states that "the governments of **X** and **Y**" means."""
        if token.lemma_.casefold() not in lexicon.words("groups", "of_the_state"):
            return []
        nouns = [n for c in token.children if c.dep_ == "poss" for n in conjuncts(c)] or prepositional(token, _OF)
        found = [p for n in nouns for p in self._find(n, depth + 1)]
        return [p for p in found if p.referent.kind == "place" and is_state(p.referent.name)]

    def inside(self, token: Token) -> list[Party]:
        """The organization that a name begins with: "**IRA** Army Council", "**Fatah** Central Committee"."""
        mention = self._parsed.mentions.get(token.i)
        if mention is None or mention.referent.kind != "organization":
            return []
        heads = lexicon.words("names", "organization_heads")
        name = self._parsed.passage.text[mention.start : mention.end]
        words = name.split()
        if name.isupper() or mention.described or words[-1].casefold() not in heads:
            return []
        for i in range(len(words) - 1, 0, -1):
            owner = self._cast.get(" ".join(words[:i]))
            if owner is None or owner is mention.referent or owner.kind != "organization":
                continue
            whole = i > 1 and words[i - 1].casefold() in heads
            abbreviated = words[i - 1].isupper() and len(words[i - 1]) > 2
            if whole or abbreviated or (len(words) - i > 1 and sum(owner.names.values()) > 2):
                return [Party(owner, token, "name")]
        return []

    def unit(self, token: Token) -> list[Party]:
        """A name that says it is a unit, front or other body: "Southern **Front**", not "Khorasan"."""
        mention = self._parsed.mentions.get(token.i)
        if mention is None or mention.described:
            return []
        words = self._parsed.passage.text[mention.start : mention.end].casefold().split()
        return self.parties(token) if words[-1] in lexicon.words("names", "organization_heads") else []

    def _description(self, token: Token, noun: str) -> list[Party]:
        """ "The group", "the council": the topic, or the last one spoken of that is called so."""
        discourse = self._discourse
        if token.tag_ in ("NNS", "NNPS"):
            return []
        generic = noun in lexicon.words("groups", "generic")
        for referent in reversed(discourse.recent):
            if noun in referent.name.casefold().split() and referent.kind == "organization":
                return [Party(referent, token, "description", noun)]
        topic = discourse.topic
        if topic is not None and topic.kind == "organization" and (generic or noun in topic.name.casefold()):
            return [Party(topic, token, "description", noun)]
        return []

    def _pronoun(self, token: Token) -> list[Party]:
        lower = token.lower_
        discourse = self._discourse
        if lower in _PERSONS:
            here = self._earlier(token, "person")
            referent = here or discourse.last_person
            return [Party(referent, token, "pronoun", "person")] if referent is not None else []
        if lower in ("who", "which", "that"):
            return []
        if lower in _MANY and len(discourse.last_subjects) > 1 and not self._earlier(token, "organization"):
            return [Party(r, token, "pronoun", lower) for r in discourse.last_subjects]
        if lower == "its" and token.head.dep_ == "pobj" and token.head.head.lower_ == "as":
            for other in reversed(list(token.sent)):  # "formed the Tigers, with X as its leader"
                mention = self._parsed.mentions.get(other.i)
                if other.i < token.i and mention is not None and mention.referent.kind == "organization":
                    return [Party(mention.referent, token, "pronoun", lower)]
        if lower in _THINGS:
            here = (
                self._earlier(token, "organization")
                if token.dep_ in ("poss", "pobj", "dobj") or token.head.dep_ != "ROOT"
                else None
            )
            for referent in (here, discourse.last_subject, discourse.topic):
                if referent is not None and referent.kind == "organization":
                    return [Party(referent, token, "pronoun", lower)]
        return []

    def _earlier(self, token: Token, kind: str) -> Referent | None:
        """The subject before ``token`` in its sentence, if it is of this kind."""
        for other in token.sent:
            if other.i >= token.i:
                return None
            if other.dep_ in ("nsubj", "nsubjpass") and other.lower_ not in _THINGS | _PERSONS:
                for party in self.parties(other):
                    if party.referent.kind == kind:
                        return party.referent
        return None


def is_state(name: str) -> bool:
    """Whether ``name`` is a country's."""
    return name.casefold().removeprefix("the ") in lexicon.countries()


def _means_one(token: Token) -> bool:
    """Whether a noun means one person, so that a name beside it is that person's."""
    lemma = token.lemma_.casefold()
    people = lexicon.words("groups", "person_nouns") | lexicon.words("names", "person_titles")
    return token.tag_ == "NN" or lemma in people


def _is_former(token: Token) -> bool:
    return any(
        c.lower_ in ("former", "ex", "then", "onetime", "former-", "previous", "late")
        for c in token.children
        if c.i < token.i
    )
