"""The parse: names and dates stand as single words, and every word leads back to its place in the text."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import spacy
from prose import Read, parsed, prose

from stemma.config import DEFAULT_PIPELINE
from stemma.errors import ExtractionError
from stemma.extract.rules.engine import RulesExtractor
from stemma.extract.rules.parse import default_pipeline, parse, pipeline, recognise
from stemma.extract.rules.text import passages

TEXT = "On 5 May 2018, the Hurras al-Din-led Rouse the Believers Operations Room left  Sarmin."


def shown(reading: Read) -> list[str]:
    """The passage's own words of each token."""
    text = reading.parsed.passage.text
    return [text[start:end] for start, end in reading.parsed.places]


def test_names_and_dates_are_single_words() -> None:
    reading = parsed(TEXT)
    words = shown(reading)
    assert "5 May 2018" in words
    assert "Hurras al-Din" in words
    assert [words[i] for i in reading.parsed.dates] == ["5 May 2018"]
    assert reading.parsed.dates[words.index("5 May 2018")].value == "2018-05-05"
    assert reading.parsed.mentions[words.index("Hurras al-Din")].referent.name == "Hurras al-Din"


def test_a_hyphen_after_a_name_is_a_word_of_its_own() -> None:
    reading = parsed(TEXT)
    words = shown(reading)
    at = words.index("Hurras al-Din")
    assert words[at : at + 3] == ["Hurras al-Din", "-", "led"]


def test_a_missing_hyphen_is_put_in_but_stands_for_the_space() -> None:
    reading = parsed("It joined a Fatah led alliance in a government held enclave.")
    doc = [t.text for t in reading.parsed.doc]
    assert doc[doc.index("led") - 1] == "-"
    assert doc[doc.index("held") - 1] == "-"
    spaces = [reading.parsed.passage.text[s:e] for s, e in reading.parsed.places if e - s == 1]
    assert spaces.count(" ") == 2


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "A",
        "  (Hamas)   left. ",
        "On 5 May 2018 Boko Haram attacked Maiduguri on Monday, 7 May.",
        "أنصار التوحيد (Ansar al-Tawhid) 2018–2025",
        "Hamas-Fatah talks; Hamas–led—see 2018/19.",
    ],
)
def test_places_lead_back_to_the_text_in_order(text: str) -> None:
    reading = parsed(text)
    text, places = reading.parsed.passage.text, reading.parsed.places
    assert len(places) == len(reading.parsed.doc)
    assert all(0 <= start < end <= len(text) for start, end in places)
    starts = [start for start, _ in places]
    assert starts == sorted(starts)
    mapped = reading.parsed.mentions.keys() | reading.parsed.dates.keys()
    for token, (start, end) in zip(reading.parsed.doc, places, strict=True):
        if token.i not in mapped and text[start:end].strip():
            assert token.text in (text[start:end], "-", ",")


def test_the_words_of_tokens_are_the_passages_own() -> None:
    reading = parsed(TEXT)
    assert reading.parsed.words(reading.parsed.doc[-3:-1]) == "left  Sarmin"
    assert reading.parsed.extent(reading.parsed.doc) == (0, len(TEXT))


def test_sentences() -> None:
    assert len(parsed("Hamas left. Fatah stayed.").parsed.sentences()) == 2


def test_nothing_to_parse() -> None:
    assert list(parse(default_pipeline(), [], [], [])) == []
    assert recognise(default_pipeline(), []) == []


def test_the_recogniser_finds_names() -> None:
    texts = list(passages(prose("Joseph Kony lived in London.")))
    (labels,) = recognise(default_pipeline(), texts)
    assert (22, 28, "GPE") in list(labels) or (21, 27, "GPE") in list(labels)


@pytest.mark.parametrize("name", ["no_such_pipeline", "/no/such/folder", "no-such-pipeline", ""])
def test_a_pipeline_that_is_not_there(name: str) -> None:
    with pytest.raises(ExtractionError, match=r"cannot be loaded.*STEMMA_PIPELINE") as refused:
        pipeline(name)
    assert repr(name) in str(refused.value)
    assert refused.value.exit_code == 4


def test_a_package_that_is_no_pipeline() -> None:
    with pytest.raises(ExtractionError, match="'json' cannot be loaded"):
        pipeline("json")


def test_a_pipeline_without_a_parser(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ExtractionError, match="has no lemmatizer, parser, tagger"):
        pipeline(str(tmp_path))


def test_another_pipeline_by_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    own, package = default_pipeline(), ModuleType("another_pipeline")
    package.load = lambda: own  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "another_pipeline", package)
    monkeypatch.setenv("STEMMA_PIPELINE", "another_pipeline")
    assert default_pipeline() is own
    assert pipeline("another_pipeline") is own


def test_a_pipeline_without_a_recogniser_is_enough() -> None:
    nlp = import_module(DEFAULT_PIPELINE).load(exclude=["ner"])
    document = prose("The Dawn Division is part of the Army of Glory.")
    (claim,) = RulesExtractor(nlp, network=None).extract(document).claims
    assert claim.predicate == "part_of"


def test_the_setting_is_heard_when_the_engine_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEMMA_PIPELINE", "no_such_pipeline")
    with pytest.raises(ExtractionError, match="no_such_pipeline"):
        RulesExtractor().extract(prose("Hamas left."))
