import { pauseKinds, type AffectedSlot } from '#mentors';
import { fieldsOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { Alert, Button, ButtonRow, Card, DateField, Form, Select, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import type { MentorShown } from './mentor.page.js';

/** Pauses that are not over, each with the places it touches and the way back. */
export const PausesCard = ({ ui, shown: { pauses }, errors }: { readonly ui: Ui; readonly shown: MentorShown; readonly errors: FieldErrors }) =>
  pauses.length === 0 ? null : (
    <Card title={ui.t('mentor.pauses')}>
      {pauses.map((pause) => (
        <div key={pause.id} class="pause">
          <Alert ui={ui} kind="warning" heading={ui.t(`mentor.pause.kind.${pause.kind}`)}>
            <p>{pause.until ? ui.t('mentor.pause.period', { from: ui.formatDate(pause.from), until: ui.formatDate(pause.until) }) : ui.t('mentor.pause.open', { from: ui.formatDate(pause.from) })}</p>
            {pause.note && <p class="kept-lines">{pause.note}</p>}
            <AffectedSlots ui={ui} slots={pause.slots} />
          </Alert>
          {may(ui, 'mentors.write') && (
            <Form ui={ui} action={`/mentorer/pauser/${pause.id}/tilbage`} fields={{ version: pause.version }}>
              <div class="field-row">
                <DateField ui={ui} id={`until-${pause.id}`} name="until" label={ui.t('mentor.pause.back')} value={pause.until ?? ''} error={errors[`until-${pause.id}`]} required />
                <Button ui={ui} kind="secondary">
                  {ui.t('mentor.pause.back.save')}
                </Button>
              </div>
            </Form>
          )}
        </div>
      ))}
    </Card>
  );

const AffectedSlots = ({ ui, slots }: { readonly ui: Ui; readonly slots: readonly AffectedSlot[] }) =>
  slots.length === 0 ? (
    <p>{ui.t('mentor.pause.nothing')}</p>
  ) : (
    <>
      <p>{ui.t.n('mail.mentor-slots', slots.length)}</p>
      <ul class="plain-list">
        {slots.map((slot) => (
          <li key={slot.slotId}>
            <a href={`/aftaler/${slot.agreementId}`}>{slot.agreementTitle}</a>, {slot.workplace}: {slot.tasks}. {ui.t(`mentor.slot.${slot.why}`)}
          </li>
        ))}
      </ul>
    </>
  );

export const PauseForm = ({ ui, mentorId, values, errors }: { readonly ui: Ui; readonly mentorId: string; readonly values: FormValues; readonly errors: FieldErrors }) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Card title={ui.t('mentor.pause.new')}>
      <p class="muted">{ui.t('mentor.pause.new.text')}</p>
      <Form ui={ui} action={`/mentorer/${mentorId}/pauser`}>
        <Select {...field('pauseKind')} options={pauseKinds.map((kind) => ({ value: kind, label: ui.t(`mentor.pause.kind.${kind}`) }))} />
        <div class="field-row">
          <DateField {...field('pauseFrom')} required />
          <DateField {...field('pauseUntil')} hint={ui.t('mentor.pause.until.hint')} optional />
        </div>
        <TextInput {...field('pauseNote')} maxLength={500} autocomplete="off" optional />
        <ButtonRow>
          <Button ui={ui}>{ui.t('mentor.pause.save')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};
