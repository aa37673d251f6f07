"""Settings come from the environment, with defaults."""

from __future__ import annotations

import pytest

from stemma.config import DEFAULT_MAX_BYTES, DEFAULT_PIPELINE, DEFAULT_STORE, Settings, settings
from stemma.errors import StemmaError


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STEMMA_STORE", "STEMMA_PIPELINE", "STEMMA_MAX_BYTES"):
        monkeypatch.delenv(name, raising=False)


def test_the_defaults() -> None:
    assert settings() == Settings(DEFAULT_STORE, DEFAULT_PIPELINE, DEFAULT_MAX_BYTES)


def test_each_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEMMA_STORE", "postgresql://localhost/claims")
    monkeypatch.setenv("STEMMA_PIPELINE", "en_core_web_md")
    monkeypatch.setenv("STEMMA_MAX_BYTES", "5000")
    assert settings() == Settings("postgresql://localhost/claims", "en_core_web_md", 5000)


def test_an_empty_store_or_pipeline_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEMMA_STORE", "")
    monkeypatch.setenv("STEMMA_PIPELINE", "")
    assert settings() == Settings()


@pytest.mark.parametrize("raw", ["", "0", "000", "-5", "2e7", "20 MB", "1.5", "٣"])
def test_a_limit_that_is_no_number_of_bytes_is_refused(monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    monkeypatch.setenv("STEMMA_MAX_BYTES", raw)
    with pytest.raises(StemmaError, match="STEMMA_MAX_BYTES: expected a whole number of bytes above 0, got"):
        settings()
