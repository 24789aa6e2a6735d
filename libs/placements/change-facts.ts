import { carriedSql, thereSql } from '#openings';
import type { Tx } from '#platform';
import { checksOf, type ChangeFacts, type Check, type Days, type PlaceFacts, type SlotFacts, type Verb } from './change.rules.js';
import type { StandingPlacement } from './lock-placement.js';
import { findMentor, needsMentor, type ChosenMentor } from './mentor-of-placement.js';
import { madeMove, type MadeMove } from './made-move.js';
import { slotForRotation } from './rotation-slot.js';

export interface HoursStep {
  readonly from: string;
  readonly minutesPerWeek: number;
}

/** What somebody wishes to do to a placement. Days left out: from today, to the end as planned. */
export interface Wish {
  readonly verb: Verb;
  readonly from?: string;
  /** First day after. */
  readonly until?: string;
  readonly slotId?: string;
  readonly workplaceId?: string;
  readonly mentorId?: string;
  readonly steps?: readonly HoursStep[];
}

/** Where the citizen will be. */
export interface Destination {
  readonly slotId: string | null;
  readonly workplaceId: string;
  readonly companyId: string;
  readonly mentor: ChosenMentor | undefined;
}

/** A wish as it would be carried out now, and what speaks for and against it. */
export interface Change extends Days {
  readonly destination?: Destination;
  readonly checks: readonly Check[];
}

interface PlaceRow extends Omit<PlaceFacts, 'same' | 'otherWorkplace' | 'slot' | 'mentor' | 'mentorNeeded'> {
  readonly companyId: string;
  readonly model: string | null;
  readonly slot: SlotFacts | null;
}

const placeSql = `
select w.company_id as "companyId", w.closed_on as "workplaceClosedOn", a.model, aw.agreement_id is not null as member, aw.slot_cap as cap,
       case when s.id is not null then json_build_object(
         'inForce', a.activated_at is not null, 'from', greatest(s.starts_on, a.starts_on), 'until', least(s.ends_on, a.ends_on),
         'occupied', (select coalesce(json_agg(json_build_object('from', p.starts_on, 'until', p.ends_on) order by p.starts_on), '[]')
                        from placement p
                       where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null and p.id <> $4
                         and p.starts_on < $6::date and p.ends_on > $5::date),
         'reserved', (select coalesce(json_agg(json_build_object('from', r.from_date, 'until', r.until_date) order by r.from_date), '[]')
                        from reservation r
                       where r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null and r.seat is not null
                         and r.from_date < $6::date and r.until_date > $5::date)) end as slot,
       (select coalesce(json_agg(json_build_object('from', z.starts_on, 'until', z.ends_on) order by z.starts_on), '[]')
          from workplace_closure z
         where z.organisation_id = w.organisation_id and z.workplace_id = w.id and z.cancelled_at is null
           and z.starts_on < $6::date and z.ends_on > $5::date) as closures,
       (select coalesce(json_agg(json_build_object('from', p.starts_on, 'until', p.ends_on) order by p.starts_on), '[]')
          from placement own
          join placement p on p.organisation_id = own.organisation_id and p.course_id = own.course_id and p.id <> own.id
         where own.id = $4 and p.cancelled_at is null and p.no_show_reason is null and p.starts_on < $6::date and p.ends_on > $5::date) as elsewhere,
       ${carriedSql} as carried
  from workplace w
  left join slot s on s.organisation_id = w.organisation_id and s.id = $2
  left join agreement a on a.organisation_id = w.organisation_id and a.id = coalesce(s.agreement_id, $3)
  left join agreement_workplace aw on aw.organisation_id = w.organisation_id and aw.agreement_id = a.id and aw.workplace_id = w.id
 where w.id = $1`;

/** Gathers what the rule judges. Ask under the locks of lock-placement.ts when it is to be saved, without for a preview. */
export async function changeOf(tx: Tx, placement: StandingPlacement, wish: Wish): Promise<Change> {
  const days = daysOf(tx, placement, wish);
  const { from, until, over, started, cameOn, continuedOn } = placement;
  const segment = { from, until, over, started, cameOn, continuedOn };
  const facts: ChangeFacts = { verb: wish.verb, today: tx.today, segment, ...days, steps: wish.steps?.map((step) => step.from) };
  if (wish.verb === 'pause') return { ...days, checks: checksOf({ ...facts, pauses: await pausesOf(tx, placement.id) }) };
  if (wish.verb === 'hours' || wish.verb === 'end') return { ...days, checks: checksOf(facts) };
  if (wish.verb === 'take-back') return takenBack(tx, placement, facts);
  const to = { ...(await whereTo(tx, placement, wish, days)), mentorId: placement.mentorId };
  const { place, destination } = await placeOf(tx, placement, wish, { ...to, ...days });
  return { ...days, destination, checks: checksOf({ ...facts, place }) };
}

/** Back to where the citizen was, for the days that were planned there. */
async function takenBack(tx: Tx, placement: StandingPlacement, facts: ChangeFacts): Promise<Change> {
  const move = await madeMove(tx, placement.id);
  const days = { from: placement.from, until: move?.until ?? placement.until };
  if (!move) return { ...days, checks: checksOf({ ...facts, ...days }) };
  const { place, destination } = await placeOf(tx, placement, { verb: 'take-back' }, { ...sameAs(move), ...days });
  return { ...days, destination, checks: checksOf({ ...facts, ...days, move, place }) };
}

const sameAs = ({ slotId, workplaceId, mentorId }: MadeMove): Pick<Sought, 'slotId' | 'workplaceId' | 'mentorId'> => ({ slotId, workplaceId, mentorId });

function daysOf(tx: Tx, placement: StandingPlacement, { verb, from, until, steps = [] }: Wish): Days {
  if (verb === 'extend') return { from: placement.until, until: until ?? placement.until };
  const first = from ?? steps.map((step) => step.from).sort()[0] ?? tx.today;
  return { from: first, until: until ?? placement.until };
}

const pausesOf = (tx: Tx, placementId: string): Promise<Days[]> =>
  tx.rows<Days>('select starts_on as "from", ends_on as "until" from placement_pause where placement_id = $1 and cancelled_at is null order by 1', [placementId]);

interface Sought extends Days {
  readonly slotId: string | null;
  readonly workplaceId: string;
  readonly mentorId: string | null;
}

async function placeOf(tx: Tx, placement: StandingPlacement, wish: Wish, sought: Sought): Promise<{ place: PlaceFacts; destination: Destination }> {
  const { slotId, workplaceId, from, until } = sought;
  // A day too few leaves nothing to look up; the rule says so.
  const within = from < until ? [from, until] : [from, from];
  const [{ companyId, model, slot, ...row }, mentor] = await Promise.all([
    tx.one<PlaceRow>(`${thereSql}${placeSql}`, [workplaceId, slotId, placement.agreementId, placement.id, ...within]),
    from < until ? findMentor(tx, sought, wish.mentorId, placement.id) : undefined,
  ]);
  const same = workplaceId === placement.workplaceId && slotId === placement.slotId;
  const otherWorkplace = workplaceId !== placement.workplaceId;
  return {
    place: { ...row, member: row.member && (wish.verb !== 'rotate' || placement.cluster), slot, same: same && wish.verb !== 'extend', otherWorkplace, mentor: mentor ?? null, mentorNeeded: slotId !== null && needsMentor(model) },
    destination: { slotId, workplaceId, companyId, mentor },
  };
}

async function whereTo(tx: Tx, placement: StandingPlacement, { verb, slotId, workplaceId }: Wish, days: Days): Promise<Pick<Destination, 'slotId' | 'workplaceId'>> {
  if (verb === 'rotate' && workplaceId) return { workplaceId, slotId: await slotForRotation(tx, placement, workplaceId, days) };
  if (slotId) return tx.one('select id as "slotId", workplace_id as "workplaceId" from slot where id = $1', [slotId]);
  if (verb === 'move' && workplaceId) return { workplaceId, slotId: null };
  return placement;
}
