-- The board is counted from slots, placements, reservations, mentors and shared openings, never from kept sums. So that
-- it need not count all of them again for every look, each process keeps the figures it counted and asks here what has
-- changed since: exactly, by transaction visibility (docs/decisions/capacity-board.md). Rows are only ever added, so
-- two writers never wait for each other here.
create table capacity_change (
  organisation_id uuid not null,
  transaction xid8 not null,
  subject_id uuid,
  sector_id uuid,
  municipality_code text,
  at timestamptz not null,
  constraint capacity_change_once unique nulls not distinct (organisation_id, transaction, subject_id, sector_id, municipality_code),
  constraint capacity_change_organisation_fk foreign key (organisation_id) references organisation
);
comment on table capacity_change is 'Which cells of the board a transaction touched; kept a day. A cell is named by its sector and municipality, or by a slot or workplace (subject_id) that is looked up where it stands when somebody reads: it may have moved meanwhile.';
create index capacity_change_age on capacity_change (organisation_id, at);
call protect_tenant('capacity_change');

create function note_capacity_change(organisation uuid, subject uuid, sector uuid, municipality text) returns void language sql as $$
  insert into capacity_change (organisation_id, transaction, subject_id, sector_id, municipality_code, at)
  values (organisation, pg_current_xact_id(), subject, sector, municipality, now())
  on conflict do nothing
$$;

-- A slot or workplace: itself, the cell it left and the cell it came to.
create function capacity_place_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform note_capacity_change(old.organisation_id, old.id, old.sector_id, old.municipality_code);
  end if;
  if tg_op <> 'DELETE' then
    perform note_capacity_change(new.organisation_id, new.id, new.sector_id, new.municipality_code);
  end if;
  return null;
end $$;
create trigger capacity_slot_changed after insert or delete or update of workplace_id, model, sector_id, municipality_code, starts_on, ends_on on slot
  for each row execute function capacity_place_changed();
create trigger capacity_workplace_changed after update of sector_id, municipality_code on workplace
  for each row when ((old.sector_id, old.municipality_code) is distinct from (new.sector_id, new.municipality_code))
  execute function capacity_place_changed();
create trigger capacity_opening_added after insert on opening
  for each row when (new.slot_id is null) execute function capacity_place_changed();
create trigger capacity_opening_changed after update on opening
  for each row when (new.slot_id is null and (old.places, old.taken, old.free_from, old.free_until, old.expires_on, old.in_pool, old.sector_id, old.municipality_code)
                     is distinct from (new.places, new.taken, new.free_from, new.free_until, new.expires_on, new.in_pool, new.sector_id, new.municipality_code))
  execute function capacity_place_changed();

-- A placement or reservation: its slot, and its workplace (whose mentors carry it).
create function capacity_claim_changed() returns trigger language plpgsql as $$
begin
  if new.slot_id is not null then
    perform note_capacity_change(new.organisation_id, new.slot_id, null, null);
  end if;
  perform note_capacity_change(new.organisation_id, new.workplace_id, null, null);
  return null;
end $$;
create trigger capacity_placement_changed after insert or update of period, cancelled_at, slot_id, workplace_id on placement
  for each row execute function capacity_claim_changed();
create trigger capacity_reservation_changed after insert or update of seat, until_date, accepted_at, declined_at, withdrawn_at, expired_at on reservation
  for each row when (new.slot_id is not null) execute function capacity_claim_changed();

create function capacity_mentor_changed() returns trigger language plpgsql as $$
begin
  perform note_capacity_change(new.organisation_id, new.workplace_id, null, null);
  return null;
end $$;
create trigger capacity_mentor_changed after insert or update of workplace_id, accepts, active_from, active_until on mentor
  for each row execute function capacity_mentor_changed();

create function capacity_agreement_changed() returns trigger language plpgsql as $$
begin
  perform note_capacity_change(new.organisation_id, s.id, null, null)
     from slot s where s.organisation_id = new.organisation_id and s.agreement_id = new.id;
  return null;
end $$;
create trigger capacity_agreement_changed after update of activated_at, starts_on, ends_on on agreement
  for each row execute function capacity_agreement_changed();
