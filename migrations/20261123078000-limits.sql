-- Rules of law with the days they hold, as reference data: a reform is a new row, never an edit. Advice, not authority:
-- the grant (bevilling) decides.
create table measure_duration_rule (
  code text not null,
  measure_type_code text not null,
  target_group_codes text[] not null,
  circumstance_da text,
  circumstance_en text,
  unit text not null,
  length integer,
  prolonged_to integer,
  further integer,
  version text not null,
  law text not null,
  valid daterange not null,
  constraint measure_duration_rule_pk primary key (code, valid),
  constraint measure_duration_rule_unit check (unit in ('week', 'month')),
  constraint measure_duration_rule_length check (length > 0 and prolonged_to > length and further > 0),
  constraint measure_duration_rule_circumstance check ((circumstance_da is null) = (circumstance_en is null)),
  constraint measure_duration_rule_valid_not_empty check (not isempty(valid)),
  constraint measure_duration_rule_no_overlap exclude using gist (code with =, valid with &&)
);
comment on table measure_duration_rule is 'How long a measure may last (LAB § 61). No length: the law sets none. prolonged_to: after an assessment, in all; further: at a time beyond that. With a circumstance: only where that is so.';

create table ratio_rule (
  version text not null,
  from_fte numeric[] not null,
  per integer[] not null,
  at_least integer not null,
  months integer not null,
  full_time_minutes integer not null,
  measures text[] not null,
  measures_by_choice text[] not null,
  measures_checked text[] not null,
  law text not null,
  valid daterange not null,
  constraint ratio_rule_pk primary key (version),
  constraint ratio_rule_steps check (cardinality(from_fte) = cardinality(per) and cardinality(per) > 0),
  constraint ratio_rule_valid_not_empty check (not isempty(valid)),
  constraint ratio_rule_no_overlap exclude using gist (valid with &&)
);
comment on table ratio_rule is 'The reasonableness requirement (rimelighedskrav) per P-number: from so many ordinary full-time employees on, one for every so many of them; at_least one. measures count on the used side, measures_by_choice where the organisation says so, measures_checked are those that must fit themselves.';

-- How many may be in placement at a workplace of so many ordinary employees (full-time equivalents), by a rule's steps.
-- Not in SQL: the board asks for every workplace, and a subquery for each would be most of its time.
create function ratio_cap(employees numeric, from_fte numeric[], per integer[], at_least integer) returns integer language plpgsql immutable parallel safe as $$
declare
  cap integer := 0;
begin
  for n in 1 .. cardinality(per) loop
    exit when employees <= from_fte[n];
    cap := cap + floor((least(employees, coalesce(from_fte[n + 1], employees)) - from_fte[n]) / per[n]);
  end loop;
  return greatest(at_least, cap);
end $$;

create table workplace_employees (
  organisation_id uuid not null,
  id uuid not null,
  workplace_id uuid not null,
  month date not null,
  fte numeric(8, 2) not null,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint workplace_employees_pk primary key (organisation_id, id),
  constraint workplace_employees_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint workplace_employees_created_by_fk foreign key (organisation_id, created_by) references app_user (organisation_id, id),
  constraint workplace_employees_once unique (organisation_id, workplace_id, month),
  constraint workplace_employees_month check (month = date_trunc('month', month)),
  constraint workplace_employees_range check (fte between 0 and 100000)
);
comment on table workplace_employees is 'A month''s ordinary employees in full-time equivalents, as the company states them: without publicly subsidised employees and under-18s. Before the months are stated, workplace.employees_fte stands in.';
call protect_tenant('workplace_employees');

-- The mean of the last stated months before a day: as many as the rule says, counted back from the newest.
create function employees_before(of_workplace uuid, on_day date) returns numeric language sql stable parallel safe as $$
  select avg(e.fte) from workplace_employees e
   where e.organisation_id = (select app_organisation()) and e.workplace_id = of_workplace and e.month < date_trunc('month', on_day)
     and e.month > (select max(n.month) from workplace_employees n
                     where n.organisation_id = (select app_organisation()) and n.workplace_id = of_workplace and n.month < date_trunc('month', on_day))
                   - make_interval(months => (select r.months from ratio_rule r where r.valid @> on_day))
$$;

alter table organisation
  add column ratio_counts_by_choice boolean not null default true,
  add column ratio_blocks boolean not null default false;
comment on column organisation.ratio_counts_by_choice is 'Whether measures that are no longer checked themselves (nytteindsats) still count on the used side of the ratio rule.';
alter table placement
  add column ratio_exempt boolean not null default false;
comment on column placement.ratio_exempt is 'On sick leave at their own workplace: outside the ratio rule.';

-- What the rule leaves at one workplace on a day: how many it may have, and the weekly minutes that count already.
-- No row: nobody has said how many employees there are, or no rule held that day.
create function legal_room(of_workplace uuid, on_day date)
  returns table (employees numeric, cap integer, used_minutes integer, full_time_minutes integer) language sql stable parallel safe as $$
    select e.fte, ratio_cap(e.fte, r.from_fte, r.per, r.at_least), coalesce((
             select sum(coalesce((select h.minutes_per_week from placement_hours h
                                   where h.organisation_id = p.organisation_id and h.placement_id = p.id and h.from_on <= on_day
                                   order by h.from_on desc limit 1), p.minutes_per_week))
               from placement p
              where p.organisation_id = (select app_organisation()) and p.workplace_id = of_workplace and p.cancelled_at is null
                and p.starts_on <= on_day and p.ends_on > on_day and not p.ratio_exempt
                and (p.measure_type_code = any (r.measures)
                     or (p.measure_type_code = any (r.measures_by_choice) and (select o.ratio_counts_by_choice from organisation o where o.organisation_id = app_organisation())))), 0)::integer,
           r.full_time_minutes
      from ratio_rule r
      join (select coalesce(employees_before(of_workplace, on_day), w.employees_fte) as fte from workplace w
             where w.organisation_id = (select app_organisation()) and w.id = of_workplace) e on e.fte is not null
     where r.valid @> on_day
  $$;
comment on function legal_room is 'For one workplace; legal_rooms says the same for all at once.';

create function legal_rooms(on_day date)
  returns table (workplace_id uuid, employees numeric, cap integer, used_minutes integer, full_time_minutes integer) language sql stable parallel safe as $$
    select w.id, coalesce(stated.fte, w.employees_fte), ratio_cap(coalesce(stated.fte, w.employees_fte), r.from_fte, r.per, r.at_least),
           coalesce(used.minutes, 0)::integer, r.full_time_minutes
      from workplace w
      join ratio_rule r on r.valid @> on_day
      left join (select e.workplace_id, avg(e.fte) as fte
                   from (select n.workplace_id, n.fte, n.month, max(n.month) over (partition by n.workplace_id) as newest
                           from workplace_employees n
                          where n.organisation_id = (select app_organisation()) and n.month < date_trunc('month', on_day)) e
                  where e.month > e.newest - make_interval(months => (select l.months from ratio_rule l where l.valid @> on_day))
                  group by e.workplace_id) stated on stated.workplace_id = w.id
      left join (select p.workplace_id, sum(coalesce(ramp.minutes_per_week, p.minutes_per_week)) as minutes
                   from placement p
                   join ratio_rule c on c.valid @> on_day
                   left join (select distinct on (h.placement_id) h.placement_id, h.minutes_per_week from placement_hours h
                               where h.organisation_id = (select app_organisation()) and h.from_on <= on_day
                               order by h.placement_id, h.from_on desc) ramp on ramp.placement_id = p.id
                  where p.organisation_id = (select app_organisation()) and p.cancelled_at is null and p.starts_on <= on_day and p.ends_on > on_day
                    and not p.ratio_exempt
                    and (p.measure_type_code = any (c.measures)
                         or (p.measure_type_code = any (c.measures_by_choice) and (select o.ratio_counts_by_choice from organisation o where o.organisation_id = app_organisation())))
                  group by p.workplace_id) used on used.workplace_id = w.id
     where w.organisation_id = (select app_organisation()) and coalesce(stated.fte, w.employees_fte) is not null
  $$;

-- The board hears of it: what changes the room a law leaves touches the workplace.
create function capacity_law_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform note_capacity_change(old.organisation_id, old.workplace_id, null, null);
  end if;
  if tg_op <> 'DELETE' then
    perform note_capacity_change(new.organisation_id, new.workplace_id, null, null);
  end if;
  return null;
end $$;
create trigger capacity_employees_stated after insert or update or delete on workplace_employees
  for each row execute function capacity_law_changed();
create trigger capacity_counted_hours_changed after update of minutes_per_week, measure_type_code, ratio_exempt on placement
  for each row execute function capacity_law_changed();
create trigger capacity_slot_hours_changed after update of minutes_per_week on slot
  for each row execute function capacity_law_changed();

create function capacity_ramp_changed() returns trigger language plpgsql as $$
begin
  perform note_capacity_change(p.organisation_id, p.workplace_id, null, null)
     from placement p
    where (p.organisation_id, p.id) in ((old.organisation_id, old.placement_id), (new.organisation_id, new.placement_id));
  return null;
end $$;
create trigger capacity_ramp_changed after insert or update or delete on placement_hours
  for each row execute function capacity_ramp_changed();

create function capacity_workplace_employees_changed() returns trigger language plpgsql as $$
begin
  perform note_capacity_change(new.organisation_id, new.id, null, null);
  return null;
end $$;
create trigger capacity_workplace_employees_changed after update of employees_fte on workplace
  for each row when (old.employees_fte is distinct from new.employees_fte) execute function capacity_workplace_employees_changed();

-- A setting of the organisation touches every cell.
create function capacity_ratio_choice_changed() returns trigger language plpgsql as $$
begin
  perform note_capacity_change(new.organisation_id, null, c.sector_id, c.municipality_code)
     from (select distinct s.sector_id, s.municipality_code from slot s where s.organisation_id = new.organisation_id) c;
  return null;
end $$;
create trigger capacity_ratio_choice_changed after update of ratio_counts_by_choice on organisation
  for each row when (old.ratio_counts_by_choice <> new.ratio_counts_by_choice) execute function capacity_ratio_choice_changed();
