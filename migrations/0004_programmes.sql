-- Programmes, who takes part, what is to be done, and how each moved.

create table programme (
    school_id text not null references school (id),
    id text not null,
    pupil_id text not null,
    reference text not null,
    template_version bigint not null,
    author_id text not null,
    begun_on text not null,
    after_id text,
    coordinator_id text,
    key_worker_id text,
    revision bigint not null,
    stage text not null,
    since_on text,
    reason text,
    meeting_id text,
    meeting_on text,
    plan_id text,
    plan_version bigint,
    starts_on text,
    reviews text,
    ends text,
    reviewed_week bigint,
    extended_weeks bigint,
    pauses text,
    review_open text,
    concern_on text,
    expected_on text,
    cause text,
    proposed text,
    proposed_by text,
    proposed_on text,
    until_on text,
    -- The pupil's id while the programme is open: one open programme a pupil.
    open_for text,
    primary key (school_id, id),
    foreign key (school_id, pupil_id) references pupil (school_id, id),
    foreign key (school_id, template_version) references template (school_id, version)
);
create unique index programme_reference on programme (school_id, reference);
create unique index programme_open on programme (school_id, open_for) where open_for is not null;
create index programme_pupil on programme (school_id, pupil_id, id);
create index programme_stage on programme (school_id, stage, id);

-- Last number given out for references, by year.
create table reference_count (
    school_id text not null references school (id),
    year bigint not null,
    number bigint not null,
    primary key (school_id, year)
);

create table programme_move (
    school_id text not null,
    programme_id text not null,
    n bigint not null,
    number bigint not null,
    from_stage text,
    to_stage text not null,
    on_day text not null,
    reason text,
    words text,
    made_by text not null,
    primary key (school_id, programme_id, n),
    foreign key (school_id, programme_id) references programme (school_id, id)
);

-- Someone taking part in one programme. Roles are codes; a person may leave
-- and the row stays.
create table person (
    school_id text not null,
    id text not null,
    programme_id text not null,
    role text not null,
    account_id text,
    contact_id text,
    pupil_id text,
    name text not null,
    known_as text not null,
    note text,
    subject text,
    added_on text not null,
    left_on text,
    primary key (school_id, id),
    foreign key (school_id, programme_id) references programme (school_id, id)
);
create index person_programme on person (school_id, programme_id, id);
create index person_account on person (school_id, account_id, programme_id);

create table programme_task (
    school_id text not null,
    programme_id text not null,
    n bigint not null,
    task text not null,
    due_on text not null,
    made_on text not null,
    done_on text,
    done_by text,
    primary key (school_id, programme_id, n),
    foreign key (school_id, programme_id) references programme (school_id, id)
);
create index programme_task_due on programme_task (school_id, due_on, programme_id, n);

-- Who has opened which programme on which day, so that opening is recorded once a day.
create table programme_opened (
    school_id text not null,
    programme_id text not null,
    account_id text not null,
    on_day text not null,
    primary key (school_id, programme_id, account_id, on_day)
);
