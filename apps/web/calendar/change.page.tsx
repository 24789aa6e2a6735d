import type { SlotChoice } from '#calendar';
import type { PlacementView } from '#placements';
import { Alert, BackLink, Button, ButtonRow, Card, DateField, ErrorSummary, Form, Page, Select, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { PlanAdviceText } from '../limits/plan-advice.js';
import { changeHref, placementHref, type ChangeName } from './calendar-address.js';
import type { Meaning } from './change-meaning.js';
import { changeKinds } from './change-wish.js';

export interface ChangeProps {
  readonly ui: Ui;
  readonly name: ChangeName;
  readonly placement: PlacementView;
  readonly values: FormValues;
  /** Nothing until enough is said. */
  readonly meaning?: Meaning;
  readonly errors?: FieldErrors;
  readonly members: readonly Option[];
  readonly slots: readonly SlotChoice[];
}

/** One change of a placement: what is wished for, what it means, and only then the button that saves it. */
export const ChangePage = (props: ChangeProps) => {
  const { ui, name, placement, errors = {} } = props;
  return (
    <Page ui={ui} layout="narrow" aboutCitizen title={ui.t(`change.${name}`)} lead={<WhichPlacement ui={ui} placement={placement} />} back={<BackLink href={placementHref(placement.id)}>{ui.t('placement.back')}</BackLink>}>
      <ErrorSummary ui={ui} errors={errors} labels={{ from: ui.t(fromLabel(name)), lastDay: ui.t(lastDayLabel(name)), reason: ui.t('opening.reason') }} />
      <Asked {...props} />
      <section id="virkning" aria-live="polite">
        {props.meaning && <MeaningCard {...props} meaning={props.meaning} />}
      </section>
    </Page>
  );
};

export const WhichPlacement = ({ ui, placement }: { readonly ui: Ui; readonly placement: PlacementView }) => (
  <>
    {[placement.citizenRef ?? ui.t('placement.somebody'), placement.workplaceName, ui.formatPeriod({ from: placement.from, to: placement.until })].join(' · ')}
  </>
);

const fromLabel = (name: ChangeName): string => `change.from.${name}`;
const lastDayLabel = (name: ChangeName): string => `change.lastDay.${name}`;

/** A GET form: the address says what is looked at, so that a bar dragged in the calendar leads here too. */
const Asked = ({ ui, name, placement, values, errors = {}, members, slots }: ChangeProps) => {
  const { fields } = changeKinds[name];
  const action = changeHref(placement.id, name);
  const day = (field: 'from' | 'lastDay', label: string, hint?: string) => (
    <DateField ui={ui} name={field} label={ui.t(label)} hint={hint} value={textOf(values, field)} error={errors[field]} />
  );
  return (
    <Card>
      <form method="get" action={action} hx-get={action} hx-trigger="change, submit" hx-target="#virkning" hx-select="#virkning" hx-swap="outerHTML" hx-push-url="true" hx-sync="this:replace">
        {fields.includes('workplace') && <Select ui={ui} name="workplace" label={ui.t('change.workplace')} options={members} value={textOf(values, 'workplace')} empty={ui.t('reserve.choose')} />}
        {fields.includes('slot') && <SlotFields ui={ui} values={values} slots={slots} />}
        <div class="short-fields">
          {fields.includes('from') && day('from', fromLabel(name))}
          {day('lastDay', lastDayLabel(name), name === 'flyt' || name === 'roter' ? ui.t('change.lastDay.hint') : undefined)}
        </div>
        <ButtonRow>
          <Button ui={ui} kind="secondary">
            {ui.t('change.show')}
          </Button>
        </ButtonRow>
      </form>
    </Card>
  );
};

const SlotFields = ({ ui, values, slots }: Pick<ChangeProps, 'ui' | 'values' | 'slots'>) => (
  <>
    <TextInput ui={ui} name="text" label={ui.t('change.text')} hint={ui.t('change.text.hint')} value={textOf(values, 'text')} maxLength={100} optional />
    <Select
      ui={ui}
      name="slot"
      label={ui.t('change.slot')}
      hint={ui.t('change.slot.hint')}
      options={slots.map((slot) => ({ value: slot.id, label: slotName(ui, slot) }))}
      value={textOf(values, 'slot')}
      empty={ui.t(slots.length > 0 ? 'reserve.choose' : 'change.slot.none')}
    />
  </>
);

const slotName = (ui: Ui, { workplaceName, number, model, tasks, town }: SlotChoice): string => [workplaceName, town, ui.t(`model.${model}`), ui.t('calendar.slotNumber', { n: number }), tasks].filter(Boolean).join(' · ');

const marks = { ok: '✓', warning: '!', reason: '!', conflict: '✕' } as const;

/** What was looked at, and the way to save, unless something stands against it. */
const MeaningCard = ({ ui, name, placement, values, meaning: { preview, advice }, errors = {} }: ChangeProps & { readonly meaning: Meaning }) => {
  const { reason } = changeKinds[name];
  const argued = preview.checks.some(({ level }) => level === 'reason');
  const kept = Object.fromEntries(['from', 'lastDay', 'slot', 'workplace'].flatMap((field) => (textOf(values, field) ? [[field, textOf(values, field)]] : [])));
  return (
    <Card title={ui.t('change.meaning')}>
      {preview.checks.length === 0 && <p>{ui.t('change.meaning.clear')}</p>}
      <ul class="checks plain-list">
        {preview.checks.map(({ code, level, text }) => (
          <li key={code} class={`check-${level}`}>
            <b aria-hidden="true">{marks[level]}</b>
            <span>
              <span class="sr-only">{ui.t(`change.level.${level}`)}: </span>
              {text}
            </span>
          </li>
        ))}
      </ul>
      {preview.mentorName && <p class="muted">{ui.t('placements.mentor', { name: preview.mentorName })}</p>}
      {advice && <PlanAdviceText ui={ui} advice={advice} needsTargetGroup={advice.needsTargetGroup} />}
      {preview.possible ? (
        <Form ui={ui} action={changeHref(placement.id, name)} fields={{ ...kept, version: placement.version }}>
          {reason && <TextInput ui={ui} name="reason" label={ui.t('opening.reason')} hint={ui.t(`change.reason.${name}`)} value={textOf(values, 'reason')} error={errors.reason} maxLength={500} required />}
          {argued && <TextInput ui={ui} name="overLimitReason" label={ui.t('field.overLimitReason')} hint={ui.t('change.overLimit.hint')} value={textOf(values, 'overLimitReason')} error={errors.overLimitReason} maxLength={300} required />}
          <ButtonRow>
            <Button ui={ui}>{ui.t(`change.save.${name}`)}</Button>
          </ButtonRow>
        </Form>
      ) : (
        <Alert ui={ui} kind="warning">
          <p>{ui.t('change.impossible')}</p>
        </Alert>
      )}
    </Card>
  );
};
