"""JSON that a terminal does not obey."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from stemma.export.json_text import json_text


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_it_means_the_same(value: object) -> None:
    assert json.loads(json_text(value)) == value


@given(st.text(st.characters()))
def test_no_control_or_direction_is_left(text: str) -> None:
    shown = json_text(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") or unicodedata.bidirectional(c) in _TURNING]


def test_readable_text_stays_readable() -> None:
    assert json_text({"a": "أنصار – é"}) == '{"a": "أنصار – é"}'
    assert json_text("\x9b31m\u202e\U000e0041") == '"\\u009b31m\\u202e\\udb40\\udc41"'


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
