import type { Consideration } from '#companies';
import { Button, ButtonRow, Card, Form, LinkButton, Select, TextInput } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { stepHref } from './agreement-href.js';
import { SlotFields } from './slot-fields.js';
import { SlotsTable } from './slots-table.js';
import { StepFoot } from './step-foot.js';
import { StepFrame, type StepProps } from './step-frame.js';

interface Props extends StepProps {
  readonly values: FormValues;
  readonly considerations: readonly Consideration[];
}

/** Step 2, pladser: what there is to do, how many alike, and how it leads to paid hours. */
export const SlotsStep = ({ ui, agreement, values, errors = {}, considerations }: Props) => {
  const field = fieldsOf(ui, values, errors);
  const workplaces = agreement.workplaces.map(({ workplaceId, workplace }) => ({ value: workplaceId, label: workplace }));
  if (agreement.model === 'match_driven') return <NoSlots ui={ui} agreement={agreement} />;
  return (
    <StepFrame ui={ui} agreement={agreement} step="pladser" errors={errors}>
      {agreement.slots.length > 0 && (
        <Card title={ui.t('agreement.slots')}>
          <SlotsTable ui={ui} agreement={agreement} considerations={considerations} changing={agreement.activatedAt !== null} addedBelow />
        </Card>
      )}
      <Form ui={ui} id={formId} action={stepHref(agreement.id, 'pladser')}>
        <Card title={ui.t(agreement.slots.length > 0 ? 'slots.addMore' : 'slots.addFirst')} id="tilfoej">
          <p class="muted">{ui.t(`slots.hint.${agreement.model}`)}</p>
          <TextInput {...field('count')} hint={ui.t('slots.count.hint')} inputMode="numeric" width="s" maxLength={2} required />
          {workplaces.length === 1 ? <input type="hidden" name="workplaceId" value={workplaces[0]?.value} /> : <Select {...field('workplaceId')} options={workplaces} empty={ui.t('form.choose')} />}
          <SlotFields ui={ui} values={values} errors={errors} considerations={considerations} />
          <ButtonRow>
            <Button ui={ui} kind={agreement.slots.length > 0 ? 'secondary' : 'primary'} icon="plus">
              {ui.t('slots.add')}
            </Button>
          </ButtonRow>
        </Card>
      </Form>
      <Next ui={ui} agreement={agreement} />
    </StepFrame>
  );
};

/** A match-driven agreement holds no places: there is only the way on. */
const NoSlots = ({ ui, agreement }: StepProps) => (
  <StepFrame ui={ui} agreement={agreement} step="pladser">
    <Card>
      <p>{ui.t('slots.never.text')}</p>
    </Card>
    <StepFoot ui={ui} agreement={agreement} step="pladser">
      <LinkButton ui={ui} href={stepHref(agreement.id, 'mentor')}>
        {ui.t('agreement.next')}
      </LinkButton>
    </StepFoot>
  </StepFrame>
);

const formId = 'pladser-form';

/** Before the first slot the only button is the one that saves it. Later, going on saves what was written in the form. */
const Next = ({ ui, agreement }: StepProps) => (
  <StepFoot ui={ui} agreement={agreement} step="pladser">
    {agreement.slots.length > 0 && (
      <Button ui={ui} form={formId} name="next" value="true">
        {ui.t('agreement.next')}
      </Button>
    )}
  </StepFoot>
);
