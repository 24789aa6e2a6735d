import { citizenOf, hasOtherGroup, openCourse, refuseGone } from '#citizens';
import { journal } from '#journal';
import { promoteNext, type LockedReservation } from '#openings';
import { outbox, Refusal, type Actor, type Tx } from '#platform';
import { keepSlots } from '#upkeep';
import { beyondLimits, mentorOfPlacement } from './mentor-of-placement.js';
import { placementDays } from './placement-days.rules.js';
import { tellPrimary } from './tell-of-change.js';
import { refuseOverCap } from './workplace-cap.js';

export interface MadePlacement {
  readonly id: string;
  readonly reservationId: string;
  readonly workplaceId: string;
  /** The citizen's open course, which this placement is a segment of. */
  readonly courseId: string;
  readonly mentorId: string | null;
  readonly from: string;
  readonly until: string;
  /** 'placement.no-mentor': an agreement's place, and nobody is named. 'placement.mentor-full', 'placement.mentor-away': the mentor carries more than was said, on the mentor's own yes or for a stated reason. 'placement.citizen-elsewhere': the citizen has another placement on some of the days. 'placement.other-target-group': the citizen is in another target group on the first day. */
  readonly warnings: readonly string[];
  readonly version: number;
}

/** What staff say beside the yes. */
export interface Chosen {
  readonly mentorId?: string;
  /** Why the mentor gets more than the mentor accepts, or somebody while away. */
  readonly overLimitReason?: string;
}

/**
 * A "yes" becomes a placement, in the transaction of the answer and under the opening's lock. On a slot the place is
 * then occupied rather than reserved, and its opening moves on to the next gap; on a shared opening the place stays
 * taken. It is a segment of the citizen's course, opened when there is none. An answer that comes after the first day asked for makes a placement from today (placement-days.rules.ts).
 * A primary contact who may not know of it, since somebody else reserved, is told by mail. Refuses `citizen.away` and `citizen.leaving` as `refuseGone` does, `reservation.not-first`, `reservation.outside-opening` (answered too late: the place is free no more),
 * `opening.not-in-pool` (the agreement ended meanwhile), `placement.overlap`, and `placement.mentor-full` or `.mentor-away`
 * where staff give a mentor more than the mentor accepts and state no reason: the mentor's own yes needs none. In a cluster
 * `placement.cap-reached`: somebody came to the workplace along with a pooled place.
 */
export async function makePlacement(
  tx: Tx,
  actor: Actor,
  asked: LockedReservation,
  { mentorId: namedMentor, overLimitReason }: Chosen = {},
): Promise<MadePlacement> {
  const days = placementDays({ ...asked, today: tx.today });
  const reservation = { ...asked, ...days };
  if (reservation.seat === null) throw new Refusal('reservation.not-first');
  if (!reservation.inPool) throw new Refusal('opening.not-in-pool');
  if (!days) throw new Refusal('reservation.outside-opening', { extra: { freeUntil: asked.freeUntil } });
  await refuseOverCap(tx, actor, reservation);
  const mentor = await mentorOfPlacement(tx, reservation, namedMentor);
  const warnings = mentor ? beyondLimits(mentor) : [];
  if (mentor && warnings[0] && actor.kind !== 'mentor' && !overLimitReason) throw new Refusal(warnings[0], { params: { name: mentor.name, accepts: mentor.accepts } });
  const { citizenId, courseId } = await courseOf(tx, actor, reservation);
  const id = tx.newId();
  await write(tx, actor, { id, courseId, asked, reservation, mentorId: mentor?.id ?? null, overLimitReason: warnings.length > 0 ? overLimitReason : undefined });
  await promoteNext(tx, actor, reservation.openingId);
  const { workplaceId, from, until } = reservation;
  const ofMentor = !mentor && reservation.slotId ? ['placement.no-mentor'] : warnings;
  await tellPrimary(tx, actor, { citizenId, placementId: id, reservedBy: reservation.reservedBy });
  const elsewhere = (await tx.row(elsewhereSql, [courseId, id, from, until])) ? ['placement.citizen-elsewhere'] : [];
  const ofGroup = (await hasOtherGroup(tx, citizenId, reservation.targetGroup, from)) ? ['placement.other-target-group'] : [];
  return { id, reservationId: reservation.id, workplaceId, courseId, mentorId: mentor?.id ?? null, from, until, warnings: [...ofMentor, ...elsewhere, ...ofGroup], version: 1 };
}

const elsewhereSql = `
select 1 from placement where course_id = $1 and id <> $2 and cancelled_at is null and no_show_reason is null and starts_on < $4::date and ends_on > $3::date limit 1`;

interface Agreed {
  readonly id: string;
  readonly courseId: string;
  readonly asked: LockedReservation;
  /** With the days it gets. */
  readonly reservation: LockedReservation;
  readonly mentorId: string | null;
  readonly overLimitReason?: string;
}

async function write(tx: Tx, actor: Actor, { id, courseId, asked, reservation, mentorId, overLimitReason }: Agreed): Promise<void> {
  const { openingId, workplaceId, companyId, slotId, from, until } = reservation;
  await Promise.all([
    tx.run(
      'update reservation set accepted_at = $2, from_date = $3, until_date = $4, version = version + 1 where id = $1',
      [reservation.id, tx.now, from, until],
    ),
    tx.run('update opening set taken = taken - 1 where id = $1 and slot_id is not null', [openingId]),
    insertPlacement(tx, actor, { id, courseId, mentorId }, reservation),
    ...(slotId ? [tx.run('select refresh_slot_opening($1::uuid[], $2, $3)', [[slotId], tx.today, tx.now])] : []),
    journal(tx, actor, {
      action: actor.kind === 'mentor' ? 'reservation.accepted' : 'reservation.accepted-for-mentor',
      subject: 'reservation',
      subjectId: reservation.id,
      companyId,
      workplaceId,
      ...(from !== asked.from && { before: { from: asked.from, until: asked.until } }),
      after: { placementId: id, mentorId, from, until, ...(overLimitReason && { overLimitReason }) },
    }),
    outbox(tx, 'mail.reservation-answered', reservation.id),
  ]);
  await keepSlots(tx, actor, [slotId]);
}

async function courseOf(tx: Tx, actor: Actor, { citizenRef, targetGroup, reservedBy, until }: LockedReservation): Promise<{ readonly citizenId: string; readonly courseId: string }> {
  const citizenId = await citizenOf(tx, actor, { caseRef: citizenRef, targetGroup, consultant: reservedBy });
  await refuseGone(tx, actor, citizenId, until);
  return { citizenId, courseId: await openCourse(tx, actor, citizenId, reservedBy) };
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
