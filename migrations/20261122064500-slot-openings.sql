-- A slot's face in the pool, and what a workplace carries to the right. Both live in the database because every library
-- that touches slots, placements or workplaces must leave them true in its own transaction, whoever it is.

-- What a text search in the pool looks through.
create function pool_search_text(company text, workplace text, tasks text, street text, postal_code text, town text) returns text
  language sql stable parallel safe
  as $$ select fold_danish(concat_ws(' ', company, nullif(workplace, company), tasks, street, postal_code, town)) $$;

-- The days a slot is free: its own and its agreement's dates minus its placements. Open end: no upper bound.
create function slot_gaps(of_slot uuid, from_day date, until_day date) returns setof daterange language sql stable
  as $$
    select unnest(datemultirange(case when until_day <= from_day then 'empty' else daterange(from_day, until_day) end)
                  - coalesce(range_agg(p.period), '{}'))
      from placement p
     where p.organisation_id = (select app_organisation()) and p.slot_id = of_slot and p.cancelled_at is null
  $$;

-- Keeps the opening of each slot in step: the first gap that is not over on `on_day`, and the slot's own facts. A gap of
-- less than a week between two placements is passed over when a longer one follows: nobody is placed for a weekend.
-- Without any gap left, or under an agreement that is not active, the opening leaves the pool; when a gap comes back it
-- is news again. An opening has its slot's id: there is exactly one. Reservations on it (taken) are not touched.
create function refresh_slot_opening(slot_ids uuid[], on_day date, at timestamptz) returns void language sql as $$
  -- First the openings' rows, in one order for everybody: what follows is a statement of its own and so counts what was
  -- committed while this one waited. Counted before the wait, a placement just made would show its days as free again.
  select from opening o
   where o.organisation_id = app_organisation() and o.slot_id = any (slot_ids)
   order by o.id for no key update;
  with face as (
    select s.*, gap.free, w.lat, w.lon, m.mentor_id,
           pool_search_text(c.name, w.name, s.tasks, w.street, w.postal_code, w.town) as search_text
      from slot s
      join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.activated_at is not null
      join workplace w on w.organisation_id = s.organisation_id and w.id = s.workplace_id
      join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
     cross join lateral (
           select free
             from slot_gaps(s.id, greatest(s.starts_on, a.starts_on), least(s.ends_on, a.ends_on)) free
            where upper_inf(free) or upper(free) > on_day
            order by coalesce(upper(free) - greatest(lower(free), on_day) < 7, false), lower(free)
            limit 1) gap
      left join lateral (
           select am.mentor_id
             from agreement_mentor am
             join mentor n on n.organisation_id = am.organisation_id and n.id = am.mentor_id
            where am.organisation_id = s.organisation_id and am.agreement_id = s.agreement_id
              and n.workplace_id = s.workplace_id and (n.active_until is null or n.active_until > on_day)
            order by n.active_from, n.id
            limit 1) m on true
     where s.organisation_id = app_organisation() and s.id = any (slot_ids)
  ), shown as (
    insert into opening as o
           (organisation_id, id, workplace_id, slot_id, model, kind, tasks, places, minutes_per_week, path_to_hours,
            consideration_ids, mentor_id, free_from, free_until, published_at, sector_id, municipality_code, lat, lon,
            search_text, created_at)
    select organisation_id, id, workplace_id, id, model, 'placement', tasks, 1, minutes_per_week, path_to_hours,
           consideration_ids, mentor_id, lower(free), upper(free), at, sector_id, municipality_code, lat, lon,
           search_text, at
      from face
        on conflict on constraint opening_slot_once do update
       set workplace_id = excluded.workplace_id, model = excluded.model, tasks = excluded.tasks,
           minutes_per_week = excluded.minutes_per_week, path_to_hours = excluded.path_to_hours,
           consideration_ids = excluded.consideration_ids, mentor_id = excluded.mentor_id,
           free_from = excluded.free_from, free_until = excluded.free_until,
           sector_id = excluded.sector_id, municipality_code = excluded.municipality_code,
           lat = excluded.lat, lon = excluded.lon, search_text = excluded.search_text,
           withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null,
           published_at = case
             when o.held_by is not null then null
             when o.withdrawn_at is not null or excluded.free_from < o.free_from then at
             else coalesce(o.published_at, at) end
     where (o.withdrawn_at is not null, o.workplace_id, o.model, o.tasks, o.minutes_per_week, o.path_to_hours,
            o.consideration_ids, o.mentor_id, o.free_from, o.free_until, o.sector_id, o.municipality_code, o.lat, o.lon,
            o.search_text)
        is distinct from
           (false, excluded.workplace_id, excluded.model, excluded.tasks, excluded.minutes_per_week,
            excluded.path_to_hours, excluded.consideration_ids, excluded.mentor_id, excluded.free_from,
            excluded.free_until, excluded.sector_id, excluded.municipality_code, excluded.lat, excluded.lon,
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
comment on function refresh_slot_opening is 'Call it in the transaction that makes, ends, stops or cancels a placement on a slot, or changes the slot, its agreement or its mentors.';

-- A workplace that moves, changes trade or name takes its slots and openings along: the pool and the board read those
-- rows alone. The tables belong to libraries to the right, which a library may not call; the database may.
create function workplace_carries() returns trigger language plpgsql as $$
begin
  update slot s
     set sector_id = new.sector_id, municipality_code = new.municipality_code
   where s.organisation_id = new.organisation_id and s.workplace_id = new.id
     and (s.sector_id, s.municipality_code) is distinct from (new.sector_id, new.municipality_code);
  update opening o
     set sector_id = new.sector_id, municipality_code = new.municipality_code, lat = new.lat, lon = new.lon,
         search_text = pool_search_text(c.name, new.name, o.tasks, new.street, new.postal_code, new.town)
    from company c
   where o.organisation_id = new.organisation_id and o.workplace_id = new.id
     and c.organisation_id = new.organisation_id and c.id = new.company_id
     and (o.sector_id, o.municipality_code, o.lat, o.lon, o.search_text) is distinct from
         (new.sector_id, new.municipality_code, new.lat, new.lon,
          pool_search_text(c.name, new.name, o.tasks, new.street, new.postal_code, new.town));
  return null;
end $$;
create trigger workplace_carries after update of sector_id, municipality_code, lat, lon, search_text on workplace
  for each row when ((old.sector_id, old.municipality_code, old.lat, old.lon, old.search_text)
                     is distinct from (new.sector_id, new.municipality_code, new.lat, new.lon, new.search_text))
  execute function workplace_carries();
