-- Documents that somebody begins because they are needed stand beside those
-- that people are asked for. Each is kept as it was sent; a newer one follows.

alter table ask add column came text not null default 'asked';
alter table ask add column follows text;
