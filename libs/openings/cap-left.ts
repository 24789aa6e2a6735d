/*
 * Below a cap over all of an agreement's places ("4 in all, among these 8") the places are alternatives: all of them are
 * in the pool, and each says how many may still be taken. Those that are first in line count, as in claiming a place.
 */
const firstDay = (o: string, today: string): string => `greatest(${o}.free_from, ${today}::date)`;
/** So many of the agreement's other places are taken at most on one day of those a citizen would get. */
const taken = (o: string, today: string): string =>
  `agreement_peak(a.id, ${firstDay(o, today)}, least(${o}.free_until, ${firstDay(o, today)} + 91), ${o}.slot_id)`;

/** Joins `cap.remaining` to openings `o`: so many the agreement still holds; null without a cap. `today`: a parameter. */
export const capLeft = (today: string): string => `
  left join lateral (
       select greatest(a.total_cap - ${taken('o', today)}, 0) as remaining
         from slot z join agreement a on a.organisation_id = z.organisation_id and a.id = z.agreement_id and a.total_cap is not null
        where z.organisation_id = o.organisation_id and z.id = o.slot_id) cap on true`;

/** That the agreement of `o`, if it has a cap, is not full. Its full ones are looked up once for the whole statement. */
export const capHolds = (today: string): string => `
  (o.slot_id is null or o.slot_id <> all (array(
     select y.slot_id
       from agreement a join slot z on z.organisation_id = a.organisation_id and z.agreement_id = a.id
       join opening y on y.organisation_id = z.organisation_id and y.slot_id = z.id and y.in_pool
      where a.organisation_id = (select app_organisation()) and a.total_cap is not null and ${taken('y', today)} >= a.total_cap)))`;
