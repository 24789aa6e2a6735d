import type { FieldErrors } from '../kit/error-summary.js';
import type { FormValues } from '../form.js';
import { readFields, type FieldKind } from '../form-fields.js';

/** The fields of a workplace's form, as the API names them. */
export const workplaceFields = {
  street: 'text',
  postalCode: 'text',
  town: 'text',
  municipalityCode: 'text',
  sectorId: 'text',
  sectorCode: 'text',
  sectorScheme: 'text',
  employeesFte: 'number',
  employeesOn: 'text',
  pNumber: 'text',
} as const satisfies Record<string, FieldKind>;

const companyFields = { name: 'text', cvr: 'text', advertisingProtected: 'flag', note: 'text' } as const;
const contactFields = { contactName: 'name', contactPhone: 'phone', contactEmail: 'email' } as const;

/** One flat form as the API's company with its first workplace and, when something is said of one, a contact person. */
export function newCompanyInput(values: FormValues): Record<string, unknown> {
  const contact = readFields(values, { contactName: 'text', contactPhone: 'text', contactEmail: 'text' });
  const named = Object.entries(contactFields).map(([field, name]) => [name, contact[field]] as const);
  return {
    ...readFields(values, companyFields),
    workplace: readFields(values, workplaceFields),
    ...(named.some(([, value]) => value !== null) && { contact: Object.fromEntries(named) }),
  };
}

/** Errors under the names of the flat form's fields. */
export const newCompanyErrors = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([field, message]) => [flat(field), message]));

const flat = (field: string): string =>
  field.startsWith('contact.') ? `contact${field.charAt(8).toUpperCase()}${field.slice(9)}` : field.replace(/^workplace\./, '');
