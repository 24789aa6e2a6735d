import { Button, Card, Checkboxes, Form, Select, TextArea, TextInput, type Option } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf } from '../form-fields.js';
import { stepHref } from './agreement-href.js';
import { StepFoot } from './step-foot.js';
import { StepFrame, type StepProps } from './step-frame.js';

interface Props extends StepProps {
  readonly values: FormValues;
  readonly version: number;
  readonly colleagues: readonly Option[];
  readonly measureTypes: readonly Option[];
  readonly targetGroups: readonly Option[];
}

/** Step 4, opfølgning: who keeps in touch, how places are called or filled again, and what else was agreed. */
export const FollowUpStep = ({ ui, agreement, values, version, errors = {}, colleagues, measureTypes, targetGroups }: Props) => {
  const field = fieldsOf(ui, values, errors);
  // A match-driven agreement is nothing without it.
  const planned = agreement.model === 'match_driven';
  return (
    <StepFrame ui={ui} agreement={agreement} step="opfoelgning" errors={errors}>
      <Form ui={ui} action={stepHref(agreement.id, 'opfoelgning')} fields={{ version }}>
        <Card>
          <Select {...field('contactUserId')} hint={ui.t('agreement.contact.hint')} options={colleagues} empty={ui.t('form.choose')} />
          <Select {...field('deputyUserId')} hint={ui.t('agreement.deputy.hint')} options={colleagues} empty={ui.t('agreement.coordinator.none')} />
          <TextInput {...field('followUpWeeks')} hint={ui.t('agreement.followUp.hint')} inputMode="numeric" width="s" maxLength={2} optional={!planned} required={planned} />
          <TextArea {...field('followUpPlan')} hint={ui.t('agreement.followUpPlan.hint')} rows={3} maxLength={1000} optional={!planned} required={planned} />
          {agreement.callable && (
            <div class="field-row">
              <TextInput {...field('callNoticeDays')} hint={ui.t('agreement.callNotice.hint')} inputMode="numeric" width="s" maxLength={3} optional />
              <TextInput {...field('answerDays')} hint={ui.t('agreement.answer.hint')} inputMode="numeric" width="s" maxLength={3} optional />
            </div>
          )}
          {agreement.cluster ? (
            <Checkboxes ui={ui} name="refill" label={ui.t('agreement.idle')} options={[{ value: 'true', label: ui.t('agreement.refill'), hint: ui.t('agreement.refill.hint') }]} values={listOf(values, 'refill')} />
          ) : (
            <p class="form-note">{ui.t(`agreement.idle.${agreement.model}`)}</p>
          )}
        </Card>
        <Card title={ui.t('agreement.wants')}>
          <div class="field-row">
            <TextInput {...field('minutesPerWeek')} hint={ui.t('agreement.hours.hint')} inputMode="decimal" width="s" maxLength={5} optional />
            <TextInput {...field('requestsPerMonth')} hint={ui.t('agreement.requests.hint')} inputMode="numeric" width="s" maxLength={4} optional />
          </div>
          <OnlySome ui={ui} values={values} errors={errors} measureTypes={measureTypes} targetGroups={targetGroups} />
          <TextArea {...field('terms')} hint={ui.t('agreement.terms.hint')} rows={5} maxLength={4000} optional />
        </Card>
        <StepFoot ui={ui} agreement={agreement} step="opfoelgning">
          <Button ui={ui}>{ui.t('agreement.saveNext')}</Button>
        </StepFoot>
      </Form>
    </StepFrame>
  );
};

/** The long lists of law: closed until somebody wants fewer than all. */
const OnlySome = ({ ui, values, errors = {}, measureTypes, targetGroups }: Pick<Props, 'ui' | 'values' | 'errors' | 'measureTypes' | 'targetGroups'>) => (
  <details class="more-fields" open={listOf(values, 'targetGroupCodes').length + listOf(values, 'measureTypeCodes').length > 0}>
    <summary>{ui.t('agreement.onlySome')}</summary>
    <Checkboxes ui={ui} name="targetGroupCodes" label={ui.t('field.targetGroupCodes')} hint={ui.t('agreement.targetGroups.hint')} options={targetGroups} values={listOf(values, 'targetGroupCodes')} error={errors.targetGroupCodes} />
    <Checkboxes ui={ui} name="measureTypeCodes" label={ui.t('field.measureTypeCodes')} hint={ui.t('agreement.measureTypes.hint')} options={measureTypes} values={listOf(values, 'measureTypeCodes')} error={errors.measureTypeCodes} />
  </details>
);
