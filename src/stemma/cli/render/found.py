"""How a claim was found: the rule that found it, and what each of its words was taken to mean."""

from __future__ import annotations

from rich.text import Text

from stemma.cli.render.screen import Screen
from stemma.extract.trace import Rule, Step
from stemma.pipeline import Retraced

_COLUMN = 14
_INDENT = 2


def print_found(found: Retraced, screen: Screen) -> None:
    """Print the rule with its own lines, and each step: the words, what they gave, and by what."""
    screen.line()
    screen.line(screen.text(("How it was found", "heading")), _INDENT)
    if found.trace is None:
        screen.line(screen.text((f"This cannot be shown: {found.problem}.", "quiet")), _INDENT, _INDENT)
        return
    _print_rule(found.trace.rule, screen)
    for step in found.trace.steps:
        because = [(screen.text((_reason(step), "quiet")), 0)]
        screen.block(screen.text((step.what, "label")), [(_gave(step, screen), 0), *because], _INDENT, _COLUMN)


def _print_rule(rule: Rule, screen: Screen) -> None:
    where = f"{rule.file}, line {rule.line}" if rule.file else ""
    told = ", ".join(part for part in (rule.id, rule.says) if part)
    texts = [(screen.text((told, "count"), (f"  {where}" if where else "", "quiet")), 0)]
    texts += [
        (screen.text((line.strip(), "quiet")), len(line) - len(line.lstrip())) for line in rule.source.splitlines()
    ]
    if rule.kind == "frame" and not rule.words:
        texts.append((screen.text(("it did not fire again in this sentence", "quiet")), 0))
    screen.block(screen.text((rule.kind, "label")), texts, _INDENT, _COLUMN)


def _gave(step: Step, screen: Screen) -> Text:
    return screen.text(*([f"“{step.words}” → "] if step.words else []), (step.gives, "count"))


def _reason(step: Step) -> str:
    return f"by {step.by}" + (f": {step.because}" if step.because else "")
