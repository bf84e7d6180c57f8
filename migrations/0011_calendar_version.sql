-- How often the days of a school have changed: a program that has read them
-- once reads them again only when this has grown.
alter table school add column days_version bigint not null default 0;

-- Counting ticks by day reads this alone, and not the rows.
create index rating_count on rating (school_id, programme_id, on_day, target_id, withdrawn_at, tick);
