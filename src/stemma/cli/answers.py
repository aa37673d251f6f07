"""``show``, ``timeline``, ``ledger`` and ``why``: questions to the store."""

from __future__ import annotations

import argparse
from typing import Any

from stemma.cli.options import Commands, add_format, add_min_confidence, add_store, command, store_url
from stemma.errors import NotFound

_SHORTEST_ID = 4
"""From how many characters on a reference is taken for the beginning of an id."""

_EXAMPLES = """examples:
  stemma why 12 --of "Ansar al-Tawhid"                  evidence 12 of its dossier
  stemma why 3fa2b1c9                                   the claim whose id begins so
  stemma why "Ansar al-Tawhid" allied_with "Hurras al-Din"    all that is said for and against it"""


def register(commands: Commands) -> None:
    """Add the commands."""
    show = command(commands, "show", "print the dossier of an entity, each line with its evidence")
    timeline = command(commands, "timeline", "print what happened to an entity, in order of date")
    ledger = command(commands, "ledger", "print where the sources disagree, with themselves or with each other")
    for parser, run in ((show, run_show), (timeline, run_timeline), (ledger, run_ledger)):
        needed: dict[str, Any] = {"nargs": "?"} if parser is ledger else {}
        parser.add_argument("name", metavar="NAME", help="any name of the entity", **needed)
        parser.add_argument("--quotes", action="store_true", help="print the words behind each evidence number")
        add_min_confidence(parser)
        add_store(parser)
        add_format(parser)
        parser.set_defaults(run=run)
    about = "print the words behind a claim, an event or a relation, in their sentence, and who says them"
    why = command(commands, "why", about, epilog=_EXAMPLES)
    help = "an evidence number, the id of a claim or an event, or SUBJECT PREDICATE OBJECT"
    why.add_argument("ref", nargs="+", metavar="REF", help=help)
    why.add_argument("--of", metavar="NAME", help="whose dossier an evidence number is from")
    add_min_confidence(why)
    add_store(why)
    add_format(why)
    why.set_defaults(run=run_why, refuse=why.error)


def run_show(options: argparse.Namespace) -> int:
    """Print the dossier of an entity."""
    from stemma.cli.render.dossier import print_dossier
    from stemma.cli.render.record import as_record
    from stemma.cli.render.screen import Screen

    dossier = _dossier(options)
    if options.format == "json":
        _print_json(as_record(dossier))
    else:
        print_dossier(dossier, Screen(), options.quotes)
    return 0


def run_timeline(options: argparse.Namespace) -> int:
    """Print what happened to an entity, in order of date."""
    from stemma.cli.render.dossier import print_timeline
    from stemma.cli.render.record import as_record
    from stemma.cli.render.screen import Screen

    dossier = _dossier(options)
    if options.format == "json":
        numbers = {n for entry in dossier.entries for n in entry.evidence}
        evidence = [e for e in dossier.evidence if e.number in numbers]
        _print_json({"name": dossier.name, "entries": as_record(dossier.entries), "evidence": as_record(evidence)})
    else:
        print_timeline(dossier, Screen(), options.quotes)
    return 0


def run_ledger(options: argparse.Namespace) -> int:
    """Print the disagreements over one entity, or of the whole store."""
    from stemma.cli.render.dossier import print_ledger
    from stemma.cli.render.ledger import print_whole_ledger
    from stemma.cli.render.record import as_record
    from stemma.cli.render.screen import Screen
    from stemma.query.ledger import Ledger, whole_ledger
    from stemma.store.open import open_store

    if options.name is None:
        with open_store(store_url(options), create=False) as store:
            if options.format == "json":
                _print_json([as_record(ledger) for ledger in whole_ledger(store, options.min_confidence)])
            else:
                print_whole_ledger(whole_ledger(store, options.min_confidence), Screen())
        return 0
    dossier = _dossier(options)
    if options.format == "json":
        numbers = {n for d in dossier.disagreements for side in d.sides for n in side.evidence}
        evidence = tuple(e for e in dossier.evidence if e.number in numbers)
        _print_json(as_record(Ledger(dossier.name, dossier.disagreements, evidence)))
    else:
        print_ledger(dossier, Screen(), options.quotes)
    return 0


def run_why(options: argparse.Namespace) -> int:
    """Print the words behind what is asked about."""
    from stemma.cli.render.progress import working
    from stemma.cli.render.record import as_record
    from stemma.cli.render.screen import Screen
    from stemma.cli.render.why import print_why
    from stemma.pipeline import retrace
    from stemma.query.provenance import why, why_relation
    from stemma.store.open import open_store

    refs, refuse = options.ref, options.refuse
    if len(refs) not in (1, 3):
        refuse("give one reference, or three: SUBJECT PREDICATE OBJECT")
    if options.of is not None and not (len(refs) == 1 and refs[0].isdecimal()):
        refuse("--of goes with an evidence number")
    if len(refs) == 1 and options.of is None and len(refs[0].removeprefix("claim-")) < _SHORTEST_ID:
        refuse(f"{refs[0]!r} is too short for an id; for an evidence number, say whose dossier: --of NAME")
    claims = _claims_of_number(options, int(refs[0])) if options.of is not None else ()
    with open_store(store_url(options), create=False) as store:
        answers = [why_relation(store, *refs)] if len(refs) == 3 else [why(store, ref) for ref in claims or refs]
        asked = [ground.claim for answer in answers if answer.kind != "relation" for ground in answer.grounds]
        with working("reading the document once more"):
            steps = retrace(store, asked)
    if options.format == "json":
        found = {claim: as_record(one) for claim, one in steps.items()}
        _print_json([{**as_record(a), "found": [found.get(g.claim) for g in a.grounds]} for a in answers])
    else:
        screen = Screen()
        for place, answer in enumerate(answers):
            if place:
                screen.line()
            print_why(answer, steps, screen)
    return 0


def _claims_of_number(options: argparse.Namespace, number: int) -> tuple[str, ...]:
    """The claims that rest on evidence ``number`` of a dossier."""
    options.name = options.of
    evidence = _dossier(options).evidence
    if not 1 <= number <= len(evidence):
        raise NotFound(f"the dossier of {options.of!r} has no evidence {number}; it has 1 to {len(evidence)}")
    one = evidence[number - 1]
    if not one.claims:
        raise NotFound(f"no claim rests on evidence {number}, line {one.line} of {one.title!r}: {one.quote!r}")
    claims: tuple[str, ...] = one.claims
    return claims


def _dossier(options: argparse.Namespace) -> Any:
    import sys

    from stemma.cli.render.printable import printable
    from stemma.query.dossier import dossier
    from stemma.query.find import find
    from stemma.store.open import open_store

    with open_store(store_url(options), create=False) as store:
        subject = find(store, options.name)
        for other in subject.namesakes:
            what = printable(f"{other.name} ({other.kind})")
            print(f"stemma: another entity is called so too: {what}", file=sys.stderr)
        return dossier(store, subject, options.min_confidence)


def _print_json(answer: object) -> None:
    from stemma.export.json_text import json_text

    print(json_text(answer, indent=2))
