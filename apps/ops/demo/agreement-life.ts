import { giveChangeItsDay, keepVersion, pauseAgreement } from '#agreements';
import { addDays, daysBetween, type Actor, type Tx } from '#platform';
import type { Doer, Rows } from './rows.js';

interface InForce {
  readonly id: string;
  readonly model: string;
  readonly title: string;
  readonly startsOn: string;
  readonly companyId: string | null;
  readonly slots: number;
}

const inForceSql = `
select a.id, a.model, a.title, a.starts_on as "startsOn", a.company_id as "companyId",
       (select count(*) from slot s where s.organisation_id = a.organisation_id and s.agreement_id = a.id) as slots
  from agreement a where a.activated_at is not null and (a.ends_on is null or a.ends_on > $1::date) order by a.id`;

/** What has become of the agreements: each has its first version; some are accepted, one is to rest, one ends soon, one gets a place more, one is a draft. */
export async function addAgreementLife(tx: Tx, rows: Rows, actor: Actor, by: Doer): Promise<void> {
  await tx.run("update agreement set follow_up_weeks = 2, follow_up_plan = 'Kontaktpersonen ringer hver anden uge og kommer forbi en gang om måneden.' where activated_at is not null and model in ('fixed_slots', 'match_driven')");
  const ending = await tx.one<{ id: string }>(endingSql, [addDays(tx.today, 24)]);
  await tx.run('select refresh_slot_opening(array(select id from slot where agreement_id = $1), $2, $3)', [ending.id, tx.today, tx.now]);
  const all = await tx.rows<InForce>(inForceSql, [tx.today]);
  const fixed = all.filter(({ model }) => model === 'fixed_slots');
  const large = fixed.find(({ slots }) => slots >= 3);
  if (large) await tx.run('update agreement set requests_per_month = 4 where id = $1', [large.id]);
  for (const [nth, agreement] of all.entries()) {
    const version = await keepVersion(tx, actor, agreement.id, { validFrom: agreement.startsOn });
    if (version && by.id && nth % 3 === 0) rows.add('agreement_acceptance', acceptance(rows, agreement.id, version.id, by, daysBetween(agreement.startsOn, tx.today) + 1));
  }
  await addTurns(tx, rows, actor, by, fixed);
  const resting = all.find(({ model }) => model === 'standing');
  if (resting) await pauseAgreement(tx, actor, { agreementId: resting.id, from: addDays(tx.today, 7), until: addDays(tx.today, 28), reason: 'Ombygning i køkkenet' });
  await askOffers(tx, by, all.filter(({ model }) => model === 'standing'));
  fixed.forEach(({ companyId }, nth) => companyId && rows.add('appetite', appetite(rows, companyId, nth, by, tx.today)));
  await rows.write(tx, ['agreement', 'agreement_workplace', 'agreement_acceptance', 'appetite']);
}

/** A standing agreement nobody has been on ends soon. */
const endingSql = `
update agreement a set ends_on = $1
 where a.id = (select s.agreement_id from slot s join agreement b on b.organisation_id = s.organisation_id and b.id = s.agreement_id and b.model = 'standing'
                 left join placement p on p.organisation_id = s.organisation_id and p.slot_id = s.id
                group by s.agreement_id having count(p.id) = 0 order by s.agreement_id desc limit 1)
returning a.id`;

/** What is on its way: a place more from a day that is agreed, and a draft that is being talked about. */
async function addTurns(tx: Tx, rows: Rows, actor: Actor, by: Doer, fixed: readonly InForce[]): Promise<void> {
  const [, growing, talking] = fixed;
  if (!growing || !talking) return;
  const at = (agreementId: string): Promise<{ id: string }> => tx.one('select workplace_id as id from agreement_workplace where agreement_id = $1 order by workplace_id limit 1', [agreementId]);
  const slot = { workplaceId: (await at(growing.id)).id, tasks: 'Hjælpe i den nye afdeling', minutesPerWeek: 720, pathToHours: 'To timer om ugen, når afdelingen kører' };
  await giveChangeItsDay(tx, actor, { agreementId: growing.id, from: addDays(tx.today, 21), why: 'En ny afdeling åbner', steps: [{ do: 'add-slots', slots: [slot] }] });
  const id = rows.id(-2);
  rows.add('agreement', { id, model: 'standing', title: 'Forhåndsaftale', company_id: talking.companyId, contact_user_id: by.id, starts_on: addDays(tx.today, 14), refill: false, created_at: rows.at(-2), created_by: by.id, version: 1 });
  rows.add('agreement_workplace', { agreement_id: id, workplace_id: (await at(talking.id)).id });
}

/** Offers that have stood for long were asked about in the last months; two companies are still to be rung. */
async function askOffers(tx: Tx, by: Doer, standing: readonly InForce[]): Promise<void> {
  const asked = standing.filter(({ startsOn }, nth) => startsOn < addDays(tx.today, -150) && nth % 6 !== 3);
  await tx.run(
    `insert into offer_answer (organisation_id, id, agreement_id, answer, answered_on, next_on, created_at, created_by)
     select app_organisation(), a.id, a.agreement, 'good', $3::date - (20 * a.n)::int % 120, ($3::date - (20 * a.n)::int % 120 + interval '6 months')::date, $4, $5
       from unnest($1::uuid[], $2::uuid[]) with ordinality a (id, agreement, n)`,
    [asked.map(() => tx.newId()), asked.map(({ id }) => id), tx.today, tx.now, by.id],
  );
}

const acceptance = (rows: Rows, agreement_id: string, version_id: string, by: Doer, daysAgo: number): Readonly<Record<string, unknown>> => ({
  id: rows.id(-daysAgo), agreement_id, version_id, name: 'Driftslederen', asked_at: rows.at(-daysAgo), accepted_at: rows.at(-daysAgo), on_behalf_by: by.id, on_behalf_reason: 'Skrev under på papir ved mødet',
});

const lights = [
  { light: 'offering', reason: null },
  { light: 'maybe', reason: 'Vil gerne vente til efter jul' },
  { light: 'not_now', reason: 'Har travlt med optælling' },
] as const;
const appetite = (rows: Rows, company_id: string, nth: number, by: Doer, today: string): Readonly<Record<string, unknown>> => ({
  id: rows.id(-6), company_id, ...lights[nth % lights.length], set_on: addDays(today, -6), set_at: rows.at(-6), set_by: by.id,
});
