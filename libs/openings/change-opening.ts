import { Injectable } from '@nestjs/common';
import { formatter } from '#dictionary';
import { changes, journal } from '#journal';
import { Db, Refusal, staleEdit, type Actor, type Tx } from '#platform';
import { checkOffer } from './check-offer.js';
import { lockOpening, refuseByHand, type LockedOpening } from './lock-opening.js';
import { promoteNext } from './promote-next.js';

export interface Change {
  readonly id: string;
  readonly version: number;
  readonly tasks?: string;
  readonly places?: number;
  readonly kind?: 'placement' | 'ordinary_hours' | 'job';
  readonly minutesPerWeek?: number;
  readonly pathToHours?: string | null;
  readonly considerationIds?: readonly string[];
  readonly mentorId?: string | null;
  readonly freeFrom?: string;
  readonly expiresOn?: string | null;
}

const changeSql = `
update opening o
   set tasks = $2, places = $3, kind = $4, minutes_per_week = $5, path_to_hours = $6, consideration_ids = $7, mentor_id = $8,
       free_from = $9, expires_on = $10, version = o.version + 1,
       search_text = pool_search_text(c.name, w.name, $2, w.street, w.postal_code, w.town)
  from workplace w join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
 where o.id = $1 and w.organisation_id = o.organisation_id and w.id = o.workplace_id
returning o.version`;

/**
 * Changes a shared opening; who waits moves up when places are added. Refuses `edit.stale` (412) when somebody else
 * changed it, `opening.places-below-taken` with how many are taken,
 * `opening.reserved-before` with the first day that is promised away, `opening.from-slot`, `opening.withdrawn`.
 */
@Injectable()
export class ChangeOpening {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, version, ...wanted }: Change): Promise<{ readonly id: string; readonly version: number }> {
    return this.db.write(actor, async (tx) => {
      const before = await lockOpening(tx, id);
      refuseByHand(actor, before);
      if (before.version !== version) throw staleEdit(editable(before));
      const after = { ...editable(before), ...wanted };
      if (after.places < before.taken)
        throw new Refusal('opening.places-below-taken', { params: { taken: before.taken } });
      if (after.freeFrom > before.freeFrom) await refuseLater(tx, actor, id, after.freeFrom);
      await checkOffer(tx, before.workplaceId, { ...after, expiresOn: after.expiresOn ?? undefined });
      const changed = await tx.one<{ version: number }>(changeSql, [id, ...offered.map((name) => after[name])]);
      const { companyId, workplaceId } = before;
      await journal(tx, actor, {
        action: 'opening.changed',
        subject: 'opening',
        subjectId: id,
        companyId,
        workplaceId,
        ...changes(editable(before), wanted),
      });
      await promoteNext(tx, actor, id);
      return { id, version: changed.version };
    });
  }
}

/** The days that somebody has reserved, or waits for, stay in the opening. */
async function refuseLater(tx: Tx, actor: Actor, id: string, freeFrom: string): Promise<void> {
  const { first } = await tx.one<{ first: string | null }>(
    'select min(from_date) as first from reservation where opening_id = $1 and ended_at is null and from_date < $2',
    [id, freeFrom],
  );
  if (!first) return;
  const date = formatter(actor.language).formatDate(first);
  throw new Refusal('opening.reserved-before', { params: { date }, extra: { reservedFrom: first } });
}

/** What can be changed, in the order of `changeSql`. */
const offered = ['tasks', 'places', 'kind', 'minutesPerWeek', 'pathToHours', 'considerationIds', 'mentorId', 'freeFrom', 'expiresOn'] as const;

type Editable = Pick<LockedOpening, (typeof offered)[number] | 'version'>;

const editable = (opening: LockedOpening): Editable =>
  Object.fromEntries([...offered, 'version' as const].map((name) => [name, opening[name]])) as Editable;
