import type { NameParts } from '#companies';
import { PUBLIC_MAIL } from './mail-providers.data.js';

/** A row of a sheet, or a workplace of the register with its company: what is compared with what. */
export type Entry = {
  cvr: string | null;
  pNumber: string | null;
  name: NameParts;
  /** Street key, empty when there is no street. */
  street: string;
  postalCode: string | null;
  /** Folded town, for rows without postal code. */
  town: string;
  phones: string[];
  emails: string[];
  /** Known in the register; absent for a row. */
  companyId?: string;
  /** The known company has more than the import can move (agreements): two such are never made one. */
  anchored?: boolean;
  workplaceId?: string;
};

/** Street with house number, and the postal district. */
export function placeKey(entry: Entry): string | undefined {
  return /\d/u.test(entry.street) && entry.postalCode ? `${entry.street}|${entry.postalCode}` : undefined;
}

export function townKey(entry: Entry): string | undefined {
  return /\d/u.test(entry.street) && entry.town ? `${entry.street}|${entry.town}` : undefined;
}

export function sameAddressKeys(entry: Entry): (string | undefined)[] {
  return [placeKey(entry), townKey(entry)].map((place) => place && `${entry.name.key}|${place}`);
}

/** Name with phone, with e-mail address, or with the company's own mail domain. */
export function sharedContactKeys(entry: Entry): string[] {
  const domains = entry.emails.map((email) => email.split('@')[1] ?? '').filter((domain) => !PUBLIC_MAIL.has(domain));
  return [...entry.phones, ...entry.emails, ...domains].map((contact) => `${entry.name.key}|${contact}`);
}

/** Alike but not equal: equal ones have met in a block already, and those that block left apart stay so. */
export function slipped(a: string, b: string, similar: (a: string, b: string) => boolean): boolean {
  return a !== b && similar(a, b);
}

/** "ole hansen" and "o hansen" are one owner as a group's fact. */
export function initialAndLast(owner: string | undefined): string | undefined {
  return owner && `${owner[0] ?? ''} ${owner.split(' ').at(-1) ?? ''}`;
}

export function shareContact(a: Entry, b: Entry): boolean {
  const domains = (entry: Entry): string[] => sharedContactKeys({ ...entry, name: { ...entry.name, key: '' } });
  const known = new Set(domains(a));
  return domains(b).some((contact) => known.has(contact));
}
