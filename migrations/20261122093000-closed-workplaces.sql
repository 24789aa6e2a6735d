-- A workplace that closes has nothing in the pool from that day on, and nothing is promised there later. The tables
-- belong to libraries to the right of the one that closes it, which may not call them; the database may.

-- What is shared by hand is offered no longer than there is a workplace. The lock waits for a closing that is under way.
create function opening_within_workplace() returns trigger language plpgsql as $$
declare
  closes date;
begin
  select w.closed_on into closes from workplace w where w.organisation_id = new.organisation_id and w.id = new.workplace_id for key share;
  if closes <= new.free_from then
    raise exception 'the workplace is closed' using errcode = 'check_violation', constraint = 'workplace_closed';
  end if;
  new.free_until := least(new.free_until, closes);
  new.expires_on := least(new.expires_on, closes);
  return new;
end $$;
create trigger opening_within_workplace before insert or update of workplace_id, free_from, free_until, expires_on on opening
  for each row when (new.slot_id is null and new.withdrawn_at is null) execute function opening_within_workplace();

-- A place of an agreement says itself when it ends, and that is no later.
create function slot_within_workplace() returns trigger language plpgsql as $$
declare
  closes date;
begin
  select w.closed_on into closes from workplace w where w.organisation_id = new.organisation_id and w.id = new.workplace_id for key share;
  if closes is not null and (new.ends_on is null or new.ends_on > greatest(new.starts_on, closes)) then
    raise exception 'the workplace is closed' using errcode = 'check_violation', constraint = 'workplace_closed';
  end if;
  return new;
end $$;
create trigger slot_within_workplace before insert or update of workplace_id, starts_on, ends_on on slot
  for each row execute function slot_within_workplace();

-- Ends what is only offered at a workplace that closes: slots end that day, shared openings are offered until then or,
-- when that day has come, leave the pool. Answers the openings that left. Call it when closed_on is written and nobody
-- is promised anything there beyond it, with the openings' rows and then the workplace's locked.
create function close_workplace(of_workplace uuid, on_day date, today date, by_user uuid, at timestamptz, why text) returns setof uuid language plpgsql as $$
begin
  update slot s set ends_on = greatest(s.starts_on, on_day), version = s.version + 1
   where s.organisation_id = app_organisation() and s.workplace_id = of_workplace
     and (s.ends_on is null or s.ends_on > greatest(s.starts_on, on_day));
  perform refresh_slot_opening(array(select s.id from slot s where s.organisation_id = app_organisation() and s.workplace_id = of_workplace), today, at);
  return query
    update opening o
       set withdrawn_at = at, withdrawn_by = by_user, withdrawn_reason = why, held_by = null, held_until = null, version = o.version + 1
     where o.organisation_id = app_organisation() and o.workplace_id = of_workplace and o.slot_id is null and o.withdrawn_at is null
       and on_day <= greatest(o.free_from, today)
    returning o.id;
  update opening o set free_until = null, version = o.version + 1
   where o.organisation_id = app_organisation() and o.workplace_id = of_workplace and o.slot_id is null and o.withdrawn_at is null;
end $$;

-- Mentors of a closed workplace carry nobody: the board counts them anew.
drop trigger capacity_workplace_changed on workplace;
create trigger capacity_workplace_changed after update of sector_id, municipality_code, closed_on on workplace
  for each row when ((old.sector_id, old.municipality_code, old.closed_on) is distinct from (new.sector_id, new.municipality_code, new.closed_on))
  execute function capacity_place_changed();
