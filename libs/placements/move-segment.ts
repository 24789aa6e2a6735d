import { journal } from '#journal';
import { promoteNext } from '#openings';
import type { Actor, Tx } from '#platform';
import { keepSlots } from '#upkeep';
import type { Change } from './change-facts.js';
import { about, refreshSlots } from './extend-placement.js';
import type { StandingPlacement } from './lock-placement.js';
import { tellOfChange } from './tell-of-change.js';

export interface MovedPlacement {
  /** The new segment. */
  readonly id: string;
  /** The one that ended, or was cancelled because it had not begun. */
  readonly continuesId: string;
  readonly courseId: string | null;
  readonly slotId: string | null;
  readonly workplaceId: string;
  readonly mentorId: string | null;
  readonly from: string;
  readonly until: string;
  /** What to mind, as codes of `warning.<code>`. */
  readonly warnings: readonly string[];
  readonly version: number;
}

/** A segment that begins where the other does never began: it keeps its days for the record and holds its slot no more. */
const closeSql = `
update placement
   set period = case when lower(period) < $2::date then daterange(lower(period), $2::date) else period end,
       planned_end = case when lower(period) < $2::date then $2::date else planned_end end,
       cancelled_at = case when lower(period) < $2::date then null else $3::timestamptz end, version = version + 1
 where id = $1`;

/** What the move changes in it, for the one that takes the move back (take-back-move.ts). */
const beforeSql = `
select json_build_object('until', upper(p.period), 'plannedEnd', p.planned_end,
         'hours', (select coalesce(json_agg(json_build_object('from', h.from_on, 'minutesPerWeek', h.minutes_per_week)), '[]')
                     from placement_hours h where h.organisation_id = p.organisation_id and h.placement_id = p.id and h.from_on >= $2::date),
         'pauses', (select coalesce(json_agg(json_build_object('id', z.id, 'from', z.starts_on, 'until', z.ends_on)), '[]')
                      from placement_pause z where z.organisation_id = p.organisation_id and z.placement_id = p.id and z.cancelled_at is null and z.ends_on > $2::date)) as before
  from placement p where p.id = $1`;

/** The purpose agreed before the start holds on. Who had come goes on coming; a grant belongs to one workplace. */
const openSql = `
insert into placement (organisation_id, id, continues_id, slot_id, opening_id, workplace_id, mentor_id, citizen_ref, course_id, start_terms_id,
                       started_on, measure_type_code, minutes_per_week, period, planned_end, grant_number, grant_from, grant_until, before_move, created_at, created_by)
select p.organisation_id, $2, p.id, $3, (select o.id from opening o where o.organisation_id = p.organisation_id and o.slot_id = $3), $4, $5,
       p.citizen_ref, p.course_id, p.start_terms_id, case when p.started_on is not null then $6::date end, p.measure_type_code,
       coalesce((select h.minutes_per_week from placement_hours h
                  where h.organisation_id = p.organisation_id and h.placement_id = p.id and h.from_on <= $6::date and h.minutes_per_week >= 30
                  order by h.from_on desc limit 1), p.minutes_per_week),
       daterange($6::date, $7::date), $7::date, case when p.workplace_id = $4 then p.grant_number end,
       case when p.workplace_id = $4 then p.grant_from end, case when p.workplace_id = $4 then p.grant_until end, $10, $8, $9
  from placement p where p.id = $1`;

/** The steps and pauses that lie ahead go along; a pause across the day is cut in two. */
const copyHoursSql = `
insert into placement_hours (organisation_id, placement_id, from_on, minutes_per_week)
select organisation_id, $2, from_on, minutes_per_week from placement_hours where placement_id = $1 and from_on > $3::date and from_on < $4::date`;
const copyPauseSql = `
insert into placement_pause (organisation_id, id, placement_id, period, reason, created_at, created_by)
select organisation_id, $5::uuid, $2, daterange($3::date, least(ends_on, $4::date)), reason, created_at, created_by
  from placement_pause where placement_id = $1 and cancelled_at is null and starts_on < $3::date and ends_on > $3::date`;
const cutPauseSql = `
update placement_pause set period = daterange(starts_on, $2::date), version = version + 1
 where placement_id = $1 and cancelled_at is null and starts_on < $2::date and ends_on > $2::date`;
const takePausesSql = `
update placement_pause set placement_id = $2, version = version + 1
 where placement_id = $1 and cancelled_at is null and starts_on >= $3::date and starts_on < $4::date`;

/** Closes the segment on the first day at the new place and opens the next one there; nobody else comes between. */
export async function moveSegment(
  tx: Tx,
  actor: Actor,
  placement: StandingPlacement,
  { from, until, destination, checks, overLimitReason }: Change & { readonly overLimitReason?: string },
  how: 'moved' | 'rotated',
): Promise<MovedPlacement> {
  if (!destination) throw new Error('a move has somewhere to go');
  const { slotId, workplaceId, companyId, mentor } = destination;
  const [id, mentorId] = [tx.newId(), mentor?.id ?? null];
  const { before } = await tx.one<{ before: object }>(beforeSql, [placement.id, from]);
  await tx.run(closeSql, [placement.id, from, tx.now]);
  await tx.run(openSql, [placement.id, id, slotId, workplaceId, mentorId, from, until, tx.now, actor.userId, JSON.stringify(before)]);
  await takeAlong(tx, placement.id, id, from, until);
  await refreshSlots(tx, [placement.slotId, slotId]);
  const { openingId } = placement;
  if (openingId && openingId === placement.slotId) await promoteNext(tx, actor, openingId);
  await keepSlots(tx, actor, [placement.slotId, slotId]);
  const after = { slotId, workplaceId, from, until, mentorId };
  const over = checks.some(({ level }) => level === 'reason') && { overLimitReason };
  await Promise.all([
    journal(tx, actor, { action: `placement.${how}`, ...about(placement), before: { slotId: placement.slotId, until: placement.until }, after: { placementId: id, ...after, ...over } }),
    journal(tx, actor, { action: `placement.${how}-here`, subject: 'placement', subjectId: id, companyId, workplaceId, before: { placementId: placement.id }, after: { ...after, ...over } }),
  ]);
  await tellOfChange(tx, actor, { what: 'moved', placementId: id, otherId: placement.id });
  const warnings = checks.filter(({ level }) => level === 'warning' || level === 'reason').map(({ code }) => code);
  return { id, continuesId: placement.id, courseId: placement.courseId, ...after, warnings, version: 1 };
}

async function takeAlong(tx: Tx, old: string, next: string, from: string, until: string): Promise<void> {
  await tx.run(copyHoursSql, [old, next, from, until]);
  await tx.run('delete from placement_hours where placement_id = $1 and from_on >= $2::date', [old, from]);
  await tx.run(copyPauseSql, [old, next, from, until, tx.newId()]);
  await tx.run(cutPauseSql, [old, from]);
  await tx.run(takePausesSql, [old, next, from, until]);
}
