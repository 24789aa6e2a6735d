-- What a mentor is beyond a name: several workplaces, days, strengths, training that lapses, and days away. `mentor.workplace_id`
-- stays where the mentor is employed; further workplaces are rows of their own, each with its dates.
alter table mentor
  add column experience text,
  add column strengths text,
  add column suits text,
  add column consideration_ids uuid[] not null default '{}',
  add column weekdays integer[] not null default '{1,2,3,4,5}',
  add column trained_until date,
  add constraint mentor_experience_length check (length(experience) <= 1000),
  add constraint mentor_strengths_length check (length(strengths) <= 1000),
  add constraint mentor_suits_length check (length(suits) <= 1000),
  add constraint mentor_weekdays_known check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  add constraint mentor_trained_order check (trained_until > trained_on);
comment on column mentor.suits is 'Whom the mentor suits, said from the work''s side; never a diagnosis.';
comment on column mentor.weekdays is 'ISO weekdays the mentor is at work: 1 = Monday.';
comment on column mentor.trained_until is 'First day the training no longer counts; empty: no end known. In step with the newest certificate.';

create table mentor_workplace (
  organisation_id uuid not null,
  id uuid not null,
  mentor_id uuid not null,
  workplace_id uuid not null,
  period daterange not null,
  starts_on date generated always as (lower(period)) stored,
  ends_on date generated always as (upper(period)) stored,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint mentor_workplace_pk primary key (organisation_id, id),
  constraint mentor_workplace_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id),
  constraint mentor_workplace_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint mentor_workplace_shape check (not isempty(period) and not lower_inf(period)),
  constraint mentor_workplace_once exclude using gist (organisation_id with =, mentor_id with =, workplace_id with =, period with &&)
);
comment on table mentor_workplace is 'Further workplaces of a mentor, half-open. The first is mentor.workplace_id with active_from and active_until.';
create index mentor_workplace_by_workplace on mentor_workplace (organisation_id, workplace_id);
call protect_tenant('mentor_workplace');

create table mentor_pause (
  organisation_id uuid not null,
  id uuid not null,
  mentor_id uuid not null,
  kind text not null,
  note text,
  period daterange not null,
  starts_on date generated always as (lower(period)) stored,
  ends_on date generated always as (upper(period)) stored,
  created_at timestamptz not null,
  created_by uuid,
  cancelled_at timestamptz,
  version integer not null default 1,
  constraint mentor_pause_pk primary key (organisation_id, id),
  constraint mentor_pause_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id),
  constraint mentor_pause_kind check (kind in ('holiday', 'overload', 'other')),
  constraint mentor_pause_note_length check (length(note) <= 500),
  constraint mentor_pause_shape check (not isempty(period) and not lower_inf(period)),
  constraint mentor_pause_no_overlap exclude using gist (organisation_id with =, mentor_id with =, period with &&) where (cancelled_at is null)
);
comment on table mentor_pause is 'Days a mentor takes in nobody (half-open; without an end: until further notice). Cancelled before it began, or shortened; never deleted.';
create index mentor_pause_by_mentor on mentor_pause (organisation_id, mentor_id, starts_on) where cancelled_at is null;
call protect_tenant('mentor_pause');

create index placement_by_mentor on placement (organisation_id, mentor_id, ends_on) include (starts_on, workplace_id)
  where mentor_id is not null and cancelled_at is null;

-- The mentors named at workplaces on a day. Inlined where it stands: a condition on workplace_id reaches the indexes.
create function mentors_on(on_day date)
  returns table (organisation_id uuid, workplace_id uuid, mentor_id uuid, accepts integer, trained boolean, away boolean)
  language sql stable parallel safe
  as $$
    select m.organisation_id, m.at_workplace, m.id, m.accepts,
           m.trained_on is not null and m.trained_on <= on_day and (m.trained_until is null or m.trained_until > on_day),
           exists (select from mentor_pause z
                    where z.organisation_id = m.organisation_id and z.mentor_id = m.id and z.cancelled_at is null
                      and z.starts_on <= on_day and (z.ends_on is null or z.ends_on > on_day))
      from (select n.*, n.workplace_id as at_workplace from mentor n
            union all
            select n.*, a.workplace_id from mentor_workplace a
              join mentor n on n.organisation_id = a.organisation_id and n.id = a.mentor_id
             where a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)) m
      join workplace w on w.organisation_id = m.organisation_id and w.id = m.at_workplace and (w.closed_on is null or w.closed_on > on_day)
     where m.organisation_id = (select app_organisation()) and m.active_from <= on_day and (m.active_until is null or m.active_until > on_day)
  $$;

-- Mentor headroom: what the mentors named there and not away accept, minus the placements there that day, minus those
-- the same mentors carry at other workplaces. A mentor of two workplaces gives the same room at both. Below zero: overfull.
create function mentor_headroom(of_workplace uuid, on_day date) returns integer language sql stable parallel safe
  as $$
    select coalesce((select sum(m.accepts) from mentors_on(on_day) m where m.workplace_id = of_workplace and not m.away), 0)::integer
         - (select count(*) from placement p
             where p.organisation_id = (select app_organisation()) and p.workplace_id = of_workplace and p.cancelled_at is null
               and p.starts_on <= on_day and p.ends_on > on_day)::integer
         - (select count(*) from mentors_on(on_day) m
              join placement p on p.organisation_id = m.organisation_id and p.mentor_id = m.mentor_id
             where m.workplace_id = of_workplace and not m.away and p.workplace_id <> of_workplace and p.cancelled_at is null
               and p.starts_on <= on_day and p.ends_on > on_day)::integer
  $$;
comment on function mentor_headroom is 'For one workplace; mentor_headrooms says the same for all at once.';

-- The same for every workplace that has a mentor who is not away; a workplace without has no row (its headroom is at most zero).
create function mentor_headrooms(on_day date) returns table (workplace_id uuid, headroom integer) language sql stable parallel safe
  as $$
    with present as materialized (
      select m.workplace_id, m.mentor_id, m.accepts from mentors_on(on_day) m where not m.away
    ), covering as materialized (
      select p.workplace_id, p.mentor_id from placement p
       where p.organisation_id = (select app_organisation()) and p.cancelled_at is null and p.starts_on <= on_day and p.ends_on > on_day
    )
    select load.workplace_id, (load.accepts - coalesce(here.n, 0) - coalesce(elsewhere.n, 0))::integer
      from (select present.workplace_id, sum(present.accepts) as accepts from present group by present.workplace_id) load
      left join (select covering.workplace_id, count(*) as n from covering group by covering.workplace_id) here on here.workplace_id = load.workplace_id
      left join (select present.workplace_id, count(*) as n from present
                   join covering on covering.mentor_id = present.mentor_id and covering.workplace_id <> present.workplace_id
                  group by present.workplace_id) elsewhere on elsewhere.workplace_id = load.workplace_id
  $$;

-- The board hears of all of it: whatever changes what a mentor gives touches every workplace of that mentor.
create function note_mentor_change(organisation uuid, mentor uuid) returns void language sql as $$
  select note_capacity_change(organisation, at.workplace_id, null, null)
    from (select m.workplace_id from mentor m where m.organisation_id = organisation and m.id = mentor
          union select a.workplace_id from mentor_workplace a where a.organisation_id = organisation and a.mentor_id = mentor) at
$$;

create function capacity_mentors_days_changed() returns trigger language plpgsql as $$
begin
  perform note_mentor_change(new.organisation_id, new.mentor_id);
  return null;
end $$;
create trigger capacity_mentor_workplace_changed after insert or update on mentor_workplace
  for each row execute function capacity_mentors_days_changed();
create trigger capacity_mentor_pause_changed after insert or update on mentor_pause
  for each row execute function capacity_mentors_days_changed();
-- A trainee at one workplace takes of the mentor's room at the others.
create function capacity_mentors_load_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.mentor_id is distinct from new.mentor_id then
    perform note_mentor_change(old.organisation_id, old.mentor_id);
  end if;
  perform note_mentor_change(new.organisation_id, new.mentor_id);
  return null;
end $$;
create trigger capacity_mentors_load_changed after insert or update of period, cancelled_at, mentor_id on placement
  for each row execute function capacity_mentors_load_changed();

create or replace function capacity_mentor_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    perform note_capacity_change(old.organisation_id, old.workplace_id, null, null);
  end if;
  perform note_mentor_change(new.organisation_id, new.id);
  return null;
end $$;
