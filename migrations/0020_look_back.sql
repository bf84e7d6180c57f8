-- What each person says before a review or the end. Rows are added and never
-- changed: the newest of a person before one review counts.

create table look_back (
    school_id text not null,
    programme_id text not null,
    -- review_8, final_12: the meeting it comes before, and its week.
    round text not null,
    person_id text not null,
    n bigint not null,
    part text not null,
    -- What was typed, as JSON.
    body text not null,
    said_at text not null,
    -- Whoever was signed in: the person, or the adult who wrote it down for them.
    recorded_by text not null,
    primary key (school_id, programme_id, round, person_id, n),
    foreign key (school_id, programme_id) references programme (school_id, id),
    foreign key (school_id, person_id) references person (school_id, id)
);
create index look_back_person on look_back (school_id, person_id, round);

-- What people answered when asked to sign a review or an ending. Rows are added
-- and never changed: the newest answer of a person counts.
create table paper_signature (
    school_id text not null,
    programme_id text not null,
    -- review_<its id>, or ending_<its number>.
    paper text not null,
    n bigint not null,
    person_id text not null,
    name text not null,
    part text not null,
    -- Of the words that were shown.
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
    primary key (school_id, programme_id, paper, n),
    foreign key (school_id, programme_id) references programme (school_id, id)
);
