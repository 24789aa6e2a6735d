-- The mentor's own page: a link mailed on demand (10 minutes, once), a session of 8 hours on that device, and the weekly pulse.

-- Which mentors an address belongs to, before it is known in which organisation. Its own small table: the mentor table's
-- policy stays as narrow as it was.
create table mentor_address (
  organisation_id uuid not null,
  mentor_id uuid not null,
  email text not null,
  constraint mentor_address_pk primary key (organisation_id, mentor_id),
  constraint mentor_address_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id) on delete cascade,
  constraint mentor_address_email_shape check (email = lower(email) and length(email) between 1 and 254)
);
comment on table mentor_address is 'Kept in step with mentor.email by mentor_address_kept. Shows itself to whoever presents the address.';
create index mentor_address_by_email on mentor_address (email);
alter table mentor no force row level security;
insert into mentor_address (organisation_id, mentor_id, email)
  select organisation_id, id, lower(email) from mentor where email is not null and email <> '';
alter table mentor force row level security;
call protect_tenant('mentor_address', 'email = (select app_presented())');

create function keep_mentor_address() returns trigger language plpgsql as $$
begin
  if coalesce(new.email, '') = '' then
    delete from mentor_address a where a.organisation_id = new.organisation_id and a.mentor_id = new.id;
  else
    insert into mentor_address (organisation_id, mentor_id, email) values (new.organisation_id, new.id, lower(new.email))
      on conflict on constraint mentor_address_pk do update set email = excluded.email;
  end if;
  return null;
end $$;
create trigger mentor_address_kept after insert or update of email on mentor
  for each row execute function keep_mentor_address();

create table mentor_page_link (
  organisation_id uuid not null,
  token_hash text not null,
  mentor_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint mentor_page_link_pk primary key (organisation_id, token_hash),
  constraint mentor_page_link_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id)
);
comment on table mentor_page_link is 'Opens a mentor''s own page: 10 minutes, once, by a button. Only the token''s SHA-256 is kept.';
create index mentor_page_link_by_token on mentor_page_link (token_hash);
create index mentor_page_link_by_mentor on mentor_page_link (organisation_id, mentor_id);
call protect_tenant('mentor_page_link', 'token_hash = (select app_presented())');

create table mentor_session (
  organisation_id uuid not null,
  token_hash text not null,
  mentor_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint mentor_session_pk primary key (organisation_id, token_hash),
  constraint mentor_session_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id)
);
comment on table mentor_session is 'A mentor''s session: 8 hours on one device. Opens the mentor''s own page and nothing else. Ending it deletes its row.';
create index mentor_session_by_token on mentor_session (token_hash);
create index mentor_session_by_mentor on mentor_session (organisation_id, mentor_id);
call protect_tenant('mentor_session', 'token_hash = (select app_presented())');

-- The weekly pulse: one minute, one row for a trainee and an ISO week. No text: nothing about a person's health can come in.
create table pulse (
  organisation_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  mentor_id uuid not null,
  iso_year integer not null,
  iso_week integer not null,
  mood text not null,
  days_attended integer not null,
  call_me boolean not null,
  answered_on date not null,
  answered_at timestamptz not null,
  version integer not null default 1,
  constraint pulse_pk primary key (organisation_id, id),
  constraint pulse_placement_fk foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  constraint pulse_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id),
  constraint pulse_once_a_week unique (organisation_id, placement_id, iso_year, iso_week),
  constraint pulse_week_exists check (iso_week between 1 and extract(week from make_date(iso_year, 12, 28))),
  constraint pulse_mood check (mood in ('good', 'okay', 'hard')),
  constraint pulse_days_range check (days_attended between 0 and 7)
);
comment on column pulse.days_attended is 'On how many days of the week the trainee was there, until the day of the answer.';
create index pulse_by_week on pulse (organisation_id, iso_year, iso_week);
create index pulse_by_mentor on pulse (organisation_id, mentor_id, answered_on);
call protect_tenant('pulse');

create table pulse_reminder (
  organisation_id uuid not null,
  placement_id uuid not null,
  since date not null,
  reminded_at timestamptz not null,
  constraint pulse_reminder_pk primary key (organisation_id, placement_id, since),
  constraint pulse_reminder_placement_fk foreign key (organisation_id, placement_id) references placement (organisation_id, id)
);
comment on table pulse_reminder is 'A mentor was reminded that nothing has been heard of a trainee since that day: once for each silence.';
call protect_tenant('pulse_reminder');
