import type { CompanyPage, Contact } from '#companies';
import type { FieldErrors, Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import type { CrossedField } from '../stale-edit.js';
import { companyHref } from './company-href.js';
import { ContactFields } from './contact-fields.js';
import { EditPage } from './edit-page.js';

interface Props {
  readonly ui: Ui;
  readonly company: CompanyPage;
  /** The one being edited; a new one without. */
  readonly contact?: Contact;
  readonly values: FormValues;
  readonly version?: number;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
}

/** A contact person at the company: whom to ask for, and how they want to be reached. */
export const ContactPage = ({ ui, company, contact, values, version, errors = {}, crossed }: Props) => (
  <EditPage
    ui={ui}
    title={contact ? ui.t('form.edit.named', { name: contact.name }) : ui.t('contact.new')}
    lead={company.name}
    action={contact ? `/virksomheder/${company.id}/kontakter/${contact.id}/ret` : `/virksomheder/${company.id}/kontakter/ny`}
    back={{ href: companyHref(company.id, 'kontakter'), label: company.name }}
    errors={errors}
    version={version}
    crossed={crossed}
    submit={contact ? undefined : ui.t('company.contacts.add')}
  >
    <ContactFields ui={ui} values={values} errors={errors} workplaces={company.workplaces.map(({ id, name }) => ({ value: id, label: name }))} />
  </EditPage>
);
