import type { Consideration, Sector } from '#companies';
import type { Step } from '#courses';
import { DoneToast } from '../done-toast.js';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf } from '../form-fields.js';
import { Button, ButtonRow, Card, Checkboxes, ErrorSummary, Form, LinkButton, Page, Table, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { StaleEdit, type CrossedField } from '../stale-edit.js';

/** The organisation's own limits, each a whole number. */
export const limits = ['holdHours', 'reservationWorkingDays', 'refillLeadDays', 'refillEscalateDays', 'offerQuestionMonths', 'queueDays', 'courseGapDays'] as const;

export interface SettingsProps {
  readonly ui: Ui;
  readonly municipalities: readonly Option[];
  readonly sectors: readonly Sector[];
  readonly considerations: readonly Consideration[];
  readonly steps: readonly Step[];
  readonly values: FormValues;
  readonly version: number;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
}

/** Indstillinger: what the organisation is called, where it works, its limits, and the lists it words itself. */
export const SettingsPage = (props: SettingsProps) => {
  const { ui, errors = {}, crossed, version } = props;
  return (
    <Page
      ui={ui}
      title={ui.t('settings.title')}
      layout="narrow"
      toast={<DoneToast ui={ui} />}
      actions={
        <LinkButton ui={ui} kind="secondary" href="/indstillinger/opbevaring">
          {ui.t('retention.title')}
        </LinkButton>
      }
    >
      {crossed ? <StaleEdit ui={ui} fields={crossed} /> : <ErrorSummary ui={ui} errors={errors} />}
      <Form ui={ui} action="/indstillinger" fields={{ version }}>
        <Organisation {...props} />
        <Limits {...props} />
        <Municipalities {...props} />
        <ButtonRow>
          <Button ui={ui}>{ui.t('form.save')}</Button>
        </ButtonRow>
      </Form>
      <NameList ui={ui} title={ui.t('settings.sectors')} items={props.sectors} href="/indstillinger/brancher" />
      <NameList ui={ui} title={ui.t('settings.considerations')} items={props.considerations} href="/indstillinger/hensyn" />
      <NameList ui={ui} title={ui.t('settings.steps')} items={props.steps} href="/indstillinger/trappe" />
    </Page>
  );
};

const Organisation = ({ ui, values, errors = {} }: SettingsProps) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Card title={ui.t('settings.organisation')}>
      <TextInput {...field('name')} maxLength={200} required />
      <TextInput {...field('label')} label={ui.t('settings.label')} hint={ui.t('settings.label.hint')} width="m" maxLength={60} required />
      <div class="field-row">
        <TextInput {...field('contactEmail')} label={ui.t('settings.contactEmail')} type="email" maxLength={254} optional />
        <TextInput {...field('contactPhone')} label={ui.t('settings.contactPhone')} type="tel" width="m" maxLength={20} optional />
      </div>
    </Card>
  );
};

const Limits = ({ ui, values, errors = {} }: SettingsProps) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Card title={ui.t('settings.limits')}>
      {limits.map((name) => (
        <TextInput key={name} {...field(name)} hint={ui.t(`settings.${name}.hint`)} inputMode="numeric" width="s" required />
      ))}
      <Checkboxes
        ui={ui}
        name="mentorTrainingGatesStart"
        label={ui.t('settings.mentorTraining')}
        options={[{ value: 'true', label: ui.t('settings.mentorTraining.gates') }]}
        values={listOf(values, 'mentorTrainingGatesStart')}
      />
      {(['ratioBlocks', 'ratioCountsByChoice'] as const).map((name) => (
        <Checkboxes key={name} ui={ui} name={name} label={ui.t('settings.ratio')} options={[{ value: 'true', label: ui.t(name === 'ratioBlocks' ? 'settings.ratio.blocks' : 'settings.ratio.counts') }]} values={listOf(values, name)} />
      ))}
    </Card>
  );
};

const Municipalities = ({ ui, municipalities, values, errors = {} }: SettingsProps) => (
  <Card title={ui.t('settings.municipalities')}>
    <details class="municipality-choice" open={Boolean(errors.municipalities)}>
      <summary>{ui.t.n('settings.municipalities.chosen', listOf(values, 'municipalities').length)}</summary>
      <Checkboxes
        ui={ui}
        name="municipalities"
        label={ui.t('settings.municipalities')}
        hint={ui.t('settings.municipalities.hint')}
        error={errors.municipalities}
        inline
        options={municipalities}
        values={listOf(values, 'municipalities')}
      />
    </details>
  </Card>
);

interface Named {
  readonly id: string;
  readonly nameDa: string;
  readonly nameEn: string;
  readonly position: number;
  readonly retiredOn?: string | null;
}

const NameList = ({ ui, title, items, href }: { readonly ui: Ui; readonly title: string; readonly items: readonly Named[]; readonly href: string }) => (
  <Card
    title={title}
    aside={
      <LinkButton ui={ui} href={`${href}/ny`} kind="secondary" icon="plus" small>
        {ui.t('settings.add')}
      </LinkButton>
    }
  >
    <Table
      ui={ui}
      caption={title}
      rows={items}
      rowKey={(item) => item.id}
      columns={[
        { key: 'da', label: ui.t('field.nameDa'), head: true, cell: (item) => <a href={`${href}/${item.id}`}>{item.nameDa}</a> },
        { key: 'en', label: ui.t('field.nameEn'), cell: (item) => item.nameEn },
        { key: 'position', label: ui.t('field.position'), numeric: true, cell: (item) => (item.retiredOn ? ui.t('settings.retired') : item.position) },
      ]}
    />
  </Card>
);
