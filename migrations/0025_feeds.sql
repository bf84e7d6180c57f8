-- Feeds: where records come from by themselves, and the queue of what they
-- bring. A feed names a source that the server's own settings offer; no path,
-- address or token is ever kept here.

create table feed (
    school_id text not null references school (id),
    id text not null,
    name text not null,
    source text not null,
    holds text not null,
    rhythm text not null,
    made_by text not null,
    made_at text not null,
    alone_by text,
    alone_at text,
    paused_by text,
    paused_at text,
    removed_at text,
    asked_at text,
    looked_at text,
    trouble text,
    heard_at text,
    expected_from text not null,
    version bigint not null,
    primary key (school_id, id)
);

-- One piece of work: a file, or a part of another system, at one moment. Where
-- it stands in line is told by place, then by the age of the file.
create table job (
    school_id text not null,
    id text not null,
    feed_id text not null,
    place bigint not null,
    holds text,
    file_name text not null,
    file_at text not null,
    hash text not null,
    made_at text not null,
    due_at text not null,
    tries bigint not null,
    held_by text,
    held_until text,
    step text,
    done bigint,
    total bigint,
    trouble text,
    ended_at text,
    ended text,
    waits text,
    said text,
    counts text,
    import_id text,
    primary key (school_id, id),
    foreign key (school_id, feed_id) references feed (school_id, id)
);
create index job_of_feed on job (school_id, feed_id, file_name, made_at);
create index job_open on job (school_id, ended_at, place);

-- Pupils on roll who were not in the newest full list of a feed, and since when.
create table feed_missing (
    school_id text not null,
    feed_id text not null,
    pupil_id text not null,
    since text not null,
    primary key (school_id, feed_id, pupil_id),
    foreign key (school_id, feed_id) references feed (school_id, id)
);

alter table import_run add column feed_id text;
