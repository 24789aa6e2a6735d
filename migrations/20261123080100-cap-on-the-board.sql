-- A cap over several kinds of place ("4 in all, among these 8") holds on the board, too: of the places that are free on a
-- day, only so many are counted as the cap leaves, the lowest numbers first. The others are alternatives, not capacity.
create index agreement_capped on agreement (organisation_id, id) where total_cap is not null;

create function slots_beyond_cap(on_days date[], of_agreements uuid[]) returns table (slot_id uuid, days date[]) language sql stable as $$
  select ranked.id, array_agg(ranked.day)
    from (select mine.id, mine.day, mine.taken,
                 mine.total_cap - count(*) filter (where mine.taken) over (partition by mine.agreement_id, mine.day) as remaining,
                 row_number() over (partition by mine.agreement_id, mine.day, mine.taken order by mine.number) as nth
            from (select s.id, s.number, s.agreement_id, a.total_cap, d.day,
                         exists (select from placement p where p.organisation_id = s.organisation_id and p.slot_id = s.id
                                    and p.cancelled_at is null and p.ends_on > d.day)
                      or exists (select from reservation r where r.organisation_id = s.organisation_id and r.slot_id = s.id
                                    and r.ended_at is null and r.seat is not null and r.until_date > d.day) as taken
                    from agreement a
                    join slot s on s.organisation_id = a.organisation_id and s.agreement_id = a.id
                    join unnest(on_days) d (day) on s.starts_on <= d.day and (s.ends_on is null or s.ends_on > d.day)
                     and a.starts_on <= d.day and (a.ends_on is null or a.ends_on > d.day)
                   where a.organisation_id = (select app_organisation()) and a.total_cap is not null and a.activated_at is not null
                     and (of_agreements is null or a.id = any (of_agreements))) mine) ranked
   where not ranked.taken and ranked.nth > ranked.remaining
   group by ranked.id
$$;
comment on function slots_beyond_cap is 'Free places that a cap over all of an agreement''s places leaves no room for, and on which of the days. Taken: placed from that day on or first in line, as the board counts it.';

-- One that is taken, comes or goes in a capped agreement changes how many of the others count, wherever those stand.
create function note_capped_siblings(organisation uuid, of_slot uuid) returns void language sql as $$
  select note_capacity_change(organisation, t.id, null, null)
    from slot s
    join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.total_cap is not null
    join slot t on t.organisation_id = s.organisation_id and t.agreement_id = s.agreement_id and t.id <> s.id
   where s.organisation_id = organisation and s.id = of_slot
$$;

create or replace function capacity_claim_changed() returns trigger language plpgsql as $$
begin
  if new.slot_id is not null then
    perform note_capacity_change(new.organisation_id, new.slot_id, null, null);
    perform note_capped_siblings(new.organisation_id, new.slot_id);
  end if;
  perform note_capacity_change(new.organisation_id, new.workplace_id, null, null);
  return null;
end $$;

create function capacity_capped_slot_changed() returns trigger language plpgsql as $$
begin
  perform note_capped_siblings(new.organisation_id, new.id);
  return null;
end $$;
create trigger capacity_capped_slot_changed after insert or update of workplace_id, starts_on, ends_on on slot
  for each row execute function capacity_capped_slot_changed();
