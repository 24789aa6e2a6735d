import type { Actor, Tx } from '#platform';

export interface JournalEntry {
  /** What happened, noun first: `opening.shared`. The timeline's sentence is the dictionary's `journal.<action>`. */
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  /** Whose timeline it belongs on. */
  readonly companyId?: string | null;
  readonly workplaceId?: string | null;
  /** Only what changed; never personal data of a citizen beyond the case reference. */
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
}

/** Writes down who did what, in the transaction of the change: both happen or neither. */
export async function journal(tx: Tx, actor: Actor, entry: JournalEntry): Promise<void> {
  await tx.run(
    `insert into journal_entry (organisation_id, id, at, actor_kind, actor_user_id, actor_name, action, subject_type,
                                subject_id, company_id, workplace_id, before, after)
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.newId(),
      tx.now,
      actor.kind,
      actor.userId,
      actor.name,
      entry.action,
      entry.subject,
      entry.subjectId,
      entry.companyId ?? null,
      entry.workplaceId ?? null,
      json(entry.before),
      json(entry.after),
    ],
  );
}

const json = (value: object | null | undefined): string | null => (value ? JSON.stringify(value) : null);

/** What differs between two states of a row, as the journal's before and after. */
export function changes<T extends Readonly<Record<string, unknown>>>(before: T, after: Partial<T>): { before: Partial<T>; after: Partial<T> } {
  const changed = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const pick = (from: Partial<T>): Partial<T> =>
    Object.fromEntries(changed.map((name) => [name, from[name] ?? null])) as Partial<T>;
  return { before: pick(before), after: pick(after) };
}
