import { invalid, Refusal, type Actor, type Tx } from '#platform';
import { refuseOverCap } from './members.js';
import type { AgreementRow } from './agreement-row.js';
import { models } from './models.rules.js';

export interface WrittenSlot {
  readonly workplaceId: string;
  /** What there is to do, in plain words. */
  readonly tasks: string;
  readonly minutesPerWeek: number;
  /** How the place leads to ordinary, paid hours (R30). */
  readonly pathToHours: string;
  readonly considerationIds?: readonly string[];
  /** The agreement's first day unless said. */
  readonly startsOn?: string;
  /** First day it is no more; the agreement's end unless said. */
  readonly endsOn?: string | null;
  /** So many alike; 1 unless said. */
  readonly count?: number;
  /** Their ids, when they were given before they are written (a change in the editor). */
  readonly ids?: readonly string[];
}

/**
 * Adds slots to a locked agreement, numbered on from those it has. Refuses a model that promises none
 * (`agreement.promises-no-slots`), a workplace outside the agreement (422; not of those that come with a version, whose
 * day may let it join) and more than its cap. Promises the ids.
 */
export async function insertSlots(tx: Tx, actor: Actor, agreement: Pick<AgreementRow, 'id' | 'model' | 'startsOn' | 'activatedAt'>, slots: readonly WrittenSlot[], comesWith?: string): Promise<string[]> {
  if (slots.length === 0) return [];
  if (!models[agreement.model].promisesSlots) throw new Refusal('agreement.promises-no-slots');
  for (const slot of slots) checkDates(agreement, slot);
  if (!comesWith) await checkMembers(tx, agreement.id, slots);
  await checkConsiderations(tx, slots.flatMap(({ considerationIds = [] }) => considerationIds));
  const alike = slots.flatMap((slot) => Array.from({ length: slot.count ?? 1 }, (_, nth) => ({ ...slot, id: slot.ids?.[nth] ?? tx.newId() })));
  const ids = alike.map(({ id }) => id);
  // A place that comes later than the agreement begins the day it comes.
  const firstDay = agreement.activatedAt && agreement.startsOn < tx.today ? tx.today : agreement.startsOn;
  await tx.run(
    `insert into slot (organisation_id, id, agreement_id, workplace_id, model, number, tasks, minutes_per_week, consideration_ids, path_to_hours,
                       sector_id, municipality_code, starts_on, ends_on, created_at, created_by, comes_with)
     select w.organisation_id, n.id, $1, w.id, $2,
            n.nth + coalesce((select max(number) from slot where agreement_id = $1), 0), n.s ->> 'tasks', (n.s ->> 'minutesPerWeek')::int,
            array(select jsonb_array_elements_text(coalesce(n.s -> 'considerationIds', '[]'))::uuid), n.s ->> 'pathToHours',
            w.sector_id, w.municipality_code, coalesce((n.s ->> 'startsOn')::date, $3), (n.s ->> 'endsOn')::date, $4, $5, $8
       from rows from (unnest($6::uuid[]), unnest($7::jsonb[])) with ordinality n(id, s, nth)
       join workplace w on w.id = (n.s ->> 'workplaceId')::uuid`,
    [agreement.id, agreement.model, firstDay, tx.now, actor.userId, ids, alike.map((slot) => JSON.stringify(slot)), comesWith ?? null],
  );
  await refuseOverCap(tx, agreement.id);
  return ids;
}

/** Half-open dates in the right order. */
export function checkDates(agreement: Pick<AgreementRow, 'startsOn'>, { startsOn, endsOn }: { readonly startsOn?: string; readonly endsOn?: string | null }): void {
  if (endsOn && endsOn <= (startsOn ?? agreement.startsOn)) throw invalid({ field: 'endsOn', code: 'fault.agreement.dates' });
}

async function checkMembers(tx: Tx, agreementId: string, slots: readonly WrittenSlot[]): Promise<void> {
  const workplaces = [...new Set(slots.map(({ workplaceId }) => workplaceId))];
  const members = await tx.one<{ n: number }>('select count(*) as n from agreement_workplace where agreement_id = $1 and workplace_id = any ($2::uuid[])', [agreementId, workplaces]);
  if (members.n < workplaces.length) throw invalid({ field: 'workplaceId', code: 'fault.agreement.not-a-member' });
}

export async function checkConsiderations(tx: Tx, considerationIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(considerationIds)];
  const known = await tx.one<{ n: number }>('select count(*) as n from consideration where id = any ($1::uuid[])', [wanted]);
  if (known.n < wanted.length) throw invalid({ field: 'considerationIds', code: 'fault.unknown' });
}
