-- A slot that is free until Christmas and again in January stands in the pool with both: who asks for January finds it.
-- Openings of before get theirs when their slot is next touched.
alter table opening add column later_from date, add column later_until date;
alter table opening add constraint opening_later_is_after check (
  case when later_from is null then later_until is null
       else slot_id is not null and free_until is not null and later_from >= free_until and coalesce(later_until > later_from, true) end) not valid;
alter table opening validate constraint opening_later_is_after;
comment on column opening.later_from is 'First day of the slot''s next gap of a week or more, after the one that free_from and free_until tell; until later_until (exclusive; empty: no end).';

create or replace function refresh_openings_of_slots(slot_ids uuid[], on_day date, at timestamptz)
 returns void language sql as $$
  -- First the openings' rows, in one order for everybody: what follows is a statement of its own and so counts what was
  -- committed while this one waited. Counted before the wait, a placement just made would show its days as free again.
  select from opening o
   where o.organisation_id = app_organisation() and o.slot_id = any (slot_ids)
   order by o.id for no key update;
  with face as (
    select s.*, gap.free, gap.later, w.lat, w.lon, m.mentor_id,
           pool_search_text(c.name, w.name, s.tasks, w.street, w.postal_code, w.town) as search_text
      from slot s
      join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.activated_at is not null
      join workplace w on w.organisation_id = s.organisation_id and w.id = s.workplace_id
      join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
     cross join lateral (
           select free, case when not lead(short) over in_order then lead(free) over in_order end as later
             from (select free, coalesce(upper(free) - greatest(lower(free), on_day) < 7, false) as short
                     from slot_gaps(s.id, greatest(s.starts_on, a.starts_on), least(s.ends_on, a.ends_on)) free
                    where upper_inf(free) or upper(free) > on_day) gaps
           window in_order as (order by short, lower(free))
            order by short, lower(free)
            limit 1) gap
      left join lateral (
           select n.mentor_id
             from mentors_of_place(s.workplace_id, s.agreement_id, greatest(lower(gap.free), on_day)) n
            order by n.away, n.in_agreement desc, n.at_home desc, n.active_from, n.mentor_id
            limit 1) m on true
     where s.organisation_id = app_organisation() and s.id = any (slot_ids)
  ), shown as (
    insert into opening as o
           (organisation_id, id, workplace_id, slot_id, model, kind, tasks, places, minutes_per_week, path_to_hours,
            consideration_ids, mentor_id, free_from, free_until, later_from, later_until, published_at, sector_id, municipality_code, lat, lon,
            search_text, created_at)
    select organisation_id, id, workplace_id, id, model, 'placement', tasks, 1, minutes_per_week, path_to_hours,
           consideration_ids, mentor_id, lower(free), upper(free), lower(later), upper(later), at, sector_id, municipality_code, lat, lon,
           search_text, at
      from face
        on conflict on constraint opening_slot_once do update
       set workplace_id = excluded.workplace_id, model = excluded.model, tasks = excluded.tasks,
           minutes_per_week = excluded.minutes_per_week, path_to_hours = excluded.path_to_hours,
           consideration_ids = excluded.consideration_ids, mentor_id = excluded.mentor_id,
           free_from = excluded.free_from, free_until = excluded.free_until,
           later_from = excluded.later_from, later_until = excluded.later_until,
           sector_id = excluded.sector_id, municipality_code = excluded.municipality_code,
           lat = excluded.lat, lon = excluded.lon, search_text = excluded.search_text,
           withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null,
           published_at = case
             when o.held_by is not null then null
             when o.withdrawn_at is not null or excluded.free_from < o.free_from then at
             else coalesce(o.published_at, at) end
     where (o.withdrawn_at is not null, o.workplace_id, o.model, o.tasks, o.minutes_per_week, o.path_to_hours,
            o.consideration_ids, o.mentor_id, o.free_from, o.free_until, o.later_from, o.later_until, o.sector_id, o.municipality_code, o.lat, o.lon,
            o.search_text)
        is distinct from
           (false, excluded.workplace_id, excluded.model, excluded.tasks, excluded.minutes_per_week,
            excluded.path_to_hours, excluded.consideration_ids, excluded.mentor_id, excluded.free_from,
            excluded.free_until, excluded.later_from, excluded.later_until, excluded.sector_id, excluded.municipality_code, excluded.lat, excluded.lon,
            excluded.search_text)
    returning o.published_at
  ), gone as (
    update opening o
       set withdrawn_at = at, withdrawn_by = null, withdrawn_reason = 'slot'
     where o.organisation_id = app_organisation() and o.slot_id = any (slot_ids) and o.withdrawn_at is null
       and not exists (select from face f where f.id = o.slot_id)
    returning 1
  )
  -- Pages that watch the pool are told once a transaction; nobody is told of what only changed its words.
  select pg_notify('indgang_pool', app_organisation()::text) from shown where published_at = at limit 1
$$;

create function opening_has_days(o opening, from_day date, until_day date) returns boolean language sql immutable parallel safe as $$
  select coalesce(from_day >= o.free_from and (o.free_until is null or until_day <= o.free_until), false)
      or coalesce(from_day >= o.later_from and (o.later_until is null or until_day <= o.later_until), false)
$$;
comment on function opening_has_days is 'Whether the place is free on all days of a period (half-open), in one of the two gaps its opening tells.';
