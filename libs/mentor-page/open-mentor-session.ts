import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { GuessLimits, MentorSessions } from '#people';
import { Db, Refusal, systemActor } from '#platform';
import { presentedPageLink } from './page-link.js';
import { pageLinkState } from './page-link.rules.js';

export interface OpenedMentorSession {
  /** The session's token: the cookie's value, or `Authorization: Bearer` for scripts. */
  readonly token: string;
  readonly mentorId: string;
  readonly name: string;
}

const whoSql = `
select m.name, coalesce(m.email, '') as email from mentor m where m.id = $1 and (m.active_until is null or m.active_until > $2::date - 14)`;

/**
 * The button on an opened link: uses the link up, and opens a session of 8 hours on this device. Only ever by POST, so
 * that a mail scanner that follows links uses nothing up. Of many at once, one. Refuses `mentor-page-link.unknown` (404),
 * `.used` and `.expired` (410), and `mentor-page.no-mentor` (410) when the mentor is one no more.
 */
@Injectable()
export class OpenMentorSession {
  constructor(
    private readonly db: Db,
    private readonly sessions: MentorSessions,
    private readonly limits: GuessLimits,
  ) {}

  async run({ token, network }: { readonly token: string; readonly network: string }): Promise<OpenedMentorSession> {
    const link = await presentedPageLink(this.db, token);
    const { organisationId, mentorId } = link;
    const { email, ...opened } = await this.db.write(systemActor(organisationId), async (tx) => {
      const used = await tx.run('update mentor_page_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2', [link.hash, tx.now]);
      if (used === 0) throw new Refusal(`mentor-page-link.${pageLinkState({ ...link, now: tx.now }) === 'expired' ? 'expired' : 'used'}`, { status: 410 });
      const mentor = await tx.row<{ name: string; email: string }>(whoSql, [mentorId, tx.today]);
      if (!mentor) throw new Refusal('mentor-page.no-mentor', { status: 410 });
      const actor = { ...systemActor(organisationId), kind: 'mentor', name: mentor.name } as const;
      await journal(tx, actor, { action: 'mentor.page-opened', subject: 'mentor', subjectId: mentorId });
      return { token: await this.sessions.open(tx, mentorId), mentorId, ...mentor };
    });
    // Who came in by the mail was not guessing addresses.
    await this.limits.giveBack('mentorPage', email, network);
    return opened;
  }
}
