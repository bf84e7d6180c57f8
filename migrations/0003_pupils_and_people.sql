-- The school's template, its pupils, their contacts, and its staff.

create table template (
    school_id text not null references school (id),
    version bigint not null,
    title text not null,
    weeks bigint not null,
    clock text not null,
    roll text not null,
    week_days bigint not null,
    interim_weeks text not null,
    interim_rule text not null,
    monitoring text not null,
    target_max bigint not null,
    extend_max bigint not null,
    aftercare_weeks bigint not null,
    window_days bigint not null,
    council_address text,
    made_at text not null,
    primary key (school_id, version)
);

create table pupil (
    school_id text not null references school (id),
    id text not null,
    source_key text,
    upn text,
    given text not null,
    family text not null,
    likes text,
    preferred_family text,
    search text not null,
    born text not null,
    sex text,
    year text not null,
    group_name text,
    sen text,
    needs text not null,
    care text not null,
    flags text not null,
    language text,
    left_on text,
    account_id text,
    came_from text not null,
    came_at text not null,
    version bigint not null,
    primary key (school_id, id)
);
create unique index pupil_upn on pupil (school_id, upn) where upn is not null;
create unique index pupil_source on pupil (school_id, source_key) where source_key is not null;
create index pupil_name on pupil (school_id, family, given, id);
create index pupil_account on pupil (school_id, account_id);

create table contact (
    school_id text not null,
    id text not null,
    pupil_id text not null,
    place bigint,
    name text not null,
    likes text,
    relationship text not null,
    responsibility text not null,
    parent_in_law text not null,
    lives_with text not null,
    email text,
    phone text,
    address text,
    writes text,
    speaks text,
    needs text not null,
    ended_on text,
    account_id text,
    came_from text not null,
    came_at text not null,
    version bigint not null,
    primary key (school_id, id),
    foreign key (school_id, pupil_id) references pupil (school_id, id)
);
create index contact_pupil on contact (school_id, pupil_id, place, id);
create index contact_account on contact (school_id, account_id);

create table contact_restriction (
    school_id text not null,
    contact_id text not null,
    n bigint not null,
    kind text not null,
    from_day text not null,
    until_day text,
    seen_by text not null,
    words text,
    primary key (school_id, contact_id, n),
    foreign key (school_id, contact_id) references contact (school_id, id)
);

create table staff (
    school_id text not null references school (id),
    id text not null,
    source_key text,
    name text not null,
    likes text,
    post text,
    email text,
    account_id text,
    left_on text,
    came_from text not null,
    came_at text not null,
    version bigint not null,
    primary key (school_id, id)
);
create unique index staff_source on staff (school_id, source_key) where source_key is not null;
create index staff_name on staff (school_id, name, id);

-- One run of an import, from preview to undoing. The file is kept until it is
-- confirmed or a day has passed.
create table import_run (
    school_id text not null references school (id),
    id text not null,
    kind text not null,
    file_name text not null,
    made_by text not null,
    made_at text not null,
    confirmed_at text,
    dropped_at text,
    report text not null,
    file bytea,
    primary key (school_id, id)
);
create index import_run_made on import_run (school_id, made_at, id);
