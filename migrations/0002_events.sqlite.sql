create trigger event_stays_as_written before update on event
begin
    select raise(abort, 'events are append-only');
end;
create trigger event_is_never_removed before delete on event
begin
    select raise(abort, 'events are append-only');
end;
