-- What was sent stays as it was sent.
create function refuse_sent_answers_change() returns trigger language plpgsql as $$
begin
    if exists (select 1 from ask where ask.school_id = old.school_id and ask.id = old.ask_id and ask.sent_at is not null) then
        raise exception 'answers that were sent stay as they are';
    end if;
    return new;
end;
$$;
create trigger sent_answers_stay before update on answers
    for each row execute function refuse_sent_answers_change();
