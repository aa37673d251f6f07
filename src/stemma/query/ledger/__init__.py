"""The ledger: where claims cannot all be true, each side with its words and its speaker."""

from stemma.query.ledger.base import Disagreement, Side
from stemma.query.ledger.find import Ledger, disagreements, whole_ledger

__all__ = ["Disagreement", "Ledger", "Side", "disagreements", "whole_ledger"]
