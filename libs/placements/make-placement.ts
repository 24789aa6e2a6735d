import { citizenOf, openCourse } from '#citizens';
import { journal } from '#journal';
import { promoteNext, type LockedReservation } from '#openings';
import { outbox, Refusal, type Actor, type Tx } from '#platform';
import { keepSlots } from '#upkeep';
import { mentorOfPlacement } from './mentor-of-placement.js';

export interface MadePlacement {
  readonly id: string;
  readonly reservationId: string;
  readonly workplaceId: string;
  /** The citizen's open course, which this placement is a segment of. */
  readonly courseId: string;
  readonly mentorId: string | null;
  readonly from: string;
  readonly until: string;
  /** 'placement.mentor-full': the mentor carries more than was said. A warning, not a refusal. */
  readonly warnings: readonly string[];
  readonly version: number;
}

/**
 * A "yes" becomes a placement, in the transaction of the answer and under the opening's lock. On a slot the place is
 * then occupied rather than reserved, and its opening moves on to the next gap; on a shared opening the place stays
 * taken. It is a segment of the citizen's course, which is opened when there is none. Refuses `reservation.not-first`, `opening.not-in-pool` (the agreement ended meanwhile), `placement.overlap`.
 */
export async function makePlacement(
  tx: Tx,
  actor: Actor,
  reservation: LockedReservation,
  namedMentor?: string,
): Promise<MadePlacement> {
  if (reservation.seat === null) throw new Refusal('reservation.not-first');
  if (!reservation.inPool) throw new Refusal('opening.not-in-pool');
  const mentor = await mentorOfPlacement(tx, reservation, namedMentor);
  const courseId = await courseOf(tx, actor, reservation);
  const id = tx.newId();
  const { openingId, workplaceId, companyId, slotId, from, until } = reservation;
  await Promise.all([
    tx.run('update reservation set accepted_at = $2, version = version + 1 where id = $1', [reservation.id, tx.now]),
    tx.run('update opening set taken = taken - 1 where id = $1 and slot_id is not null', [openingId]),
    insertPlacement(tx, actor, { id, courseId, mentorId: mentor?.id ?? null }, reservation),
    ...(slotId ? [tx.run('select refresh_slot_opening($1::uuid[], $2, $3)', [[slotId], tx.today, tx.now])] : []),
    journal(tx, actor, {
      action: actor.kind === 'mentor' ? 'reservation.accepted' : 'reservation.accepted-for-mentor',
      subject: 'reservation',
      subjectId: reservation.id,
      companyId,
      workplaceId,
      after: { placementId: id, mentorId: mentor?.id ?? null, from, until },
    }),
    outbox(tx, 'mail.reservation-answered', reservation.id),
  ]);
  await promoteNext(tx, actor, openingId);
  await keepSlots(tx, actor, [slotId]);
  const warnings = mentor && mentor.load >= mentor.accepts ? ['placement.mentor-full'] : [];
  return { id, reservationId: reservation.id, workplaceId, courseId, mentorId: mentor?.id ?? null, from, until, warnings, version: 1 };
}

async function courseOf(tx: Tx, actor: Actor, { citizenRef, targetGroup, reservedBy }: LockedReservation): Promise<string> {
  const citizenId = await citizenOf(tx, actor, { caseRef: citizenRef, targetGroup, consultant: reservedBy });
  return openCourse(tx, actor, citizenId, reservedBy);
}

type NewPlacement = Pick<MadePlacement, 'id' | 'courseId' | 'mentorId'>;

async function insertPlacement(tx: Tx, actor: Actor, { id, courseId, mentorId }: NewPlacement, r: LockedReservation): Promise<void> {
  await tx.run(
    `insert into placement (organisation_id, id, slot_id, opening_id, reservation_id, workplace_id, mentor_id, citizen_ref, course_id,
                            measure_type_code, minutes_per_week, period, planned_end, created_at, created_by)
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, daterange($11::date, $12::date), $12::date, $13, $14)`,
    [
      id,
      r.slotId,
      r.openingId,
      r.id,
      r.workplaceId,
      mentorId,
      r.citizenRef,
      courseId,
      r.measureType,
      r.minutesPerWeek,
      r.from,
      r.until,
      tx.now,
      actor.userId,
    ],
  );
}
