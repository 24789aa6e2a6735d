import { translator } from '#dictionary';
import { journal } from '#journal';
import { Refusal, type Actor, type Tx } from '#platform';
import type { Workplace } from './workplaces.queries.js';

/** Closing waits for whoever is claiming, sharing or agreeing on something at the workplace, and they for it. */
export async function lockForClosing(tx: Tx, workplaceId: string): Promise<void> {
  await tx.run('select from opening where workplace_id = $1 order by id for no key update', [workplaceId]);
  await tx.run('select from workplace where id = $1 for update', [workplaceId]);
}

/**
 * Takes what is offered at a workplace out of the pool when `closed_on` is written (null: it is open again, and what is
 * still shared is free beyond that day). Refuses `workplace.in-use` with what stands in the way: nobody's place is pulled away.
 */
export async function closeWorkplace(tx: Tx, actor: Actor, { id, companyId }: Workplace, closedOn: string | null): Promise<void> {
  if (closedOn) await refuseInUse(tx, actor, id, closedOn);
  const reason = translator(actor.language)('workplace.closed.reason');
  const withdrawn = await tx.rows<{ id: string }>('select close_workplace($1, $2, $3, $4, $5, $6) as id', [id, closedOn, tx.today, actor.userId, tx.now, reason]);
  for (const opening of withdrawn)
    await journal(tx, actor, { action: 'opening.withdrawn', subject: 'opening', subjectId: opening.id, companyId, workplaceId: id, after: { reason } });
}

interface InUse {
  readonly placements: number;
  readonly reservations: number;
  readonly agreements: readonly string[];
}

const inUseSql = `
select (select count(*) from placement where workplace_id = $1 and cancelled_at is null and ends_on > $2::date) as placements,
       (select count(*) from reservation where workplace_id = $1 and ended_at is null and (until_date > $2::date or $2::date = $3::date)) as reservations,
       array(select a.title from agreement_workplace aw
               join agreement a on a.organisation_id = aw.organisation_id and a.id = aw.agreement_id
              where aw.workplace_id = $1 and a.activated_at is not null and (a.ends_on is null or a.ends_on > $2::date)
                and (a.model = 'match_driven'
                     or exists (select from slot s where s.organisation_id = a.organisation_id and s.agreement_id = a.id and s.workplace_id = $1
                                   and (s.ends_on is null or s.ends_on > greatest(s.starts_on, $2::date))))
              order by a.title limit 10) as agreements`;

/** On the day of closing or, when that has been, today. */
async function refuseInUse(tx: Tx, actor: Actor, workplaceId: string, closedOn: string): Promise<void> {
  const day = closedOn > tx.today ? closedOn : tx.today;
  const inUse = await tx.one<InUse>(inUseSql, [workplaceId, day, tx.today]);
  const { placements, reservations, agreements } = inUse;
  const t = translator(actor.language);
  const what = [
    ...(placements > 0 ? [t.n('workplace.in-use.placements', placements)] : []),
    ...(reservations > 0 ? [t.n('workplace.in-use.reservations', reservations)] : []),
    ...agreements.map((title) => t('workplace.in-use.agreement', { title })),
  ];
  if (what.length > 0) throw new Refusal('workplace.in-use', { params: { what: what.join(', ') }, extra: { ...inUse } });
}
