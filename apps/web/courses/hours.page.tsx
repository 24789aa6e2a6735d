import type { CourseView, Hours, Spell } from '#courses';
import { addDays, weekStart } from '#platform';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { Badge, Button, ButtonRow, Card, Columns, Empty, ErrorSummary, Form, Select, Table, TextInput, type FieldErrors, type Option, type Tone, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { CourseFrame } from './course-frame.js';
import { courseHref } from './course-href.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly hours: Hours;
  /** The weeks that can be written down. */
  readonly weeks: readonly Option[];
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

const tones: Readonly<Record<Spell['end'], Tone>> = { running: 'good', lost: 'bad', unwritten: 'neutral' };

/** Løntimer: week by week, and how long they have lasted. */
export const HoursPage = ({ ui, course, hours, weeks, values, errors = {} }: Props) => (
  <CourseFrame ui={ui} course={course} tab="timer">
    <ErrorSummary ui={ui} errors={errors} labels={{ week: ui.t('hours.week') }} />
    <Columns side>
      <div>
        <Card title={ui.t('hours.weeks')}>
          {hours.weeks.length === 0 ? (
            <Empty title={ui.t('hours.none')}>{ui.t('hours.none.text')}</Empty>
          ) : (
            <Table
              ui={ui}
              caption={ui.t('hours.weeks')}
              rows={hours.weeks}
              rowKey={({ year, week }) => `${year}-${week}`}
              columns={[
                { key: 'week', label: ui.t('hours.week'), head: true, cell: (row) => ui.formatWeek(weekStart(row), true) },
                { key: 'hours', label: ui.t('hours.hours'), numeric: true, cell: ({ minutes }) => (minutes === 0 ? ui.t('hours.zero') : ui.formatHours(minutes)) },
              ]}
            />
          )}
        </Card>
      </div>
      <div>
        {course.closedOn === null && may(ui, 'courses.write') && <WriteWeek ui={ui} course={course} weeks={weeks} values={values} errors={errors} />}
        <Card title={ui.t('hours.spells')}>
          {hours.spells.length === 0 ? <p class="muted">{ui.t('hours.spells.none')}</p> : <Spells ui={ui} spells={hours.spells} />}
        </Card>
      </div>
    </Columns>
  </CourseFrame>
);

const WriteWeek = ({ ui, course, weeks, values, errors = {} }: Omit<Props, 'hours'>) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Card title={ui.t('hours.write')}>
      <Form ui={ui} action={courseHref(course.id, 'timer')}>
        <Select {...field('week')} label={ui.t('hours.week')} options={weeks} />
        <TextInput {...field('hours')} label={ui.t('hours.hours')} hint={ui.t('hours.hours.hint')} inputMode="decimal" width="s" required />
        <ButtonRow>
          <Button ui={ui}>{ui.t('form.save')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};

const Spells = ({ ui, spells }: { readonly ui: Ui; readonly spells: readonly Spell[] }) => (
  <ol class="queue no-max-width">
    {spells.toReversed().map((spell) => (
      <li key={spell.from}>
        <p class="queue-head">
          <strong>{ui.t.n('hours.spell', spell.weeks)}</strong>
          <Badge tone={tones[spell.end]}>{ui.t(`hours.end.${spell.end}`)}</Badge>
        </p>
        <p class="muted">{ui.t('hours.spell.period', { from: ui.formatWeek(spell.from, true), to: ui.formatWeek(addDays(spell.to, -7), true), hours: ui.formatHours(spell.minutesPerWeek) })}</p>
      </li>
    ))}
  </ol>
);
