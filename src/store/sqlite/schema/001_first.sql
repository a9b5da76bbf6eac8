-- Version 1 of the store. What the fields of a record mean is in docs/data-model.md.

-- Where records come from. imported_at counts seconds since 1970.
CREATE TABLE source (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  origin      TEXT NOT NULL,
  format      TEXT NOT NULL,
  licence     TEXT NOT NULL,
  attribution TEXT NOT NULL,
  imported_at INTEGER NOT NULL
) STRICT;

-- Every record that ever stood. kind: 0 site, 1 practitioner, 2 claim. key is its name within its source. id is the
-- record's own, or, for a claim, that of the site or practitioner of whom it speaks. content is the record as JSON.
-- revision is that of its last change.
CREATE TABLE record (
  number   INTEGER PRIMARY KEY,
  kind     INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
  source   INTEGER NOT NULL REFERENCES source (number),
  key      TEXT NOT NULL,
  id       TEXT NOT NULL,
  content  TEXT NOT NULL,
  retired  INTEGER NOT NULL CHECK (retired IN (0, 1)),
  revision INTEGER NOT NULL,
  UNIQUE (source, kind, key)
) STRICT;

CREATE UNIQUE INDEX site_by_id ON record (id) WHERE kind = 0;
CREATE UNIQUE INDEX practitioner_by_id ON record (id) WHERE kind = 1;
CREATE INDEX claim_by_subject ON record (id) WHERE kind = 2;

-- Counts what stands, and finds what an import did not name.
CREATE INDEX record_standing ON record (source, kind) WHERE retired = 0;

-- Who works where. The site need not exist: practitioners may be imported first.
CREATE TABLE work (
  site_id      TEXT NOT NULL,
  practitioner INTEGER NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  PRIMARY KEY (site_id, practitioner)
) STRICT, WITHOUT ROWID;

CREATE INDEX work_by_practitioner ON work (practitioner);

-- One row for each change, in the order in which they were made.
CREATE TABLE change_log (
  revision INTEGER PRIMARY KEY,
  kind     INTEGER NOT NULL,
  id       TEXT NOT NULL,
  retired  INTEGER NOT NULL
) STRICT;
