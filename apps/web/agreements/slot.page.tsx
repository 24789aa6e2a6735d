import type { AgreementPage as Agreement, Slot } from '#agreements';
import type { Consideration } from '#companies';
import { EditPage } from '../companies/edit-page.js';
import { Button, ButtonRow, Card, DateField, Form, Select, type FieldErrors, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import type { CrossedField } from '../stale-edit.js';
import { agreementHref } from './agreement-href.js';
import { SlotFields } from './slot-fields.js';

interface Props {
  readonly ui: Ui;
  readonly agreement: Agreement;
  readonly slot: Slot;
  readonly values: FormValues;
  readonly version: number;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
  readonly considerations: readonly Consideration[];
}

/** One place: what it offers, and below whether it moves or closes. */
export const SlotPage = ({ ui, agreement, slot, values, version, errors = {}, crossed, considerations }: Props) => (
  <EditPage
    ui={ui}
    title={ui.t('slots.number', { n: slot.number })}
    lead={slot.workplace}
    action={slotHref(slot)}
    back={{ href: `${agreementHref(agreement.id)}#pladser`, label: agreement.title }}
    errors={errors}
    version={version}
    crossed={crossed}
    after={
      <>
        {agreement.slotPooling === 'pooled' && <Move ui={ui} agreement={agreement} slot={slot} errors={errors} />}
        <Close ui={ui} slot={slot} errors={errors} />
      </>
    }
  >
    <SlotFields ui={ui} values={values} errors={errors} considerations={considerations} />
  </EditPage>
);

export const slotHref = ({ agreementId, id }: Pick<Slot, 'agreementId' | 'id'>): string => `${agreementHref(agreementId)}/pladser/${id}`;

const Move = ({ ui, agreement, slot, errors }: Pick<Props, 'ui' | 'agreement' | 'slot'> & { readonly errors: FieldErrors }) => (
  <Card title={ui.t('slots.move')}>
    <p class="muted">{ui.t('slots.move.text')}</p>
    <Form ui={ui} action={`${slotHref(slot)}/flyt`} fields={{ version: slot.version }}>
      <Select
        ui={ui}
        name="workplaceId"
        label={ui.t('slots.move.to')}
        options={agreement.workplaces.filter(({ workplaceId }) => workplaceId !== slot.workplaceId).map(({ workplaceId, workplace, company }) => ({ value: workplaceId, label: workplace === company ? workplace : `${workplace} (${company})` }))}
        empty={ui.t('form.choose')}
        error={errors.workplaceId}
      />
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('slots.move')}
        </Button>
      </ButtonRow>
    </Form>
  </Card>
);

const Close = ({ ui, slot, errors }: Pick<Props, 'ui' | 'slot'> & { readonly errors: FieldErrors }) => (
  <Card title={ui.t('slots.close')}>
    <p class="muted">{ui.t('slots.close.text')}</p>
    <Form ui={ui} action={`${slotHref(slot)}/luk`} fields={{ version: slot.version }}>
      <DateField ui={ui} name="endsOn" label={ui.t('slots.close.on')} value={slot.endsOn ?? ''} error={errors.endsOn} required />
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('slots.close')}
        </Button>
      </ButtonRow>
    </Form>
  </Card>
);
