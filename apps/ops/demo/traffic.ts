import { addDays, mondayOf } from '#platform';
import { shared } from './agreements.data.js';
import type { Agreements, DemoMentor, DemoSlot } from './agreements.js';
import type { DemoWorkplace } from './companies.js';
import { addCourse } from './courses.js';
import type { Staff } from './people.js';
import type { Doer, Rows } from './rows.js';
import { reasons } from './words.data.js';

/** First days of a slot's placements, in days from today; each is 13 weeks from the Monday of that week. */
const starts: Readonly<Record<string, readonly number[]>> = {
  r: [-160, -49], l: [-150, -21], e: [-190, -82], s: [-120, -4], v: [-103], n: [], f: [-118, 13], x: [-40],
};
const groups = ['LAB6-02', 'LAB6-03', 'LAB6-05', 'LAB6-06', 'LAB6-07'];

interface Ask {
  readonly openingId: string;
  readonly workplace: DemoWorkplace;
  readonly slotId?: string;
  readonly by: Doer;
  /** When it was asked, in days from now. */
  readonly days: number;
  readonly from: string;
  readonly until: string;
  readonly minutes?: number;
  readonly facts?: Readonly<Record<string, unknown>>;
}

interface Asked {
  readonly id: string;
  readonly citizen_ref: string;
  readonly target_group_code: string;
}

/** What has gone on and goes on: placements, openings shared by hand, reservations and their queues. */
export class Traffic {
  private readonly sharedIds: string[] = [];
  private citizens = 10_400;

  constructor(
    private readonly rows: Rows,
    private readonly staff: Staff,
    private readonly agreements: Agreements,
    private readonly today: string,
  ) {}

  placements(): void {
    this.agreements.slots.forEach((slot, n) => (starts[slot.letter] ?? []).forEach((days, k) => this.onSlot(slot, days, n + k)));
  }

  /** Asked and answered as the verbs would have: the mentor says yes four days later, and the placement stands. */
  private onSlot(slot: DemoSlot, days: number, n: number): void {
    const from = mondayOf(addDays(this.today, days));
    const stopped = slot.letter === 'x';
    const until = addDays(from, 91);
    const answered = Math.min(days - 6, -0.4);
    const ask = { openingId: slot.id, workplace: slot.workplace, slotId: slot.id, by: this.asker(n), days: answered - 4, from, until, minutes: slot.minutes, facts: { accepted_at: this.rows.at(answered) } };
    const end = stopped ? addDays(this.today, -5) : until;
    this.place({ ...ask, end }, this.ask(ask), slot.mentor, answered, stopped);
  }

  private place(ask: Ask & { readonly end: string }, reservation: Asked, mentor: DemoMentor, answered: number, stopped = false): string {
    const id = this.rows.id(answered);
    const { by, from, until, end, openingId, slotId, workplace } = ask;
    const course_id = addCourse(this.rows, { caseRef: reservation.citizen_ref, targetGroup: reservation.target_group_code, by, openedOn: addDays(this.today, Math.floor(answered)), days: answered });
    this.rows.add('placement', {
      id, course_id, slot_id: slotId ?? null, opening_id: openingId, reservation_id: reservation.id, workplace_id: workplace.id, mentor_id: mentor.mentorId,
      citizen_ref: reservation.citizen_ref, measure_type_code: 'WORK_PLACEMENT', minutes_per_week: ask.minutes ?? 900, period: `[${from},${end})`, planned_end: until,
      created_at: this.rows.at(answered), created_by: null, version: stopped ? 2 : 1,
      ...(stopped && { stopped_at: this.rows.at(-5), stopped_by: by.id, stop_reason: 'Borgeren er kommet i ordinært arbejde' }),
    });
    const about = { company_id: workplace.companyId, workplace_id: workplace.id };
    this.rows.note(answered, mentor, 'reservation.accepted', reservation.id, { ...about, after: { placementId: id, mentorId: mentor.mentorId, from, until } });
    if (stopped) this.rows.note(-5, by, 'placement.stopped', id, { ...about, after: { until: end } });
    return id;
  }

  /** `facts` says how it stands: seat and first_at unless it waits in the queue. */
  private ask({ openingId, workplace, slotId, by, days, from, until, minutes, facts }: Ask): Asked {
    const id = this.rows.id(days);
    const citizen_ref = `B-${(this.citizens += 1)}`;
    const target_group_code = groups[this.citizens % groups.length] ?? 'LAB6-03';
    this.rows.add('reservation', {
      id, opening_id: openingId, workplace_id: workplace.id, slot_id: slotId ?? null, citizen_ref, target_group_code, reason: reasons[this.citizens % reasons.length],
      from_date: from, until_date: until, minutes_per_week: minutes ?? 900, measure_type_code: 'WORK_PLACEMENT', reserved_by: by.id, created_at: this.rows.at(days),
      seat: 1, first_at: this.rows.at(days), expires_at: this.endOf(addDays(this.today, Math.floor(days) + 5)), version: 1, ...facts,
    });
    this.rows.note(days, by, 'reservation.made', id, { company_id: workplace.companyId, workplace_id: workplace.id, after: { openingId, targetGroup: target_group_code } });
    return { id, citizen_ref, target_group_code };
  }

  openings(companies: readonly DemoWorkplace[][]): void {
    for (const [nth, [company, tasks, places, daysAgo, kind, freeIn, heldBy]] of shared.entries()) {
      const workplace = companies[company]?.[0];
      const by = heldBy ? this.staff[heldBy] : this.asker(company);
      if (!workplace || !by) continue;
      const id = this.rows.id(-daysAgo);
      this.sharedIds[nth] = id;
      const { sector_id, municipality_code, lat, lon } = workplace;
      const held = { held_by: by.id, held_until: this.rows.at(2 - daysAgo), hold_reason: null };
      this.rows.add('opening', {
        id, workplace_id: workplace.id, kind, tasks, places, minutes_per_week: kind === 'job' ? 2220 : 900, consideration_ids: [],
        free_from: addDays(this.today, freeIn), expires_on: addDays(this.today, 56 - Math.floor(daysAgo)), shared_by: by.id, created_at: this.rows.at(-daysAgo), version: 1,
        ...(heldBy ? held : { published_at: this.rows.at(-daysAgo) }),
        sector_id, municipality_code, lat, lon,
      });
      this.rows.note(-daysAgo, by, heldBy ? 'opening.held' : 'opening.shared', id, { company_id: workplace.companyId, workplace_id: workplace.id, after: { tasks, places } });
    }
  }

  /** What waits for an answer, who waits in line, and how some ended. */
  reservations(companies: readonly DemoWorkplace[][]): void {
    const [consultant, colleague, caseworker] = ['consultant', 'colleague', 'caseworker'].map((key) => this.staff[key]);
    if (!consultant || !colleague || !caseworker) return;
    const onShared = (nth: number, by: Doer, days: number, facts: Readonly<Record<string, unknown>> = {}): void => {
      const workplace = companies[shared[nth]?.[0] ?? 0]?.[0];
      const openingId = this.sharedIds[nth];
      if (workplace && openingId) this.wait(this.ask({ openingId, workplace, by, days, ...this.weeks(14), facts }).id, facts);
    };
    const waiting = { seat: null, first_at: null, expires_at: this.rows.at(25) };
    onShared(1, colleague, -0.2);
    onShared(1, consultant, -0.15, waiting);
    onShared(1, caseworker, -0.1, waiting);
    onShared(2, consultant, -2, { expires_at: this.endOf(this.today) });
    onShared(4, consultant, -1.1, { callback_at: this.rows.at(-0.05) });
    onShared(8, consultant, -4, { declined_at: this.rows.at(-0.5), decline_reason: 'Vi har ikke en makker i den uge' });
    onShared(9, colleague, -6, { expired_at: this.rows.at(-2) });
    onShared(11, caseworker, -7, { withdrawn_at: this.rows.at(-5), withdrawn_reason: 'Borgeren har valgt en anden plads' });
    this.onFreeSlots(consultant, colleague);
  }

  private onFreeSlots(...people: readonly Doer[]): void {
    const free = this.agreements.slots.filter(({ letter }) => letter === 'v');
    people.forEach((by, n) => this.onFreeSlot(free[n], by, -0.6 - n));
    // Model 2: a match has called on a place that stood ready.
    const ready = this.agreements.slots.find(({ model, letter }) => model === 'standing' && letter === 'n');
    if (people[0]) this.onFreeSlot(ready, people[0], -0.4);
  }

  private onFreeSlot(slot: DemoSlot | undefined, by: Doer, days: number): void {
    if (!slot) return;
    const ask = { openingId: slot.id, workplace: slot.workplace, slotId: slot.id, by, days, ...this.weeks(14), minutes: slot.minutes };
    this.wait(this.ask(ask).id, {});
  }

  /** A first reservation that nobody has answered asks the mentor by mail. */
  private wait(id: string, facts: Readonly<Record<string, unknown>>): void {
    const over = ['declined_at', 'expired_at', 'withdrawn_at'].some((end) => end in facts);
    if (over || facts.seat === null) return;
    this.rows.add('outbox', { id: this.rows.id(0), topic: 'mail.mentor-request', subject_id: id, payload: {}, created_at: this.rows.at(0), due_at: this.rows.at(0), attempts: 0 });
  }

  /** Model 3: an agreement that came of a match and promises nothing more. Written last: it points to its reservation. */
  matches(companies: readonly DemoWorkplace[][]): void {
    [12, 13].forEach((nth, n) => {
      const workplace = companies[shared[nth]?.[0] ?? 0]?.[0];
      const [openingId, by] = [this.sharedIds[nth], this.staff.consultant];
      if (!workplace || !openingId || !by) return;
      // The second one is over by now: what next with the company is a task.
      const back = n * -98;
      const from = mondayOf(addDays(this.today, back - 5));
      const mentor = this.agreements.mentorAt(workplace, 8);
      const ask = { openingId, workplace, by, days: back - 10, from, until: addDays(from, 91), facts: { accepted_at: this.rows.at(back - 8) } };
      const reservation = this.ask(ask);
      this.place({ ...ask, end: ask.until }, reservation, mentor, back - 8);
      const id = this.rows.id(back - 7);
      const at = this.rows.at(back - 7);
      const when = { activated_at: at, activated_by: by.id, created_at: at, created_by: by.id };
      const plan = { follow_up_weeks: 2, follow_up_plan: 'Vi ringer dagen efter start og kommer på besøg hver anden uge.' };
      this.rows.add('agreement', { id, model: 'match_driven', title: 'Opsøgning ved match', company_id: workplace.companyId, contact_user_id: by.id, starts_on: from, refill: false, born_of_reservation_id: reservation.id, ...plan, ...when, version: 1 });
      this.rows.add('agreement_workplace', { agreement_id: id, workplace_id: workplace.id });
      this.rows.add('agreement_mentor', { agreement_id: id, mentor_id: mentor.mentorId });
      this.rows.note(back - 7, by, 'agreement.created', id, { company_id: workplace.companyId, after: { model: 'match_driven', title: 'Opsøgning ved match' } });
    });
  }

  private weeks(days: number): { from: string; until: string } {
    const from = mondayOf(addDays(this.today, days));
    return { from, until: addDays(from, 91) };
  }

  private asker(n: number): Doer {
    const people = ['consultant', 'colleague', 'amira', 'caseworker', 'torben', 'lone', 'neighbour'].flatMap((key) => this.staff[key] ?? []);
    return people[n % people.length] ?? { id: null, name: '' };
  }

  /** 23:59 in Denmark, as PostgreSQL reads it. */
  private endOf(day: string): string {
    return `${day} 23:59 Europe/Copenhagen`;
  }
}
