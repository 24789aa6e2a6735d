import type { TaskView } from '#tasks';
import type { NeededTask } from '#upkeep';
import { DoneToast } from '../done-toast.js';
import { Button, ButtonRow, Card, DateField, DefinitionList, Empty, ErrorSummary, Form, LinkButton, Page, Pager, Tabs, TextInput, BackLink, type FieldErrors, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { may } from '../may.js';
import { dueText, needsText, TaskCard } from './task-card.js';
import { stepOf, stepWords, taskHref } from './task-step.js';

export const viewHref = (view: TaskView): string => (view === 'mine' ? '/opgaver' : `/opgaver?vis=${view}`);

interface ListProps {
  readonly ui: Ui;
  readonly view: TaskView;
  readonly tasks: readonly NeededTask[];
  readonly today: string;
  readonly more?: string;
}

/** Opgaver: one's own, everybody's, and those that went to the managers. */
export const TasksPage = ({ ui, view, tasks, today, more }: ListProps) => (
  <Page ui={ui} title={ui.t('tasks.title')} lead={ui.t('tasks.lead')} toast={<DoneToast ui={ui} />}>
    <Tabs label={ui.t('tasks.title')} current={viewHref(view)} tabs={(['mine', 'open', 'escalated'] as const).map((each) => ({ href: viewHref(each), label: ui.t(`tasks.view.${each}`) }))} />
    {tasks.length === 0 ? (
      <Empty title={ui.t('tasks.none')}>{ui.t('tasks.none.text')}</Empty>
    ) : (
      <ol class="day-cards no-max-width">
        {tasks.map((task) => (
          <TaskCard key={task.id} ui={ui} task={task} today={today} whose={view !== 'mine'} />
        ))}
      </ol>
    )}
    <Pager ui={ui} href={more} />
  </Page>
);

interface TaskProps {
  readonly ui: Ui;
  readonly task: NeededTask;
  readonly today: string;
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
}

/** One task: what it asks for, and the two ways to be rid of it: it is done, or it waits. */
export const TaskPage = ({ ui, task, today, values = {}, errors = {} }: TaskProps) => (
  <Page
    ui={ui}
    title={task.text}
    layout="narrow"
    back={<BackLink href="/opgaver">{ui.t('tasks.title')}</BackLink>}
    actions={
      stepOf(ui, task) !== taskHref(task) && (
        <LinkButton ui={ui} href={stepOf(ui, task)}>
          {stepWords(ui, task)}
        </LinkButton>
      )
    }
    toast={<DoneToast ui={ui} />}
  >
    <ErrorSummary ui={ui} errors={errors} />
    <Card title={ui.t('tasks.facts')}>
      <DefinitionList
        facts={[
          { term: ui.t('companies.column.name'), value: task.companyId && <a href={`/virksomheder/${task.companyId}`}>{task.companyName}</a> },
          { term: ui.t('tasks.needs'), value: needsText(ui, task) },
          { term: ui.t('tasks.whose'), value: task.userName ?? ui.t('tasks.nobody') },
          { term: ui.t('tasks.when'), value: dueText(ui, task, today) },
          { term: ui.t('tasks.putOffTo'), value: task.snoozedUntil && ui.formatDate(task.snoozedUntil) },
          { term: ui.t('tasks.done'), value: task.doneAt && ui.formatDateTime(task.doneAt) },
          { term: ui.t('tasks.note'), value: task.doneNote },
        ]}
      />
    </Card>
    {!task.doneAt && may(ui, 'tasks.write') && <Ways ui={ui} task={task} today={today} values={values} errors={errors} />}
  </Page>
);

const Ways = ({ ui, task, today, values, errors }: Required<TaskProps>) => {
  const field = fieldsOf(ui, values, errors);
  const fields = { version: task.version };
  return (
    <>
      <Card title={ui.t('tasks.finish')}>
        <Form ui={ui} action={`${taskHref(task)}/klaret`} fields={fields}>
          <TextInput {...field('note')} label={ui.t('tasks.note')} hint={ui.t('tasks.note.hint')} maxLength={500} optional />
          <ButtonRow>
            <Button ui={ui}>{ui.t('tasks.finish')}</Button>
          </ButtonRow>
        </Form>
      </Card>
      <Card title={ui.t('tasks.snooze')}>
        <Form ui={ui} action={`${taskHref(task)}/udskyd`} fields={fields}>
          <DateField {...field('until')} label={ui.t('tasks.snooze.to')} min={today} required />
          <ButtonRow>
            <Button ui={ui} kind="secondary">
              {ui.t('tasks.snooze')}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
};
