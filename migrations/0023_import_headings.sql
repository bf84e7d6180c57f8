-- What a school has said the headings of its own files mean, by kind of file.

create table import_heading (
    school_id text not null references school (id),
    kind text not null,
    heading text not null,
    field text not null,
    primary key (school_id, kind, heading)
);
