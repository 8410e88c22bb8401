-- Cases that wait for LKPP are few among all that are archived; made from the row, so that nothing can write it otherwise.
alter table cases add column eskalasi text generated always as (body::json ->> 'eskalasi') stored
--;
create index cases_escalated on cases (office_id, eskalasi, registered_at, id) where eskalasi is not null
