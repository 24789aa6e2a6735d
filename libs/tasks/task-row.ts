import { formatter, hasText, translator } from '#dictionary';
import { isDate, type Actor, type Tx } from '#platform';

/** Something somebody should do, as lists and cards show it. */
export interface Task {
  readonly id: string;
  /** `refill`, `offer-question` …; what the main button does follows from it. */
  readonly kind: string;
  /** Its sentence in the reader's language. */
  readonly text: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly companyId: string | null;
  readonly companyName: string | null;
  readonly workplaceName: string | null;
  /** Of a task about an agreement: what it is called. A cluster's has no company of its own. */
  readonly agreementTitle: string | null;
  /** Whose it is; nobody's: whoever comes first. */
  readonly userId: string | null;
  readonly userName: string | null;
  readonly dueOn: string;
  readonly raisedAt: Date;
  /** Not on anybody's Min dag before this day. */
  readonly snoozedUntil: string | null;
  readonly escalatedAt: Date | null;
  readonly doneAt: Date | null;
  readonly doneNote: string | null;
  /** Ids, dates and numbers; never a person's name. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly version: number;
}

/** Columns and joins of a task `t`. */
export const taskSql = `
select t.id, t.kind, t.subject_type as subject, t.subject_id as "subjectId", t.company_id as "companyId", c.name as "companyName",
       w.name as "workplaceName", a.title as "agreementTitle", t.user_id as "userId", u.name as "userName", t.due_on as "dueOn", t.raised_at as "raisedAt",
       t.snoozed_until as "snoozedUntil", t.escalated_at as "escalatedAt", t.done_at as "doneAt", t.done_note as "doneNote", t.facts, t.version
  from task t
  left join company c on c.organisation_id = t.organisation_id and c.id = t.company_id
  left join workplace w on w.organisation_id = t.organisation_id and w.id = t.workplace_id
  left join agreement a on t.subject_type = 'agreement' and a.organisation_id = t.organisation_id and a.id = t.subject_id
  left join app_user u on u.organisation_id = t.organisation_id and u.id = t.user_id`;

/** A row with its sentence: dates among the facts are written as dates. */
export function said(actor: Pick<Actor, 'language'>, row: Omit<Task, 'text'>): Task {
  const { formatDate } = formatter(actor.language);
  const t = translator(actor.language);
  const shown = (value: unknown): string => (typeof value === 'string' && isDate(value) ? formatDate(value) : String(value ?? ''));
  const values = Object.fromEntries(Object.entries({ due: row.dueOn, ...row.facts }).map(([name, value]) => [name, shown(value)]));
  const key = `task.${row.kind}`;
  return { ...row, text: hasText(key) ? t(key, values) : t('task.other') };
}

/** One task; refuses with 404. */
export const taskOf = async (tx: Tx, actor: Actor, id: string): Promise<Task> => said(actor, await tx.one<Omit<Task, 'text'>>(`${taskSql} where t.id = $1`, [id]));
