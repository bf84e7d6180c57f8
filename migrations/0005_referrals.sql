-- Referrals: each step as it was typed, what the safeguarding lead found, and
-- when the family was reached.

-- The answers of one step, as a JSON list of names and values in the order they
-- were sent. Nothing typed is lost; what it means is read each time.
create table referral_step (
    school_id text not null,
    programme_id text not null,
    step text not null,
    version bigint not null,
    fields text not null,
    saved_by text not null,
    saved_at text not null,
    primary key (school_id, programme_id, step),
    foreign key (school_id, programme_id) references programme (school_id, id)
);

-- What was found, and never why: the story stays in the safeguarding record.
create table safeguarding_check (
    school_id text not null,
    programme_id text not null,
    n bigint not null,
    found text not null,
    on_day text not null,
    checked_by text not null,
    primary key (school_id, programme_id, n),
    foreign key (school_id, programme_id) references programme (school_id, id)
);

create table family_contact (
    school_id text not null,
    programme_id text not null,
    n bigint not null,
    contact_id text not null,
    channel text not null,
    on_day text not null,
    reached_by text not null,
    primary key (school_id, programme_id, n),
    foreign key (school_id, programme_id) references programme (school_id, id),
    foreign key (school_id, contact_id) references contact (school_id, id)
);
