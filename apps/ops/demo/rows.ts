import { v7 } from 'uuid';
import type { Tx } from '#platform';

type Row = Readonly<Record<string, unknown>>;

/** Who a journal line names: a member of staff, or a company's mentor. */
export interface Doer {
  readonly id: string | null;
  readonly name: string;
}

/** Parents before children, as foreign keys want it. */
const order = [
  'team', 'app_user', 'user_role', 'company', 'workplace', 'contact_person', 'company_knowledge', 'mentor', 'cluster',
  'agreement', 'agreement_workplace', 'agreement_mentor', 'slot', 'opening', 'reservation',
  'citizen', 'citizen_target_group', 'citizen_role', 'course', 'placement', 'journal_entry', 'outbox',
  'start_terms', 'what_it_takes', 'follow_up', 'ordinary_hours', 'work_agreement', 'work_agreement_milestone', 'work_agreement_signature', 'citizen_step',
  'placement_pause', 'placement_hours', 'workplace_closure', 'mentor_workplace', 'mentor_pause', 'training_course', 'training_session', 'training_enrolment', 'training_certificate',
  'agreement_acceptance', 'appetite',
] as const;
export type Table = (typeof order)[number];

const dayMs = 86_400_000;
const columnsOf = (row: Row): string => Object.keys(row).sort().join(', ');

/** Collects the demo's rows and writes them with one statement a table. Times are said as days before (or after) now. */
export class Rows {
  private readonly tables = new Map<Table, Row[]>();

  constructor(
    private readonly organisationId: string,
    private readonly now: Date,
  ) {}

  /** `days` from now, to the minute; -0.1 is two and a half hours ago. */
  at(days: number): Date {
    return new Date(Math.round((this.now.getTime() + days * dayMs) / 60_000) * 60_000);
  }

  /** An id as if it had been made then, so that what is newest sorts as newest. */
  id(days: number): string {
    return v7({ msecs: this.at(days).getTime() });
  }

  add(table: Table, row: Row): void {
    const rows = this.tables.get(table) ?? [];
    this.tables.set(table, rows);
    rows.push({ organisation_id: this.organisationId, ...row });
  }

  /** The line that the verb would have written. */
  note(days: number, who: Doer, action: string, subjectId: string, about: { company_id?: string; workplace_id?: string; after?: Row }): void {
    this.add('journal_entry', {
      id: this.id(days),
      at: this.at(days),
      actor_kind: who.id ? 'user' : 'mentor',
      actor_user_id: who.id,
      actor_name: who.name,
      action,
      subject_type: action.split('.')[0],
      subject_id: subjectId,
      ...about,
    });
  }

  /** Writes what was collected for these tables (all, unless said) and forgets it. Missing columns keep their defaults. */
  async write(tx: Tx, tables: readonly Table[] = order): Promise<void> {
    for (const table of order.filter((each) => tables.includes(each))) {
      const rows = this.tables.get(table) ?? [];
      this.tables.delete(table);
      for (const columns of new Set(rows.map(columnsOf))) {
        const alike = rows.filter((row) => columnsOf(row) === columns);
        await tx.run(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(alike)]);
      }
    }
  }
}
