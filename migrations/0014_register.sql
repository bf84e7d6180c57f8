-- What the school's own system says happened to pupils: incidents, marks of the
-- register and suspensions. Read in, never typed here; each row keeps the
-- import it came with.

create table incident (
    school_id text not null,
    pupil_id text not null,
    source_key text not null,
    on_day text not null,
    at_time text,
    kind text not null,
    points bigint not null,
    location text,
    action_taken text,
    recorded_by text,
    words text,
    import_id text not null,
    primary key (school_id, pupil_id, source_key),
    foreign key (school_id, pupil_id) references pupil (school_id, id),
    foreign key (school_id, import_id) references import_run (school_id, id)
);
create index incident_day on incident (school_id, on_day);

create table attendance_mark (
    school_id text not null,
    pupil_id text not null,
    on_day text not null,
    half text not null,
    mark text not null,
    minutes_late bigint,
    words text,
    import_id text not null,
    primary key (school_id, pupil_id, on_day, half),
    foreign key (school_id, pupil_id) references pupil (school_id, id),
    foreign key (school_id, import_id) references import_run (school_id, id)
);
create index attendance_mark_day on attendance_mark (school_id, on_day);

create table suspension (
    school_id text not null,
    pupil_id text not null,
    first_day text not null,
    category text not null,
    last_day text,
    sessions bigint,
    causes text not null,
    words text,
    import_id text not null,
    primary key (school_id, pupil_id, first_day, category),
    foreign key (school_id, pupil_id) references pupil (school_id, id),
    foreign key (school_id, import_id) references import_run (school_id, id)
);
