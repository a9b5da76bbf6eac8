-- Version 4: which records of several sources are one site.

-- A site of several records: the ids of its members, the most trusted first. Its id is that of the leader, whose place is
-- 0. Members stand in "record" as before; one that is not the leader is hidden as long as the leader stands.
CREATE TABLE site_group (
  member TEXT PRIMARY KEY,
  leader TEXT NOT NULL,
  place  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX site_group_by_leader ON site_group (leader, place);

-- Pairs that a person should look at. Of two ids the smaller is a.
CREATE TABLE match_doubt (
  a     TEXT NOT NULL,
  b     TEXT NOT NULL,
  score INTEGER NOT NULL,
  why   TEXT NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

-- What the operator has decided.
CREATE TABLE match_decision (
  a      TEXT NOT NULL,
  b      TEXT NOT NULL,
  is_one INTEGER NOT NULL CHECK (is_one IN (0, 1)),
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

-- The operator's order of trust, the most trusted at place 0. Sources that are not here come after those, by name.
CREATE TABLE source_trust (
  source TEXT PRIMARY KEY,
  place  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The revision up to which groups and doubts are worked out; no row when they have to be anew.
CREATE TABLE matched (
  revision INTEGER NOT NULL
) STRICT;
