import { outbox, type Tx } from '#platform';
import { raiseTask } from '#tasks';
import { affectedSlots, type AffectedSlot } from './affected-slots.js';
import type { Mentor } from './mentors.queries.js';

export type MentorWarningKind = 'mentor-away' | 'mentor-full' | 'mentor-stops';

interface MentorWarning {
  readonly kind: MentorWarningKind;
  readonly mentor: Pick<Mentor, 'id' | 'companyId' | 'workplaceId'>;
  /** The pause, or what filled the mentor: one warning each. */
  readonly occasion: string;
  readonly from: string;
  readonly until: string | null;
}

/** Whom it concerns: the contact persons of the agreements the mentor is in, else who answers for the company. */
const concernedSql = `
select distinct u.id from app_user u
 where u.disabled_at is null and u.id in (
   select coalesce(a.contact_user_id, c.responsible_user_id)
     from mentor m
     join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
     join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
     left join agreement_mentor am on am.organisation_id = m.organisation_id and am.mentor_id = m.id
     left join agreement a on a.organisation_id = am.organisation_id and a.id = am.agreement_id and a.activated_at is not null and (a.ends_on is null or a.ends_on > $2::date)
    where m.id = $1)
 order by u.id limit 20`;

/** The people to tell of a mentor, in a fixed order. */
export const concernedBy = async (tx: Tx, mentorId: string): Promise<string[]> =>
  (await tx.rows<{ id: string }>(concernedSql, [mentorId, tx.today])).map(({ id }) => id);

/**
 * The places a warning is about: of a mentor who is full, those nobody there has room for; trainees stay where they are, and
 * a place of a standing agreement may stand idle without anybody having to act.
 */
export async function slotsToWarnOf(tx: Tx, { kind, mentorId, from, until }: { kind: MentorWarningKind; mentorId: string; from: string; until: string | null }): Promise<AffectedSlot[]> {
  const slots = await affectedSlots(tx, mentorId, from, until);
  return kind === 'mentor-full' ? slots.filter(({ why, model }) => why === 'unfillable' && model !== 'standing') : slots;
}

/** A mentor's absence or fullness that touches places: one task and a mail to each whom it concerns, once per occasion. */
export async function warnOfMentor(tx: Tx, { kind, mentor, occasion, from, until }: MentorWarning): Promise<boolean> {
  const slots = await slotsToWarnOf(tx, { kind, mentorId: mentor.id, from, until });
  if (slots.length === 0) return false;
  const people = await concernedBy(tx, mentor.id);
  const raised = await raiseTask(tx, {
    kind,
    subject: 'mentor',
    subjectId: mentor.id,
    occasion,
    companyId: mentor.companyId,
    workplaceId: mentor.workplaceId,
    userId: people[0] ?? null,
    dueOn: from,
    facts: { from, until, slots: slots.length },
  });
  if (raised) await Promise.all(people.map((userId) => outbox(tx, `mail.${kind}`, mentor.id, { userId, from, ...(until && { until }) })));
  return raised;
}
