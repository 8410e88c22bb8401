-- Cases whose logs somebody has changed, as far as has been looked: a queue counts them without reading a log.
create table damaged_logs (
  office_id text collate "C" not null,
  case_id text collate "C" not null,
  found_at timestamptz not null default now(),
  primary key (office_id, case_id)
)
--;
-- Watchers are told of what was found, too, although the case has not moved on.
alter table changes add column damaged boolean not null default false
