-- Meetings, what people typed of a plan, agreed versions, and signatures.

create table meeting (
    school_id text not null,
    id text not null,
    programme_id text not null,
    kind text not null,
    on_day text not null,
    from_time text not null,
    to_time text not null,
    room text,
    video text,
    chair_id text not null,
    note_taker_id text not null,
    out_of_hours text,
    home_told_on text not null,
    booked_on text not null,
    cancelled_on text,
    cancelled_why text,
    recorded_on text,
    -- What was typed of the minutes, as JSON, finished or not.
    minutes text,
    revision bigint not null,
    primary key (school_id, id),
    foreign key (school_id, programme_id) references programme (school_id, id)
);
create index meeting_programme on meeting (school_id, programme_id, on_day, id);
create index meeting_day on meeting (school_id, on_day, id);

-- The next version as people are writing it, as JSON.
create table plan_draft (
    school_id text not null,
    programme_id text not null,
    plan_id text not null,
    version bigint not null,
    body text not null,
    saved_by text not null,
    saved_at text not null,
    primary key (school_id, programme_id),
    foreign key (school_id, programme_id) references programme (school_id, id)
);

-- Agreed versions: never changed. `words` is what was hashed.
create table plan (
    school_id text not null,
    id text not null,
    programme_id text not null,
    version bigint not null,
    agreed_on text not null,
    agreed_by text not null,
    body text not null,
    words text not null,
    hash text not null,
    told_on text,
    primary key (school_id, id),
    foreign key (school_id, programme_id) references programme (school_id, id)
);
create unique index plan_version on plan (school_id, programme_id, version);

-- What each person answered when asked to sign, bound to a version's hash.
create table signature (
    school_id text not null,
    plan_id text not null,
    n bigint not null,
    person_id text not null,
    name text not null,
    part text not null,
    version bigint not null,
    hash text not null,
    answer text not null,
    method text,
    words text,
    other_id text,
    other_name text,
    channel text,
    on_day text not null,
    at text not null,
    recorded_by text not null,
    primary key (school_id, plan_id, n),
    foreign key (school_id, plan_id) references plan (school_id, id)
);
create index signature_person on signature (school_id, person_id, plan_id, n);
