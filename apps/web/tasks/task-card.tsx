import type { Task } from '#tasks';
import type { NeededTask } from '#upkeep';
import { Badge, Icon, LinkButton, type Ui } from '../kit/index.js';
import { stepOf, stepWords, taskHref } from './task-step.js';

/** When it is due, said from today. */
export const dueText = (ui: Ui, { dueOn }: Task, today: string): string => ui.t(dueOn < today ? 'tasks.overdue' : 'tasks.due', { due: dueOn === today ? ui.t('day.today') : ui.formatDate(dueOn) });

/** Who might come to a place that is to be filled. */
export const needsText = (ui: Ui, { needs }: NeededTask): string | null => (needs && needs.waiting + needs.goals > 0 ? ui.t.n('tasks.needs', needs.goals, { waiting: needs.waiting }) : null);

const Where = ({ task }: { readonly task: Task }) =>
  task.companyId === null ? (
    task.agreementTitle && (
      <>
        <a href={`/aftaler/${task.subjectId}`}>{task.agreementTitle}</a>
        <span class="muted"> · </span>
      </>
    )
  ) : (
    <>
      <a href={`/virksomheder/${task.companyId}`}>{task.companyName}</a>
      <span class="muted"> · {[task.workplaceName, task.agreementTitle].map((name) => (name && name !== task.companyName ? `${name} · ` : ''))}</span>
    </>
  );

/** A task as a card: what, where, by when, and the one button that does it or opens it. */
export const TaskCard = ({ ui, task, today, whose }: { readonly ui: Ui; readonly task: NeededTask; readonly today: string; readonly whose?: boolean }) => (
  <li class={task.dueOn < today ? 'day-card urgent' : 'day-card'}>
    <span class="day-mark">
      <Icon ui={ui} name={task.kind === 'refill' ? 'search' : task.escalatedAt ? 'warning' : 'calendar-month'} />
    </span>
    <div>
      <p class="day-what">
        <strong>{task.text}</strong> {task.escalatedAt && <Badge tone="bad">{ui.t(ui.viewer?.roles.includes('manager') ? 'tasks.escalated.here' : 'tasks.escalated')}</Badge>}
      </p>
      <p>
        <Where task={task} />
        <span class="muted">{dueText(ui, task, today)}</span>
        {(whose || (task.userId !== null && task.userId !== ui.viewer?.id)) && <span class="muted"> · {task.userName ?? ui.t('tasks.nobody')}</span>}
        {task.snoozedUntil && task.snoozedUntil > today && <span class="muted"> · {ui.t('tasks.snoozed', { until: ui.formatDate(task.snoozedUntil) })}</span>}
      </p>
      {needsText(ui, task) && <p class="muted">{needsText(ui, task)}</p>}
      <p>
        <a href={taskHref(task)}>{ui.t('tasks.putOff')}</a>
      </p>
    </div>
    <LinkButton ui={ui} kind="secondary" small href={stepOf(ui, task)}>
      {stepWords(ui, task)}
    </LinkButton>
  </li>
);
