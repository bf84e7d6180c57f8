-- What happened: append-only, one hash chain a school. The installation's own
-- events (before there is a school) form the chain named 'installation'.

create table chain_head (
    chain text not null primary key,
    seq bigint not null,
    hash text not null
);

create table event (
    chain text not null,
    seq bigint not null,
    at text not null,
    actor text not null,
    acting_as text not null,
    action text not null,
    kind text not null,
    class text not null,
    programme_id text,
    pupil_id text,
    request text not null,
    payload_commit text not null,
    hash text not null,
    primary key (chain, seq)
);
create index event_programme on event (chain, programme_id, seq);

-- The payload stands beside the chain, so that erasing it leaves the chain whole.
create table event_payload (
    chain text not null,
    seq bigint not null,
    salt text not null,
    payload text not null,
    primary key (chain, seq)
);
