-- Where someone usually works: a suggestion for their first call on a device, no fact of any case.
alter table accounts add column counter text
