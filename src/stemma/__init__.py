"""Stemma: dated, attributed claims about armed groups, each tied to the words that say it."""

__version__ = "0.1.0"
