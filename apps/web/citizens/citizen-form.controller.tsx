import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { citizensOperations, CitizensQueries, CreateCitizen, UpdateCitizen, type Citizen } from '#citizens';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues, type Submitted } from '../form.js';
import { onlyChanged, readFields, textOf } from '../form-fields.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { CitizenChoices } from './citizen-choices.js';
import { CitizenFormPage, citizenValues, goalRows } from './citizen-form.page.js';
import { citizenHref } from './citizen-href.js';

// The record itself says what to word otherwise, whenever it is read, so the form need not.
const write = { permission: 'citizens.write' } as const;
const params = z.object({ citizenId: z.uuid() });
const newPage = page({ ...write, id: 'newCitizenPage', method: 'get', path: '/borgere/ny' });
const newForm = page({ ...write, id: 'newCitizenForm', method: 'post', path: '/borgere/ny', body: formBody });
const editPage = page({ ...write, id: 'editCitizenPage', method: 'get', path: '/borgere/:citizenId/ret', params });
const editForm = page({ ...write, id: 'editCitizenForm', method: 'post', path: '/borgere/:citizenId/ret', params, body: formBody });

const facts = { pseudonym: 'text', minutesPossible: 'hours', nearPostalCode: 'text', travelMinutes: 'number', transport: 'text', considerationIds: 'list' } as const;
const group = { targetGroup: 'text', targetGroupFrom: 'text' } as const;

/** Rows of goals with something in them; what is left blank otherwise is left out. */
const readForm = (values: FormValues, fields: Parameters<typeof readFields>[1], kept: readonly string[]): object => {
  const goals = goalRows
    .map((n) => ({ sectorId: textOf(values, `goalSector${n}`) || null, tasks: textOf(values, `goalTasks${n}`) }))
    .filter(({ sectorId, tasks }) => sectorId !== null || tasks.trim() !== '');
  const read = Object.entries(readFields(values, fields)).filter(([name, value]) => value !== null || kept.includes(name));
  return { ...Object.fromEntries(read), goals };
};
const newSchema = z.preprocess((values) => readForm(values as FormValues, { caseRef: 'text', role: 'text', ...facts, ...group }, []), citizensOperations.createCitizen.body);
const editSchema = z.preprocess(
  (values) => readForm(values as FormValues, { ...facts, ...group, version: 'number' }, ['minutesPossible', 'nearPostalCode', 'travelMinutes', 'transport']),
  citizensOperations.updateCitizen.body,
);

@Controller()
export class CitizenFormPages {
  constructor(
    private readonly citizens: CitizensQueries,
    private readonly createCitizen: CreateCitizen,
    private readonly updateCitizen: UpdateCitizen,
    private readonly choices: CitizenChoices,
  ) {}

  @Page(newPage)
  async showNew(@For() ui: Ui, @By() actor: Actor): Promise<unknown> {
    return <CitizenFormPage ui={ui} lists={await this.choices.ofRecord(ui, actor)} values={{}} />;
  }

  @Page(newForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof newForm>): Promise<PageAnswer> {
    const result = atRows(await submit(ui, newSchema, values, (input) => this.createCitizen.run(actor, input)));
    if ('done' in result) return seeOther(citizenHref(result.done.id), 'citizen.added');
    return again(<CitizenFormPage ui={ui} lists={await this.choices.ofRecord(ui, actor)} values={values} errors={result.errors} />);
  }

  @Page(editPage)
  async edit(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof editPage>): Promise<unknown> {
    const citizen = await this.citizens.one(actor, input);
    return <CitizenFormPage ui={ui} citizen={citizen} lists={await this.choices.ofRecord(ui, actor)} values={citizenValues(citizen)} version={citizen.version} />;
  }

  @Page(editForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...values }: InputOf<typeof editForm>): Promise<PageAnswer> {
    const before = await this.citizens.one(actor, { citizenId });
    const result = atRows(await submit(ui, editSchema, values, ({ version, ...wanted }) => this.updateCitizen.run(actor, { citizenId, version, ...onlyChanged(before, wanted) })));
    if ('done' in result) return seeOther(citizenHref(citizenId), 'citizen.updated');
    const current = currentOf<Citizen>(result.refusal);
    const crossed = current && crossedFields(ui, ['pseudonym', 'minutesPossible', 'nearPostalCode', 'travelMinutes'], values, citizenValues(current));
    const lists = await this.choices.ofRecord(ui, actor);
    return again(<CitizenFormPage ui={ui} citizen={before} lists={lists} values={values} version={current?.version ?? Number(values.version)} errors={result.errors} crossed={crossed} />);
  }
}

/** A fault in the n-th goal is shown in the n-th row. */
const atRows = <T,>(result: Submitted<T>): Submitted<T> => {
  if (!('errors' in result)) return result;
  const row = (field: string): string => field.replace(/^goals\.(\d)\..*/, (_all, at: string) => `goalTasks${Number(at) + 1}`);
  return { ...result, errors: Object.fromEntries(Object.entries(result.errors).map(([field, text]) => [row(field), text])) };
};
