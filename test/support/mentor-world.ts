import { addDays, type Tx } from '#platform';
import { startApp, type Answer, type Client, type TestApp, type TestOrganisation } from './app.js';
import { deliverOutbox, forCitizen, mailbox, makeMentor, makePlace, share, type DemoMail, type Reserved, type TestPlace } from './pool.js';

const letters = 'abcdefghij';

/** An organisation with mentors who have addresses, and what journeys through their own page do again and again. */
export class MentorWorld {
  private mentors = 0;

  private constructor(
    readonly app: TestApp,
    readonly organisation: TestOrganisation,
    readonly consultant: Client,
  ) {}

  static async open(app?: TestApp): Promise<MentorWorld> {
    const started = app ?? (await startApp());
    const organisation = await started.makeOrganisation();
    return new MentorWorld(started, organisation, await organisation.signIn());
  }

  sql = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => this.app.db.touch({ organisationId: this.organisation.id }, work);

  /** A mentor of a company of their own. */
  mentor = async (): Promise<{ id: string; email: string; place: TestPlace }> => {
    this.mentors += 1;
    const place = await makePlace(this.app, this.organisation);
    const mark = [...String(this.mentors)].map((digit) => letters[Number(digit)]).join('');
    const email = `side.${mark}.${this.organisation.users.consultant?.email.split('.')[1]?.split('@')[0] ?? ''}@proeve.example`;
    return { id: await makeMentor(this.app, this.organisation, place, email), email, place };
  };

  mailsTo = async (email: string): Promise<DemoMail[]> => {
    await deliverOutbox(this.app, this.organisation);
    return (await mailbox(this.app, this.organisation)).filter(({ to }) => to === email);
  };

  ask = (email: string): Promise<Answer> => this.app.anonymous.post('/mentor-page/links', { email });

  /** The token in the newest mail with a link to the mentor's own page. */
  link = async (email: string): Promise<string> => {
    await this.ask(email);
    const texts = (await this.mailsTo(email)).map(({ text }) => /\/mentor\/link\/([\w-]{43})/.exec(text)?.[1] ?? '');
    return texts.findLast((token) => token !== '') ?? '';
  };

  /** The mentor's own session. */
  enter = async (email: string): Promise<MentorClient> => {
    const { body } = await this.app.anonymous.post<{ token: string }>('/mentor-page/session', { token: await this.link(email) });
    return new MentorClient(this.app, body.token);
  };

  /** A request mailed to the mentor; answers the reservation. */
  request = async (place: TestPlace): Promise<string> => {
    const opening = await share(this.consultant, place, { tasks: 'pakke brød', minutesPerWeek: 750 });
    const { body } = await this.consultant.post<Reserved>(`/openings/${opening}/reservations`, forCitizen());
    await deliverOutbox(this.app, this.organisation);
    return body.id;
  };

  /** A trainee of that mentor, there since `from`. */
  trainee = async (mentor: { id: string; place: TestPlace }, { from = addDays(this.app.clock.today(), -60), until = addDays(this.app.clock.today(), 60) } = {}): Promise<string> =>
    this.sql(async (tx) => {
      const [id, citizen, course] = [tx.newId(), tx.newId(), tx.newId()];
      const user = this.organisation.users.consultant?.id;
      const caseRef = `SAG-${letters[id.length % 10] ?? ''}${Array.from(id.slice(-6), (sign) => letters[parseInt(sign, 16) % 10]).join('')}`;
      await tx.run(`insert into citizen (organisation_id, id, case_ref, pseudonym, created_at) values (app_organisation(), $1, $2, 'Alma', $3)`, [citizen, caseRef, tx.now]);
      await tx.run(
        `insert into citizen_role (organisation_id, id, citizen_id, user_id, role, is_primary, valid, created_at)
         values (app_organisation(), $1, $2, $3, 'consultant', true, daterange($4::date, null), $5)`,
        [tx.newId(), citizen, user, from, tx.now],
      );
      await tx.run('insert into course (organisation_id, id, citizen_id, opened_on, owner_user_id, created_at) values (app_organisation(), $1, $2, $3::date, $4, $5)', [course, citizen, from, user, tx.now]);
      await tx.run(
        `insert into placement (organisation_id, id, workplace_id, mentor_id, citizen_ref, course_id, measure_type_code, minutes_per_week, period, planned_end, created_at)
         values (app_organisation(), $1, $2, $3, $4, $5, 'virksomhedspraktik', 720, daterange($6::date, $7::date), $7::date, $8)`,
        [id, mentor.place.workplaceId, mentor.id, caseRef, course, from, until, tx.now],
      );
      return id;
    });

  /** The clock stands on that weekday (1 = Monday) of the week `weeks` ahead, at noon, while `work` runs. */
  async at<T>(weeks: number, weekday: number, work: () => Promise<T>): Promise<T> {
    const today = this.app.clock.today();
    const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    const day = addDays(today, weeks * 7 + weekday - 1 - now);
    const before = this.app.clock.now();
    this.app.clock.set(new Date(`${day}T11:00:00Z`));
    try {
      return await work();
    } finally {
      this.app.clock.set(before);
    }
  }
}

/** A mentor's session as a script has it. */
export class MentorClient {
  constructor(
    private readonly app: TestApp,
    readonly token: string,
  ) {}

  private with = (): Record<string, string> => ({ authorization: `Bearer ${this.token}` });
  get = <T>(path: string) => this.app.anonymous.send<T>('GET', path, undefined, this.with());
  put = <T>(path: string, body: object) => this.app.anonymous.send<T>('PUT', path, body, this.with());
  post = <T>(path: string, body: object) => this.app.anonymous.send<T>('POST', path, body, this.with());
  delete = <T>(path: string) => this.app.anonymous.send<T>('DELETE', path, undefined, this.with());
}
