create function refuse_event_change() returns trigger language plpgsql as $$
begin
    raise exception 'events are append-only';
end;
$$;
create trigger event_stays_as_written before update or delete on event
    for each row execute function refuse_event_change();
create trigger events_are_never_emptied before truncate on event
    for each statement execute function refuse_event_change();
