-- What it takes (hvad der skal til) to come to ordinary hours is agreed anew as it goes: every wording, every day it was
-- to be looked at and every "met" stays readable, also one that was taken back.
create table what_it_takes_version (
  organisation_id uuid not null,
  what_it_takes_id uuid not null,
  number integer not null,
  criterion text not null,
  review_on date not null,
  met_on date,
  written_at timestamptz not null,
  written_by uuid,
  constraint what_it_takes_version_pk primary key (organisation_id, what_it_takes_id, number),
  constraint what_it_takes_version_of_fk foreign key (organisation_id, what_it_takes_id) references what_it_takes (organisation_id, id),
  constraint what_it_takes_version_written_by_fk foreign key (organisation_id, written_by) references app_user (organisation_id, id),
  constraint what_it_takes_version_number_range check (number >= 1)
);
comment on table what_it_takes_version is 'Written by what_it_takes_is_kept at every insert and update of what_it_takes; the last one is how it stands.';
create trigger what_it_takes_version_is_append_only before update or delete on what_it_takes_version for each row execute function refuse_change();

alter table what_it_takes
  add column version integer not null default 1,
  add column written_at timestamptz,
  add column written_by uuid,
  add constraint what_it_takes_written_by_fk foreign key (organisation_id, written_by) references app_user (organisation_id, id);

-- Those there are already are a first version each, written with the terms they belong to.
alter table start_terms no force row level security;
alter table what_it_takes no force row level security;
update what_it_takes w set written_at = t.created_at, written_by = t.created_by
  from start_terms t where t.organisation_id = w.organisation_id and t.id = w.start_terms_id;
insert into what_it_takes_version (organisation_id, what_it_takes_id, number, criterion, review_on, met_on, written_at, written_by)
  select organisation_id, id, version, criterion, review_on, met_on, written_at, written_by from what_it_takes;
alter table start_terms force row level security;
alter table what_it_takes force row level security;
call protect_tenant('what_it_takes_version');

alter table what_it_takes add constraint what_it_takes_written_at_known check (written_at is not null);

create function keep_what_it_takes() returns trigger language plpgsql as $$
begin
  insert into what_it_takes_version (organisation_id, what_it_takes_id, number, criterion, review_on, met_on, written_at, written_by)
  values (new.organisation_id, new.id, new.version, new.criterion, new.review_on, new.met_on, new.written_at, new.written_by);
  return null;
end $$;
create trigger what_it_takes_is_kept after insert or update on what_it_takes for each row execute function keep_what_it_takes();
