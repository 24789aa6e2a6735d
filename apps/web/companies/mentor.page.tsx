import type { CompanyPage } from '#companies';
import type { Mentor } from '#mentors';
import { Button, ButtonRow, Card, Checkboxes, DateField, Form, Select, TextArea, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf } from '../form-fields.js';
import type { CrossedField } from '../stale-edit.js';
import { companyHref } from './company-href.js';
import { EditPage } from './edit-page.js';

interface Props {
  readonly ui: Ui;
  readonly company: Pick<CompanyPage, 'id' | 'name' | 'workplaces'>;
  /** The one being edited; a new one without. */
  readonly mentor?: Mentor;
  /** What a mentor can be said to be good at offering. */
  readonly considerations?: readonly Option[];
  readonly values: FormValues;
  readonly version?: number;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
}

/** A company mentor: who takes in the citizen, how to reach them, and how many they can carry at once. */
export const MentorPage = ({ ui, company, mentor, considerations = [], values, version, errors = {}, crossed }: Props) => (
  <EditPage
    ui={ui}
    title={mentor ? ui.t('form.edit.named', { name: mentor.name }) : ui.t('mentor.new')}
    lead={mentor ? company.name : ui.t('mentor.new.lead')}
    action={mentor ? `/mentorer/${mentor.id}/ret` : `/virksomheder/${company.id}/mentorer/ny`}
    back={mentor ? { href: `/mentorer/${mentor.id}`, label: mentor.name } : { href: companyHref(company.id, 'mentorer'), label: company.name }}
    errors={errors}
    version={version}
    crossed={crossed}
    submit={mentor ? undefined : ui.t('company.mentors.add')}
    after={mentor && <EndOf ui={ui} mentor={mentor} errors={errors} />}
  >
    {!mentor && <MentorWorkplace ui={ui} values={values} errors={errors} workplaces={company.workplaces.map(({ id, name }) => ({ value: id, label: name }))} />}
    <MentorFields ui={ui} values={values} errors={errors} />
    {mentor && <MentorStrengths ui={ui} values={values} errors={errors} considerations={considerations} />}
  </EditPage>
);

export const MentorWorkplace = ({ ui, values, errors, workplaces }: { readonly ui: Ui; readonly values: FormValues; readonly errors: FieldErrors; readonly workplaces: readonly Option[] }) =>
  workplaces.length === 1 ? <input type="hidden" name="workplaceId" value={workplaces[0]?.value} /> : <Select {...fieldsOf(ui, values, errors)('workplaceId')} options={workplaces} empty={ui.t('form.choose')} />;

const languages = [
  { value: 'da', label: 'Dansk' },
  { value: 'en', label: 'English' },
];

export const MentorFields = ({ ui, values, errors }: { readonly ui: Ui; readonly values: FormValues; readonly errors: FieldErrors }) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <>
      <TextInput {...field('name')} autocomplete="off" maxLength={120} required />
      <div class="field-row">
        <TextInput {...field('phone')} type="tel" width="m" autocomplete="off" maxLength={30} optional />
        <TextInput {...field('email')} hint={ui.t('mentor.email.hint')} type="email" autocomplete="off" maxLength={254} optional />
      </div>
      <div class="field-row">
        <TextInput {...field('accepts')} hint={ui.t('mentor.accepts.hint')} inputMode="numeric" width="s" maxLength={2} required />
        <Select {...field('language')} hint={ui.t('mentor.language.hint')} options={languages} />
      </div>
      <div class="field-row">
        <DateField {...field('activeFrom')} required />
        <DateField {...field('trainedOn')} hint={ui.t('mentor.trainedOn.hint')} optional />
      </div>
    </>
  );
};

/** What makes this mentor the right one for somebody, and when the mentor is there. */
const MentorStrengths = ({ ui, values, errors, considerations }: { readonly ui: Ui; readonly values: FormValues; readonly errors: FieldErrors; readonly considerations: readonly Option[] }) => {
  const field = fieldsOf(ui, values, errors);
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: String(weekday), label: ui.t(`weekday.${weekday}`) }));
  return (
    <>
      <Checkboxes {...field('weekdays')} options={weekdays} values={listOf(values, 'weekdays')} inline />
      <TextArea {...field('experience')} rows={3} maxLength={1000} optional />
      <TextArea {...field('strengths')} rows={3} maxLength={1000} optional />
      <TextArea {...field('suits')} hint={ui.t('mentor.suits.hint')} rows={3} maxLength={1000} optional />
      {considerations.length > 0 && <Checkboxes {...field('considerationIds')} options={considerations} values={listOf(values, 'considerationIds')} />}
    </>
  );
};

const EndOf = ({ ui, mentor, errors }: { readonly ui: Ui; readonly mentor: Mentor; readonly errors: FieldErrors }) => (
  <Card title={ui.t('mentor.end.title')}>
    <p class="muted">{ui.t('mentor.end.text')}</p>
    <Form ui={ui} action={`/mentorer/${mentor.id}/stop`} fields={{ version: mentor.version }}>
      <DateField ui={ui} name="activeUntil" label={ui.t('mentor.end.on')} value={mentor.activeUntil ?? ''} error={errors.activeUntil} required />
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('mentor.end.submit')}
        </Button>
      </ButtonRow>
    </Form>
  </Card>
);
