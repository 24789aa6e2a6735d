import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CreateConsideration, createConsideration, SectorsQueries, UpdateConsideration, updateConsideration, type Consideration } from '#companies';
import { By, Input, notFound, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { asValues, readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { ListEntryPage } from './list-entry.page.js';

const path = '/indstillinger/hensyn';
const administer = { permission: 'settings.administer' } as const;
const params = z.object({ considerationId: z.uuid() });
const newOne = page({ ...administer, id: 'newConsiderationPage', method: 'get', path: `${path}/ny` });
const newForm = page({ ...administer, id: 'newConsiderationForm', method: 'post', path: `${path}/ny`, body: formBody });
const showOne = page({ ...administer, id: 'considerationPage', method: 'get', path: `${path}/:considerationId`, params });
const form = page({ ...administer, id: 'considerationForm', method: 'post', path: `${path}/:considerationId`, params, body: formBody });

const fields = { nameDa: 'text', nameEn: 'text', position: 'number' } as const;
const newSchema = readAs(createConsideration.body, fields);
const editSchema = readAs(updateConsideration.body, { ...fields, retiredOn: 'text', version: 'number' });

@Controller()
export class ConsiderationPages {
  constructor(
    private readonly lists: SectorsQueries,
    private readonly createConsideration: CreateConsideration,
    private readonly updateConsideration: UpdateConsideration,
  ) {}

  @Page(newOne)
  showNew(@For() ui: Ui): unknown {
    return <ListEntryPage ui={ui} title={ui.t('settings.considerations.new')} action={`${path}/ny`} values={{ position: '1' }} />;
  }

  @Page(newForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof newForm>): Promise<PageAnswer> {
    const result = await submit(ui, newSchema, values, (input) => this.createConsideration.run(actor, input));
    if ('done' in result) return seeOther('/indstillinger', 'settings.saved');
    return again(<ListEntryPage ui={ui} title={ui.t('settings.considerations.new')} action={`${path}/ny`} values={values} errors={result.errors} />);
  }

  @Page(showOne)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { considerationId }: InputOf<typeof showOne>): Promise<unknown> {
    const { items } = await this.lists.considerations(actor);
    const one = items.find(({ id }) => id === considerationId);
    if (!one) throw notFound();
    return <ListEntryPage ui={ui} title={one.nameDa} action={`${path}/${one.id}`} values={asValues({ ...one })} version={one.version} retires />;
  }

  @Page(form)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { considerationId, ...values }: InputOf<typeof form>): Promise<PageAnswer> {
    const result = await submit(ui, editSchema, values, (input) => this.updateConsideration.run(actor, { ...input, considerationId }));
    if ('done' in result) return seeOther('/indstillinger', 'settings.saved');
    const current = currentOf<Consideration>(result.refusal);
    const crossed = current && crossedFields(ui, Object.keys(fields), values, { ...current });
    const version = current?.version ?? Number(values.version);
    return again(<ListEntryPage ui={ui} title={ui.t('settings.considerations')} action={`${path}/${considerationId}`} values={values} version={version} errors={result.errors} crossed={crossed} retires />);
  }
}
