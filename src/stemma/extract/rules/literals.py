"""Literals: the words of a phrase, without its articles and hangers-on."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from stemma.extract.rules.parse import Parsed

_CUT = frozenset(
    {"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "ccomp", "parataxis", "mark", "preconj", "prep", "predet"}
)
_KEPT_PREPOSITIONS = frozenset({"of", "against", "for", "to"})
LONGEST = 120
"""The longest literal, in code points; longer ones are cut at a word."""


def phrases(tokens: list[Token], parsed: Parsed, keep_all: bool = False) -> Iterator[tuple[str, list[Token]]]:
    """The phrase of each token, with the tokens it is made of; verbs are taken with all that depends on them."""
    for token in tokens:
        whole = keep_all or token.pos_ in ("VERB", "AUX")
        kept = _verb_phrase(token) if whole else _noun_phrase(token)
        while kept and (
            kept[0].pos_ in ("DET", "CCONJ", "PUNCT")
            or kept[0].dep_ in ("poss", "case")
            or kept[0].lower_ in ("to", "various", "several", "other")
        ):
            kept = kept[1:]
        while kept and kept[-1].pos_ in ("PUNCT", "CCONJ"):
            kept = kept[:-1]
        if kept:
            text = " ".join(parsed.words(kept).split())
            yield (text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0]), kept


def _noun_phrase(head: Token) -> list[Token]:
    kept = [head]
    for child in head.children:
        if child.dep_ in _CUT and not (
            child.dep_ == "prep" and child.lower_ in _KEPT_PREPOSITIONS and child.i > head.i
        ):
            continue
        if child.dep_ == "prep":
            kept += [
                t
                for t in child.subtree
                if not any(a.dep_ in ("relcl", "acl") for a in (t, *t.ancestors) if child.is_ancestor(a))
            ]
        else:
            kept += list(child.subtree)
    return _run(sorted(kept, key=lambda t: t.i), head)


def _verb_phrase(head: Token) -> list[Token]:
    kept = []
    for token in head.subtree:
        branch = _branch(token, head)
        if (
            branch is not None
            and branch.dep_ in ("conj", "cc", "punct", "nsubj", "aux", "advcl", "mark")
            and branch.i != head.i
        ):
            continue
        kept.append(token)
    return _run(kept, head)


def _branch(token: Token, head: Token) -> Token | None:
    step = token
    while step.i != head.i and step.head.i != head.i:
        step = step.head
    return step if step.i != head.i else None


def _run(tokens: list[Token], head: Token) -> list[Token]:
    """The tokens without gaps around ``head``: a phrase is quoted whole or not at all."""
    indices = {t.i for t in tokens}
    first = last = head.i
    while first - 1 in indices:
        first -= 1
    while last + 1 in indices:
        last += 1
    return [t for t in tokens if first <= t.i <= last]
