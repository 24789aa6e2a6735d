import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, outbox, type Actor, type Tx } from '#platform';
import { lockOpenSession } from './session-row.js';

export interface Invitation {
  readonly sessionId: string;
  readonly mentorIds?: readonly string[];
  /** Coordinators of clusters who are staff. */
  readonly userIds?: readonly string[];
}

export interface Invited {
  readonly invited: number;
  /** Asked before and not said no: they get no second mail. */
  readonly already: number;
  /** Mentors without an e-mail: to be rung. */
  readonly withoutAddress: readonly string[];
}

/**
 * Asks people to a session by mail, each with a link to answer by. Being asked takes no seat; yes does, while there are
 * any. Who said no before is asked anew. Refuses an unknown person (422), `training.session-begun`, `.session-cancelled`.
 */
@Injectable()
export class InviteToSession {
  constructor(private readonly db: Db) {}

  run(actor: Actor, invitation: Invitation): Promise<Invited> {
    if (!invitation.mentorIds?.length && !invitation.userIds?.length) throw invalid({ field: 'mentorIds', code: 'fault.training.nobody' });
    return this.db.write(actor, (tx) => invite(tx, actor, invitation));
  }
}

/** Within the caller's transaction: when a session is set up for the people who lack it. */
export async function invite(tx: Tx, actor: Actor, { sessionId, mentorIds = [], userIds = [] }: Invitation): Promise<Invited> {
  await lockOpenSession(tx, sessionId);
  const asked = [...(await ask(tx, actor, sessionId, 'mentor', [...new Set(mentorIds)])), ...(await ask(tx, actor, sessionId, 'user', [...new Set(userIds)]))];
  await Promise.all(asked.map((id) => outbox(tx, 'mail.training-invitation', id)));
  if (asked.length > 0) await journal(tx, actor, { action: 'training-session.invited', subject: 'training-session', subjectId: sessionId, after: { n: asked.length } });
  const mute = await tx.rows<{ name: string }>('select name from mentor where id = any ($1::uuid[]) and email is null order by name', [mentorIds]);
  return { invited: asked.length, already: new Set(mentorIds).size + new Set(userIds).size - asked.length, withoutAddress: mute.map(({ name }) => name) };
}

const known = { mentor: 'select count(*) as n from mentor where id = any ($1::uuid[])', user: 'select count(*) as n from app_user where id = any ($1::uuid[]) and disabled_at is null' } as const;
const enrol = {
  mentor: 'mentor_id) select app_organisation(), $2::uuid, $1::uuid, $3::timestamptz, $4::uuid, $5::uuid on conflict on constraint training_enrolment_mentor_once',
  user: 'user_id) select app_organisation(), $2::uuid, $1::uuid, $3::timestamptz, $4::uuid, $5::uuid on conflict on constraint training_enrolment_user_once',
} as const;

/** The enrolments that are new, or anew after a no. */
async function ask(tx: Tx, actor: Actor, sessionId: string, kind: 'mentor' | 'user', ids: readonly string[]): Promise<string[]> {
  const { n } = await tx.one<{ n: number }>(known[kind], [ids]);
  if (n < ids.length) throw invalid({ field: `${kind}Ids`, code: 'fault.unknown' });
  const asked: string[] = [];
  for (const personId of ids) {
    const row = await tx.row<{ id: string }>(
      `insert into training_enrolment as e (organisation_id, id, session_id, invited_at, invited_by, ${enrol[kind]}
       do update set invited_at = excluded.invited_at, invited_by = excluded.invited_by, declined_at = null, decline_reason = null, version = e.version + 1
        where e.declined_at is not null
       returning e.id`,
      [sessionId, tx.newId(), tx.now, actor.userId, personId],
    );
    if (row) asked.push(row.id);
  }
  return asked;
}
