import { Injectable } from '@nestjs/common';
import { checkReservable } from '#citizens';
import { journal } from '#journal';
import { Db, invalid, outbox, type Actor, type InputFault, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';
import { keepSlots } from '#upkeep';
import { claimPlace, type Claim, type ClaimedPlace } from './claim-place.js';
import { capReached } from './workplace-cap.js';

/** `warnings`: 'reservation.cap-reached': the agreement holds no more at the workplace in those days, so that a yes would be refused; 'reservation.no-mentor': nobody is mentor of the agreement's place on the first day; 'reservation.other-target-group': the citizen is in another target group on the first day. */
export type Reserved = ClaimedPlace & { readonly warnings: readonly string[] };
export type Reserve = Omit<Claim, 'queue' | 'userId'> & { readonly queue?: boolean };

/**
 * Reserves a place for a citizen, who is known here only by the case system's reference. First, or in the queue: the
 * queue shows target group and reason, so that groups do not compete unseen (R4). A first reservation asks the
 * mentor by mail, if one with an address is named.
 * Refuses as `claimPlace` and `checkReservable` do, and 422 for dates, target group or measure that cannot be.
 */
@Injectable()
export class ReserveOpening {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  run(actor: Actor, input: Reserve): Promise<Reserved> {
    return this.db.write(actor, async (tx) => {
      await this.check(tx, input);
      const claimed = await claimPlace(tx, { ...input, queue: input.queue ?? true, userId: actor.userId });
      const { id, workplaceId, companyId, openingId, position } = claimed;
      const after = { openingId, targetGroup: input.targetGroup, position };
      const [otherGroup] = await Promise.all([
        checkReservable(tx, actor, { caseRef: input.citizenRef, targetGroup: input.targetGroup, from: claimed.from, until: claimed.until }),
        journal(tx, actor, {
          action: 'reservation.made',
          subject: 'reservation',
          subjectId: id,
          companyId,
          workplaceId,
          after,
        }),
        ...(position === 0 ? [outbox(tx, 'mail.mentor-request', id)] : []),
      ]);
      const ofGroup = otherGroup ? ['reservation.other-target-group'] : [];
      if (position !== 0) return { ...claimed, warnings: ofGroup };
      // A slot's opening has its id. A called slot (model 2) gives the company longer to answer.
      await keepSlots(tx, actor, [openingId]);
      const { slotId, expiresAt } = await tx.one<Pick<ClaimedPlace, 'expiresAt'> & { readonly slotId: string | null }>('select slot_id as "slotId", expires_at as "expiresAt" from reservation where id = $1', [id]);
      const full = slotId && (await capReached(tx, { ...claimed, slotId }, 1));
      return { ...claimed, expiresAt, warnings: [...ofGroup, ...(full ? ['reservation.cap-reached'] : []), ...(slotId && !(await hasMentor(tx, claimed, slotId)) ? ['reservation.no-mentor'] : [])] };
    });
  }

  private async check(tx: Tx, { from, until, targetGroup, measureType }: Reserve): Promise<void> {
    const on = from ?? tx.today;
    const reference = await this.reference.current(tx);
    const known = (rows: readonly { readonly code: string }[], code: string): boolean =>
      rows.some((row) => row.code === code);
    const faults: (InputFault | false)[] = [
      on < tx.today && { field: 'from', code: 'fault.reservation.past' },
      until !== undefined && until <= on && { field: 'until', code: 'fault.opening.dates' },
      !known(reference.targetGroups(on), targetGroup) && {
        field: 'targetGroup',
        code: 'fault.reservation.not-in-force',
      },
      measureType !== undefined &&
        !known(reference.measureTypes(on), measureType) && {
          field: 'measureType',
          code: 'fault.reservation.not-in-force',
        },
    ];
    const found = faults.filter((fault) => fault !== false);
    if (found.length > 0) throw invalid(...found);
  }
}

const hasMentor = async (tx: Tx, { workplaceId, from }: ClaimedPlace, slotId: string): Promise<boolean> =>
  (await tx.row('select 1 from mentors_of_place($1, (select s.agreement_id from slot s where s.id = $2), $3::date) limit 1', [workplaceId, slotId, from])) !== undefined;
