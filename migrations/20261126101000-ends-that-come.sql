-- Another end that a coming version brings is known from the day it is agreed: pool, board, calendar and extensions go by
-- it. Until the version's day the agreement still reads as it was. A coming model counts on the board from its day.
alter table agreement
  add column goes_with uuid,
  add column stays_until date,
  add column becomes text,
  add column becomes_on date,
  add constraint agreement_goes_with_fk foreign key (organisation_id, goes_with) references agreement_version (organisation_id, id),
  add constraint agreement_becomes_known check (becomes in ('fixed_slots', 'standing', 'cluster')),
  add constraint agreement_becomes_on_a_day check ((becomes is null) = (becomes_on is null));
comment on column agreement.goes_with is 'The version, not in force yet, whose end ends_on is. Emptied on its day, and when it is withdrawn.';
comment on column agreement.stays_until is 'What ends_on was, and is again if that version is withdrawn.';
comment on column agreement.becomes is 'The model that a version, not in force yet, brings on the day becomes_on: the board counts its places under it from then on.';

drop trigger capacity_agreement_changed on agreement;
create trigger capacity_agreement_changed after update of activated_at, starts_on, ends_on, becomes, becomes_on on agreement
  for each row execute function capacity_agreement_changed();

-- An offer that is no longer good is over for each place when nobody has it any more: one that is given back early ends
-- that day, rather than being offered to somebody else until its planned end.
create or replace function refresh_slot_opening(slot_ids uuid[], on_day date, at timestamptz) returns void language sql as $$
  update slot s set ends_on = greatest(s.starts_on, held.until), version = s.version + 1
    from agreement a
    join offer_answer f on f.organisation_id = a.organisation_id and f.agreement_id = a.id and f.answer = 'ended' and f.created_at = a.ended_at,
         unnest(slot_ids) given (id)
   cross join lateral (
         select max(until) as until from (
           select on_day as until
           union all
           select p.ends_on from placement p where p.organisation_id = (select app_organisation()) and p.slot_id = given.id and p.cancelled_at is null
           union all
           select r.until_date from reservation r where r.organisation_id = (select app_organisation()) and r.slot_id = given.id and r.ended_at is null) claims) held
   where s.organisation_id = (select app_organisation()) and s.id = given.id and a.organisation_id = s.organisation_id and a.id = s.agreement_id
     and s.ends_on > greatest(s.starts_on, held.until);
  select refresh_openings_of_slots(with_capped_siblings(slot_ids), on_day, at)
$$;
