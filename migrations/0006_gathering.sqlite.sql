-- What was sent stays as it was sent.
create trigger sent_answers_stay before update on answers
    when exists (select 1 from ask where ask.school_id = old.school_id and ask.id = old.ask_id and ask.sent_at is not null)
begin
    select raise(abort, 'answers that were sent stay as they are');
end;
