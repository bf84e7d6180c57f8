-- Schools, who may sign in, and what the sign-in page needs to remember.

create table school (
    id text not null primary key,
    urn text not null unique,
    name text not null,
    prefix text not null,
    phone text,
    made_at text not null,
    version bigint not null
);

-- Every day the school has said something about. A day without a row is not a school day.
create table school_day (
    school_id text not null references school (id),
    day text not null,
    kind text not null,
    note text,
    primary key (school_id, day)
);

create table account (
    school_id text not null references school (id),
    id text not null,
    email text not null,
    email_key text not null unique,
    name text not null,
    known_as text not null,
    job text,
    kind text not null,
    roles text not null,
    password text,
    made_at text not null,
    password_set_at text,
    signed_in_at text,
    disabled_at text,
    version bigint not null,
    primary key (school_id, id)
);

-- The token itself is only in the browser; its SHA-256 is here.
create table session (
    token_hash text not null primary key,
    school_id text not null,
    account_id text not null,
    made_at text not null,
    seen_at text not null,
    ends_at text not null,
    foreign key (school_id, account_id) references account (school_id, id)
);
create index session_account on session (school_id, account_id);

create table invitation (
    school_id text not null,
    id text not null,
    token_hash text not null unique,
    account_id text not null,
    made_by text not null,
    made_at text not null,
    ends_at text not null,
    used_at text,
    withdrawn_at text,
    primary key (school_id, id),
    foreign key (school_id, account_id) references account (school_id, id)
);

-- The one-time address that makes the first school.
create table setup (
    token_hash text not null primary key,
    made_at text not null,
    ends_at text not null,
    used_at text
);

-- Failed sign-ins, by account and by address; slows, never locks out.
create table sign_in_try (
    subject text not null primary key,
    failures bigint not null,
    wait_until text not null,
    last_at text not null
);
