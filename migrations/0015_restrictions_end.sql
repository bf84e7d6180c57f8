-- When a restriction on a contact was written down, and when and why it was
-- ended by hand. Rows are never taken away.

alter table contact_restriction add column recorded_at text;
alter table contact_restriction add column ended_on text;
alter table contact_restriction add column ended_by text;
alter table contact_restriction add column ended_why text;
