-- Who has said that they saw a move they are told of.

create table move_seen (
    school_id text not null,
    programme_id text not null,
    n bigint not null,
    account_id text not null,
    seen_on text not null,
    primary key (school_id, programme_id, n, account_id),
    foreign key (school_id, programme_id, n) references programme_move (school_id, programme_id, n)
);
