-- What other systems call our people and groups; teaching groups with the
-- pupils and staff in them; and the list of schools.

create table source_id (
    school_id text not null references school (id),
    source text not null,
    what text not null,
    key text not null,
    subject_id text not null,
    primary key (school_id, source, what, key, subject_id)
);
create index source_id_subject on source_id (school_id, what, subject_id);

create table teaching_group (
    school_id text not null references school (id),
    id text not null,
    name text not null,
    subject text,
    kind text not null,
    ended_on text,
    came_from text not null,
    came_at text not null,
    version bigint not null,
    primary key (school_id, id)
);

create table group_pupil (
    school_id text not null,
    group_id text not null,
    pupil_id text not null,
    from_day text,
    ended_on text,
    source_key text,
    primary key (school_id, group_id, pupil_id),
    foreign key (school_id, group_id) references teaching_group (school_id, id),
    foreign key (school_id, pupil_id) references pupil (school_id, id)
);
create index group_pupil_pupil on group_pupil (school_id, pupil_id, group_id);

create table group_staff (
    school_id text not null,
    group_id text not null,
    staff_id text not null,
    part text not null,
    from_day text,
    ended_on text,
    source_key text,
    primary key (school_id, group_id, staff_id),
    foreign key (school_id, group_id) references teaching_group (school_id, id),
    foreign key (school_id, staff_id) references staff (school_id, id)
);
create index group_staff_staff on group_staff (school_id, staff_id, group_id);

-- The list of schools of England as this school last brought it in.
create table known_school (
    school_id text not null references school (id),
    urn text not null,
    name text not null,
    search text not null,
    laestab text,
    authority text,
    kind text,
    phase text,
    status text not null,
    opened_on text,
    closed_on text,
    ukprn text,
    address text,
    postcode text,
    phone text,
    import_id text not null,
    primary key (school_id, urn)
);
create index known_school_laestab on known_school (school_id, laestab, urn);
create index known_school_import on known_school (school_id, import_id);
