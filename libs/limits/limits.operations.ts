import { z } from 'zod';
import { day, operation } from '#platform';

const tag = 'Limits';
/** Asked for: not so far off that the days a rule adds have no date any more. */
const near = day.refine((text) => text < '2200-01-01', 'fault.form');
const id = z.strictObject({ id: z.uuid() });
const workplaceId = z.strictObject({ workplaceId: z.uuid() });
const companyId = z.strictObject({ companyId: z.uuid() });
const version = z.int().min(1);
const minutes = z.int().min(-10_000_000).max(10_000_000);
const fte = z.number().min(0).max(1_000_000);
const month = z.object({ month: day.describe('The first of the month'), fte });
const stated = month.extend({ id: z.uuid(), version });
const code = z.string().max(60);
const text = z.string().max(1000);
const codes = z.array(code).max(30);

const limits = z.object({
  workplaceId: z.uuid(),
  workplaceName: z.string().max(200),
  companyId: z.uuid(),
  companyName: z.string().max(200),
  pNumber: z.string().max(10).nullable(),
  on: day,
  rule: z
    .object({
      version: code,
      law: text,
      from: day,
      steps: z.array(z.object({ from: z.number(), per: z.int() })).max(10).describe('From so many full-time employees, one for every so many'),
      atLeast: z.int(),
      months: z.int(),
      fullTimeMinutes: z.int(),
      measures: codes.describe('What counts on the used side'),
      measuresByChoice: codes.describe('Counts where the organisation says so'),
      measuresChecked: codes.describe('What must fit itself'),
      to: day.nullable(),
    })
    .nullable(),
  employees: z.object({ fte, months: z.array(month).max(24), registeredOn: day.nullable() }).nullable().describe('Null: unknown, so nothing is limited'),
  cap: z.int().nullable().describe('Full-time places'),
  counted: z.array(z.object({ id: z.uuid(), measureType: code, minutesPerWeek: minutes, from: day, until: day })).max(10_000),
  usedMinutes: minutes,
  leftMinutes: minutes.nullable().describe('Below zero: there are more than the rule allows'),
  minutesEach: z.number().describe('The mean of the hours agreed there, else full time'),
  people: z.int().min(0).nullable().describe('How many more of those hours'),
  mentorHeadroom: z.int(),
  stated: z.array(stated).max(24),
});

const additionality = z.object({
  rule: z.object({ version: code, months: z.int(), measures: codes, law: text, from: day, to: day.nullable() }).nullable().describe('Null: no rule held that day'),
  outcome: z.enum(['met', 'not_met', 'unknown']),
  latest: month.nullable(),
  mean: fte.nullable(),
  known: z.int().describe("Whole months of the rule's"),
  workplaces: z.int(),
  stating: z.int().describe('Open workplaces that have stated any month'),
});

export const readWorkplaceLimits = operation({
  id: 'readWorkplaceLimits',
  method: 'get',
  path: '/workplaces/:workplaceId/limits',
  summary: 'What the ratio rule and the mentors leave at a workplace on a day, with everything it was worked out from; advice',
  permission: 'limits.read',
  tag,
  params: workplaceId,
  query: z.strictObject({ on: near.optional().describe('Today unless said') }),
  answer: limits,
});

export const listCompanyLimits = operation({
  id: 'listCompanyLimits',
  method: 'get',
  path: '/companies/:companyId/limits',
  summary: "A company's open workplaces with what law and mentors leave today",
  permission: 'limits.read',
  tag,
  params: companyId,
  answer: z.array(z.object({ workplaceId: z.uuid(), cap: z.int().nullable(), usedMinutes: minutes.nullable(), leftMinutes: minutes.nullable(), mentorHeadroom: z.int() })).max(100),
});

export const readAdditionality = operation({
  id: 'readAdditionality',
  method: 'get',
  path: '/companies/:companyId/additionality',
  summary: 'Additionality for wage subsidy: the latest month against the mean of the last twelve, by company; advice',
  permission: 'limits.read',
  tag,
  params: companyId,
  answer: additionality,
});

export const stateEmployees = operation({
  id: 'stateEmployees',
  method: 'put',
  path: '/workplaces/:workplaceId/employees',
  summary: "A month's ordinary employees in full-time equivalents, without subsidised employees and under-18s",
  permission: 'limits.write',
  tag,
  params: workplaceId,
  body: z.strictObject({
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'fault.employees.month').describe('YYYY-MM, a month that is over'),
    fte: z.number().min(0).max(100_000),
    version: version.optional().describe('Of the statement that is there already'),
  }),
  answer: stated,
  refuses: ['edit.stale'],
});

const rule = z.object({
  code,
  measure: code,
  targetGroups: z.array(code).max(30),
  circumstanceDa: text.nullable(),
  circumstanceEn: text.nullable(),
  unit: z.enum(['week', 'month']),
  length: z.int().nullable(),
  prolongedTo: z.int().nullable(),
  further: z.int().nullable(),
  version: code,
  law: text,
  from: day,
  to: day.nullable(),
});

const duration = z.object({
  verdict: z.enum(['within', 'with-assessment', 'special-need', 'too-long', 'no-limit', 'none']),
  until: day.nullable(),
  prolongedUntil: day.nullable(),
  rule: rule.nullable(),
  others: z.array(rule).max(10).describe('Rules that hold where something is so'),
});

export const readDurationAdvice = operation({
  id: 'readDurationAdvice',
  method: 'get',
  path: '/measures/:measure/duration',
  summary: 'How long a measure may last for a target group by the rules of its first day; advice',
  permission: 'limits.read',
  tag,
  params: z.strictObject({ measure: z.string().regex(/^[A-Z_]{1,40}$/) }),
  query: z.strictObject({ targetGroup: z.string().max(40).optional(), from: near, until: near.describe('First day after') }),
  answer: duration,
  refuses: ['duration.end-before-start'],
});

const earlier = z.object({
  together: z.int().describe('Of the same purpose, or of one that is not known: they count together'),
  apart: z.int().describe('Of another purpose'),
  since: day.nullable(),
});

const elsewhere = z.array(z.object({ companyName: z.string().max(200), from: day, until: day.describe('First day after') })).max(5);

export const readPlanAdvice = operation({
  id: 'readPlanAdvice',
  method: 'get',
  path: '/workplaces/:workplaceId/plan-advice',
  summary: 'What the rules of its first day say about a measure planned at a workplace: duration, ratio rule, additionality; advice',
  permission: 'limits.read',
  tag,
  params: workplaceId,
  query: z.strictObject({
    measureType: z.string().regex(/^[A-Z_]{1,40}$/),
    targetGroup: z.string().max(40).optional(),
    from: near,
    until: near.describe('First day after'),
    minutesPerWeek: z.coerce.number().int().min(1).max(2220).optional().describe('As many as are usual there unless said'),
    citizenRef: z.string().trim().min(1).max(40).optional().describe('Whose earlier days there count together, and whose other stays on those days are told; only of a citizen one may see'),
  }),
  answer: z.object({ measureType: code, from: day, until: day, minutesPerWeek: minutes, duration, earlier, elsewhere, limits, checked: z.boolean(), additionality: additionality.nullable() }),
  refuses: ['duration.end-before-start'],
});

const step = z.object({ from: day, minutesPerWeek: minutes });
const sheet = z.object({
  of: z.enum(['reservation', 'placement']),
  id: z.uuid(),
  openingId: z.uuid().nullable(),
  companyName: z.string().max(200),
  cvr: z.string().max(8).nullable(),
  workplaceName: z.string().max(200),
  pNumber: z.string().max(10).nullable(),
  address: text.nullable(),
  employer: z.object({ name: z.string().max(120), email: z.string().max(254).nullable(), phone: z.string().max(16).nullable() }).nullable(),
  mentorName: z.string().max(120).nullable(),
  measureType: code,
  measureName: text,
  targetGroupName: text.nullable(),
  from: day,
  until: day.describe('First day after'),
  hours: z.object({ highest: minutes, steps: z.array(step).max(30) }).describe('VITAS knows one number: the highest is applied for, the ramp is text'),
  attendance: z.string().max(2000).nullable(),
  tasks: text.nullable(),
  purpose: text.nullable(),
  citizenRef: z.string().max(40).nullable(),
  limits,
  checked: z.boolean().describe('The measure must itself fit into the ratio rule'),
  duration,
  earlier,
  additionality: additionality.nullable().describe('Null: the measure does not ask for it'),
  grant: z.object({ number: z.string().max(40), from: day.nullable(), until: day.nullable(), exempt: z.boolean() }).nullable(),
  needsGrant: z.boolean().describe('Whether the measure must be applied for at all'),
  grantStanding: z.enum(['not-needed', 'missing', 'short', 'covers']).nullable().describe('Of a placement, for those who may see the citizen; `short`: it leaves out some of the days; advice'),
  seesCitizen: z.boolean().describe('Whether the reader may see the citizen; if not, purpose, reference, attendance and grant are left out'),
  version: z.int(),
});

export const readPlacementSheet = operation({ id: 'readPlacementSheet', method: 'get', path: '/placements/:id/vitas-sheet', summary: 'What VITAS asks for, of a placement', permission: 'placements.read', tag, params: id, answer: sheet });
export const readReservationSheet = operation({ id: 'readReservationSheet', method: 'get', path: '/reservations/:id/vitas-sheet', summary: 'What VITAS asks for, of a reservation', permission: 'reservations.read', tag, params: id, answer: sheet });

export const writeGrant = operation({
  id: 'writeGrant',
  method: 'put',
  path: '/placements/:id/grant',
  summary: "A grant's number and period, written back by hand",
  permission: 'placements.write',
  aboutCitizen: true,
  tag,
  params: id,
  body: z.strictObject({
    number: z.string().trim().min(1).max(40).nullable().describe('As VITAS gave it; null takes it back'),
    from: day.nullable().optional(),
    until: day.nullable().optional().describe('First day after'),
    exempt: z.boolean().optional().describe('On sick leave at their own workplace: outside the ratio rule'),
    version: version.describe('The placement\'s'),
  }),
  answer: z.object({ id: z.uuid(), number: z.string().max(40).nullable(), from: day.nullable(), until: day.nullable(), exempt: z.boolean(), version }),
  refuses: ['placement.over', 'citizen.look-only', 'edit.stale'],
});
