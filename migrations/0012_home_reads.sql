-- Whether the pupil agrees that the people at home read what they shared with
-- their meeting. Rows are added and never changed: the newest counts.

create table home_reads (
    school_id text not null,
    ask_id text not null,
    n bigint not null,
    says text not null,
    said_at text not null,
    -- Whoever was signed in: the pupil, or the adult who wrote it down for them.
    recorded_by text not null,
    primary key (school_id, ask_id, n),
    foreign key (school_id, ask_id) references ask (school_id, id)
);
