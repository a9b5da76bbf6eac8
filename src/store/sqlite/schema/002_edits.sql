-- Version 2: what the operator edits by the API stands over what a source says of the same site. covered: 1 for a
-- record of a source that such an edit hides; it goes on being imported, and nobody sees it.
ALTER TABLE record ADD COLUMN covered INTEGER NOT NULL DEFAULT 0 CHECK (covered IN (0, 1));

-- One record of a site is seen: the edit, where there is one.
DROP INDEX site_by_id;
CREATE UNIQUE INDEX site_by_id ON record (id) WHERE kind = 0 AND covered = 0;

DROP INDEX record_standing;
CREATE INDEX record_standing ON record (source, kind) WHERE retired = 0 AND covered = 0;
