import { addDays } from '#platform';
import { clusters, type DemoAgreement, fixedSlots, fourOfEight, fullByLaw, standing } from './agreements.data.js';
import { address, type DemoWorkplace, person, phone } from './companies.js';
import type { Staff } from './people.js';
import type { Doer, Rows } from './rows.js';
import { type DemoWork, work } from './words.data.js';

export interface DemoSlot {
  readonly id: string;
  readonly model: string;
  readonly letter: string;
  readonly workplace: DemoWorkplace;
  readonly mentor: DemoMentor;
  readonly minutes: number;
}
export interface DemoMentor extends Doer {
  readonly mentorId: string;
}

/** Writes agreements of models 1, 2 and 4 with their mentors and slots; answers the slots. */
export class Agreements {
  readonly slots: DemoSlot[] = [];
  private readonly mentors = new Map<string, DemoMentor>();

  constructor(
    private readonly rows: Rows,
    private readonly staff: Staff,
    private readonly companies: readonly DemoWorkplace[][],
    private readonly today: string,
  ) {}

  addAll(): void {
    fixedSlots.forEach((each) => this.ofCompany('fixed_slots', 'Fast aftale', each));
    standing.forEach((each) => this.ofCompany('standing', 'Forhåndsaftale', each));
    clusters.forEach((each, n) => this.cluster(each, n));
    [fullByLaw, fourOfEight].forEach((each) => this.ofCompany('fixed_slots', 'Fast aftale', each));
  }

  /** The workplace's mentor, named on first asking. Every fourth has yet to be trained. */
  mentorAt(workplace: DemoWorkplace, daysAgo: number): DemoMentor {
    const known = this.mentors.get(workplace.id);
    if (known) return known;
    const n = this.mentors.size;
    const mentor = { mentorId: this.rows.id(-daysAgo), id: null, name: person(n + 11) };
    this.mentors.set(workplace.id, mentor);
    const active_from = addDays(this.today, -daysAgo);
    const trained_on = n % 4 === 2 || daysAgo < 20 ? null : addDays(active_from, 20);
    this.rows.add('mentor', { id: mentor.mentorId, workplace_id: workplace.id, name: mentor.name, email: address(mentor.name, workplace.domain), phone: phone(n + 400), accepts: 1 + (n % 3), active_from, trained_on, created_at: this.rows.at(-daysAgo), version: 1 });
    this.rows.note(-daysAgo, this.by(n), 'mentor.named', mentor.mentorId, { company_id: workplace.companyId, workplace_id: workplace.id, after: { name: mentor.name } });
    return mentor;
  }

  private ofCompany(model: 'fixed_slots' | 'standing', title: string, [company, letters, daysAgo, capped]: DemoAgreement): void {
    const workplaces = this.companies[company] ?? [];
    const first = workplaces[0];
    if (!first) return;
    const id = this.agreement(company, daysAgo, { model, title, company_id: first.companyId, ...(model === 'standing' && { call_notice_days: 5, answer_days: 3 }), ...(capped && { total_cap: capped.most }) });
    const used = model === 'fixed_slots' ? workplaces : [first];
    for (const workplace of used.slice(0, letters.length)) this.join(id, workplace, daysAgo);
    [...letters].forEach((letter, n) => this.slot(id, model, n + 1, letter, used[n % used.length] ?? first, daysAgo, capped?.work[n]));
  }

  private cluster({ name, kind, pooling, members, slots, daysAgo }: (typeof clusters)[number], n: number): void {
    if (!members.every((company) => this.companies[company])) return;
    const cluster_id = this.rows.id(-daysAgo - 10);
    const stamp = { created_at: this.rows.at(-daysAgo - 10), created_by: this.by(n).id, version: 1 };
    this.rows.add('cluster', { id: cluster_id, name, kind, ...stamp });
    const id = this.agreement(n, daysAgo, { model: 'cluster', title: name, cluster_id, slot_pooling: pooling, coordinator_user_id: this.by(n).id });
    let number = 0;
    members.forEach((company, m) => {
      const workplace = this.companies[company]?.[0];
      if (!workplace) return;
      this.join(id, workplace, daysAgo);
      for (const letter of slots[m] ?? '') this.slot(id, 'cluster', (number += 1), letter, workplace, daysAgo);
    });
  }

  private agreement(n: number, daysAgo: number, facts: Readonly<Record<string, unknown>>): string {
    const id = this.rows.id(-daysAgo);
    const by = this.by(n);
    const starts_on = addDays(this.today, -daysAgo);
    const when = this.rows.at(-daysAgo);
    const written = -daysAgo - 2;
    this.rows.add('agreement', { id, contact_user_id: by.id, starts_on, refill: facts.model !== 'standing', activated_at: when, activated_by: by.id, created_at: this.rows.at(written), created_by: by.id, version: 1, ...facts });
    const about = { company_id: facts.company_id as string | undefined, after: { model: facts.model, title: facts.title } };
    this.rows.note(written, by, 'agreement.created', id, about);
    this.rows.note(-daysAgo, by, 'agreement.activated', id, about);
    return id;
  }

  private join(agreement_id: string, workplace: DemoWorkplace, daysAgo: number): void {
    this.rows.add('agreement_workplace', { agreement_id, workplace_id: workplace.id });
    this.rows.add('agreement_mentor', { agreement_id, mentor_id: this.mentorAt(workplace, daysAgo).mentorId });
  }

  private slot(agreement_id: string, model: string, number: number, letter: string, workplace: DemoWorkplace, daysAgo: number, agreed?: DemoWork): void {
    const [tasks, minutes_per_week, path_to_hours] = agreed ?? work[workplace.sectorKey]?.[number % 2] ?? ['Hjælpe til', 900, 'Aftales undervejs'];
    const id = this.rows.id(-daysAgo);
    const where = { workplace_id: workplace.id, sector_id: workplace.sector_id, municipality_code: workplace.municipality_code };
    this.rows.add('slot', { id, agreement_id, ...where, model, number, tasks, minutes_per_week, path_to_hours, starts_on: addDays(this.today, -daysAgo), created_at: this.rows.at(-daysAgo), created_by: this.by(number).id, version: 1 });
    this.slots.push({ id, model, letter, workplace, mentor: this.mentorAt(workplace, daysAgo), minutes: minutes_per_week });
  }

  private by(n: number): Doer {
    const people = ['consultant', 'colleague', 'amira', 'torben', 'neighbour'].flatMap((key) => this.staff[key] ?? []);
    return people[n % people.length] ?? { id: null, name: '' };
  }
}
