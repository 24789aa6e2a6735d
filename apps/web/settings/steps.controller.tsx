import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CreateStep, StaircaseQueries, staircaseOperations, UpdateStep, type Step } from '#courses';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { asValues, readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { ListEntryPage } from './list-entry.page.js';

const path = '/indstillinger/trappe';
const administer = { permission: 'settings.administer' } as const;
const params = z.object({ stepId: z.uuid() });
const newOne = page({ ...administer, id: 'newStepPage', method: 'get', path: `${path}/ny` });
const newForm = page({ ...administer, id: 'newStepForm', method: 'post', path: `${path}/ny`, body: formBody });
const showOne = page({ ...administer, id: 'stepPage', method: 'get', path: `${path}/:stepId`, params });
const form = page({ ...administer, id: 'stepForm', method: 'post', path: `${path}/:stepId`, params, body: formBody });

const fields = { nameDa: 'text', nameEn: 'text', position: 'number' } as const;
const newSchema = readAs(staircaseOperations.createStep.body, fields);
const editSchema = readAs(staircaseOperations.updateStep.body, { ...fields, retiredOn: 'text', version: 'number' });

/** The steps of the organisation's own staircase. */
@Controller()
export class StepPages {
  constructor(
    private readonly staircase: StaircaseQueries,
    private readonly createStep: CreateStep,
    private readonly updateStep: UpdateStep,
  ) {}

  @Page(newOne)
  showNew(@For() ui: Ui): unknown {
    return <ListEntryPage ui={ui} title={ui.t('settings.steps.new')} action={`${path}/ny`} values={{ position: '1' }} />;
  }

  @Page(newForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof newForm>): Promise<PageAnswer> {
    const result = await submit(ui, newSchema, values, (input) => this.createStep.run(actor, input));
    if ('done' in result) return seeOther('/indstillinger', 'settings.saved');
    return again(<ListEntryPage ui={ui} title={ui.t('settings.steps.new')} action={`${path}/ny`} values={values} errors={result.errors} />);
  }

  @Page(showOne)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { stepId }: InputOf<typeof showOne>): Promise<unknown> {
    const one = await this.staircase.one(actor, stepId);
    return <ListEntryPage ui={ui} title={one.nameDa} action={`${path}/${one.id}`} values={asValues({ ...one })} version={one.version} retires />;
  }

  @Page(form)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { stepId, ...values }: InputOf<typeof form>): Promise<PageAnswer> {
    const result = await submit(ui, editSchema, values, (input) => this.updateStep.run(actor, { ...input, stepId }));
    if ('done' in result) return seeOther('/indstillinger', 'settings.saved');
    const current = currentOf<Step>(result.refusal);
    const crossed = current && crossedFields(ui, Object.keys(fields), values, { ...current });
    const version = current?.version ?? Number(values.version);
    return again(<ListEntryPage ui={ui} title={ui.t('settings.steps')} action={`${path}/${stepId}`} values={values} version={version} errors={result.errors} crossed={crossed} retires />);
  }
}
