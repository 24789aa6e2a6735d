import type { OwnLimits } from '#mentor-page';
import { Button, ButtonRow, Card, Checkboxes, DateField, ErrorSummary, Form, Select, type FieldErrors, type Ui } from '../kit/index.js';
import { MentorFrame } from './mentor-frame.js';

interface Props {
  readonly ui: Ui;
  readonly limits: OwnLimits;
  readonly today: string;
  readonly errors?: FieldErrors;
  /** What was typed for a new pause. */
  readonly pause?: Readonly<Record<string, string>>;
}

const mostOffered = 8;
const languages = [
  { value: 'da', label: 'Dansk' },
  { value: 'en', label: 'English' },
];
const kinds = ['holiday', 'overload', 'other'] as const;

/** My limits: how many at once, which days, and pauses. What is said here counts at once. */
export const MentorLimitsPage = ({ ui, limits, today, errors = {}, pause = {} }: Props) => (
  <MentorFrame ui={ui} part="/mentor/graenser" title={ui.t('mentorHome.menu.graenser')} lead={ui.t.n('mentorLimits.now', limits.trainees)}>
    <ErrorSummary ui={ui} errors={errors} labels={{ from: ui.t('mentorLimits.from'), until: ui.t('mentorLimits.until') }} />
    <Card title={ui.t('mentorLimits.title')}>
      <Form ui={ui} action="/mentor/graenser" fields={{ version: limits.version }} class="mentor-answers">
        <Select ui={ui} name="accepts" label={ui.t('mentorLimits.accepts')} options={upTo(Math.max(mostOffered, limits.accepts))} value={String(limits.accepts)} error={errors.accepts} />
        <Checkboxes
          ui={ui}
          tiles
          inline
          name="weekdays"
          label={ui.t('mentorLimits.weekdays')}
          options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: ui.t(`mentorLimits.day.${day}`) }))}
          values={limits.weekdays.map(String)}
          error={errors.weekdays}
        />
        <Select ui={ui} name="language" label={ui.t('mentorLimits.language')} options={languages} value={limits.language} error={errors.language} />
        <Button ui={ui}>{ui.t('form.save')}</Button>
      </Form>
    </Card>
    <Card title={ui.t('mentorLimits.pauses')}>
      <Pauses ui={ui} limits={limits} today={today} />
      <Form ui={ui} action="/mentor/pauser" class="mentor-answers">
        <Select ui={ui} name="kind" label={ui.t('mentorLimits.kind')} options={kinds.map((kind) => ({ value: kind, label: ui.t(`mentorLimits.kind.${kind}`) }))} value={pause.kind} error={errors.kind} />
        <DateField ui={ui} name="from" label={ui.t('mentorLimits.from')} value={pause.from ?? today} error={errors.from} required />
        <DateField ui={ui} name="until" label={ui.t('mentorLimits.until')} hint={ui.t('mentorLimits.until.hint')} value={pause.until} error={errors.until} optional />
        <Button ui={ui} kind="secondary">
          {ui.t('mentorLimits.begin')}
        </Button>
      </Form>
    </Card>
  </MentorFrame>
);

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, n) => ({ value: String(n), label: String(n) }));

const Pauses = ({ ui, limits, today }: Pick<Props, 'ui' | 'limits' | 'today'>) => (
  <ul class="mentor-list">
    {limits.pauses.map(({ id, kind, from, until, version }) => (
      <li key={id}>
        <span>{ui.t(`mentorLimits.kind.${kind}`)}: {until ? ui.formatPeriod({ from, to: until }) : ui.t('mentorLimits.open', { from: ui.formatDate(from) })}</span>
        <Form ui={ui} action={`/mentor/pauser/${id}/slut`} fields={{ version, until: today }}>
          <ButtonRow>
            <Button ui={ui} kind="secondary">
              {ui.t(from > today ? 'mentorLimits.cancel' : 'mentorLimits.back')}
            </Button>
          </ButtonRow>
        </Form>
      </li>
    ))}
  </ul>
);
