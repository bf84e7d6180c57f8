-- Who was asked for their answers, what they answered, and the tasks that some
-- answers raise. A task never holds what was said.

create table ask (
    school_id text not null,
    id text not null,
    programme_id text not null,
    person_id text not null,
    document text not null,
    -- Empty where there is no form for it yet: on paper or in conversation.
    form text,
    form_version bigint,
    asked_on text not null,
    asked_by text not null,
    due_on text not null,
    opened_at text,
    sent_at text,
    waived_on text,
    waived_by text,
    waived_why text,
    primary key (school_id, id),
    foreign key (school_id, programme_id) references programme (school_id, id),
    foreign key (school_id, person_id) references person (school_id, id)
);
create index ask_programme on ask (school_id, programme_id, id);
create index ask_person on ask (school_id, person_id, id);

-- One set of answers for an ask. Nothing of a sanction ever points here.
create table answers (
    school_id text not null,
    ask_id text not null,
    body text not null,
    revision bigint not null,
    saved_at text not null,
    filled_by text not null,
    -- Who writes it down, and how, when it is not the person asked.
    scribe text,
    scribe_mode text,
    primary key (school_id, ask_id),
    foreign key (school_id, ask_id) references ask (school_id, id)
);

create table raised_task (
    school_id text not null,
    ask_id text not null,
    question text not null,
    task text not null,
    -- An adult who is to do it, or who is told that it was raised.
    account_id text not null,
    duty text not null,
    programme_id text not null,
    due_on text not null,
    made_at text not null,
    done_on text,
    done_by text,
    primary key (school_id, ask_id, question, task, account_id),
    foreign key (school_id, ask_id) references ask (school_id, id)
);
create index raised_task_account on raised_task (school_id, account_id, due_on, ask_id, question, task);
create index raised_task_programme on raised_task (school_id, programme_id, due_on, ask_id, question, task);
