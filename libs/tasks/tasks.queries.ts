import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { cutPage, Db, readCursor, writeCursor, type Actor, type Page, type Tx } from '#platform';
import { said, taskOf, taskSql, type Task } from './task-row.js';

/** `mine`: what stands on the asker's Min dag; `open`: everybody's; `escalated`: what managers are to look at. */
export const taskViews = ['mine', 'open', 'escalated'] as const;
export type TaskView = (typeof taskViews)[number];

export interface TaskSearch {
  readonly view: TaskView;
  readonly companyId?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** What is the asker's: named so, nobody's (or of one who is gone), and for a manager what was escalated. Not while it is put off. */
const listSql = `${taskSql}
 where t.done_at is null and ($5::uuid is null or t.company_id = $5)
   and ($6::date is null or (t.due_on, t.id) > ($6::date, $7::uuid))
   and case $1::text
         when 'open' then true
         when 'escalated' then t.escalated_at is not null
         else (t.escalated_at is not null and $4::boolean)
              or ((t.user_id = $2 or t.user_id is null or u.disabled_at is not null) and (t.snoozed_until is null or t.snoozed_until <= $3::date)) end
 order by t.due_on, t.id limit $8`;

/** The tasks of a view, the most urgent first. */
export async function tasksFor(tx: Tx, actor: Actor, { view, companyId, cursor, limit }: TaskSearch): Promise<Page<Task>> {
  const [dueOn, id] = readCursor(cursor, z.tuple([z.iso.date(), z.uuid()])) ?? [null, null];
  const rows = await tx.rows<Omit<Task, 'text'>>(listSql, [view, actor.userId, tx.today, actor.roles.includes('manager'), companyId ?? null, dueOn, id, limit + 1]);
  const { items, next } = cutPage(rows, limit, (last) => writeCursor([last.dueOn, last.id]));
  return { items: items.map((row) => said(actor, row)), next };
}

@Injectable()
export class TasksQueries {
  constructor(private readonly db: Db) {}

  list(actor: Actor, search: TaskSearch): Promise<Page<Task>> {
    return this.db.read(actor, (tx) => tasksFor(tx, actor, search));
  }

  one(actor: Actor, { taskId }: { readonly taskId: string }): Promise<Task> {
    return this.db.read(actor, (tx) => taskOf(tx, actor, taskId));
  }
}
