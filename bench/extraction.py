"""Words per second: frames alone, and with the network, against the bare pipeline on the same texts in one run."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from rounds import alternate, verdict
from stemma.config import settings
from stemma.documents.read import read_file
from stemma.extract.rules.engine import RulesExtractor
from stemma.model.document import Document

TARGETS = {"frames alone": 0.5, "with the network": 0.3}
"""The share of the bare pipeline's words per second that extraction keeps."""
ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT.parent / "shared" / "data" / "articles"
EXAMPLE = ROOT / "examples" / "ansar-al-tawhid.txt"


def documents(files: list[Path], words: int) -> list[Document]:
    """At most ``words`` words of ``files``, whole documents, over and over if they are fewer than ``words``.

    A first document longer than that is taken whole.
    """
    chosen: list[Document] = []
    total = 0
    read = [read_file(path) for path in files]
    while True:
        before = total
        for document in read:
            length = len(document.text.split())
            if total + length <= words or not chosen:
                chosen.append(document)
                total += length
        if total == before:
            return chosen


def main() -> int:
    """Time both and compare; 1 if the target is missed."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="texts (default: ../shared/data/articles or the example)")
    parser.add_argument("--words", type=int, default=20_000, help="how much to read in a round (default 20000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each (default 5)")
    options = parser.parse_args()
    found = sorted(p for p in ARTICLES.glob("*.txt") if not p.name.endswith(".infobox.txt")) or [EXAMPLE]
    texts = documents(options.files or found, options.words)
    words = sum(len(document.text.split()) for document in texts)

    import spacy

    pipeline = spacy.load(settings().pipeline)
    extractors = {"frames alone": RulesExtractor(network=None), "with the network": RulesExtractor()}

    # Paragraph by paragraph: whole documents would slow the bare pipeline down and flatter us.
    paragraphs = [p for document in texts for p in document.text.split("\n") if p.strip()]

    def parse() -> None:
        for _ in pipeline.pipe(paragraphs):
            pass

    print(f"{words:,} words in {len(texts)} documents, medians of {options.rounds} rounds")
    missed = 0
    for name, extractor in extractors.items():

        def extract(extractor: RulesExtractor = extractor) -> None:
            for _ in extractor.extract_all(texts):
                pass

        list(extractor.extract_all(texts[:1]))  # loads its pipeline, frames and network
        extracting, parsing = alternate(extract, parse, options.rounds)
        print(f"{name:18} {words / extracting:8,.0f} words/s")
        print(f"bare pipeline      {words / parsing:8,.0f} words/s  ({settings().pipeline})")
        print(f"ratio              {parsing / extracting:8.2f}")
        missed |= verdict(parsing / extracting >= TARGETS[name], f"at least {TARGETS[name]:g} of the bare pipeline")
    return missed


if __name__ == "__main__":
    sys.exit(main())
