import type { AgreementPage as Agreement, Slot } from '#agreements';
import type { Consideration } from '#companies';
import { EditPage } from '../companies/edit-page.js';
import { Button, ButtonRow, Card, DateField, Form, Select, type FieldErrors, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import type { CrossedField } from '../stale-edit.js';
import { agreementHref, stepHref } from './agreement-href.js';
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
  readonly changing?: boolean;
}

/** One place: what it offers, and below whether it moves or closes. */
export const SlotPage = ({ ui, agreement, slot, values, version, errors = {}, crossed, considerations, changing = false }: Props) => (
  <EditPage
    ui={ui}
    title={ui.t('slots.number', { n: slot.number })}
    lead={slot.workplace}
    action={slotHref(slot, changing)}
    back={changing ? { href: stepHref(agreement.id, 'pladser'), label: ui.t('step.pladser') } : { href: `${agreementHref(agreement.id)}#pladser`, label: agreement.title }}
    errors={errors}
    version={version}
    crossed={crossed}
    after={
      <>
        {agreement.slotPooling === 'pooled' && <Move ui={ui} agreement={agreement} slot={slot} errors={errors} changing={changing} />}
        <Close ui={ui} slot={slot} errors={errors} changing={changing} />
      </>
    }
  >
    <SlotFields ui={ui} values={values} errors={errors} considerations={considerations} />
  </EditPage>
);

export const slotHref = ({ agreementId, id }: Pick<Slot, 'agreementId' | 'id'>, changing = false, what = ''): string => `${agreementHref(agreementId)}/pladser/${id}${what}${changing ? '?i=aendring' : ''}`;

const Move = ({ ui, agreement, slot, errors, changing }: Pick<Props, 'ui' | 'agreement' | 'slot' | 'changing'> & { readonly errors: FieldErrors }) => (
  <Card title={ui.t('slots.move')}>
    <p class="muted">{ui.t('slots.move.text')}</p>
    <Form ui={ui} action={slotHref(slot, changing, '/flyt')} fields={{ version: slot.version }}>
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

const Close = ({ ui, slot, errors, changing }: Pick<Props, 'ui' | 'slot' | 'changing'> & { readonly errors: FieldErrors }) => (
  <Card title={ui.t('slots.close')}>
    <p class="muted">{ui.t(changing ? 'slots.close.inChange' : 'slots.close.text')}</p>
    <Form ui={ui} action={slotHref(slot, changing, '/luk')} fields={{ version: slot.version }}>
      {!changing && <DateField ui={ui} name="endsOn" label={ui.t('slots.close.on')} value={slot.endsOn ?? ''} error={errors.endsOn} required />}
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('slots.close')}
        </Button>
      </ButtonRow>
    </Form>
  </Card>
);
