import { moods, type Mood, type OwnTrainee } from '#mentor-page';
import { parseWeek } from '#platform';
import { Button, FieldSet, Form, Select, type FieldErrors, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly trainee: OwnTrainee;
  readonly errors?: FieldErrors;
}

const mouths: Readonly<Record<Mood, string>> = { good: 'M8 14.5q4 4 8 0', okay: 'M8 15.5h8', hard: 'M8 16.5q4-4 8 0' };

/** Drawn, so that it looks the same on every phone; the word beside it says the same. */
const Face = ({ mood }: { readonly mood: Mood }) => (
  <svg class="face" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10" />
    <path d={`M9 9v1M15 9v1${mouths[mood]}`} />
  </svg>
);

/** The week in a minute: a face, the days, "ring to me". Filled in already is what is most likely. */
export const PulseForm = ({ ui, trainee: { placementId, pulse }, errors = {} }: Props) => {
  const { answer, possibleDays } = pulse;
  const days = Array.from({ length: possibleDays + 1 }, (_, n) => ({ value: String(n), label: ui.t.n('mentorHome.days', n) }));
  const id = (name: string): string => `${name}-${placementId.slice(-12)}`;
  return (
    <Form ui={ui} action={`/mentor/praktikant/${placementId}`} class="pulse-form">
      <FieldSet ui={ui} name="mood" id={id('mood')} label={ui.t('mentorHome.pulse.mood')} error={errors.mood}>
        <div class="choices choices-inline choices-tiles faces">
          {moods.map((mood, n) => (
            <div key={mood} class="form-group-radio">
              <input type="radio" class="form-radio" id={n === 0 ? id('mood') : id(mood)} name="mood" value={mood} checked={answer?.mood === mood} />
              <label for={n === 0 ? id('mood') : id(mood)}>
                <Face mood={mood} />
                {ui.t(`mood.${mood}`)}
              </label>
            </div>
          ))}
        </div>
      </FieldSet>
      <Select ui={ui} name="daysAttended" id={id('days')} label={ui.t('mentorHome.pulse.days')} options={days} value={String(answer?.daysAttended ?? Math.min(possibleDays, 5))} error={errors.daysAttended} />
      <div class="choices">
        <div class="form-group-checkbox">
          <input type="checkbox" class="form-checkbox" id={id('call')} name="callMe" value="true" checked={answer?.callMe ?? false} />
          <label for={id('call')}>{ui.t('mentorPage.call')}</label>
        </div>
      </div>
      <Button ui={ui}>{ui.t('mentorHome.pulse.send')}</Button>
    </Form>
  );
};

/** This week with a trainee: the question, the answer just given, or why there is none. */
export const PulsePart = ({ ui, trainee, errors }: Props) => {
  const { state, week, answer } = trainee.pulse;
  const number = parseWeek(week)?.week ?? 0;
  const said = answer && ui.t('mentorHome.pulse.said', { mood: ui.t(`mood.${answer.mood}`), days: ui.t.n('mentorHome.days', answer.daysAttended) });
  if (state === 'none') return null;
  return (
    <div class="pulse">
      <h3>{ui.t('mentorHome.pulse', { week: number })}</h3>
      {state === 'open' && <PulseForm ui={ui} trainee={trainee} errors={errors} />}
      {state !== 'open' && (
        <p>
          {said} {answer?.callMe && ui.t('mentorHome.pulse.willCall')}
        </p>
      )}
      {state === 'answered' && (
        <details class="more-fields" open={errors !== undefined}>
          <summary>{ui.t('mentorHome.pulse.change')}</summary>
          <PulseForm ui={ui} trainee={trainee} errors={errors} />
        </details>
      )}
    </div>
  );
};
