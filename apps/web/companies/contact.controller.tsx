import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { addContact, AddContact, CompanyPageQueries, updateContact, UpdateContact, type CompanyPage, type Contact } from '#companies';
import { By, Input, notFound, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { asValues, onlyChanged, readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { companyHref } from './company-href.js';
import { ContactPage } from './contact.page.js';

const params = z.object({ companyId: z.uuid() });
const ofCompany = { permission: 'companies.write', path: '/virksomheder/:companyId/kontakter/ny', params } as const;
const ofContact = {
  permission: 'companies.write',
  path: '/virksomheder/:companyId/kontakter/:contactId/ret',
  params: params.extend({ contactId: z.uuid() }),
} as const;
const newContact = page({ ...ofCompany, id: 'newContactPage', method: 'get' });
const newContactForm = page({ ...ofCompany, id: 'newContactForm', method: 'post', body: formBody });
const editContact = page({ ...ofContact, id: 'editContactPage', method: 'get' });
const editContactForm = page({ ...ofContact, id: 'editContactForm', method: 'post', body: formBody });

const fields = { name: 'text', title: 'text', phone: 'text', email: 'text', preferredContact: 'text', workplaceId: 'text', note: 'text' } as const;
const newSchema = readAs(addContact.body, fields);
const editSchema = readAs(updateContact.body, { ...fields, version: 'number' });

@Controller()
export class ContactPages {
  constructor(
    private readonly company: CompanyPageQueries,
    private readonly addContact: AddContact,
    private readonly updateContact: UpdateContact,
  ) {}

  @Page(newContact)
  async showNew(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof newContact>): Promise<unknown> {
    return <ContactPage ui={ui} company={await this.company.page(actor, input)} values={{}} />;
  }

  @Page(newContactForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() { companyId, ...values }: InputOf<typeof newContactForm>): Promise<PageAnswer> {
    const result = await submit(ui, newSchema, values, (input) => this.addContact.run(actor, { ...input, companyId }));
    if ('done' in result) return seeOther(companyHref(companyId, 'kontakter'), 'contact.added');
    return again(<ContactPage ui={ui} company={await this.company.page(actor, { companyId })} values={values} errors={result.errors} />);
  }

  @Page(editContact)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { companyId, contactId }: InputOf<typeof editContact>): Promise<unknown> {
    const company = await this.company.page(actor, { companyId });
    const contact = contactIn(company, contactId);
    return <ContactPage ui={ui} company={company} contact={contact} values={asValues({ ...contact })} version={contact.version} />;
  }

  @Page(editContactForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { companyId, contactId, ...values }: InputOf<typeof editContactForm>): Promise<PageAnswer> {
    const company = await this.company.page(actor, { companyId });
    const before = contactIn(company, contactId);
    const result = await submit(ui, editSchema, values, ({ version, ...wanted }) => this.updateContact.run(actor, { contactId, version, ...onlyChanged(before, wanted) }));
    if ('done' in result) return seeOther(companyHref(companyId, 'kontakter'), 'contact.updated');
    const current = currentOf<Contact>(result.refusal);
    const version = current?.version ?? Number(values.version);
    return again(
      <ContactPage ui={ui} company={company} contact={before} values={values} version={version} errors={result.errors} crossed={current && crossedFields(ui, Object.keys(fields), values, { ...current })} />,
    );
  }
}

function contactIn({ contacts }: CompanyPage, contactId: string): Contact {
  const contact = contacts.find(({ id }) => id === contactId);
  if (!contact) throw notFound();
  return contact;
}
