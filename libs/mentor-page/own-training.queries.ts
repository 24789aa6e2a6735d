import { Injectable } from '@nestjs/common';
import { Db, notFound, type Actor } from '#platform';
import { mentorTraining, sessionCalendar, TrainingQueries, type Enrolment, type Session } from '#training';
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

export interface OwnTraining {
  readonly sessions: readonly OwnSession[];
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

@Injectable()
export class OwnTrainingQueries {
  constructor(
    private readonly db: Db,
    private readonly training: TrainingQueries,
    private readonly own: OwnRows,
  ) {}

  /** What the mentor is asked to, the next first, and the certificates that are not taken back. */
  all(actor: Actor): Promise<OwnTraining> {
    return this.db.read(actor, async (tx) => {
      const { booked, certificates } = await mentorTraining(tx, ownMentorId(actor));
      return { sessions: booked.map(shown), certificates };
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
