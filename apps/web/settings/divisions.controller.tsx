import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { MapDivisions, mapDivisions, SectorsQueries, type Sector } from '#companies';
import { By, Input, notFound, type Actor, type InputOf } from '#platform';
import { ReferenceQueries } from '#reference';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { EditPage } from '../companies/edit-page.js';
import { formBody, submit, type FormValues } from '../form.js';
import { listOf } from '../form-fields.js';
import { Checkboxes, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';

const path = '/indstillinger/brancher/:sectorId/hovedgrupper';
const params = z.object({ sectorId: z.uuid() });
const shared = { permission: 'settings.administer', path, params } as const;
const showDivisions = page({ ...shared, id: 'divisionsPage', method: 'get' });
const divisionsForm = page({ ...shared, id: 'divisionsForm', method: 'post', body: formBody });

/** A division is one value of a checkbox: its scheme and its code. */
const schema = z.preprocess((posted) => {
  const values = posted as FormValues;
  const divisions = listOf(values, 'divisions').map((text) => ({ scheme: text.slice(0, 4), division: text.slice(5) }));
  return { divisions, version: Number(values.version) };
}, mapDivisions.body);

@Controller()
export class DivisionPages {
  constructor(
    private readonly sectors: SectorsQueries,
    private readonly reference: ReferenceQueries,
    private readonly mapDivisions: MapDivisions,
  ) {}

  @Page(showDivisions)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { sectorId }: InputOf<typeof showDivisions>): Promise<unknown> {
    const sector = await this.sector(actor, sectorId);
    const chosen = sector.divisions.map(({ scheme, division }) => `${scheme} ${division}`);
    return <DivisionsPage ui={ui} sector={sector} options={await this.options(ui)} chosen={chosen} version={sector.version} />;
  }

  @Page(divisionsForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { sectorId, ...values }: InputOf<typeof divisionsForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.mapDivisions.run(actor, { ...input, sectorId }));
    if ('done' in result) return seeOther('/indstillinger', 'settings.saved');
    const sector = await this.sector(actor, sectorId);
    const version = currentOf<Sector>(result.refusal)?.version ?? Number(values.version);
    return again(<DivisionsPage ui={ui} sector={sector} options={await this.options(ui)} chosen={listOf(values, 'divisions')} version={version} errors={result.errors} />);
  }

  private async sector(actor: Actor, sectorId: string): Promise<Sector> {
    const { items } = await this.sectors.sectors(actor);
    const sector = items.find(({ id }) => id === sectorId);
    if (!sector) throw notFound();
    return sector;
  }

  private async options(ui: Ui): Promise<Option[]> {
    const reference = await this.reference.current();
    return ['DB25', 'DB07'].flatMap((scheme) =>
      reference.sectorCodes(scheme, 'division').map(({ code, nameDa, nameEn }) => ({ value: `${scheme} ${code}`, label: `${scheme} ${code} ${ui.lang === 'da' ? nameDa : nameEn}` })),
    );
  }
}

interface Props {
  readonly ui: Ui;
  readonly sector: Sector;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly version: number;
  readonly errors?: FieldErrors;
}

/** Which divisions fall under a sector; a division has one sector, so choosing it here takes it from another. Those it has stand first. */
const DivisionsPage = ({ ui, sector, options, chosen, version, errors = {} }: Props) => {
  const has = ({ value }: Option): boolean => chosen.includes(value);
  const others = options.filter((option) => !has(option));
  const own = `/indstillinger/brancher/${sector.id}`;
  return (
    <EditPage ui={ui} title={`${ui.lang === 'da' ? sector.nameDa : sector.nameEn}: ${ui.t('settings.divisions')}`} action={`${own}/hovedgrupper`} back={{ href: own, label: ui.t('settings.sectors') }} errors={errors} version={version}>
      <Checkboxes ui={ui} name="divisions" label={ui.t('settings.divisions')} hint={ui.t('settings.divisions.hint')} options={options.filter(has)} values={chosen} error={errors.divisions} />
      <details class="municipality-choice" open={others.length === options.length}>
        <summary>{ui.t('settings.divisions.others', { n: others.length })}</summary>
        <Checkboxes ui={ui} name="divisions" id="others" label={ui.t('settings.divisions.others.label')} options={others} values={[]} />
      </details>
    </EditPage>
  );
};
