-- How long things may take at this school, where it chose otherwise than usual, as
-- codes and numbers; and who made each version of the template.

alter table template add column timers text not null default '';
alter table template add column made_by text;
