/**
 * The id of the agreement that placement `p` is under: its slot's; outside slots the one born of its match (model 3), or
 * of the match it goes on from after a move within the company. Null: none.
 */
export const agreementOfPlacement = `coalesce(
  (select held.agreement_id from slot held where held.organisation_id = p.organisation_id and held.id = p.slot_id),
  (with recursive back as (
     select p.reservation_id, p.continues_id where p.slot_id is null
      union all
     select b.reservation_id, b.continues_id from back join placement b on b.organisation_id = p.organisation_id and b.id = back.continues_id
   )
   select born.id from back
     join agreement born on born.organisation_id = p.organisation_id and born.born_of_reservation_id = back.reservation_id
     join workplace at on at.organisation_id = p.organisation_id and at.id = p.workplace_id and at.company_id = born.company_id
    limit 1))`;
