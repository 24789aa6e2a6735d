import type { Citizen } from '#citizens';
import type { WorkplaceLimits } from '#limits';
import type { OpeningView } from '#openings';
import { Alert, Button, ButtonRow, Card, DateField, ErrorSummary, Form, Select, TextArea, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { fieldsOf, hoursText } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { workplaceLimitsHref } from '../limits/limits-href.js';
import { limitAdvice } from '../limits/limits-words.js';

/** What of a citizen's record a reservation begins with. */
export type ChosenCitizen = Pick<Citizen, 'id' | 'caseRef' | 'pseudonym' | 'targetGroup' | 'minutesPossible'>;

interface Props {
  readonly ui: Ui;
  readonly opening: OpeningView;
  readonly targetGroups: readonly Option[];
  readonly measures: readonly Option[];
  readonly limits: WorkplaceLimits;
  readonly today: string;
  /** The first day to suggest; as soon as it is free unless said. */
  readonly from?: string;
  readonly citizen?: ChosenCitizen;
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
}

const standardWeeks = '13';

const labelled = ['citizenRef', 'targetGroup', 'reason', 'from', 'weeks', 'lastDay', 'measureType'];

/** Reservér: three things to say, the rest is as the opening offers it. */
export const ReserveForm = ({ ui, opening, targetGroups, measures, limits, today, from, citizen, values, errors = {} }: Props) => {
  const first = opening.freeFrom > today ? opening.freeFrom : today;
  const shown = values ?? { from: from && from > first ? from : first, weeks: standardWeeks, ...wishOf(opening, citizen) };
  const field = fieldsOf(ui, shown, errors);
  const beyond = opening.kind === 'placement' ? limitAdvice(ui, limits, opening.minutesPerWeek) : undefined;
  const label = (name: string) => ui.t(`reserve.${name}`);
  return (
    <Card id="reserver" title={ui.t(opening.taken < opening.places ? 'reserve.title' : 'reserve.title.queue')}>
      <p class="muted">{ui.t(opening.taken < opening.places ? 'reserve.lead' : 'reserve.lead.queue')}</p>
      {beyond && (
        <Alert ui={ui} kind="warning">
          {beyond} <a href={workplaceLimitsHref(opening.workplaceId)}>{ui.t('limits.title')}</a>
        </Alert>
      )}
      <PickCitizen ui={ui} openingId={opening.id} citizen={citizen} />
      <ErrorSummary ui={ui} errors={errors} labels={Object.fromEntries(Object.keys(errors).filter((name) => labelled.includes(name)).map((name) => [name, label(name)]))} />
      <Form ui={ui} action={`/puljen/${opening.id}/reserver`}>
        <TextInput {...field('citizenRef')} label={label('citizenRef')} hint={label('citizenRef.hint')} maxLength={40} autocomplete="off" required />
        <Select {...field('targetGroup')} label={label('targetGroup')} options={targetGroups} empty={ui.t('reserve.choose')} />
        <TextArea {...field('reason')} label={label('reason')} hint={label('reason.hint')} rows={3} maxLength={500} required />
        <div class="short-fields">
          <DateField {...field('from')} label={label('from')} min={first} />
          <TextInput {...field('weeks')} label={label('weeks')} inputMode="numeric" width="s" maxLength={3} />
          <TextInput {...field('minutesPerWeek')} label={label('hours')} inputMode="decimal" width="s" maxLength={5} />
        </div>
        <details class="more-fields" open={Boolean(errors.lastDay ?? errors.measureType)}>
          <summary>{label('more')}</summary>
          <DateField {...field('lastDay')} label={label('lastDay')} hint={label('lastDay.hint')} optional />
          <Select {...field('measureType')} label={label('measureType')} options={measures} empty={label('measureType.usual')} />
        </details>
        <ButtonRow>
          <Button ui={ui}>{ui.t(opening.taken < opening.places ? 'reserve.submit' : 'reserve.submit.queue')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};

/** Hours as the opening offers them, or as many as the citizen can. */
const wishOf = ({ minutesPerWeek }: OpeningView, citizen: ChosenCitizen | undefined): FormValues => ({
  minutesPerWeek: hoursText(Math.min(minutesPerWeek, citizen?.minutesPossible ?? minutesPerWeek)),
  ...(citizen && { citizenRef: citizen.caseRef, targetGroup: citizen.targetGroup ?? '' }),
});

const PickCitizen = ({ ui, openingId, citizen }: { readonly ui: Ui; readonly openingId: string; readonly citizen?: ChosenCitizen }) => (
  <p>
    {citizen && <strong>{ui.t('reserve.for', { name: citizen.pseudonym })} </strong>}
    <a href={`/puljen/${openingId}/borger`}>{ui.t(citizen ? 'reserve.pick.other' : 'reserve.pick')}</a>
  </p>
);
