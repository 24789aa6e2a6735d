import type { Tx } from '#platform';
import { addDays } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './app.js';
import { deliverOutbox, mailbox, makeMentor, makePlace, type DemoMail, type TestPlace } from './pool.js';

export interface Session {
  id: string;
  seats: number;
  seated: number;
  waiting: number;
  state: string;
  version: number;
  startsAt: string;
}
export interface Enrolment {
  id: string;
  mentorId: string | null;
  state: string;
  position: number | null;
  certificateId: string | null;
}

/** An organisation with one course, and what journeys through its sessions do again and again. */
export class TrainingWorld {
  private mentors = 0;

  private constructor(
    readonly app: TestApp,
    readonly organisation: TestOrganisation,
    /** Signed in as a consultant; anew while the clock stands later. */
    public consultant: Client,
    readonly courseId: string,
  ) {}

  static async open(changes: Parameters<typeof startApp>[0] = {}): Promise<TrainingWorld> {
    const app = await startApp(changes);
    const organisation = await app.makeOrganisation();
    const consultant = await organisation.signIn();
    const { body } = await consultant.post<{ id: string }>('/training-courses', { kind: 'first', name: 'Mentorkursus', validMonths: 24 });
    return new TrainingWorld(app, organisation, consultant, body.id);
  }

  sql = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => this.app.db.touch({ organisationId: this.organisation.id }, work);

  soon = (): string => addDays(this.app.clock.today(), 10);

  /** A mentor with an address of their own. */
  mentor = async (place?: TestPlace): Promise<string> => {
    this.mentors += 1;
    const letters = [...String(this.mentors)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    return makeMentor(this.app, this.organisation, place ?? (await makePlace(this.app, this.organisation)), `mentor.${letters}@proeve.example`);
  };

  schedule = async (change: object = {}, course = this.courseId): Promise<Session> => {
    const wish = { day: this.soon(), from: '14:00', to: '16:00', seats: 1, place: 'Rådhuset, sal 2', ...change };
    const answer = await this.consultant.post<Session>(`/training-courses/${course}/sessions`, wish);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  };

  read = async (id: string): Promise<{ session: Session; enrolments: Enrolment[] }> => (await this.consultant.get<{ session: Session; enrolments: Enrolment[] }>(`/training-sessions/${id}`)).body;

  invite = (id: string, mentorIds: readonly string[]) => this.consultant.post<{ invited: number; already: number }>(`/training-sessions/${id}/invitations`, { mentorIds });

  of = async (sessionId: string, mentorId: string): Promise<Enrolment> => {
    const found = (await this.read(sessionId)).enrolments.find((each) => each.mentorId === mentorId);
    if (!found) throw new Error('not asked');
    return found;
  };

  say = async (sessionId: string, mentorId: string, answer: 'yes' | 'no') => this.consultant.put<Enrolment>(`/training-enrolments/${(await this.of(sessionId, mentorId)).id}/answer`, { answer });

  mark = (session: Session, enrolmentId: string, came: boolean | null) =>
    this.consultant.put<{ items: Enrolment[] }>(`/training-sessions/${session.id}/attendance`, { marks: [{ enrolmentId, came }] });

  /** What was mailed to a mentor, oldest first. */
  mailsTo = async (mentorId: string): Promise<DemoMail[]> => {
    await deliverOutbox(this.app, this.organisation);
    const { email } = await this.sql((tx) => tx.one<{ email: string }>('select email from mentor where id = $1', [mentorId]));
    return (await mailbox(this.app, this.organisation)).filter(({ to }) => to === email);
  };

  /** The clock stands `hours` after the session's beginning (before it, when negative) while `work` runs. */
  async at<T>(session: Session, hours: number, work: () => Promise<T>): Promise<T> {
    const ms = new Date(session.startsAt).getTime() + hours * 3_600_000 - this.app.clock.now().getTime();
    this.app.clock.advance(ms);
    const before = this.consultant;
    this.consultant = await this.organisation.signIn();
    try {
      return await work();
    } finally {
      this.app.clock.advance(-ms);
      this.consultant = before;
    }
  }
}
