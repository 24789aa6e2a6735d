import { invalid, type Actor, type Tx } from '#platform';

export interface WrittenContact {
  readonly name: string;
  readonly title?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly preferredContact?: 'phone' | 'email' | 'sms' | 'visit' | null;
  readonly note?: string | null;
  /** Of one workplace; of the whole company when left out. */
  readonly workplaceId?: string | null;
}

/** Adds a contact person; call refresh_search after. Promises the id. */
export async function insertContact(tx: Tx, actor: Actor, companyId: string, written: WrittenContact): Promise<string> {
  await checkWorkplace(tx, companyId, written.workplaceId);
  const id = tx.newId();
  await tx.run(
    `insert into contact_person (organisation_id, id, company_id, created_at, created_by, name, title, email, phone, preferred_contact, note, workplace_id)
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, companyId, tx.now, actor.userId, ...contactValues(written)],
  );
  return id;
}

/** name, title, email, phone, preferred_contact, note, workplace_id. */
export const contactValues = (written: WrittenContact): unknown[] => [
  written.name,
  written.title || null,
  written.email?.toLowerCase() ?? null,
  written.phone ?? null,
  written.preferredContact ?? null,
  written.note || null,
  written.workplaceId ?? null,
];

/** Refuses a workplace that is not the company's, with 422. */
export async function checkWorkplace(tx: Tx, companyId: string, workplaceId: string | null | undefined): Promise<void> {
  if (!workplaceId) return;
  const own = await tx.row('select 1 from workplace where id = $1 and company_id = $2', [workplaceId, companyId]);
  if (!own) throw invalid({ field: 'workplaceId', code: 'fault.unknown' });
}
