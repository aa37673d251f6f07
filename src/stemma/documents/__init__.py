"""Readers: one per format, each turning the bytes of a file into a document."""
