import { z } from 'zod';
import { appetites } from './appetite.shapes.js';
import { timelinePage } from '#journal';
import { day, operation, pageOf, pageQuery } from '#platform';
import { contactFacts, cvr, name, personName, version, warnings, workplaceFacts } from './company.shapes.js';

const read = { tag: 'Companies', permission: 'companies.read' } as const;
const write = { tag: 'Companies', permission: 'companies.write' } as const;
const companyId = z.strictObject({ companyId: z.uuid() });
const text = (max: number) => z.string().max(max).nullable();

const companyFacts = z.object({
  id: z.uuid(),
  name: z.string().max(200),
  cvr: text(8),
  advertisingProtected: z.boolean(),
  note: text(4000),
  responsible: z.object({ id: z.uuid(), name: z.string().max(120), email: z.string().max(254), phone: text(20) }).nullable(),
  createdAt: z.iso.datetime(),
  version,
});
const workplace = z.object({
  id: z.uuid(),
  companyId: z.uuid(),
  pNumber: text(10),
  name: z.string().max(200),
  street: text(200),
  postalCode: text(4),
  town: text(100),
  municipalityCode: text(4),
  municipality: text(60),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  sectorId: z.uuid().nullable(),
  sectorScheme: text(4),
  sectorCode: text(6),
  sectorDa: text(80),
  sectorEn: text(80),
  employeesFte: z.number().nullable(),
  employeesOn: day.nullable(),
  note: text(4000),
  closedOn: day.nullable(),
  version,
});
const contact = z.object({
  id: z.uuid(),
  companyId: z.uuid(),
  workplaceId: z.uuid().nullable(),
  name: z.string().max(120),
  title: text(120),
  email: text(254),
  phone: text(16),
  preferredContact: z.enum(['phone', 'email', 'sms', 'visit']).nullable(),
  note: text(2000),
  version,
});

export const listCompanies = operation({
  ...read,
  id: 'listCompanies',
  method: 'get',
  path: '/companies',
  summary: 'Workplaces with their companies: best hits for a text (also misspelt), or the newest',
  query: z.strictObject({
    ...pageQuery,
    text: z.string().trim().min(1).max(200).optional(),
    sectorId: z.uuid().optional(),
    municipalityCode: z.string().max(4).optional(),
    responsibleUserId: z.uuid().optional(),
  }),
  answer: pageOf(
    z.object({
      companyId: z.uuid(),
      company: z.string().max(200),
      cvr: text(8),
      workplaceId: z.uuid(),
      workplace: z.string().max(200),
      pNumber: text(10),
      street: text(200),
      postalCode: text(4),
      town: text(100),
      municipalityCode: text(4),
      sectorId: z.uuid().nullable(),
      responsible: text(120),
      agreements: z.number().int().min(0).max(1_000_000),
      models: z.array(z.enum(['fixed_slots', 'standing', 'match_driven', 'cluster'])).max(4),
      openPlaces: z.number().int().min(0).max(1_000_000),
    }),
  ),
});

export const findWorkplaceOptions = operation({
  ...read,
  id: 'findWorkplaceOptions',
  method: 'get',
  path: '/workplace-options',
  summary: 'Workplaces for a field that finds one while somebody types',
  query: z.strictObject({ q: z.string().trim().min(1).max(200), limit: z.coerce.number().int().min(1).max(20).default(20) }),
  answer: z.array(z.object({ id: z.uuid(), label: z.string().max(420), detail: z.string().max(320) })).max(20),
});

export const readCompany = operation({
  ...read,
  id: 'readCompany',
  method: 'get',
  path: '/companies/:companyId',
  summary: 'A company with its workplaces, contacts, agreements, openings in the pool, and who knows it',
  params: companyId,
  answer: companyFacts.extend({
    workplaces: z.array(workplace).max(100),
    contacts: z.array(contact).max(100),
    agreements: z
      .array(
        z.object({
          id: z.uuid(),
          title: z.string().max(200),
          model: z.enum(['fixed_slots', 'standing', 'match_driven', 'cluster']),
          state: z.enum(['draft', 'coming', 'active', 'paused', 'ended']),
          startsOn: day,
          endsOn: day.nullable(),
          slots: z.number().int().min(0).max(100_000),
        }),
      )
      .max(100),
    openings: z
      .array(
        z.object({
          id: z.uuid(),
          workplaceId: z.uuid(),
          workplace: z.string().max(200),
          tasks: z.string().max(1000),
          model: text(20),
          places: z.number().int().min(1).max(99),
          taken: z.number().int().min(0).max(99),
          freeFrom: day,
          freeUntil: day.nullable(),
        }),
      )
      .max(50),
    knownBy: z
      .array(z.object({ userId: z.uuid(), name: z.string().max(120), team: text(120), source: z.enum(['import', 'created', 'shared']), since: z.iso.datetime() }))
      .max(100),
    appetite: appetites,
  }),
});

export const readCompanyTimeline = operation({
  ...read,
  id: 'readCompanyTimeline',
  method: 'get',
  path: '/companies/:companyId/timeline',
  summary: 'What has happened at a company, newest first',
  params: companyId,
  query: z.strictObject(pageQuery),
  answer: timelinePage,
});

export const createCompany = operation({
  ...write,
  id: 'createCompany',
  method: 'post',
  path: '/companies',
  summary: 'Add a company with its first workplace; one that is there already is answered with 409 and its id',
  body: z
    .strictObject({
      name,
      cvr: cvr.nullable().optional(),
      advertisingProtected: z.boolean().optional(),
      note: z.string().trim().max(4000).nullable().optional(),
      responsibleUserId: z.uuid().nullable().optional(),
      workplace: z.strictObject({ name: name.nullable().optional(), ...workplaceFacts }).optional(),
      contact: z.strictObject({ name: personName, ...contactFacts }).optional(),
    })
    .meta({ examples: [{ name: 'Ørbæk Prøvebageri', workplace: { street: 'Hovedgaden 12', postalCode: '5853', town: 'Ørbæk' }, contact: { name: 'Hanne Prøve', phone: '00110001' } }] }),
  answer: z.object({ id: z.uuid(), workplaceId: z.uuid(), contactId: z.uuid().nullable(), version, warnings }),
  status: 201,
  refuses: ['company.exists', 'workplace.exists'],
});

export const updateCompany = operation({
  ...write,
  id: 'updateCompany',
  method: 'patch',
  path: '/companies/:companyId',
  summary: "Change a company's facts; what is left out stays",
  params: companyId,
  body: z.strictObject({
    name: name.optional(),
    cvr: cvr.nullable().optional(),
    advertisingProtected: z.boolean().optional(),
    note: z.string().trim().max(4000).nullable().optional(),
    version,
  }),
  answer: companyFacts.extend({ warnings }),
  refuses: ['edit.stale', 'company.exists'],
});

export const assignResponsible = operation({
  ...write,
  id: 'assignResponsible',
  method: 'put',
  path: '/companies/:companyId/responsible',
  summary: 'Say who is responsible for a company, or that nobody is',
  params: companyId,
  body: z.strictObject({ userId: z.uuid().nullable(), version }),
  answer: companyFacts,
  refuses: ['edit.stale'],
});

export const takeResponsibility = operation({
  ...write,
  id: 'takeResponsibility',
  method: 'put',
  path: '/companies/:companyId/responsible/me',
  summary: 'Become responsible for a company oneself',
  params: companyId,
  answer: companyFacts,
});

export const addWorkplace = operation({
  ...write,
  id: 'addWorkplace',
  method: 'post',
  path: '/companies/:companyId/workplaces',
  summary: 'Add a workplace to a company',
  params: companyId,
  body: z.strictObject({ name: name.nullable().optional(), ...workplaceFacts }),
  answer: workplace,
  status: 201,
  refuses: ['workplace.exists'],
});

export const readWorkplace = operation({
  ...read,
  id: 'readWorkplace',
  method: 'get',
  path: '/workplaces/:workplaceId',
  summary: 'One workplace',
  params: z.strictObject({ workplaceId: z.uuid() }),
  answer: workplace,
});

export const updateWorkplace = operation({
  ...write,
  id: 'updateWorkplace',
  method: 'patch',
  path: '/workplaces/:workplaceId',
  summary: 'Change a workplace; its slots and openings follow; what is left out stays',
  params: z.strictObject({ workplaceId: z.uuid() }),
  body: z.strictObject({ name: name.optional(), ...workplaceFacts, closedOn: day.nullable().optional(), version }),
  answer: workplace,
  refuses: ['edit.stale', 'workplace.exists', 'workplace.in-use'],
});

export const addContact = operation({
  ...write,
  id: 'addContact',
  method: 'post',
  path: '/companies/:companyId/contacts',
  summary: 'Add a contact person',
  params: companyId,
  body: z.strictObject({ name: personName, workplaceId: z.uuid().nullable().optional(), ...contactFacts }),
  answer: contact,
  status: 201,
});

export const updateContact = operation({
  ...write,
  id: 'updateContact',
  method: 'patch',
  path: '/contacts/:contactId',
  summary: 'Change a contact person; what is left out stays',
  params: z.strictObject({ contactId: z.uuid() }),
  body: z.strictObject({ name: personName.optional(), workplaceId: z.uuid().nullable().optional(), ...contactFacts, version }),
  answer: contact,
  refuses: ['edit.stale'],
});
