-- A task that what happened made needless (the placement was extended, the agreement converted) comes back when that is
-- undone. One that somebody said is done stays done.
alter table task add column overtaken boolean not null default false;
alter table task add constraint task_overtaken_is_done check (not overtaken or done_at is not null) not valid;
alter table task validate constraint task_overtaken_is_done;
comment on column task.overtaken is 'Done because nothing asks for it any more, by nobody''s word: the same occasion may open it again.';
