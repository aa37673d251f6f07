"""Dates in English text: where they stand, what day they mean, and what is said of it."""

from stemma.extract.rules.dates.mention import DateMention
from stemma.extract.rules.dates.story import StoryTime

__all__ = ["DateMention", "StoryTime"]
