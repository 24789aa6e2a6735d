import { Injectable } from '@nestjs/common';
import { Db, notFound, type Actor } from '#platform';
import { mentorTraining, needsOfMentor, sessionCalendar, TrainingQueries, type Enrolment, type Session } from '#training';
import { OwnRows, ownMentorId } from './own-rows.js';

/** A session the mentor is asked to. */
export interface OwnSession extends Pick<Session, 'day' | 'from' | 'to' | 'place' | 'videoUrl'> {
  readonly enrolmentId: string;
  readonly course: string;
  readonly kind: Session['courseKind'];
  readonly state: Enrolment['state'];
  /** Place on the waiting list, from 1. */
  readonly position: number | null;
  readonly cancelled: boolean;
  /** Whether an answer is still taken: until it begins. */
  readonly open: boolean;
}

/** A session that lies ahead and that the mentor is not asked to: to sign up for. */
export interface OpenSession extends Pick<Session, 'day' | 'from' | 'to' | 'place' | 'waiting'> {
  readonly sessionId: string;
  readonly course: string;
  readonly kind: Session['courseKind'];
  /** By video, too or only; the link comes with the seat. */
  readonly video: boolean;
  readonly freeSeats: number;
}

export interface OwnTraining {
  /** What the mentor should take part in by now, by the rule of the agreement's model; null: nothing. */
  readonly need: { readonly kind: 'first' | 'refresher'; readonly since: string } | null;
  readonly sessions: readonly OwnSession[];
  readonly open: readonly OpenSession[];
  readonly certificates: readonly { readonly id: string; readonly course: string; readonly issuedOn: string; readonly expiresOn: string }[];
}

const shown = ({ session, ...enrolment }: Enrolment & { readonly session: Session }): OwnSession => ({
  enrolmentId: enrolment.id,
  course: session.courseName,
  kind: session.courseKind,
  day: session.day,
  from: session.from,
  to: session.to,
  place: session.place,
  videoUrl: session.videoUrl,
  state: enrolment.state,
  position: enrolment.position,
  cancelled: session.cancelledAt !== null,
  open: session.state === 'open',
});

const offered = ({ id, courseName, courseKind, day, from, to, place, videoUrl, seats, seated, waiting }: Session): OpenSession => ({
  sessionId: id,
  course: courseName,
  kind: courseKind,
  day,
  from,
  to,
  place,
  video: videoUrl !== null,
  freeSeats: Math.max(0, seats - seated),
  waiting,
});

@Injectable()
export class OwnTrainingQueries {
  constructor(
    private readonly db: Db,
    private readonly training: TrainingQueries,
    private readonly own: OwnRows,
  ) {}

  /** What the mentor should take part in and is asked to, the next first, what can be signed up for, and the certificates that are not taken back. */
  all(actor: Actor): Promise<OwnTraining> {
    return this.db.read(actor, async (tx) => {
      const mentorId = ownMentorId(actor);
      const [{ booked, open, certificates }, needs] = await Promise.all([mentorTraining(tx, mentorId), needsOfMentor(tx, mentorId)]);
      const [need] = needs;
      return { need: need ? { kind: need.kind, since: need.since } : null, sessions: booked.map(shown), open: open.map(offered), certificates };
    });
  }

  /** The appointment as a file for the mentor's own calendar. Refuses with 404 for another's. */
  calendar(actor: Actor, { enrolmentId }: { readonly enrolmentId: string }): Promise<string> {
    return this.db.read(actor, async (tx) => {
      const { booked } = await mentorTraining(tx, ownMentorId(actor));
      const found = booked.find(({ id }) => id === enrolmentId);
      if (!found) throw notFound();
      return sessionCalendar(found.session, found.state, { language: actor.language, made: tx.now }).content;
    });
  }

  async certificate(actor: Actor, { certificateId }: { readonly certificateId: string }): Promise<Buffer> {
    await this.own.certificate(actor, certificateId);
    return this.training.certificate(actor, { certificateId });
  }
}
