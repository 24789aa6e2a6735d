-- The shared pool. Everything in it is an opening: one that a consultant shared by hand, or the face of a slot
-- (slot_id set, exactly one opening a slot: the same place cannot be counted, held or reserved twice).
create table opening (
  organisation_id uuid not null,
  id uuid not null,
  workplace_id uuid not null,
  slot_id uuid,
  model text,
  kind text not null default 'placement',
  tasks text not null,
  places integer not null,
  taken integer not null default 0,
  minutes_per_week integer not null,
  path_to_hours text,
  consideration_ids uuid[] not null default '{}',
  mentor_id uuid,
  free_from date not null,
  free_until date,
  expires_on date,
  shared_by uuid,
  published_at timestamptz,
  held_by uuid,
  held_until timestamptz,
  hold_reason text,
  hold_extensions integer not null default 0,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  sector_id uuid,
  municipality_code text,
  lat double precision,
  lon double precision,
  search_text text not null default '',
  created_at timestamptz not null,
  version integer not null default 1,
  in_pool boolean generated always as (published_at is not null and withdrawn_at is null) stored,
  constraint opening_pk primary key (organisation_id, id),
  constraint opening_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint opening_slot_fk foreign key (organisation_id, slot_id) references slot (organisation_id, id),
  constraint opening_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id),
  constraint opening_shared_by_fk foreign key (organisation_id, shared_by) references app_user (organisation_id, id),
  constraint opening_held_by_fk foreign key (organisation_id, held_by) references app_user (organisation_id, id),
  constraint opening_sector_fk foreign key (organisation_id, sector_id) references sector (organisation_id, id),
  constraint opening_slot_once unique (organisation_id, slot_id),
  constraint opening_slot_has_model check ((slot_id is null) = (model is null)),
  constraint opening_model check (model in ('fixed_slots', 'standing', 'cluster')),
  constraint opening_kind check (kind in ('placement', 'ordinary_hours', 'job')),
  constraint opening_slot_is_one_place check (slot_id is null or places = 1),
  constraint opening_places_range check (places between 1 and 99),
  constraint opening_taken_within_places check (taken between 0 and places),
  constraint opening_tasks_length check (length(tasks) between 1 and 1000),
  constraint opening_minutes_range check (minutes_per_week between 30 and 2220),
  constraint opening_free_order check (free_until > free_from),
  constraint opening_hold_complete check ((held_by is null) = (held_until is null)),
  constraint opening_hold_is_unpublished check (held_by is null or published_at is null),
  constraint opening_hold_extensions_max check (hold_extensions between 0 and 2),
  constraint opening_shared_has_person check (slot_id is not null or shared_by is not null)
);
comment on column opening.taken is 'Live first reservations; on a shared opening also accepted ones. Never above places: the one conditional update that claims a place relies on it.';
comment on column opening.free_from is 'First day the place is free. For a slot: the start of its next gap between placements; free_until is that gap''s end (exclusive).';
comment on column opening.search_text is 'Folded, see pool_search_text. No index: row-level security would not use it (docs/decisions/0006), and what is in the pool at one time is few rows.';
comment on column opening.expires_on is 'First day a shared opening is no longer offered (half-open); empty: until withdrawn.';
comment on column opening.model is 'Of the slot behind it; empty for an opening shared outside any agreement. standing = callable.';
create index opening_newest on opening (organisation_id, published_at desc, id desc) where in_pool;
create index opening_by_place on opening (organisation_id, sector_id, municipality_code, published_at desc, id desc) where in_pool;
create index opening_by_municipality on opening (organisation_id, municipality_code, published_at desc, id desc) where in_pool;
create index opening_by_workplace on opening (organisation_id, workplace_id, created_at desc);
create index opening_held on opening (organisation_id, held_until) where held_until is not null;
create index opening_shared on opening (organisation_id, sector_id, municipality_code) include (places, taken, free_from, expires_on) where in_pool and slot_id is null;
call protect_tenant('opening');

create table reservation (
  organisation_id uuid not null,
  id uuid not null,
  opening_id uuid not null,
  workplace_id uuid not null,
  slot_id uuid,
  citizen_ref text not null,
  target_group_code text not null,
  reason text not null,
  from_date date not null,
  until_date date not null,
  minutes_per_week integer not null,
  measure_type_code text not null,
  seat integer,
  reserved_by uuid not null,
  created_at timestamptz not null,
  first_at timestamptz,
  expires_at timestamptz not null,
  callback_at timestamptz,
  accepted_at timestamptz,
  declined_at timestamptz,
  decline_reason text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  expired_at timestamptz,
  version integer not null default 1,
  ended_at timestamptz generated always as (coalesce(accepted_at, declined_at, withdrawn_at, expired_at)) stored,
  constraint reservation_pk primary key (organisation_id, id),
  constraint reservation_opening_fk foreign key (organisation_id, opening_id) references opening (organisation_id, id),
  constraint reservation_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint reservation_slot_fk foreign key (organisation_id, slot_id) references slot (organisation_id, id),
  constraint reservation_user_fk foreign key (organisation_id, reserved_by) references app_user (organisation_id, id),
  constraint reservation_citizen_ref_shape check (length(citizen_ref) between 1 and 40),
  constraint reservation_reason_length check (length(reason) between 1 and 500),
  constraint reservation_date_order check (until_date > from_date),
  constraint reservation_minutes_range check (minutes_per_week between 30 and 2220),
  constraint reservation_seat_range check (seat between 1 and 99),
  constraint reservation_first_has_seat check ((seat is null) = (first_at is null)),
  constraint reservation_one_end check (num_nonnulls(accepted_at, declined_at, withdrawn_at, expired_at) <= 1),
  constraint reservation_decline_has_reason check ((declined_at is null) = (decline_reason is null))
);
comment on table reservation is 'A pseudonymous citizen''s claim on an opening. seat set = first (holds a place); seat empty = in the queue, by created_at, id. Ends as accepted, declined, withdrawn or expired; never deleted.';
create unique index reservation_one_first on reservation (organisation_id, opening_id, seat) where ended_at is null and seat is not null;
create index reservation_queue on reservation (organisation_id, opening_id, created_at, id) where ended_at is null;
create unique index reservation_citizen_once on reservation (organisation_id, opening_id, citizen_ref) where ended_at is null;
create index reservation_by_user on reservation (organisation_id, reserved_by, created_at desc);
create index reservation_expiring on reservation (organisation_id, expires_at) where ended_at is null;
create index reservation_live_by_slot on reservation (organisation_id, slot_id) include (from_date, until_date) where ended_at is null and seat is not null;
call protect_tenant('reservation');

alter table agreement add constraint agreement_born_of_reservation_fk
  foreign key (organisation_id, born_of_reservation_id) references reservation (organisation_id, id);

-- The lowest seat without a live first reservation. Volatile on purpose: called while the opening's row is locked, it
-- sees what was committed while the caller waited for that lock, which the caller's own statement cannot.
create function lowest_free_seat(of_opening uuid, places integer) returns integer language sql volatile as $$
  select min(seat) from generate_series(1, places) seat
   where not exists (select from reservation r
                      where r.organisation_id = (select app_organisation()) and r.opening_id = of_opening
                        and r.seat = seat.seat and r.ended_at is null)
$$;

create table mentor_link (
  organisation_id uuid not null,
  token_hash text not null,
  reservation_id uuid not null,
  mentor_id uuid,
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint mentor_link_pk primary key (organisation_id, token_hash),
  constraint mentor_link_reservation_fk foreign key (organisation_id, reservation_id) references reservation (organisation_id, id),
  constraint mentor_link_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id)
);
comment on table mentor_link is 'A request link: one trainee request, 30 days, renewable from its own expired page, used up by an answer. Only the token''s SHA-256 is kept.';
create index mentor_link_by_token on mentor_link (token_hash);
create index mentor_link_by_reservation on mentor_link (organisation_id, reservation_id);
call protect_tenant('mentor_link', 'token_hash = (select app_presented())');

create table placement (
  organisation_id uuid not null,
  id uuid not null,
  slot_id uuid,
  opening_id uuid,
  reservation_id uuid,
  workplace_id uuid not null,
  mentor_id uuid,
  citizen_ref text not null,
  measure_type_code text not null,
  minutes_per_week integer not null,
  period daterange not null,
  starts_on date generated always as (lower(period)) stored,
  ends_on date generated always as (upper(period)) stored,
  planned_end date not null,
  stopped_at timestamptz,
  stopped_by uuid,
  stop_reason text,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint placement_pk primary key (organisation_id, id),
  constraint placement_slot_fk foreign key (organisation_id, slot_id) references slot (organisation_id, id),
  constraint placement_opening_fk foreign key (organisation_id, opening_id) references opening (organisation_id, id),
  constraint placement_reservation_fk foreign key (organisation_id, reservation_id) references reservation (organisation_id, id),
  constraint placement_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint placement_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id),
  constraint placement_period_shape check (not isempty(period) and lower_inc(period) and not upper_inc(period) and not lower_inf(period) and not upper_inf(period)),
  constraint placement_minutes_range check (minutes_per_week between 30 and 2220),
  constraint placement_citizen_ref_shape check (length(citizen_ref) between 1 and 40),
  constraint placement_stop_has_reason check ((stopped_at is null) = (stop_reason is null)),
  constraint placement_once_per_reservation unique (organisation_id, reservation_id),
  constraint placement_no_overlap exclude using gist (organisation_id with =, slot_id with =, period with &&) where (cancelled_at is null)
);
comment on column placement.ends_on is 'The period''s end (exclusive), as starts_on is its first day: compare these in conditions. Row-level security lets no index answer for lower(period) or upper(period), which are not leakproof.';
comment on table placement is 'A citizen at one workplace for a half-open period. Two placements on one slot never share a day: placement_no_overlap.';
create index placement_by_workplace on placement (organisation_id, workplace_id, ends_on) include (starts_on) where cancelled_at is null;
create index placement_by_slot_end on placement (organisation_id, slot_id, ends_on) include (starts_on) where cancelled_at is null;
create index placement_ending on placement (organisation_id, ends_on) include (starts_on, slot_id, workplace_id) where cancelled_at is null;
call protect_tenant('placement');

create table demo_mail (
  organisation_id uuid not null,
  id uuid not null,
  to_address text not null,
  subject text not null,
  text text not null,
  html text not null,
  created_at timestamptz not null,
  constraint demo_mail_pk primary key (organisation_id, id),
  constraint demo_mail_organisation_fk foreign key (organisation_id) references organisation
);
comment on table demo_mail is 'Demo mode only: what would have been sent, for the mailbox page. Empty where mail is really sent.';
call protect_tenant('demo_mail');

create table mail_sent (
  organisation_id uuid not null,
  dedup_key text not null,
  sent_at timestamptz not null,
  constraint mail_sent_pk primary key (organisation_id, dedup_key),
  constraint mail_sent_organisation_fk foreign key (organisation_id) references organisation
);
comment on table mail_sent is 'Which mail has gone out, by the outbox row it came of: a repeated job sends nothing twice.';
call protect_tenant('mail_sent');
