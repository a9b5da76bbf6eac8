-- Registers: the lists against which claims are checked. Their entries are no records: they are kept as their publisher
-- has them, and have no change log. What the fields mean is in docs/trust.md.

-- imports counts the imports, so that an entry which the newest did not name is known.
CREATE TABLE register (
  number       INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  also_called  TEXT NOT NULL,
  kind         INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
  jurisdiction TEXT NOT NULL,
  dated        TEXT NOT NULL,
  link         TEXT NOT NULL,
  origin       TEXT NOT NULL,
  imported_at  INTEGER NOT NULL,
  imports      INTEGER NOT NULL,
  entries      INTEGER NOT NULL
) STRICT;

-- content is the entry as JSON. seen is the last import that named it; withdrawn the date of the first file without it.
CREATE TABLE register_entry (
  register  INTEGER NOT NULL REFERENCES register (number),
  key       TEXT NOT NULL,
  name_key  TEXT NOT NULL,
  content   TEXT NOT NULL,
  seen      INTEGER NOT NULL,
  withdrawn TEXT NOT NULL,
  PRIMARY KEY (register, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX register_entry_by_name ON register_entry (register, name_key) WHERE name_key <> '';
