import type { Tx } from '#platform';
import type { TaskKind } from './task-kinds.js';

export interface NewTask {
  readonly kind: TaskKind;
  readonly subject: string;
  readonly subjectId: string;
  /** What makes it this one and not the last: a date, a placement's id. */
  readonly occasion: string;
  readonly companyId?: string | null;
  readonly workplaceId?: string | null;
  /** Whose it is; without one, whoever comes first. */
  readonly userId?: string | null;
  readonly dueOn: string;
  /** Ids, dates and numbers for its sentence; never a person's name. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Says that something should be done, once per kind, subject and occasion however often it is called; one that was
 * overtaken is open again. True: it is new, or again.
 */
export async function raiseTask(tx: Tx, task: NewTask): Promise<boolean> {
  const raised = await tx.run(
    `insert into task (organisation_id, id, kind, subject_type, subject_id, occasion, company_id, workplace_id, user_id, due_on, facts, raised_at)
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict on constraint task_once_per_occasion do update
        set overtaken = false, done_at = null, done_by = null, snoozed_until = null, escalated_at = null, user_id = excluded.user_id,
            due_on = excluded.due_on, facts = excluded.facts, raised_at = excluded.raised_at, version = task.version + 1
      where task.overtaken`,
    [
      tx.newId(),
      task.kind,
      task.subject,
      task.subjectId,
      task.occasion,
      task.companyId ?? null,
      task.workplaceId ?? null,
      task.userId ?? null,
      task.dueOn,
      JSON.stringify(task.facts ?? {}),
      tx.now,
    ],
  );
  return raised > 0;
}

/** The event itself did what its open tasks asked for: they are done, by whoever acts (nobody, when a job does). */
export function settleTasks(tx: Tx, kind: TaskKind, subjectId: string, userId: string | null): Promise<number> {
  return tx.run(
    'update task set done_at = $3, done_by = $4, version = version + 1 where kind = $1 and subject_id = $2 and done_at is null',
    [kind, subjectId, tx.now, userId],
  );
}
