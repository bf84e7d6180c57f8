-- What was said when a key worker met a pupil, and forms that can be sent once.

-- The key of the form a note was typed in: sent twice, it is kept once.
alter table note add column form_key text;
create unique index note_form on note (school_id, programme_id, form_key);

-- More of a note of the kinds "check_in" and "not_met". What went well stands
-- in the note itself.
create table check_in (
    school_id text not null,
    note_id text not null,
    programme_id text not null,
    came_of text not null,
    missed text,
    mood text,
    confidence bigint,
    hard_moment text,
    small_change text,
    wish_answer text,
    wish_why text,
    wish_on text,
    wish_by text,
    next_step text,
    next_by text,
    told_home text,
    level text,
    level_why text,
    next_on text not null,
    primary key (school_id, note_id),
    foreign key (school_id, note_id) references note (school_id, id)
);
create index check_in_programme on check_in (school_id, programme_id);
create index check_in_wish on check_in (school_id, wish_answer, small_change);

-- Each promise they went through, as it was worded then.
create table check_in_promise (
    school_id text not null,
    note_id text not null,
    place bigint not null,
    commitment_id text not null,
    owner_id text not null,
    owner_name text not null,
    promise text not null,
    happening text not null,
    remark text,
    primary key (school_id, note_id, place),
    foreign key (school_id, note_id) references check_in (school_id, note_id)
);
