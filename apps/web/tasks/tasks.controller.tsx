import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { FinishTask, SnoozeTask, tasksOperations, taskViews } from '#tasks';
import { NeededTasksQueries } from '#upkeep';
import { By, Clock, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, withoutBlanks, type FormValues, type Submitted } from '../form.js';
import { readFields } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { TaskPage, TasksPage } from './tasks.page.js';

const query = z.object({ vis: z.enum(taskViews).catch('mine').default('mine'), cursor: z.string().max(400).optional(), done: z.string().max(60).optional() });
const params = z.object({ taskId: z.uuid() });
const showTasks = page({ id: 'tasksPage', method: 'get', path: '/opgaver', permission: 'tasks.read', query });
const showTask = page({ id: 'taskPage', method: 'get', path: '/opgaver/:taskId', permission: 'tasks.read', params });
const finishForm = page({ id: 'finishTaskForm', method: 'post', path: '/opgaver/:taskId/klaret', permission: 'tasks.write', params, body: formBody });
const snoozeForm = page({ id: 'snoozeTaskForm', method: 'post', path: '/opgaver/:taskId/udskyd', permission: 'tasks.write', params, body: formBody });

const read = (fields: Parameters<typeof readFields>[1]) => (values: unknown) => readFields(values as FormValues, fields);
const finishSchema = z.preprocess(read({ note: 'text', version: 'number' }), withoutBlanks(tasksOperations.finishTask.body));
const snoozeSchema = z.preprocess(read({ until: 'text', version: 'number' }), withoutBlanks(tasksOperations.snoozeTask.body));

@Controller()
export class TasksPages {
  constructor(
    private readonly tasks: NeededTasksQueries,
    private readonly finishTask: FinishTask,
    private readonly snoozeTask: SnoozeTask,
    private readonly clock: Clock,
  ) {}

  @Page(showTasks)
  async list(@For() ui: Ui, @By() actor: Actor, @Input() { vis, cursor }: InputOf<typeof showTasks>): Promise<unknown> {
    const { items, next } = await this.tasks.list(actor, { view: vis, cursor, limit: 50 });
    return <TasksPage ui={ui} view={vis} tasks={items} today={this.clock.today()} more={next === null ? undefined : moreHref(ui.path, next)} />;
  }

  @Page(showTask)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof showTask>): Promise<unknown> {
    return <TaskPage ui={ui} task={await this.tasks.one(actor, input)} today={this.clock.today()} />;
  }

  @Page(finishForm)
  async finish(@For() ui: Ui, @By() actor: Actor, @Input() { taskId, ...values }: InputOf<typeof finishForm>): Promise<PageAnswer> {
    const result = await submit(ui, finishSchema, values, (input) => this.finishTask.run(actor, { taskId, ...input }));
    return this.after(ui, actor, taskId, values, result, 'task.finished');
  }

  @Page(snoozeForm)
  async snooze(@For() ui: Ui, @By() actor: Actor, @Input() { taskId, ...values }: InputOf<typeof snoozeForm>): Promise<PageAnswer> {
    const result = await submit(ui, snoozeSchema, values, (input) => this.snoozeTask.run(actor, { taskId, ...input }));
    return this.after(ui, actor, taskId, values, result, 'task.snoozed');
  }

  private async after(ui: Ui, actor: Actor, taskId: string, values: FormValues, result: Submitted<unknown>, done: string): Promise<PageAnswer> {
    if ('done' in result) return seeOther('/opgaver', done);
    return again(<TaskPage ui={ui} task={await this.tasks.one(actor, { taskId })} today={this.clock.today()} values={values} errors={result.errors} />);
  }
}
