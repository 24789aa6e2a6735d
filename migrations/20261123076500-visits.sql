-- Visits with a citizen before any placement: a taster visit (virksomhedsbesøg), or a coffee meeting (kaffeaftale) about
-- one place in the pool. The company chooses among the times proposed, by link.
create table visit (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  citizen_id uuid not null,
  workplace_id uuid not null,
  opening_id uuid,
  reservation_id uuid,
  arranged_by uuid not null,
  contact_name text,
  contact_email text,
  meeting_place text,
  note text,
  minutes integer not null,
  chosen integer,
  chosen_at timestamptz,
  none_fits_at timestamptz,
  none_fits_note text,
  outcome text,
  outcome_reason text,
  outcome_at timestamptz,
  outcome_by uuid,
  next_reservation_id uuid,
  cancelled_at timestamptz,
  cancel_reason text,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint visit_pk primary key (organisation_id, id),
  constraint visit_citizen_fk foreign key (organisation_id, citizen_id) references citizen (organisation_id, id),
  constraint visit_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint visit_opening_fk foreign key (organisation_id, opening_id) references opening (organisation_id, id),
  constraint visit_reservation_fk foreign key (organisation_id, reservation_id) references reservation (organisation_id, id),
  constraint visit_next_reservation_fk foreign key (organisation_id, next_reservation_id) references reservation (organisation_id, id),
  constraint visit_arranged_by_fk foreign key (organisation_id, arranged_by) references app_user (organisation_id, id),
  constraint visit_outcome_by_fk foreign key (organisation_id, outcome_by) references app_user (organisation_id, id),
  constraint visit_kind check (kind in ('taster', 'coffee')),
  constraint visit_coffee_is_about_a_place check (kind <> 'coffee' or (opening_id is not null and reservation_id is not null)),
  constraint visit_contact_name_length check (length(contact_name) between 1 and 120),
  constraint visit_contact_email_shape check (contact_email like '%_@_%' and length(contact_email) <= 254),
  constraint visit_place_length check (length(meeting_place) between 1 and 200),
  constraint visit_note_length check (length(note) between 1 and 500),
  constraint visit_minutes_range check (minutes between 15 and 480),
  constraint visit_chosen_range check (chosen between 1 and 3),
  constraint visit_chosen_when check ((chosen is null) = (chosen_at is null)),
  constraint visit_none_fits_note_length check (length(none_fits_note) between 1 and 500),
  constraint visit_outcome check (outcome in ('match', 'no_match', 'other_slot')),
  constraint visit_outcome_when check ((outcome is null) = (outcome_at is null)),
  constraint visit_outcome_has_reason check (outcome is null or outcome = 'match' or outcome_reason is not null),
  constraint visit_outcome_reason_length check (length(outcome_reason) between 1 and 500),
  constraint visit_cancel_reason_length check (length(cancel_reason) between 1 and 500),
  constraint visit_one_end check (num_nonnulls(outcome_at, cancelled_at) <= 1)
);
comment on column visit.reservation_id is 'The soft hold of a coffee meeting: a first reservation on the place, live until two days after the meeting. Others can only queue.';
comment on column visit.next_reservation_id is 'Outcome other_slot: the reservation on the other place.';
create index visit_by_citizen on visit (organisation_id, citizen_id, id desc);
create index visit_open on visit (organisation_id, arranged_by, id) where outcome_at is null and cancelled_at is null;
create unique index visit_holds_once on visit (organisation_id, reservation_id) where reservation_id is not null and outcome_at is null and cancelled_at is null;
call protect_tenant('visit');

create table visit_time (
  organisation_id uuid not null,
  visit_id uuid not null,
  number integer not null,
  starts_at timestamptz not null,
  constraint visit_time_pk primary key (organisation_id, visit_id, number),
  constraint visit_time_visit_fk foreign key (organisation_id, visit_id) references visit (organisation_id, id),
  constraint visit_time_number_range check (number between 1 and 3),
  constraint visit_time_once unique (organisation_id, visit_id, starts_at)
);
alter table visit add constraint visit_chosen_is_proposed foreign key (organisation_id, id, chosen) references visit_time (organisation_id, visit_id, number);
call protect_tenant('visit_time');

create table visit_link (
  organisation_id uuid not null,
  token_hash text not null,
  visit_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  renewed_at timestamptz,
  constraint visit_link_pk primary key (organisation_id, token_hash),
  constraint visit_link_visit_fk foreign key (organisation_id, visit_id) references visit (organisation_id, id)
);
comment on table visit_link is 'The company''s link to the times proposed: 30 days, renewable from its own expired page. Only the token''s SHA-256 is kept.';
create index visit_link_by_token on visit_link (token_hash);
call protect_tenant('visit_link', 'token_hash = (select app_presented())');
