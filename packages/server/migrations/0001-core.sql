-- Each statement ends with a line that holds nothing but: two dashes and a semicolon.
-- Every table leads with the office: it is what the data is partitioned and sharded by.
-- Instants are ISO texts in UTC, ordered as bytes: they come from the log and go back into it to the letter.

create table events (
  office_id text collate "C" not null,
  case_id text collate "C" not null,
  seq integer not null check (seq > 0),
  type text not null,
  at text collate "C" not null,
  hash text not null,
  prev_hash text not null,
  -- The event as JSON text, and not jsonb, which would forget how numbers and escapes were written.
  body text not null,
  primary key (office_id, case_id, seq)
)
--;
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$
--;
create function check_chain() returns trigger language plpgsql as $$
declare
  before text;
begin
  if new.seq = 1 then
    before := repeat('0', 64);
  else
    select hash into before from events
      where office_id = new.office_id and case_id = new.case_id and seq = new.seq - 1;
  end if;
  if before is null or before <> new.prev_hash then
    raise exception 'event % of a log does not continue it', new.seq using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$
--;
create trigger events_continue before insert on events for each row execute function check_chain()
--;
create trigger events_stay before update or delete on events for each row execute function refuse_change()
--;
create trigger events_stay_all before truncate on events for each statement execute function refuse_change()
--;
-- The row of the queue; made from the log, and can be made again.
create table cases (
  office_id text collate "C" not null,
  id text collate "C" not null,
  version integer not null,
  state text not null,
  kategori text not null,
  prioritas text,
  petugas_id text,
  pelapor text,
  paket text,
  registered_at text collate "C" not null,
  updated_at text collate "C" not null,
  -- When the limit of its step is reached; '~', which sorts behind every instant, for none.
  due_key text collate "C" not null,
  head text not null,
  body text not null,
  primary key (office_id, id)
)
--;
create index cases_updated on cases (office_id, updated_at, id)
--;
create index cases_registered on cases (office_id, registered_at, id)
--;
create index cases_state_updated on cases (office_id, state, updated_at, id)
--;
create index cases_due on cases (office_id, due_key, id)
--;
create index cases_state_due on cases (office_id, state, due_key, id)
--;
create index cases_pelapor on cases (office_id, pelapor, updated_at, id) where pelapor is not null
--;
create index cases_paket on cases (office_id, paket, updated_at, id) where paket is not null
--;
create index cases_state_registered on cases (office_id, state, registered_at, id)
--;
-- The different words of what can be searched, one a line; apart from the row, for they seldom change and their
-- index is dear to write.
create table case_texts (
  office_id text collate "C" not null,
  case_id text collate "C" not null,
  folded text not null,
  -- Hashes of all groups of three characters, each with its office: any word of three finds its rows by them.
  grams integer[] not null,
  primary key (office_id, case_id)
)
--;
create index case_texts_grams on case_texts using gin (grams)
--;
create table commands (
  office_id text collate "C" not null,
  key text collate "C" not null,
  digest text not null,
  case_id text collate "C" not null,
  first integer not null,
  last integer not null,
  primary key (office_id, key)
)
--;
create table sequences (
  office_id text collate "C" not null,
  name text collate "C" not null,
  value bigint not null,
  primary key (office_id, name)
)
--;
-- What watchers are told. Ordered by transaction: a reader takes those that no running transaction can come before.
create table changes (
  office_id text collate "C" not null,
  xid xid8 not null default pg_current_xact_id(),
  n bigint generated always as identity,
  case_id text collate "C" not null,
  version integer not null,
  at timestamptz not null default now(),
  primary key (office_id, xid, n)
)
--;
create index changes_order on changes (xid, n)
--;
create table attachments (
  office_id text collate "C" not null,
  sha256 text collate "C" not null,
  nama text not null,
  mime text not null,
  size bigint not null,
  created_at timestamptz not null default now(),
  primary key (office_id, sha256)
)
--;
create table attachment_chunks (
  office_id text collate "C" not null,
  sha256 text collate "C" not null,
  n integer not null,
  bytes bytea not null,
  primary key (office_id, sha256, n)
)
--;
-- Which case names which file: a file that no case names is thrown away after a day.
create table attachment_uses (
  office_id text collate "C" not null,
  sha256 text collate "C" not null,
  case_id text collate "C" not null,
  primary key (office_id, sha256, case_id)
)
--;
-- Whose upload it was: the hash of a token, or the desk.
create table attachment_owners (
  office_id text collate "C" not null,
  sha256 text collate "C" not null,
  owner text collate "C" not null,
  primary key (office_id, sha256, owner)
)
--;
-- What opens one case to a member of the public. Only the hash of the token is kept.
create table capabilities (
  office_id text collate "C" not null,
  token_hash text collate "C" not null,
  case_id text collate "C" not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (office_id, token_hash)
)
--;
create index capabilities_case on capabilities (office_id, case_id)
--;
create table accounts (
  office_id text collate "C" not null,
  id text collate "C" not null,
  login text not null,
  name text not null,
  position text,
  role text not null,
  is_admin boolean not null default false,
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (office_id, id)
)
--;
create unique index accounts_login on accounts (office_id, lower(login))
--;
create table sessions (
  office_id text collate "C" not null,
  token_hash text collate "C" not null,
  account_id text collate "C" not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (office_id, token_hash)
)
--;
create index sessions_account on sessions (office_id, account_id)
--;
-- Links that work once: the first administrator, a new account, a forgotten password.
create table invitations (
  office_id text collate "C" not null,
  token_hash text collate "C" not null,
  account_id text collate "C",
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (office_id, token_hash)
)
--;
-- What was done to accounts, by whom.
create table account_log (
  office_id text collate "C" not null,
  n bigint generated always as identity,
  at timestamptz not null default now(),
  actor_id text not null,
  action text not null,
  account_id text not null,
  detail text not null default '',
  primary key (office_id, n)
)
--;
create trigger account_log_stay before update or delete on account_log for each row execute function refuse_change()
--;
create trigger account_log_stay_all before truncate on account_log for each statement execute function refuse_change()
--;
-- Attempts within a window of time, e.g. at a password; shared by all processes.
create table attempts (
  office_id text collate "C" not null,
  subject text collate "C" not null,
  since timestamptz not null,
  count integer not null,
  primary key (office_id, subject)
)
--;
-- Messages that leave the house, written with the event that they tell of.
create table outbox (
  office_id text collate "C" not null,
  id text collate "C" not null,
  case_id text collate "C" not null,
  seq integer not null,
  message_id text not null,
  recipient text not null,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
  attempts integer not null default 0,
  -- While a worker has it, this lies ahead: a worker that dies loses it to the next one.
  due_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (office_id, id)
)
--;
create unique index outbox_event on outbox (office_id, case_id, seq)
--;
create index outbox_due on outbox (due_at) where state = 'waiting'
--;
-- Who has which case open now; forgotten after a minute.
create table presence (
  office_id text collate "C" not null,
  case_id text collate "C" not null,
  holder text collate "C" not null,
  officer_id text not null,
  officer_name text not null,
  until timestamptz not null,
  primary key (office_id, case_id, holder)
)
--;
create table settings (
  office_id text collate "C" not null,
  key text collate "C" not null,
  value text not null,
  primary key (office_id, key)
)
--;
