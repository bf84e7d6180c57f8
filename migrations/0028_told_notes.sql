-- What a coordinator adds to what everyone told: a line on a theme, points to
-- talk about, and what to have in mind when they meet. The newest counts.

create table told_note (
    school_id text not null,
    programme_id text not null,
    -- A theme's code, 'point-1' to 'point-5', or 'handling'.
    place text not null,
    words text not null,
    revision bigint not null,
    noted_at text not null,
    noted_by text not null,
    primary key (school_id, programme_id, place),
    foreign key (school_id, programme_id) references programme (school_id, id)
);
