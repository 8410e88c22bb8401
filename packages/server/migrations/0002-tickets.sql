-- A ticket as it is looked up: without blanks, in capitals.
alter table cases add column tiket_key text collate "C"
--;
update cases set tiket_key = upper(regexp_replace(body::json ->> 'tiket', '\s', '', 'g'))
--;
create index cases_tiket on cases (office_id, tiket_key)
--;
