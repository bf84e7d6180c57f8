-- What adults saw each day, and short notes.

create table rating (
    school_id text not null,
    programme_id text not null,
    target_id text not null,
    on_day text not null,
    period text not null,
    person_id text not null,
    name text not null,
    tick text not null,
    at text not null,
    withdrawn_at text,
    primary key (school_id, programme_id, target_id, on_day, period, person_id),
    foreign key (school_id, programme_id) references programme (school_id, id)
);
create index rating_day on rating (school_id, on_day, programme_id);

-- A lesson in which the pupil was not there to be seen, as an adult said.
create table away (
    school_id text not null,
    programme_id text not null,
    on_day text not null,
    period text not null,
    presence text not null,
    said_by text not null,
    said_at text not null,
    primary key (school_id, programme_id, on_day, period),
    foreign key (school_id, programme_id) references programme (school_id, id)
);

-- Days counted before the plan began: so many of so many, target by target.
create table before_day (
    school_id text not null,
    programme_id text not null,
    target_id text not null,
    on_day text not null,
    met bigint not null,
    of_lessons bigint not null,
    primary key (school_id, programme_id, target_id, on_day),
    foreign key (school_id, programme_id) references programme (school_id, id)
);

create table note (
    school_id text not null,
    id text not null,
    programme_id text not null,
    kind text not null,
    on_day text not null,
    person_id text not null,
    name text not null,
    contact_id text,
    with_name text,
    channel text,
    words text,
    minutes bigint,
    made_at text not null,
    primary key (school_id, id),
    foreign key (school_id, programme_id) references programme (school_id, id)
);
create index note_programme on note (school_id, programme_id, on_day, id);
