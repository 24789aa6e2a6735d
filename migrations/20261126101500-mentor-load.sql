-- How many a mentor has is asked where a placement is made and where it begins: one answer for both.
create function mentor_load(of_mentor uuid, from_day date, until_day date, but_placement uuid) returns integer language sql stable parallel safe as $$
  with carried as (
    select p.starts_on, p.ends_on from placement p
     where p.organisation_id = (select app_organisation()) and p.mentor_id = of_mentor and p.cancelled_at is null
       and p.id is distinct from but_placement and p.starts_on < greatest(until_day, from_day + 1) and p.ends_on > from_day
  )
  -- There are never more than on a day when one of them begins.
  select coalesce(max(n), 0)::int from (
    select count(*) as n
      from (select distinct greatest(starts_on, from_day) as day from carried) d
      join carried c on c.starts_on <= d.day and c.ends_on > d.day
     group by d.day) days
$$;
comment on function mentor_load is 'The most trainees the mentor carries on any day of a period (half-open), one placement not counted.';
