import type { Mentor } from '#mentors';
import { Button, Card, Checkboxes, DateField, Form, Select, TextInput, type Option } from '../kit/index.js';
import { MentorFields, MentorWorkplace } from '../companies/mentor.page.js';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf } from '../form-fields.js';
import { stepHref } from './agreement-href.js';
import { StepFoot } from './step-foot.js';
import { StepFrame, type StepProps } from './step-frame.js';

interface Props extends StepProps {
  readonly values: FormValues;
  readonly version: number;
  /** Active mentors at the agreement's workplaces. */
  readonly mentors: readonly Mentor[];
  readonly colleagues: readonly Option[];
}

/** Step 3, mentor: who takes in the citizen; in a cluster also who coordinates. */
export const MentorStep = ({ ui, agreement, values, version, errors = {}, mentors, colleagues }: Props) => {
  const field = fieldsOf(ui, values, errors);
  const nameOf = (id: string) => agreement.workplaces.find(({ workplaceId }) => workplaceId === id)?.workplace ?? '';
  const options = mentors.map(({ id, name, workplaceId }) => ({ value: id, label: agreement.workplaces.length > 1 ? `${name} (${nameOf(workplaceId)})` : name }));
  return (
    <StepFrame ui={ui} agreement={agreement} step="mentor" errors={errors}>
      <Form ui={ui} action={stepHref(agreement.id, 'mentor')} fields={{ version }}>
        <Card>
          <p class="muted">{ui.t(`mentor.hint.${agreement.model}`)}</p>
          {options.length > 0 && <Checkboxes ui={ui} name="mentorIds" label={ui.t('agreement.mentors')} options={options} values={listOf(values, 'mentorIds')} error={errors.mentorIds} />}
          {agreement.cluster && (
            <div class="field-row">
              <Select {...field('coordinatorUserId')} hint={ui.t('agreement.coordinator.hint')} options={colleagues} empty={ui.t('agreement.coordinator.none')} />
              <Select {...field('coordinatorMentorId')} options={options} empty={ui.t('agreement.coordinator.none')} />
            </div>
          )}
        </Card>
        <details class="card-sheet" open={options.length === 0 || errors.name !== undefined}>
          <summary>{ui.t('mentor.new')}</summary>
          <MentorWorkplace ui={ui} values={values} errors={errors} workplaces={agreement.workplaces.map(({ workplaceId, workplace }) => ({ value: workplaceId, label: workplace }))} />
          <MentorFields ui={ui} values={values} errors={errors} />
        </details>
        <Card title={ui.t('agreement.mentorPay')}>
          <p class="muted">{ui.t('agreement.mentorPay.hint')}</p>
          <div class="field-row">
            <TextInput {...field('mentorPayKroner')} inputMode="decimal" width="s" maxLength={8} optional />
            <TextInput {...field('mentorPayMinutes')} inputMode="decimal" width="s" maxLength={5} optional />
          </div>
          <div class="field-row">
            <DateField {...field('mentorPayFrom')} optional />
            <DateField {...field('mentorPayUntil')} hint={ui.t('agreement.mentorPay.until.hint')} optional />
          </div>
        </Card>
        <StepFoot ui={ui} agreement={agreement} step="mentor">
          <Button ui={ui}>{ui.t('agreement.saveNext')}</Button>
        </StepFoot>
      </Form>
    </StepFrame>
  );
};
