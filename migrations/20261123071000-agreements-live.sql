-- Agreements live: more of what was agreed, every version kept, pauses, acceptance by the company, and a cap over several
-- kinds of task. What an agreement's status is follows from dates and facts (libs/agreements/state.rules.ts): no column.
alter table agreement
  add column deputy_user_id uuid,
  add column measure_type_codes text[] not null default '{}',
  add column target_group_codes text[] not null default '{}',
  add column minutes_per_week integer,
  add column mentor_pay_ore integer,
  add column mentor_pay_minutes integer,
  add column mentor_pay_from date,
  add column mentor_pay_until date,
  add column requests_per_month integer,
  add column total_cap integer,
  add column follow_up_weeks integer,
  add column follow_up_plan text,
  add constraint agreement_deputy_fk foreign key (organisation_id, deputy_user_id) references app_user (organisation_id, id),
  add constraint agreement_deputy_is_another check (deputy_user_id <> contact_user_id),
  add constraint agreement_minutes_range check (minutes_per_week between 30 and 2220),
  add constraint agreement_pay_range check (mentor_pay_ore between 1 and 10000000),
  add constraint agreement_pay_minutes_range check (mentor_pay_minutes between 1 and 2220),
  add constraint agreement_pay_whole check ((mentor_pay_ore is null) = (mentor_pay_minutes is null) and (mentor_pay_ore is null) = (mentor_pay_from is null) and (mentor_pay_until is null or mentor_pay_from is not null)),
  add constraint agreement_pay_order check (mentor_pay_until > mentor_pay_from),
  add constraint agreement_requests_range check (requests_per_month between 1 and 1000),
  add constraint agreement_total_cap_range check (total_cap between 1 and 500),
  add constraint agreement_follow_up_range check (follow_up_weeks between 1 and 52),
  add constraint agreement_follow_up_length check (length(follow_up_plan) between 1 and 1000);
comment on column agreement.minutes_per_week is 'Hours a trainee is there, as agreed in general; a slot says its own.';
comment on column agreement.mentor_pay_ore is 'What the company is paid for the mentor''s task, in øre an hour, for mentor_pay_minutes a week from mentor_pay_from until (exclusive) mentor_pay_until.';
comment on column agreement.requests_per_month is 'The company''s own limit of requests in a calendar month. Advice: nothing is refused by it.';
comment on column agreement.total_cap is 'So many at once in all, whatever the number of slots: "4 in all, among these 8". Empty: as many as there are slots.';

-- A version is all that was agreed, as it read, from a day on. The agreement's own rows are those of the version in force.
create table agreement_version (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  number integer not null,
  valid_from date not null,
  content jsonb not null,
  why text,
  steps jsonb,
  written_at timestamptz not null,
  written_by uuid,
  applied_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  constraint agreement_version_pk primary key (organisation_id, id),
  constraint agreement_version_agreement_fk foreign key (organisation_id, agreement_id) references agreement (organisation_id, id),
  constraint agreement_version_user_fk foreign key (organisation_id, written_by) references app_user (organisation_id, id),
  constraint agreement_version_number_once unique (organisation_id, agreement_id, number),
  constraint agreement_version_why_length check (length(why) between 1 and 500),
  constraint agreement_version_withdrawn_has_reason check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint agreement_version_withdrawn_before_applied check (applied_at is null or withdrawn_at is null)
);
comment on column agreement_version.content is 'Everything that was agreed, with names as they were: what is printed, accepted and compared.';
comment on column agreement_version.steps is 'What a coming version does on its day. Null: the content was in force when it was written.';
create unique index agreement_version_one_coming on agreement_version (organisation_id, agreement_id) where steps is not null and applied_at is null and withdrawn_at is null;
create index agreement_version_due on agreement_version (organisation_id, valid_from) where steps is not null and applied_at is null and withdrawn_at is null;
call protect_tenant('agreement_version');

-- A change being written: the steps made so far in the editor. It touches nothing until it is given a day.
create table agreement_change (
  organisation_id uuid not null,
  agreement_id uuid not null,
  steps jsonb not null,
  begun_at timestamptz not null,
  begun_by uuid,
  version integer not null default 1,
  constraint agreement_change_pk primary key (organisation_id, agreement_id),
  constraint agreement_change_agreement_fk foreign key (organisation_id, agreement_id) references agreement (organisation_id, id),
  constraint agreement_change_user_fk foreign key (organisation_id, begun_by) references app_user (organisation_id, id)
);
call protect_tenant('agreement_change');

create table agreement_pause (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  period daterange not null,
  reason text not null,
  by_company boolean not null,
  created_at timestamptz not null,
  created_by uuid,
  cancelled_at timestamptz,
  constraint agreement_pause_pk primary key (organisation_id, id),
  constraint agreement_pause_agreement_fk foreign key (organisation_id, agreement_id) references agreement (organisation_id, id),
  constraint agreement_pause_user_fk foreign key (organisation_id, created_by) references app_user (organisation_id, id),
  constraint agreement_pause_reason_length check (length(reason) between 1 and 500),
  constraint agreement_pause_shape check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
  constraint agreement_pause_no_overlap exclude using gist (organisation_id with =, agreement_id with =, period with &&) where (cancelled_at is null)
);
comment on table agreement_pause is 'Days (half-open) when nobody new comes: the slots leave the pool for those days and come back. Who is there already stays.';
create index agreement_pause_by_agreement on agreement_pause (organisation_id, agreement_id) where cancelled_at is null;
call protect_tenant('agreement_pause');

-- The company's yes to one version: by a link that was mailed to it, or written down by a colleague with the reason.
create table agreement_acceptance (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  version_id uuid not null,
  name text not null,
  email text,
  asked_at timestamptz not null,
  asked_by uuid,
  accepted_at timestamptz,
  on_behalf_by uuid,
  on_behalf_reason text,
  constraint agreement_acceptance_pk primary key (organisation_id, id),
  constraint agreement_acceptance_agreement_fk foreign key (organisation_id, agreement_id) references agreement (organisation_id, id),
  constraint agreement_acceptance_version_fk foreign key (organisation_id, version_id) references agreement_version (organisation_id, id),
  constraint agreement_acceptance_asked_fk foreign key (organisation_id, asked_by) references app_user (organisation_id, id),
  constraint agreement_acceptance_behalf_fk foreign key (organisation_id, on_behalf_by) references app_user (organisation_id, id),
  constraint agreement_acceptance_name_length check (length(name) between 1 and 120),
  constraint agreement_acceptance_email_length check (length(email) <= 254),
  constraint agreement_acceptance_how check ((email is null) = (on_behalf_reason is not null)),
  constraint agreement_acceptance_behalf_is_accepted check (on_behalf_reason is null or (accepted_at is not null and on_behalf_by is not null)),
  constraint agreement_acceptance_reason_length check (length(on_behalf_reason) between 1 and 500)
);
create index agreement_acceptance_by_agreement on agreement_acceptance (organisation_id, agreement_id, asked_at);
call protect_tenant('agreement_acceptance');

create table agreement_link (
  organisation_id uuid not null,
  token_hash text not null,
  acceptance_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint agreement_link_pk primary key (organisation_id, token_hash),
  constraint agreement_link_acceptance_fk foreign key (organisation_id, acceptance_id) references agreement_acceptance (organisation_id, id)
);
comment on table agreement_link is 'A link to accept one version of an agreement: 30 days, renewable from its own expired page, used up by the acceptance. Only the token''s SHA-256 is kept.';
create index agreement_link_by_token on agreement_link (token_hash);
call protect_tenant('agreement_link', 'token_hash = (select app_presented())');

-- Appetite: how a company or one of its workplaces stands to being asked. The newest row is the light; the others its history.
create table appetite (
  organisation_id uuid not null,
  id uuid not null,
  company_id uuid not null,
  workplace_id uuid,
  light text not null,
  reason text,
  set_on date not null,
  set_at timestamptz not null,
  set_by uuid,
  constraint appetite_pk primary key (organisation_id, id),
  constraint appetite_company_fk foreign key (organisation_id, company_id) references company (organisation_id, id),
  constraint appetite_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint appetite_user_fk foreign key (organisation_id, set_by) references app_user (organisation_id, id),
  constraint appetite_light check (light in ('offering', 'maybe', 'not_now')),
  constraint appetite_not_now_has_reason check (light <> 'not_now' or reason is not null),
  constraint appetite_reason_length check (length(reason) between 1 and 300)
);
create index appetite_newest on appetite (organisation_id, company_id, workplace_id, id desc);
call protect_tenant('appetite');

-- Days on which the others of a capped agreement fill it: a slot's own placements are not counted against itself.
create function agreement_full_days(of_slot uuid) returns datemultirange language sql stable as $$
  with mine as (
    select s.agreement_id, a.total_cap
      from slot s join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
     where s.organisation_id = (select app_organisation()) and s.id = of_slot and a.total_cap is not null
  ), others as (
    select p.period
      from mine join slot t on t.organisation_id = (select app_organisation()) and t.agreement_id = mine.agreement_id and t.id <> of_slot
      join placement p on p.organisation_id = t.organisation_id and p.slot_id = t.id and p.cancelled_at is null
  ), edges as (
    select lower(period) as day from others union select upper(period) from others
  ), spans as (
    select daterange(day, lead(day) over (order by day)) as span from edges
  )
  select coalesce(range_agg(span), '{}') from spans
   where not upper_inf(span) and (select count(*) from others o where o.period @> lower(span)) >= (select total_cap from mine)
$$;

-- As before, and minus the agreement's pauses and the days when a cap over all its slots is reached.
create or replace function slot_gaps(of_slot uuid, from_day date, until_day date) returns setof daterange language sql stable
  as $$
    select unnest(datemultirange(case when until_day <= from_day then 'empty' else daterange(from_day, until_day) end)
                  - (select coalesce(range_agg(p.period), '{}') from placement p
                      where p.organisation_id = (select app_organisation()) and p.slot_id = of_slot and p.cancelled_at is null)
                  - (select coalesce(range_agg(q.period), '{}') from slot s
                       join agreement_pause q on q.organisation_id = s.organisation_id and q.agreement_id = s.agreement_id and q.cancelled_at is null
                      where s.organisation_id = (select app_organisation()) and s.id = of_slot)
                  - agreement_full_days(of_slot))
  $$;

-- One that is taken in a capped agreement changes when the others are free: they are brought in step together.
create function with_capped_siblings(slot_ids uuid[]) returns uuid[] language sql stable as $$
  select slot_ids || array(
    select distinct t.id
      from slot s
      join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.total_cap is not null
      join slot t on t.organisation_id = s.organisation_id and t.agreement_id = s.agreement_id and t.id <> all (slot_ids)
     where s.organisation_id = (select app_organisation()) and s.id = any (slot_ids))
$$;
alter function refresh_slot_opening(uuid[], date, timestamptz) rename to refresh_openings_of_slots;
create function refresh_slot_opening(slot_ids uuid[], on_day date, at timestamptz) returns void language sql as $$
  select refresh_openings_of_slots(with_capped_siblings(slot_ids), on_day, at)
$$;
comment on function refresh_slot_opening is 'Call it in the transaction that makes, ends, stops or cancels a placement on a slot, or changes the slot, its agreement, its pauses or its mentors.';

-- The most that are placed or first in line at once, on any day of a period, at an agreement's slots but for one.
-- Volatile on purpose: asked while the agreement's lock is held, it sees what was committed while the caller waited.
create function agreement_peak(of_agreement uuid, from_day date, until_day date, but_slot uuid) returns integer language sql volatile as $$
  with claim as (
    select p.slot_id, p.period
      from slot s join placement p on p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null
     where s.organisation_id = (select app_organisation()) and s.agreement_id = of_agreement and p.period && daterange(from_day, until_day)
    union all
    select r.slot_id, daterange(r.from_date, r.until_date)
      from slot s join reservation r on r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null and r.seat is not null
     where s.organisation_id = (select app_organisation()) and s.agreement_id = of_agreement and daterange(r.from_date, r.until_date) && daterange(from_day, until_day)
  )
  -- There are never more than on a day when one of them begins.
  select coalesce(max(n), 0)::int from (
    select count(distinct c.slot_id) as n
      from (select distinct greatest(lower(period), from_day) as day from claim) d
      join claim c on c.period @> d.day and c.slot_id is distinct from but_slot
     group by d.day) days
$$;

-- Claims under one capped agreement go through one at a time; after the openings' rows, in the order all take them.
create function lock_total_cap(of_agreement uuid) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended('agreement_total_cap' || of_agreement, 0))
$$;

-- Whether one more fits below the cap, for whoever claims in this transaction. True without one.
create function slot_has_room(of_slot uuid, from_day date, until_day date) returns boolean language sql volatile as $$
  select lock_total_cap(a.id)
    from slot s join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
   where s.organisation_id = (select app_organisation()) and s.id = of_slot and a.total_cap is not null;
  -- A statement of its own, so that it sees what was committed while the lock was waited for.
  select coalesce((
    select agreement_peak(a.id, from_day, until_day, of_slot) < a.total_cap
      from slot s join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
     where s.organisation_id = (select app_organisation()) and s.id = of_slot and a.total_cap is not null), true)
$$;

create function total_cap_holds() returns trigger language plpgsql as $$
declare
  days daterange := case tg_table_name when 'placement' then (to_jsonb(new) ->> 'period')::daterange
                    else daterange((to_jsonb(new) ->> 'from_date')::date, (to_jsonb(new) ->> 'until_date')::date) end;
begin
  if not slot_has_room(new.slot_id, lower(days), upper(days)) then
    raise exception 'more at once than agreed in all' using errcode = '23P01', constraint = 'agreement_total_cap', table = tg_table_name;
  end if;
  return null;
end $$;
create trigger placement_total_cap after insert or update of period, slot_id, cancelled_at on placement
  for each row when (new.slot_id is not null and new.cancelled_at is null) execute function total_cap_holds();
create trigger reservation_total_cap after insert or update of seat, from_date, until_date on reservation
  for each row when (new.slot_id is not null and new.seat is not null and new.ended_at is null) execute function total_cap_holds();

-- A pause or a new cap changes the board's cells as the agreement's dates do.
create function capacity_pause_changed() returns trigger language plpgsql as $$
begin
  perform note_capacity_change(new.organisation_id, s.id, null, null)
     from slot s where s.organisation_id = new.organisation_id and s.agreement_id = new.agreement_id;
  return null;
end $$;
create trigger capacity_pause_changed after insert or update on agreement_pause for each row execute function capacity_pause_changed();
create trigger capacity_agreement_cap_changed after update of total_cap on agreement
  for each row when (old.total_cap is distinct from new.total_cap) execute function capacity_agreement_changed();
