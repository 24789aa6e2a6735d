import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CreateSector, createSector, SectorsQueries, UpdateSector, updateSector, type Sector } from '#companies';
import { By, Input, notFound, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { asValues, readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { ListEntryPage } from './list-entry.page.js';

const path = '/indstillinger/brancher';
const administer = { permission: 'settings.administer' } as const;
const params = z.object({ sectorId: z.uuid() });
const newOne = page({ ...administer, id: 'newSectorPage', method: 'get', path: `${path}/ny` });
const newForm = page({ ...administer, id: 'newSectorForm', method: 'post', path: `${path}/ny`, body: formBody });
const showOne = page({ ...administer, id: 'sectorPage', method: 'get', path: `${path}/:sectorId`, params });
const form = page({ ...administer, id: 'sectorForm', method: 'post', path: `${path}/:sectorId`, params, body: formBody });

const fields = { nameDa: 'text', nameEn: 'text', position: 'number' } as const;
const newSchema = readAs(createSector.body, fields);
const editSchema = readAs(updateSector.body, { ...fields, version: 'number' });

@Controller()
export class SectorPages {
  constructor(
    private readonly lists: SectorsQueries,
    private readonly createSector: CreateSector,
    private readonly updateSector: UpdateSector,
  ) {}

  @Page(newOne)
  showNew(@For() ui: Ui): unknown {
    return <ListEntryPage ui={ui} title={ui.t('settings.sectors.new')} action={`${path}/ny`} values={{ position: '1' }} />;
  }

  @Page(newForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof newForm>): Promise<PageAnswer> {
    const result = await submit(ui, newSchema, values, (input) => this.createSector.run(actor, input));
    if ('done' in result) return seeOther('/indstillinger', 'settings.saved');
    return again(<ListEntryPage ui={ui} title={ui.t('settings.sectors.new')} action={`${path}/ny`} values={values} errors={result.errors} />);
  }

  @Page(showOne)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { sectorId }: InputOf<typeof showOne>): Promise<unknown> {
    const { items } = await this.lists.sectors(actor);
    const one = items.find(({ id }) => id === sectorId);
    if (!one) throw notFound();
    return <ListEntryPage ui={ui} title={one.nameDa} action={`${path}/${one.id}`} values={asValues({ ...one })} version={one.version} divisionsHref={`${path}/${one.id}/hovedgrupper`} />;
  }

  @Page(form)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { sectorId, ...values }: InputOf<typeof form>): Promise<PageAnswer> {
    const result = await submit(ui, editSchema, values, (input) => this.updateSector.run(actor, { ...input, sectorId }));
    if ('done' in result) return seeOther('/indstillinger', 'settings.saved');
    const current = currentOf<Sector>(result.refusal);
    const crossed = current && crossedFields(ui, Object.keys(fields), values, { ...current });
    const version = current?.version ?? Number(values.version);
    return again(<ListEntryPage ui={ui} title={ui.t('settings.sectors')} action={`${path}/${sectorId}`} values={values} version={version} errors={result.errors} crossed={crossed} />);
  }
}
