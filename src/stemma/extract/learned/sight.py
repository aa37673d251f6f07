"""A passage as the network sees it, with what is needed to judge its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.extract.learned.names import Span
from stemma.extract.learned.network import Network, Read
from stemma.extract.rules.cast import Referent


@dataclass(frozen=True, slots=True)
class Sight:
    """``read`` is the passage read by ``network``, ``literals`` what it found there, ``subject`` the document's."""

    network: Network
    read: Read
    literals: Sequence[Span]
    subject: Referent | None
