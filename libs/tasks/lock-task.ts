import { Refusal, staleEdit, type Actor, type Tx } from '#platform';
import { taskOf, type Task } from './task-row.js';

/** An open task under its row's lock. Refuses 404, `task.done` (409) and `edit.stale` (412). */
export async function lockTask(tx: Tx, actor: Actor, { taskId, version }: { readonly taskId: string; readonly version: number }): Promise<Task> {
  await tx.one('select 1 from task where id = $1 for no key update', [taskId]);
  const task = await taskOf(tx, actor, taskId);
  if (task.doneAt) throw new Refusal('task.done');
  if (task.version !== version) throw staleEdit(task);
  return task;
}
