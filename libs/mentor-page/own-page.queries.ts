import { Injectable } from '@nestjs/common';
import { mentorOf, pausesOf, type Mentor, type MentorPause } from '#mentors';
import { Db, type Actor } from '#platform';
import { ownMentorId } from './own-rows.js';
import { requestsTo, type OwnRequest } from './own-requests.queries.js';
import { traineesOf, type OwnTrainee } from './own-trainees.queries.js';

/** Whose page it is, and whom to ask. */
export interface Whose {
  readonly name: string;
  readonly company: string;
  readonly workplace: string;
  readonly organisation: string;
  readonly organisationPhone: string | null;
  readonly organisationEmail: string | null;
}

export interface OwnPage {
  readonly whose: Whose;
  readonly requests: readonly OwnRequest[];
  readonly trainees: readonly OwnTrainee[];
}

/** How much a mentor takes on: the facts the mentor decides alone. */
export interface OwnLimits extends Pick<Mentor, 'accepts' | 'weekdays' | 'language' | 'trainees' | 'away' | 'version'> {
  readonly pauses: readonly MentorPause[];
}

const whoseSql = `
select m.name, c.name as company, w.name as workplace, g.name as organisation, g.contact_phone as "organisationPhone", g.contact_email as "organisationEmail"
  from mentor m
  join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join organisation g on g.organisation_id = m.organisation_id
 where m.id = $1`;

@Injectable()
export class OwnPageQueries {
  constructor(private readonly db: Db) {}

  /** What waits for an answer, and the mentor's own trainees; each citizen shown is noted in the access log. */
  page(actor: Actor): Promise<OwnPage> {
    const mentorId = ownMentorId(actor);
    return this.db.touch(actor, async (tx) => {
      const [whose, requests, trainees] = await Promise.all([tx.one<Whose>(whoseSql, [mentorId]), requestsTo(tx, mentorId, actor.language), traineesOf(tx, actor, mentorId)]);
      return { whose, requests, trainees };
    });
  }

  limits(actor: Actor): Promise<OwnLimits> {
    const mentorId = ownMentorId(actor);
    return this.db.read(actor, async (tx) => {
      const [{ accepts, weekdays, language, trainees, away, version }, pauses] = await Promise.all([mentorOf(tx, mentorId), pausesOf(tx, mentorId)]);
      return { accepts, weekdays, language, trainees, away, version, pauses };
    });
  }
}
