import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { cutPage, Db, notFound, pdf, readCursor, writeCursor, type Actor, type Page, type Tx } from '#platform';
import { certificateBlocks, type CertificateFacts } from './certificate-paper.js';
import { courseOf, courseSelect, type Course } from './course-row.js';
import { enrolmentOf, enrolmentsOf, type Enrolment } from './enrolment-row.js';
import { sessionCalendar } from './session-calendar.js';
import { sessionOf, sessionSelect, withState, type Session } from './session-row.js';
import { presentedTrainingLink } from './training-link.js';

export interface SessionQuestion {
  readonly courseId?: string;
  /** Sessions that are over instead of those to come. */
  readonly past?: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

export interface InvitationPage {
  readonly session: Session;
  readonly name: string;
  readonly state: Enrolment['state'];
  readonly position: number | null;
  readonly freeSeats: number;
  readonly organisation: string;
  readonly contact: string | null;
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);
type SessionRow = Omit<Session, 'state'>;

@Injectable()
export class TrainingQueries {
  constructor(private readonly db: Db) {}

  /** Courses, those still held first; at most 200. */
  async courses(actor: Actor): Promise<{ items: Course[] }> {
    return { items: await this.db.read(actor, (tx) => tx.rows<Course>(`${courseSelect} order by coalesce(k.retired_on <= $1::date, false), k.kind, k.name, k.id limit 200`, [tx.today])) };
  }

  course(actor: Actor, { courseId }: { readonly courseId: string }): Promise<Course> {
    return this.db.read(actor, (tx) => courseOf(tx, courseId));
  }

  /** Sessions to come, the next first; or those that are over, the latest first. */
  sessions(actor: Actor, { courseId, past = false, cursor, limit }: SessionQuestion): Promise<Page<Session>> {
    const [at, id] = readCursor(cursor, cursorShape) ?? [];
    const [order, beyond, when] = past ? ['desc', '<', 't.ends_at <= $1'] : ['asc', '>', 't.ends_at > $1'];
    return this.db.read(actor, async (tx) => {
      const rows = await tx.rows<SessionRow>(
        `${sessionSelect} where ${when} and ($2::uuid is null or t.course_id = $2) and ($3::timestamptz is null or (t.starts_at, t.id) ${beyond} ($3, $4::uuid))
          order by t.starts_at ${order}, t.id ${order} limit $5`,
        [tx.now, courseId ?? null, at ?? null, id ?? null, limit + 1],
      );
      return cutPage(withState(tx, rows), limit, (last) => writeCursor([last.startsAt.toISOString(), last.id]));
    });
  }

  /** A session with everybody asked to it; refuses with 404 when there is none. */
  session(actor: Actor, { sessionId }: { readonly sessionId: string }): Promise<{ session: Session; enrolments: Enrolment[] }> {
    return this.db.read(actor, async (tx) => {
      const [session, enrolments] = await Promise.all([sessionOf(tx, sessionId), enrolmentsOf(tx, sessionId)]);
      return { session, enrolments };
    });
  }

  enrolment(actor: Actor, { enrolmentId }: { readonly enrolmentId: string }): Promise<Enrolment> {
    return this.db.read(actor, (tx) => enrolmentOf(tx, enrolmentId));
  }

  /** What the link of an invitation shows: that session, and how its reader stands to it. */
  async invitation(token: string): Promise<InvitationPage> {
    const { actor, enrolmentId } = await presentedTrainingLink(this.db, token);
    return this.db.read(actor, async (tx) => {
      const { name, state, position, sessionId } = await enrolmentOf(tx, enrolmentId);
      const [session, { organisation, contact }] = await Promise.all([
        sessionOf(tx, sessionId),
        tx.one<{ organisation: string; contact: string | null }>('select name as organisation, coalesce(contact_email, contact_phone) as contact from organisation'),
      ]);
      return { session, name, state, position, freeSeats: Math.max(0, session.seats - session.seated), organisation, contact };
    });
  }

  /** The appointment as a file, by the link of an invitation. */
  async calendar(token: string, language: Actor['language']): Promise<string> {
    const { actor, enrolmentId } = await presentedTrainingLink(this.db, token);
    return this.db.read(actor, async (tx) => {
      const { state, sessionId } = await enrolmentOf(tx, enrolmentId);
      return sessionCalendar(await sessionOf(tx, sessionId), state, { language, made: tx.now }).content;
    });
  }

  /** The certificate as a document; refuses with 404 when there is none, or when it was taken back. */
  certificate(actor: Actor, { certificateId }: { readonly certificateId: string }): Promise<Buffer> {
    return this.db.read(actor, async (tx) => {
      const facts = await tx.row<CertificateFacts>(certificateSql, [certificateId]);
      if (!facts) throw notFound();
      return pdf({ ...certificateBlocks(facts), made: tx.now });
    });
  }
}

const certificateSql = `
select coalesce(m.language, u.language) as language, coalesce(m.name, u.name) as name, c.name as company, k.name as course, k.kind, k.description, x.issued_on as "issuedOn", x.expires_on as "expiresOn",
       extract(epoch from t.ends_at - t.starts_at)::int / 60 as minutes, g.name as organisation
  from training_certificate x
  join training_enrolment e on e.organisation_id = x.organisation_id and e.id = x.enrolment_id
  join training_session t on t.organisation_id = e.organisation_id and t.id = e.session_id
  join training_course k on k.organisation_id = x.organisation_id and k.id = x.course_id
  join organisation g on g.organisation_id = x.organisation_id
  left join mentor m on m.organisation_id = x.organisation_id and m.id = x.mentor_id
  left join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
  left join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join app_user u on u.organisation_id = x.organisation_id and u.id = x.user_id
 where x.id = $1 and x.revoked_at is null`;

/** A mentor's own training: what was taken part in, what is booked, and the sessions with room that lie ahead. */
export interface MentorTraining {
  readonly certificates: readonly { readonly id: string; readonly course: string; readonly issuedOn: string; readonly expiresOn: string }[];
  readonly booked: readonly (Enrolment & { readonly session: Session })[];
  readonly open: readonly Session[];
}

/** For the mentor's page, for staff and the mentor alike. */
export async function mentorTraining(tx: Tx, mentorId: string): Promise<MentorTraining> {
  const [certificates, asked, ahead] = await Promise.all([
    tx.rows<MentorTraining['certificates'][number]>(
      `select x.id, k.name as course, x.issued_on as "issuedOn", x.expires_on as "expiresOn" from training_certificate x
         join training_course k on k.organisation_id = x.organisation_id and k.id = x.course_id
        where x.mentor_id = $1 and x.revoked_at is null order by x.issued_on desc, x.id limit 20`,
      [mentorId],
    ),
    tx.rows<{ id: string }>('select e.id from training_enrolment e join training_session t on t.organisation_id = e.organisation_id and t.id = e.session_id where e.mentor_id = $1 and t.ends_at > $2 order by t.starts_at limit 20', [mentorId, tx.now]),
    tx.rows<SessionRow>(`${sessionSelect} where t.starts_at > $1 and t.cancelled_at is null order by t.starts_at, t.id limit 20`, [tx.now]),
  ]);
  const booked = await Promise.all(
    asked.map(async ({ id }) => {
      const enrolment = await enrolmentOf(tx, id);
      return { ...enrolment, session: await sessionOf(tx, enrolment.sessionId) };
    }),
  );
  const known = new Set(booked.map(({ sessionId }) => sessionId));
  return { certificates, booked, open: withState(tx, ahead).filter(({ id }) => !known.has(id)) };
}

@Injectable()
export class MentorTrainingQueries {
  constructor(private readonly db: Db) {}

  of(actor: Actor, { mentorId }: { readonly mentorId: string }): Promise<MentorTraining> {
    return this.db.read(actor, (tx) => mentorTraining(tx, mentorId));
  }
}
