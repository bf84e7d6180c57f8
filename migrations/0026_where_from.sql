-- Which import last wrote a row; and what a person here has put right against
-- what the school's own system says.

alter table pupil add column import_id text;
alter table contact add column import_id text;
alter table staff add column import_id text;
create index pupil_import on pupil (school_id, import_id);
create index contact_import on contact (school_id, import_id);
create index staff_import on staff (school_id, import_id);

-- One value of a pupil or of one of their contacts. `said` is what the source
-- said when it was put right, `heard` what it said when a person last decided,
-- `says` what it says now. It stands until `settled_at`.
create table correction (
    school_id text not null,
    id text not null,
    pupil_id text not null,
    contact_id text,
    field text not null,
    ours text not null,
    said text not null,
    heard text not null,
    says text not null,
    why text not null,
    made_by text not null,
    made_at text not null,
    says_import_id text,
    settled_how text,
    settled_by text,
    settled_at text,
    version bigint not null,
    primary key (school_id, id),
    foreign key (school_id, pupil_id) references pupil (school_id, id),
    foreign key (school_id, contact_id) references contact (school_id, id)
);
create index correction_pupil on correction (school_id, pupil_id, made_at, id);
create index correction_open on correction (school_id, settled_at);
create unique index correction_of_pupil on correction (school_id, pupil_id, field)
    where settled_at is null and contact_id is null;
create unique index correction_of_contact on correction (school_id, contact_id, field)
    where settled_at is null and contact_id is not null;
