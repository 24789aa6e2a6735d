import { z } from 'zod';
import { day, operation, pageOf, pageQuery } from '#platform';
import { taskViews } from './tasks.queries.js';

const instant = z.iso.datetime({ offset: true });
const name = z.string().max(200).nullable();

/** A task as the API shows it. */
export const task = z.object({
  id: z.uuid(),
  kind: z.string().max(60).describe('refill, call-slot, offer-question, match-over …'),
  text: z.string().max(500).describe("Its sentence in the asker's language; never a citizen's name"),
  subject: z.string().max(60),
  subjectId: z.uuid(),
  companyId: z.uuid().nullable(),
  companyName: name,
  workplaceName: name,
  agreementTitle: name,
  userId: z.uuid().nullable().describe("Whose it is; empty: whoever comes first"),
  userName: name,
  dueOn: day,
  raisedAt: instant,
  snoozedUntil: day.nullable(),
  escalatedAt: instant.nullable(),
  doneAt: instant.nullable(),
  doneNote: z.string().max(500).nullable(),
  facts: z.record(z.string().max(60), z.unknown()).describe('Ids, dates and numbers'),
  version: z.int(),
});

const params = z.strictObject({ taskId: z.uuid() });

export const listTasks = operation({
  id: 'listTasks',
  method: 'get',
  path: '/tasks',
  summary: "Open tasks, the most urgent first: the asker's own, everybody's, or those escalated to managers",
  permission: 'tasks.read',
  tag: 'Tasks',
  query: z.strictObject({ ...pageQuery, view: z.enum(taskViews).default('mine'), companyId: z.uuid().optional() }),
  answer: pageOf(task),
});

export const readTask = operation({ id: 'readTask', method: 'get', path: '/tasks/:taskId', summary: 'One task', permission: 'tasks.read', tag: 'Tasks', params, answer: task });

export const finishTask = operation({
  id: 'finishTask',
  method: 'post',
  path: '/tasks/:taskId/completion',
  summary: 'Say that it is done, or needs no doing',
  permission: 'tasks.write',
  tag: 'Tasks',
  params,
  body: z.strictObject({ note: z.string().trim().min(1).max(500).optional(), version: z.int().min(1) }),
  answer: task,
  status: 201,
  refuses: ['task.done', 'edit.stale'],
});

export const snoozeTask = operation({
  id: 'snoozeTask',
  method: 'put',
  path: '/tasks/:taskId/snooze',
  summary: 'Put it off to a day, at most half a year ahead',
  permission: 'tasks.write',
  tag: 'Tasks',
  params,
  body: z.strictObject({ until: day, version: z.int().min(1) }),
  answer: task,
  refuses: ['task.done', 'edit.stale'],
});
