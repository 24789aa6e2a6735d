import type { PlanAdvice } from '#limits';
import type { CapReached, OpeningView } from '#openings';
import { Alert, Button, ButtonRow, Card, DateField, ErrorSummary, Form, Select, TextArea, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { fieldsOf, textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { PlanAdviceText } from '../limits/plan-advice.js';
import { firstDayOf, suggestedValues, type ChosenCitizen } from './reserve-values.js';

interface Props {
  readonly ui: Ui;
  readonly opening: OpeningView;
  readonly targetGroups: readonly Option[];
  readonly measures: readonly Option[];
  /** What the rules say about what the form says now; undefined while that names no period. */
  readonly advice?: PlanAdvice;
  /** The agreement holds no more at the workplace in those days. */
  readonly cap?: CapReached;
  readonly today: string;
  /** The first day to suggest; as soon as it is free unless said. */
  readonly from?: string;
  readonly citizen?: ChosenCitizen;
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
}

const labelled = ['citizenRef', 'targetGroup', 'reason', 'from', 'weeks', 'lastDay', 'measureType'];

/** Reservér: three things to say, the rest is as the opening offers it. */
export const ReserveForm = ({ ui, opening, targetGroups, measures, advice, cap, today, from, citizen, values, errors = {} }: Props) => {
  const shown = values ?? suggestedValues({ opening, today, from, citizen });
  const field = fieldsOf(ui, shown, errors);
  const label = (name: string) => ui.t(`reserve.${name}`);
  return (
    <Card id="reserver" title={ui.t(opening.taken < opening.places ? 'reserve.title' : 'reserve.title.queue')}>
      <p class="muted">{ui.t(opening.taken < opening.places ? 'reserve.lead' : 'reserve.lead.queue')}</p>
      <PickCitizen ui={ui} openingId={opening.id} citizen={citizen} />
      <ErrorSummary ui={ui} errors={errors} labels={Object.fromEntries(Object.keys(errors).filter((name) => labelled.includes(name)).map((name) => [name, label(name)]))} />
      <Form ui={ui} id="reserve-form" action={`/puljen/${opening.id}/reserver`}>
        <TextInput {...field('citizenRef')} label={label('citizenRef')} hint={label('citizenRef.hint')} maxLength={40} autocomplete="off" required />
        <Select {...field('targetGroup')} label={label('targetGroup')} options={targetGroups} empty={ui.t('reserve.choose')} />
        <TextArea {...field('reason')} label={label('reason')} hint={label('reason.hint')} rows={3} maxLength={500} required />
        <div class="short-fields">
          <DateField {...field('from')} label={label('from')} min={firstDayOf(opening, today)} />
          <TextInput {...field('weeks')} label={label('weeks')} inputMode="numeric" width="s" maxLength={3} />
          <TextInput {...field('minutesPerWeek')} label={label('hours')} inputMode="decimal" width="s" maxLength={5} />
        </div>
        <details class="more-fields" open={Boolean(errors.lastDay ?? errors.measureType) || textOf(shown, 'lastDay') !== ''}>
          <summary>{label('more')}</summary>
          <DateField {...field('lastDay')} label={label('lastDay')} hint={label('lastDay.hint')} optional />
          <Select {...field('measureType')} label={label('measureType')} options={measures} empty={label('measureType.usual')} />
        </details>
        <Advice ui={ui} to={adviceHref(opening)} advice={advice} cap={cap} values={shown} />
        <ButtonRow>
          <Button ui={ui}>{ui.t(opening.taken < opening.places ? 'reserve.submit' : 'reserve.submit.queue')}</Button>
          <Button ui={ui} kind="quiet" to={adviceHref(opening)}>
            {ui.t('advice.show')}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};

const adviceHref = ({ id }: OpeningView): string => `/puljen/${id}/reserver/regler`;

/** Asked again whenever a field has changed; without JavaScript by the button. */
const Advice = ({ ui, to, advice, cap, values }: { readonly ui: Ui; readonly to: string; readonly advice?: PlanAdvice; readonly cap?: CapReached; readonly values: FormValues }) => (
  <div hx-post={to} hx-trigger="change from:#reserve-form" hx-include="#reserve-form" hx-target="#reserve-advice" hx-select="#reserve-advice" hx-swap="outerHTML" hx-sync="this:replace">
    <div id="reserve-advice" role="status">
      {cap && (
        <Alert ui={ui} kind="warning">
          {ui.t.n('reserve.cap', cap.cap)}
        </Alert>
      )}
      <PlanAdviceText ui={ui} advice={advice} needsTargetGroup={textOf(values, 'targetGroup') === ''} />
    </div>
  </div>
);

const PickCitizen = ({ ui, openingId, citizen }: { readonly ui: Ui; readonly openingId: string; readonly citizen?: ChosenCitizen }) => (
  <p>
    {citizen && <strong>{ui.t('reserve.for', { name: citizen.pseudonym })} </strong>}
    <a href={`/puljen/${openingId}/borger`}>{ui.t(citizen ? 'reserve.pick.other' : 'reserve.pick')}</a>
  </p>
);
