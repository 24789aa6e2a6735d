import { Injectable } from '@nestjs/common';
import { changeCitizen, refuseGone } from '#citizens';
import { workplaceOf } from '#companies';
import { journal } from '#journal';
import { addDays, Db, invalid, isDate, outbox, type Actor, type Tx } from '#platform';
import { holdPlace } from './soft-hold.js';
import { visitOf, type Visit } from './visit-row.js';
import { isMeetingTime, longestDaysAhead } from './visit.rules.js';

export interface ProposedTime {
  readonly day: string;
  /** 'HH:MM', Danish time. */
  readonly at: string;
}

export interface NewVisit {
  readonly citizenId: string;
  /** `coffee`: about one place in the pool, which is held meanwhile; `taster`: at a workplace, nothing is held. */
  readonly kind: 'taster' | 'coffee';
  readonly openingId?: string;
  readonly workplaceId?: string;
  readonly times: readonly ProposedTime[];
  readonly minutes?: number;
  readonly contactName?: string;
  /** Where the link goes; without one the time is agreed by telephone. */
  readonly contactEmail?: string;
  readonly place?: string;
  /** For the company: what the citizen would like to see or try. Nothing about the citizen beyond that. */
  readonly note?: string;
  /** For the colleagues in the place's queue; needed for a coffee meeting. */
  readonly reason?: string;
}

/**
 * Proposes up to three times to a company. A coffee meeting holds its place until two days after the meeting.
 * Refuses as `changeCitizen` and `holdPlace` do; 422 for times that are past, too far ahead, at night or twice the same,
 * for a coffee meeting without a place or reason, and for a citizen without a target group; `citizen.leaving` for days when the
 * citizen is gone.
 */
@Injectable()
export class ProposeVisit {
  constructor(private readonly db: Db) {}

  run(actor: Actor, input: NewVisit): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      await checkTimes(tx, input.times);
      const held = input.kind === 'coffee' ? await hold(tx, actor, input) : null;
      // After the place, as everywhere: first the opening's row is locked, then the citizen's.
      await changeCitizen(tx, actor, input.citizenId, 'visits');
      const days = [...input.times.map(({ day }) => addDays(day, 1)), ...(held ? [held.until] : [])].toSorted();
      await refuseGone(tx, actor, input.citizenId, days.at(-1) ?? tx.today);
      const workplaceId = await placeOf(tx, input);
      const { companyId } = await workplaceOf(tx, workplaceId);
      const id = await insertVisit(tx, actor, { ...input, workplaceId, reservationId: held?.id ?? null });
      await journal(tx, actor, { action: 'visit.proposed', subject: 'visit', subjectId: id, companyId, workplaceId, after: { kind: input.kind, openingId: input.openingId ?? null } });
      if (input.contactEmail) await outbox(tx, 'mail.visit-times', id);
      return visitOf(tx, id);
    });
  }
}

async function checkTimes(tx: Tx, times: readonly ProposedTime[]): Promise<void> {
  for (const [index, { day, at }] of times.entries()) {
    const field = `times.${index}`;
    if (!isDate(day) || !isMeetingTime(at)) throw invalid({ field, code: 'fault.visit.time' });
    if (day > addDays(tx.today, longestDaysAhead)) throw invalid({ field, code: 'fault.visit.far' });
    const { ahead } = await tx.one<{ ahead: boolean }>(`select ($1 || ' ' || $2)::timestamp at time zone 'Europe/Copenhagen' > $3 as ahead`, [day, at, tx.now]);
    if (!ahead) throw invalid({ field, code: 'fault.visit.past' });
    if (times.slice(0, index).some((other) => other.day === day && other.at === at)) throw invalid({ field, code: 'fault.visit.twice' });
  }
}

async function hold(tx: Tx, actor: Actor, { citizenId, openingId, reason, times }: NewVisit): ReturnType<typeof holdPlace> {
  if (!openingId) throw invalid({ field: 'openingId', code: 'fault.required' });
  if (!reason) throw invalid({ field: 'reason', code: 'fault.required' });
  const citizen = await reservedFor(tx, citizenId);
  return holdPlace(tx, actor, { openingId, reason, days: times.map(({ day }) => day), ...citizen });
}

/** As the pool knows the citizen: reference and target group of today. */
export async function reservedFor(tx: Tx, citizenId: string): Promise<{ readonly caseRef: string; readonly targetGroup: string }> {
  const { caseRef, targetGroup } = await tx.one<{ caseRef: string; targetGroup: string | null }>(
    `select c.case_ref as "caseRef", g.target_group_code as "targetGroup"
       from citizen c left join citizen_target_group g on g.organisation_id = c.organisation_id and g.citizen_id = c.id and g.valid @> $2::date
      where c.id = $1`,
    [citizenId, tx.today],
  );
  if (targetGroup === null) throw invalid({ field: 'form', code: 'fault.visit.target-group' });
  return { caseRef, targetGroup };
}

async function placeOf(tx: Tx, { kind, openingId, workplaceId }: NewVisit): Promise<string> {
  if (openingId) return (await tx.one<{ id: string }>('select workplace_id as id from opening where id = $1', [openingId])).id;
  if (kind === 'taster' && workplaceId) return workplaceId;
  throw invalid({ field: 'workplaceId', code: 'fault.required' });
}

async function insertVisit(tx: Tx, actor: Actor, visit: NewVisit & { readonly workplaceId: string; readonly reservationId: string | null }): Promise<string> {
  const id = tx.newId();
  await tx.run(
    `insert into visit (organisation_id, id, kind, citizen_id, workplace_id, opening_id, reservation_id, arranged_by, contact_name, contact_email,
                        meeting_place, note, minutes, created_at)
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      visit.kind,
      visit.citizenId,
      visit.workplaceId,
      visit.openingId ?? null,
      visit.reservationId,
      actor.userId,
      visit.contactName ?? null,
      visit.contactEmail?.toLowerCase() ?? null,
      visit.place ?? null,
      visit.note ?? null,
      visit.minutes ?? 45,
      tx.now,
    ],
  );
  await tx.run(
    `insert into visit_time (organisation_id, visit_id, number, starts_at)
     select app_organisation(), $1, t.number, (t.day || ' ' || t.at)::timestamp at time zone 'Europe/Copenhagen'
       from unnest($2::text[], $3::text[]) with ordinality t (day, at, number)`,
    [id, visit.times.map(({ day }) => day), visit.times.map(({ at }) => at)],
  );
  return id;
}
