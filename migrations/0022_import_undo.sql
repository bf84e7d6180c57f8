-- What an import replaced, row by row, so that it can be undone for thirty
-- days; and when it was undone.

alter table import_run add column undone_at text;

create table import_before (
    school_id text not null,
    import_id text not null,
    n bigint not null,
    what text not null,
    before text,
    after text not null,
    primary key (school_id, import_id, n),
    foreign key (school_id, import_id) references import_run (school_id, id)
);
create index incident_import on incident (school_id, import_id);
create index attendance_mark_import on attendance_mark (school_id, import_id);
create index suspension_import on suspension (school_id, import_id);
