"""Answers as JSON: the data classes of ``stemma.query``, field by field."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any


def as_record(answer: object) -> Any:
    """``answer`` as objects, lists, strings, numbers, booleans and null."""
    if is_dataclass(answer) and not isinstance(answer, type):
        return {field.name: as_record(getattr(answer, field.name)) for field in fields(answer)}
    if isinstance(answer, list | tuple):
        return [as_record(item) for item in answer]
    return answer
