import { fold, nameParts, samePerson, streetKey } from '#companies';
import type { Entry } from './entry.rules.js';
import { type Link, type Matched, type Offer, matchSteps } from './matching.rules.js';
import type { Facts } from './row.rules.js';
import { atOnce, type Steps } from './steps.rules.js';

/** What the register already holds of companies that a sheet may speak of. */
export type Known = {
  id: string;
  cvr: string | null;
  name: string;
  /** It has agreements: it can take others in, but not be taken in. */
  anchored: boolean;
  workplaces: {
    id: string;
    pNumber: string | null;
    street: string | null;
    postalCode: string | null;
    town: string | null;
  }[];
  contacts: { id: string; name: string; phone: string | null; email: string | null }[];
};

export type Row = { row: number; facts: Facts };

/** Something of the register by its id, or something this run makes, named by its first row. */
export type Ref = { id: string } | { row: number };

export type Candidate = {
  kind: Offer['kind'];
  why: Offer['why'];
  row?: number;
  companyId?: string;
  workplaceId?: string;
};

/** Two companies of the register that the sheet shows to be one: the first is taken into the second. */
export type Merge = { company: string; into: string };

export type Plan = { rows: Planned[]; merges: Merge[] };

export type Planned = {
  row: number;
  verdict: 'new' | 'adds' | 'duplicate' | 'decision';
  company: Ref;
  workplace: Ref | null;
  contact: Ref | null;
  /** What this row is the first to bring. */
  adds: ('company' | 'workplace' | 'contact')[];
  /** For `decision`: what it may be the same as. Undecided, it is taken as something of its own. */
  candidates: Candidate[];
};

/** A person's answer for one row: the same as a candidate, or something of its own. */
export type Decision = { row: number; same: Candidate | null };

/** What every row of a sheet does to the register: the one computation behind the preview and the run. */
export function planRows(rows: Row[], known: Known[], decisions: Decision[] = []): Plan {
  return atOnce(planSteps(rows, known, decisions));
}

/** The same, a few rows at a time: thousands of them are a second's work. */
export function* planSteps(rows: Row[], known: Known[], decisions: Decision[] = []): Steps<Plan> {
  const entries: Entry[] = [];
  for (const { facts } of rows) yield void entries.push(entryOfRow(facts));
  for (const company of known) yield void entries.push(...entriesOfKnown(company));
  const matched = yield* matchSteps(entries, links(rows, entries, decisions));
  const planning = new Planning(rows, entries, matched);
  const planned = yield* planning.planned(known, new Set(decisions.map(({ row }) => row)));
  return { rows: planned, merges: planning.merges };
}

function entryOfRow(facts: Facts): Entry {
  return {
    cvr: facts.cvr,
    pNumber: facts.pNumber,
    name: nameParts(facts.name),
    street: streetKey(facts.street ?? ''),
    postalCode: facts.postalCode,
    town: fold(facts.town ?? ''),
    phones: facts.phone ? [facts.phone] : [],
    emails: facts.email ? [facts.email] : [],
  };
}

/** One entry for each workplace, or one for a company without any; its contacts speak for all of them. */
function entriesOfKnown(company: Known): Entry[] {
  const shared = {
    cvr: company.cvr,
    name: nameParts(company.name),
    phones: company.contacts.flatMap(({ phone }) => phone ?? []),
    emails: company.contacts.flatMap(({ email }) => email ?? []),
    companyId: company.id,
    anchored: company.anchored,
  };
  if (company.workplaces.length === 0) return [{ ...shared, pNumber: null, street: '', postalCode: null, town: '' }];
  return company.workplaces.map(({ id, pNumber, street, postalCode, town }) => ({
    ...shared,
    pNumber,
    street: streetKey(street ?? ''),
    postalCode,
    town: fold(town ?? ''),
    workplaceId: id,
  }));
}

function links(rows: Row[], entries: Entry[], decisions: Decision[]): Link[] {
  if (decisions.length === 0) return [];
  const position = new Map(rows.map(({ row }, index) => [row, index]));
  const places = firstPositions(entries, ({ workplaceId }) => workplaceId);
  const companies = firstPositions(entries, ({ companyId }) => companyId);
  const standsFor = ({ row, workplaceId, companyId = '' }: Candidate): number | undefined => {
    if (row !== undefined) return position.get(row);
    return workplaceId ? places.get(workplaceId) : companies.get(companyId);
  };
  return decisions.flatMap(({ row, same }) => {
    const [a, b] = [position.get(row), same && standsFor(same)];
    return same && a !== undefined && typeof b === 'number' ? [{ a, b, kind: same.kind }] : [];
  });
}

function firstPositions(entries: Entry[], idOf: (entry: Entry) => string | undefined): Map<string, number> {
  const positions = new Map<string, number>();
  entries.forEach((entry, index) => {
    const id = idOf(entry);
    if (id && !positions.has(id)) positions.set(id, index);
  });
  return positions;
}

const MOST_CANDIDATES = 5;

/** Folded names, phone and e-mail of a person met so far in one company. */
type Person = { ref: Ref; name: string; phone: string | null; email: string | null };

class Planning {
  readonly merges: Merge[] = [];
  private readonly companyIds = new Map<number, Ref>();
  private readonly workplaceIds = new Map<number, Ref>();
  private readonly people = new Map<number, Person[]>();
  private readonly candidates = new Map<number, Candidate[]>();
  private readonly firstRows = new Map<number, number>();

  constructor(
    private readonly rows: Row[],
    private readonly entries: Entry[],
    private readonly matched: Matched,
  ) {
    entries.forEach(({ workplaceId }, index) => {
      const workplace = matched.workplace[index];
      if (workplaceId && workplace !== null && workplace !== undefined)
        this.workplaceIds.set(workplace, { id: workplaceId });
    });
    rows.forEach((_, index) => {
      const company = this.companyOf(index);
      if (!this.firstRows.has(company)) this.firstRows.set(company, index);
    });
  }

  /** Of several known companies that are one, the one with agreements stays, else one with a CVR number, else the oldest. */
  private settleKnown(known: Known[]): void {
    const groups = new Map(
      this.entries.flatMap(({ companyId }, index) => (companyId ? [[companyId, this.companyOf(index)] as const] : [])),
    );
    const weight = ({ anchored, cvr }: Known): number => Number(anchored) * 2 + Number(cvr !== null);
    const ranked = known.toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
    for (const { id } of ranked) {
      const group = groups.get(id) as number;
      const stays = this.companyIds.get(group);
      if (stays && 'id' in stays) this.merges.push({ company: id, into: stays.id });
      else this.companyIds.set(group, { id });
    }
  }

  *planned(known: Known[], decided: Set<number>): Steps<Planned[]> {
    this.settleKnown(known);
    yield* this.rememberPeople(known);
    for (const offer of this.matched.offers) yield this.ask(offer);
    const planned: Planned[] = [];
    for (const index of this.rows.keys()) yield void planned.push(this.plannedRow(index, decided));
    return planned;
  }

  private plannedRow(index: number, decided: Set<number>): Planned {
    const { row, facts } = this.rows[index] as Row;
    const adds: Planned['adds'] = [];
    const company = this.refOf(this.companyIds, this.companyOf(index), row, () => adds.push('company'));
    const place = this.matched.workplace[index] ?? null;
    const workplace = place === null ? null : this.refOf(this.workplaceIds, place, row, () => adds.push('workplace'));
    const contact = this.contactOf(index, row, facts, () => adds.push('contact'));
    const candidates = this.candidates.get(index) ?? [];
    const settled = adds.includes('company') ? 'new' : adds.length > 0 ? 'adds' : 'duplicate';
    const verdict = candidates.length > 0 && !decided.has(row) ? 'decision' : settled;
    return { row, verdict, company, workplace, contact, adds, candidates };
  }

  private refOf(refs: Map<number, Ref>, group: number, row: number, added: () => void): Ref {
    const found = refs.get(group);
    if (found) return found;
    added();
    refs.set(group, { row });
    return { row };
  }

  private contactOf(index: number, row: number, facts: Facts, added: () => void): Ref | null {
    if (!facts.contactName && !facts.phone && !facts.email) return null;
    const person = { name: fold(facts.contactName ?? ''), phone: facts.phone, email: facts.email };
    const company = this.companyOf(index);
    const people = this.people.get(company) ?? [];
    const met = people.find((other) => isPerson(person, other));
    if (met) return met.ref;
    if (!facts.contactName) return null;
    added();
    this.people.set(company, [...people, { ...person, ref: { row } }]);
    return { row };
  }

  private *rememberPeople(known: Known[]): Steps<void> {
    const companies = new Map(
      this.entries.flatMap(({ companyId }, index) => (companyId ? [[companyId, this.companyOf(index)] as const] : [])),
    );
    for (const { id, contacts } of known) {
      const company = companies.get(id);
      if (company === undefined) continue;
      const people = contacts.map(({ id: contact, name, phone, email }) => ({
        ref: { id: contact },
        name: fold(name),
        phone,
        email,
      }));
      this.people.set(company, [...(this.people.get(company) ?? []), ...people]);
      yield;
    }
  }

  /**
   * The question goes to the first row of the group that is not in the register yet, or of the later of two such. Two
   * that are both there have been told apart before: nobody is asked again each time the same sheet comes.
   */
  private ask({ a, b, kind, why }: Offer): void {
    if (this.companyIds.has(this.companyOf(a)) && this.companyIds.has(this.companyOf(b))) return;
    const [one, other] = [this.speaker(a), this.speaker(b)];
    const [asked, about] = this.isNewer(one, other) ? [one, other] : [other, one];
    if (asked >= this.rows.length) return;
    const { companyId, workplaceId } = this.entries[about] as Entry;
    const target =
      about < this.rows.length
        ? { row: this.rows[about]?.row }
        : kind === 'company'
          ? { companyId }
          : { companyId, workplaceId };
    const asking = this.candidates.get(asked) ?? [];
    if (asking.length < MOST_CANDIDATES) this.candidates.set(asked, [...asking, { kind, why, ...target }]);
  }

  /** Who speaks for an entry's company: a known one when the register has it, else its first row. */
  private speaker(entry: number): number {
    const ref = this.companyIds.get(this.companyOf(entry));
    if (!ref) return this.firstRows.get(this.companyOf(entry)) ?? entry;
    return entry;
  }

  private isNewer(one: number, other: number): boolean {
    const [rowOne, rowOther] = [one < this.rows.length, other < this.rows.length];
    return rowOne === rowOther ? one > other : rowOne;
  }

  private companyOf(index: number): number {
    return this.matched.company[index] ?? index;
  }
}

/** One person in one company: the same name; or one has no name and phone or e-mail agree. */
function isPerson(a: Omit<Person, 'ref'>, b: Omit<Person, 'ref'>): boolean {
  if (a.name && b.name) return samePerson(a.name, b.name);
  return Boolean((a.phone && a.phone === b.phone) || (a.email && a.email === b.email));
}
