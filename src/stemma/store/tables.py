"""The tables. Rows are added and never altered, but for ``run.current``, which says what questions are answered from.

Ids are long, so each thing that others point to also has a number ``n``,
private to one database. ``run`` is one reading of one document: by which
extractor, in which structure, with which entities and claims.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

from stemma.store.dialects import KEYED, NUMBERED, Day, Id, Real, only

metadata = MetaData()


def _number() -> Column[int]:
    return Column("n", Integer, primary_key=True)


def _id() -> Column[str]:
    return Column("id", Id, nullable=False, unique=True)


def _of(name: str, *, required: bool = True) -> Column[int]:
    """A column that points to the table of its name."""
    return _to(name, name, required=required)


def _to(name: str, table: str, *, required: bool = True) -> Column[int]:
    return Column(name, ForeignKey(f"{table}.n"), nullable=not required)


def _key_of(name: str) -> Column[int]:
    return Column(name, ForeignKey(f"{name}.n"), primary_key=True)


def _ordinal(*, key: bool = False) -> Column[int]:
    return Column("ordinal", Integer, primary_key=key, nullable=False, autoincrement=False)


def _text(name: str, *, required: bool = True) -> Column[str]:
    return Column(name, Text, nullable=not required)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


stemma_store = Table("stemma_store", metadata, Column("key", Id, primary_key=True), _text("value"), **KEYED)
"""What the database is: the row "schema" holds the version of these tables."""

source = Table("source", metadata, _number(), _id(), _text("title"), _text("publisher"), _text("file_name"), **NUMBERED)

document = Table(
    "document",
    metadata,
    _number(),
    _id(),
    _of("source"),
    _whole("version"),
    _text("sha256"),
    _text("text_sha256"),
    _whole("length"),
    _text("origin"),
    _text("fetched"),
    _text("text"),  # last, so that lists need not walk over it
    UniqueConstraint("source", "version"),
    **NUMBERED,
)

structure = Table(
    "structure",
    metadata,
    _number(),
    _of("document"),
    _text("sha256"),
    _text("title"),
    _text("format"),
    _text("published", required=False),
    _text("body"),
    UniqueConstraint("document", "sha256"),
    **NUMBERED,
)
"""What a reader made of a document: ``body`` holds sections, blocks and infobox as JSON."""

entity = Table("entity", metadata, _number(), _id(), **NUMBERED)

run = Table(
    "run",
    metadata,
    _number(),
    _id(),
    _of("document"),
    _of("structure"),
    _text("extractor"),
    _text("version"),
    _to("about", "entity", required=False),
    _whole("claims"),
    _whole("events"),
    _whole("current"),
    **NUMBERED,
)
"""The last run of a document has the greatest ``n``; ``current`` is 1 for that of the newest version of each source."""
Index("run_document", run.c.document)

run_entity = Table("run_entity", metadata, _key_of("entity"), _key_of("run"), _text("kind"), **KEYED)
Index("run_entity_run", run_entity.c.run)

name = Table(
    "name",
    metadata,
    _key_of("entity"),
    _key_of("run"),
    _ordinal(key=True),
    _text("text"),
    _text("kind"),
    _text("script"),
    Column("name_key", Id),
    **KEYED,
)
"""``name_key`` is null for events: they are found by what they are about, not by name."""
Index("name_by_key", name.c.name_key, **only(name.c.name_key.is_not(None)))

external_id = Table(
    "external_id",
    metadata,
    _key_of("entity"),
    _key_of("run"),
    _ordinal(key=True),
    _text("scheme"),
    _text("value"),
    **KEYED,
)
Index("external_id_value", external_id.c.scheme, external_id.c.value)

claim = Table(
    "claim",
    metadata,
    _number(),
    _id(),
    _of("document"),
    _whole("start"),
    _to("subject", "entity"),
    _text("predicate"),
    _to("object", "entity", required=False),
    _text("literal", required=False),
    _text("date", required=False),
    Column("earliest_start", Day),
    Column("latest_start", Day),
    Column("earliest_end", Day),
    Column("latest_end", Day),
    _text("modality"),
    _text("polarity"),
    _text("speaker", required=False),
    _text("chain"),
    _whole("former"),
    **NUMBERED,
)
"""``start`` is that of the first span; ``chain`` is a JSON list; the four days are those that ``date`` allows."""
_days = (claim.c.earliest_start, claim.c.latest_end, claim.c.latest_start, claim.c.earliest_end)
Index("claim_document", claim.c.document, claim.c.start)
Index("claim_subject", claim.c.subject, claim.c.predicate, *_days, claim.c.object)
Index("claim_object", claim.c.object, claim.c.predicate, *_days, claim.c.subject, **only(claim.c.object.is_not(None)))

span = Table(
    "span",
    metadata,
    _key_of("claim"),
    _ordinal(key=True),
    _whole("start"),
    _whole("end"),
    _text("quote"),
    **KEYED,
)
"""``quote`` is a short hash of the words, by which ``verify`` knows them."""

run_claim = Table(
    "run_claim",
    metadata,
    _key_of("claim"),
    _key_of("run"),
    _ordinal(),
    Column("confidence", Real, nullable=False),
    _text("found_by"),
    **KEYED,
)
Index("run_claim_run", run_claim.c.run, run_claim.c.ordinal)

judgement = Table(
    "judgement",
    metadata,
    _number(),
    _id(),
    Column("about", Id, nullable=False),
    _text("verdict"),
    Column("other", Id),
    _text("made_by"),
    _text("made_at"),
    _text("note"),
    **NUMBERED,
)
Index("judgement_about", judgement.c.about)
Index("judgement_other", judgement.c.other, **only(judgement.c.other.is_not(None)))
