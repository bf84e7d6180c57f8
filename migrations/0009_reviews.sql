-- Reviews, endings, and what comes after.

-- One review of one meeting: as typed, then settled and fixed.
create table review (
    school_id text not null,
    id text not null,
    programme_id text not null,
    meeting_id text not null,
    plan_version bigint not null,
    body text not null,
    saved_by text not null,
    saved_at text not null,
    held_on text,
    revision bigint not null,
    primary key (school_id, id),
    foreign key (school_id, programme_id) references programme (school_id, id)
);
create unique index review_meeting on review (school_id, programme_id, meeting_id);

-- What was settled about each promise and target, one row each, for figures
-- over many programmes.
create table review_promise (
    school_id text not null,
    review_id text not null,
    commitment_id text not null,
    party text not null,
    delivery text not null,
    primary key (school_id, review_id, commitment_id),
    foreign key (school_id, review_id) references review (school_id, id)
);
create table review_target (
    school_id text not null,
    review_id text not null,
    target_id text not null,
    progress text not null,
    decision text not null,
    primary key (school_id, review_id, target_id),
    foreign key (school_id, review_id) references review (school_id, id)
);

-- How a programme ended: written, proposed, returned or confirmed. A new number
-- each time it comes to an end again.
create table ending (
    school_id text not null,
    programme_id text not null,
    n bigint not null,
    plan_version bigint not null,
    body text not null,
    state text not null,
    written_by text not null,
    proposed_on text,
    returned_why text,
    confirmed_by text,
    confirmed_on text,
    risk text,
    why text,
    council_on text,
    both_roles text,
    revision bigint not null,
    primary key (school_id, programme_id, n),
    foreign key (school_id, programme_id) references programme (school_id, id)
);

create table aftercare_check (
    school_id text not null,
    programme_id text not null,
    n bigint not null,
    on_day text not null,
    pupil_says bigint,
    home_says bigint,
    note text,
    by_account text not null,
    primary key (school_id, programme_id, n),
    foreign key (school_id, programme_id) references programme (school_id, id)
);

create table option_chosen (
    school_id text not null,
    programme_id text not null,
    next_option text not null,
    why text not null,
    on_day text not null,
    by_account text not null,
    primary key (school_id, programme_id, next_option),
    foreign key (school_id, programme_id) references programme (school_id, id)
);

-- Moves that two people agree to: who pressed, and who else was named.
create table agreement (
    school_id text not null,
    programme_id text not null,
    n bigint not null,
    move_number bigint not null,
    on_day text not null,
    pressed_by text not null,
    agreed_with text not null,
    primary key (school_id, programme_id, n),
    foreign key (school_id, programme_id) references programme (school_id, id)
);
