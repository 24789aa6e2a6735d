import { nameParts } from '#companies';
import type { Planned, Ref } from './plan.rules.js';
import type { Facts } from './row.rules.js';
import type { Steps } from './steps.rules.js';

/** What all rows of a sheet together say of one company, workplace or person: new ones are made so, known ones filled. */
export type CompanyDraft = { key: string; id: string | null; name: string; cvr: string | null };
export type WorkplaceDraft = Pick<Facts, 'street' | 'postalCode' | 'town' | 'sector' | 'employees'> & {
  key: string;
  id: string | null;
  companyKey: string;
  name: string;
  pNumber: string | null;
  notes: Note[];
};
/** What has no field of its own: also further phone numbers, and all of a row that names nobody they could be kept with. */
type Note = Pick<Facts, 'note' | 'places' | 'lastContact' | 'contactName' | 'email'> & { phones: string[] };
export type ContactDraft = {
  key: string;
  id: string | null;
  companyKey: string;
  /** Null when the person is met at several workplaces of the company. */
  workplaceKey: string | null;
  name: string;
  title: string | null;
  phone: string | null;
  email: string | null;
};

export type Drafts = { companies: CompanyDraft[]; workplaces: WorkplaceDraft[]; contacts: ContactDraft[] };

/** One text for something of the register or of this run. */
export const keyOf = (ref: Ref): string => ('id' in ref ? ref.id : String(ref.row));

/** Gathers the rows of a plan. The first row that says a thing is believed; of names the best written one is kept. */
export function* draftsOf(planned: Planned[], facts: Map<number, Facts>): Steps<Drafts> {
  const companies = new Map<string, CompanyDraft>();
  const workplaces = new Map<string, WorkplaceDraft>();
  const contacts = new Map<string, ContactDraft>();
  for (const { row, company, workplace, contact } of planned) {
    const said = facts.get(row);
    if (!said) continue;
    const companyKey = keyOf(company);
    gather(companies, companyKey, company, (draft) => addCompany(draft, said), { name: said.name, cvr: null });
    if (workplace) {
      const empty = {
        companyKey,
        name: '',
        pNumber: null,
        street: null,
        postalCode: null,
        town: null,
        sector: null,
        employees: null,
        notes: [],
      };
      gather(workplaces, keyOf(workplace), workplace, (draft) => addWorkplace(draft, said, contact !== null), empty);
    }
    if (contact) {
      const workplaceKey = workplace && keyOf(workplace);
      const empty = { companyKey, workplaceKey, name: '', title: null, phone: null, email: null };
      gather(contacts, keyOf(contact), contact, (draft) => addContact(draft, said, workplaceKey), empty);
    }
    yield;
  }
  return {
    companies: [...companies.values()],
    workplaces: once([...workplaces.values()]),
    contacts: [...contacts.values()],
  };
}

function gather<T extends { key: string; id: string | null }>(
  into: Map<string, T>,
  key: string,
  ref: Ref,
  add: (draft: T) => void,
  empty: Omit<T, 'key' | 'id'>,
): void {
  const draft = into.get(key) ?? ({ ...empty, key, id: 'id' in ref ? ref.id : null } as T);
  into.set(key, draft);
  add(draft);
}

function addCompany(draft: CompanyDraft, { name, cvr }: Facts): void {
  draft.name = betterName(draft.name, name);
  draft.cvr ??= cvr;
}

function addWorkplace(draft: WorkplaceDraft, said: Facts, kept: boolean): void {
  draft.name = betterName(draft.name, said.workplaceName ?? said.name);
  draft.pNumber ??= said.pNumber;
  draft.street = betterName(draft.street ?? '', said.street ?? '') || null;
  draft.postalCode ??= said.postalCode;
  draft.town = betterName(draft.town ?? '', said.town ?? '') || null;
  draft.sector ??= said.sector;
  draft.employees ??= said.employees;
  const phones = [...(said.phone && !kept ? [said.phone] : []), ...(said.morePhones ?? [])];
  const note = { ...said, phones, email: kept ? null : said.email };
  if (note.note || note.places !== null || note.lastContact || note.email || phones.length > 0) draft.notes.push(note);
}

function addContact(draft: ContactDraft, said: Facts, workplaceKey: string | null): void {
  draft.name = betterName(draft.name, said.contactName ?? '');
  draft.title ??= said.contactTitle;
  draft.phone ??= said.phone;
  draft.email ??= said.email;
  if (draft.workplaceKey !== workplaceKey) draft.workplaceKey = null;
}

/** Of two spellings: small and capital letters before only one kind, then Danish letters, then the legal form, then the longer. */
export function betterName(one: string, other: string): string {
  const marks = (name: string): number[] => [
    Number(/\p{Lu}/u.test(name) && /\p{Ll}/u.test(name) && !/^\p{Ll}/u.test(name)),
    Number(/[æøå]/iu.test(name)),
    Number(nameParts(name).form !== undefined),
    name.length,
  ];
  const [first, second] = [marks(one), marks(other)];
  const at = first.findIndex((mark, index) => mark !== second[index]);
  return at >= 0 && (second[at] ?? 0) > (first[at] ?? 0) ? other : one;
}

/** A P-number stands for one workplace: of two that claim it the first keeps it. */
function once(workplaces: WorkplaceDraft[]): WorkplaceDraft[] {
  const taken = new Set<string>();
  for (const draft of workplaces) {
    if (draft.pNumber && taken.has(draft.pNumber)) draft.pNumber = null;
    if (draft.pNumber) taken.add(draft.pNumber);
  }
  return workplaces;
}
