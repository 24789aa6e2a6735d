-- A mentor is written to in a language of their own: Danish unless somebody says otherwise.
alter table mentor
  add column language text not null default 'da',
  add constraint mentor_language_known check (language in ('da', 'en'));
comment on column mentor.language is 'Of mails to the mentor, and of the mentor''s own page until the device says otherwise.';

-- Who can be mentor of a place on a day: employed at its workplace, named there too on that day, or (in no cluster, where
-- each workplace has its own) named in its agreement, wherever employed.
create function mentors_of_place(of_workplace uuid, of_agreement uuid, on_day date)
  returns table (mentor_id uuid, in_agreement boolean, at_home boolean, away boolean, active_from date)
  language sql stable parallel safe
  as $$
    select m.id, named.in_agreement, m.workplace_id = of_workplace,
           exists (select from mentor_pause z
                    where z.organisation_id = m.organisation_id and z.mentor_id = m.id and z.cancelled_at is null
                      and z.starts_on <= on_day and (z.ends_on is null or z.ends_on > on_day)),
           m.active_from
      from mentor m
     cross join lateral (
           select exists (select from agreement_mentor am
                           where am.organisation_id = m.organisation_id and am.agreement_id = of_agreement and am.mentor_id = m.id) as in_agreement) named
     where m.organisation_id = (select app_organisation())
       and m.active_from <= on_day and (m.active_until is null or m.active_until > on_day)
       and m.id in (
           select h.id from mentor h where h.organisation_id = (select app_organisation()) and h.workplace_id = of_workplace
           union all
           select mw.mentor_id from mentor_workplace mw
            where mw.organisation_id = (select app_organisation()) and mw.workplace_id = of_workplace
              and mw.starts_on <= on_day and (mw.ends_on is null or mw.ends_on > on_day)
           union all
           select am.mentor_id from agreement_mentor am
             join agreement a on a.organisation_id = am.organisation_id and a.id = am.agreement_id and a.model <> 'cluster'
            where am.organisation_id = (select app_organisation()) and am.agreement_id = of_agreement)
  $$;
comment on function mentors_of_place is 'An opening shows them, and a request is sent to one of them.';

-- An opening from a slot names the first of them on the first day it can be used; before, only one employed there and named in the agreement.
create or replace function refresh_openings_of_slots(slot_ids uuid[], on_day date, at timestamptz)
 returns void language sql as $$
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
           select n.mentor_id
             from mentors_of_place(s.workplace_id, s.agreement_id, greatest(lower(gap.free), on_day)) n
            order by n.away, n.in_agreement desc, n.at_home desc, n.active_from, n.mentor_id
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
