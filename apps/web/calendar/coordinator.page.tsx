import type { AgreementPage } from '#agreements';
import type { Coordinator } from '#calendar';
import type { Mentor } from '#mentors';
import { BackLink, Button, ButtonRow, Card, DateField, Empty, ErrorSummary, Form, Page, Select, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { DoneToast } from '../done-toast.js';
import { fieldsOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { lanesHref } from './calendar-address.js';

interface Props {
  readonly ui: Ui;
  readonly agreement: AgreementPage;
  readonly known: readonly Coordinator[];
  /** At the member workplaces. */
  readonly mentors: readonly Mentor[];
  readonly colleagues: readonly Option[];
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

/** A cluster's coordinators with their days, and the next one. */
export const CoordinatorPage = ({ ui, agreement, known, mentors, colleagues, values, errors }: Props) => {
  const field = fieldsOf(ui, values, errors);
  const placeOf = (id: string): string => agreement.workplaces.find(({ workplaceId }) => workplaceId === id)?.workplace ?? '';
  return (
    <Page ui={ui} layout="narrow" title={ui.t('coordinator.title')} lead={agreement.title} back={<BackLink href={agreement.clusterId ? lanesHref(agreement.clusterId) : '/kalender'}>{ui.t('lanes.link')}</BackLink>} toast={<DoneToast ui={ui} />}>
      <ErrorSummary ui={ui} errors={errors} labels={{ from: ui.t('coordinator.from') }} />
      <Card title={ui.t('coordinator.known')}>{known.length === 0 ? <Empty title={ui.t('coordinator.none')} /> : <Coordinators ui={ui} known={known} />}</Card>
      <Card title={ui.t('coordinator.new')}>
        <p class="muted">{ui.t('coordinator.lead')}</p>
        <Form ui={ui} action={`/kalender/koordinator/${agreement.id}`}>
          <Select {...field('coordinatorUserId')} hint={ui.t('agreement.coordinator.hint')} options={colleagues} empty={ui.t('agreement.coordinator.none')} />
          <Select {...field('coordinatorMentorId')} options={mentors.map(({ id, name, workplaceId }) => ({ value: id, label: `${name} (${placeOf(workplaceId)})` }))} empty={ui.t('agreement.coordinator.none')} />
          <DateField {...field('from')} label={ui.t('coordinator.from')} required />
          <ButtonRow>
            <Button ui={ui}>{ui.t('coordinator.save')}</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
};

/** With the days of each. */
export const Coordinators = ({ ui, known }: Pick<Props, 'ui' | 'known'>) => (
  <ul class="plain-list">
    {known.map(({ agreementId, name, kind, from, until }) => (
      <li key={`${agreementId} ${from}`}>
        {name} <small>({ui.t(`agreement.coordinator.${kind}`)})</small> · {until ? ui.formatPeriod({ from, to: until }) : ui.t('coordinator.since', { date: ui.formatDate(from) })}
      </li>
    ))}
  </ul>
);
