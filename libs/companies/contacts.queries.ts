import type { Tx } from '#platform';

export interface Contact {
  readonly id: string;
  readonly companyId: string;
  /** Null: of the whole company. */
  readonly workplaceId: string | null;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly preferredContact: 'phone' | 'email' | 'sms' | 'visit' | null;
  readonly note: string | null;
  readonly version: number;
}

const select = `select id, company_id as "companyId", workplace_id as "workplaceId", name, title, email, phone,
  preferred_contact as "preferredContact", note, version from contact_person`;

/** One contact person; refuses with 404 when there is none. */
export const contactOf = (tx: Tx, contactId: string): Promise<Contact> => tx.one<Contact>(`${select} where id = $1`, [contactId]);

/** A company's contact persons by name; at most 100. */
export const contactsOf = (tx: Tx, companyId: string): Promise<Contact[]> =>
  tx.rows<Contact>(`${select} where company_id = $1 order by name, id limit 100`, [companyId]);
