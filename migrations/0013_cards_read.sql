-- Who among the adults has read what they are to do in one version of a plan.

create table card_read (
    school_id text not null,
    plan_id text not null,
    person_id text not null,
    read_at text not null,
    primary key (school_id, plan_id, person_id),
    foreign key (school_id, plan_id) references plan (school_id, id),
    foreign key (school_id, person_id) references person (school_id, id)
);
