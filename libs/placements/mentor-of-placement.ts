import { Refusal, type Language, type Tx } from '#platform';
import type { LockedReservation } from '#openings';

export interface ChosenMentor {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Of mails to the mentor. */
  readonly language: Language;
  /** The most trainees the mentor carries on any of the same days already, and how many at most. */
  readonly load: number;
  readonly accepts: number;
  readonly trained: boolean;
  /** Paused on the first day. */
  readonly away: boolean;
  /** First day no longer mentor. */
  readonly activeUntil: string | null;
}

/** Under these models nobody starts without a named mentor: 2 at the first match, 4 before a trainee is there. */
const modelsThatNeedOne: readonly (string | null)[] = ['standing', 'cluster'];
export const needsMentor = (model: string | null): boolean => modelsThatNeedOne.includes(model);

/**
 * In a cluster each workplace has its own mentor; under the other models one of the agreement's does, wherever employed.
 * One who is there and has room comes before the one an opening names, who may be away or full by now.
 */
const mentorSql = `
select m.id, m.name, m.email, m.phone, m.language, m.accepts, m.active_until as "activeUntil", there.away,
       m.trained_on is not null and m.trained_on <= $4::date and (m.trained_until is null or m.trained_until > $4::date) as trained, carried.load
  from mentors_of_place($1, (select s.agreement_id from slot s where s.id = $2), $4::date) there
  join mentor m on m.organisation_id = (select app_organisation()) and m.id = there.mentor_id
 cross join lateral (select mentor_load(m.id, $4::date, $5::date, $7::uuid) as load) carried
 where $6::uuid is null or m.id = $6
 order by there.away, carried.load >= m.accepts, m.id = $3::uuid desc nulls last, there.in_agreement desc, there.at_home desc, m.active_from, m.id
 limit 1`;

/** What a further trainee from that day would break of what the mentor has said. */
export const beyondLimits = ({ away, load, accepts }: Pick<ChosenMentor, 'away' | 'load' | 'accepts'>): ('placement.mentor-away' | 'placement.mentor-full')[] => [
  ...(away ? (['placement.mentor-away'] as const) : []),
  ...(load >= accepts ? (['placement.mentor-full'] as const) : []),
];

export type MentorSought = Pick<LockedReservation, 'workplaceId' | 'slotId' | 'mentorId' | 'from' | 'until'>;

/** The one named now, else the opening's, the agreement's, the workplace's, as long as active on the first day. */
export function findMentor(
  tx: Tx,
  { workplaceId, slotId, mentorId, from, until }: MentorSought,
  named?: string,
  /** A placement that is not counted into the mentor's load: the one that moves. */
  except?: string,
): Promise<ChosenMentor | undefined> {
  return tx.row<ChosenMentor>(mentorSql, [workplaceId, slotId, mentorId, from, until, named ?? null, except ?? null]);
}

/**
 * Who will be mentor of the placement. Refuses `placement.mentor-unknown` (422) for a named one that is not active there
 * on the first day, and `agreement.mentor-needed`.
 */
export async function mentorOfPlacement(
  tx: Tx,
  reservation: LockedReservation,
  named?: string,
): Promise<ChosenMentor | undefined> {
  const chosen = await findMentor(tx, reservation, named);
  // Two who give the same mentor somebody at once stand in line here, so that the second hears that the mentor is full.
  if (chosen) await tx.run('select from mentor where id = $1 for no key update', [chosen.id]);
  const mentor = chosen && (await findMentor(tx, reservation, chosen.id));
  if (named && !mentor) throw new Refusal('placement.mentor-unknown', { status: 422 });
  if (!mentor && needsMentor(reservation.model)) throw new Refusal('agreement.mentor-needed');
  return mentor;
}
