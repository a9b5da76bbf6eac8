-- Version 3: what the last import of each source changed, so that it can be undone.

-- Where the source stood before its last import: what came later has a greater revision. The other columns are those of
-- the source as they were.
CREATE TABLE undo_point (
  source        INTEGER PRIMARY KEY REFERENCES source (number),
  from_revision INTEGER NOT NULL,
  origin        TEXT NOT NULL,
  format        TEXT NOT NULL,
  licence       TEXT NOT NULL,
  attribution   TEXT NOT NULL,
  imported_at   INTEGER NOT NULL
) STRICT;

-- Records as they were before that import, those that it changed, retired or replaced. What it added has no row here:
-- such records are those of a later revision.
CREATE TABLE undo_record (
  source  INTEGER NOT NULL,
  number  INTEGER NOT NULL,
  kind    INTEGER NOT NULL,
  owner   INTEGER NOT NULL,
  key     TEXT NOT NULL,
  id      TEXT NOT NULL,
  content TEXT NOT NULL,
  retired INTEGER NOT NULL,
  PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;
