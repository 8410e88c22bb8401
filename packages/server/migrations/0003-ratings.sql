-- The ratings of a day are one row, a list in the order of their text: neither a column nor what the engine notes
-- beside each row (its place, its transaction) tells which rating came when, or which key brought it.
create table ratings (
  office_id text collate "C" not null,
  day text collate "C" not null,
  -- JSON: the values of the survey's form.
  body text not null,
  primary key (office_id, day)
)
--;
-- Hashes of the keys under which somebody has rated.
create table rating_keys (
  office_id text collate "C" not null,
  digest text collate "C" not null,
  primary key (office_id, digest)
)
--;
