import { formatter, translator } from '#dictionary';
import { Refusal, type Actor, type Tx } from '#platform';

interface Plan {
  readonly what: 'reservation' | 'visit';
  readonly company: string;
  readonly on: string;
}

/** Live reservations and visits still to come that reach beyond the day $2; a place held for a visit goes with the visit. */
const plansSql = `
with live as (
  select r.id, c.name as company, r.from_date, r.until_date
    from citizen z
    join reservation r on r.organisation_id = z.organisation_id and r.citizen_ref = z.case_ref and r.ended_at is null
    join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id
    join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
   where z.id = $1 and r.until_date > $2::date
), visits as (
  select v.reservation_id, c.name as company, max((t.starts_at at time zone 'Europe/Copenhagen')::date) as day
    from visit v
    join visit_time t on t.organisation_id = v.organisation_id and t.visit_id = v.id and t.number = coalesce(v.chosen, t.number)
    join workplace w on w.organisation_id = v.organisation_id and w.id = v.workplace_id
    join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
   where v.citizen_id = $1 and v.outcome is null and v.cancelled_at is null
   group by v.id, v.reservation_id, c.name
)
select 'visit' as what, company, day as "on" from visits where day >= $2::date or reservation_id in (select id from live)
union all
select 'reservation', company, from_date from live where id not in (select reservation_id from visits where reservation_id is not null)
 order by 3, 2 limit 10`;

/** Refuses `citizen.has-plans`, naming them, when something is agreed for the citizen after a day. Under the citizen's lock. */
export async function refusePlansAfter(tx: Tx, actor: Actor, citizenId: string, day: string): Promise<void> {
  const plans = await tx.rows<Plan>(plansSql, [citizenId, day]);
  if (plans.length === 0) return;
  const [t, { formatDate }] = [translator(actor.language), formatter(actor.language)];
  throw new Refusal('citizen.has-plans', { params: { plans: plans.map(({ what, company, on }) => t(`citizen.plan.${what}`, { company, date: formatDate(on) })).join('; ') } });
}
