"""What every extractor can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from stemma.model.document import Document
from stemma.model.extraction import Extraction


class Extractor(Protocol):
    """Reads documents. ``name`` and ``version`` are kept with every claim it makes."""

    @property
    def name(self) -> str:
        """What it is called in the table of extractors."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever it may read the same document differently."""
        ...

    def extract(self, document: Document) -> Extraction:
        """Everything ``document`` says that the vocabulary has words for, each with its spans."""
        ...

    def extract_all(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """``extract`` for many documents, in their order."""
        ...
