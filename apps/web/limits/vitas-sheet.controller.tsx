import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { VitasSheetQueries, WriteGrant, type VitasSheet } from '#limits';
import { addDays, By, day, Input, lastDay, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { readFields } from '../form-fields.js';
import { formBody, submit, type FormValues } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { crossedFields } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { placementSheetHref } from './limits-href.js';
import { VitasSheetPage } from './vitas-sheet.page.js';

const params = z.object({ id: z.uuid() });
const query = z.object({ done: z.string().max(60).optional() });
const showPlacement = page({ id: 'placementSheetPage', method: 'get', path: '/vitas/forloeb/:id', permission: 'placements.read', params, query });
const showReservation = page({ id: 'reservationSheetPage', method: 'get', path: '/vitas/reservationer/:id', permission: 'reservations.read', params });
const grantForm = page({ id: 'writeGrantForm', method: 'post', path: '/vitas/forloeb/:id/bevilling', permission: 'placements.write', aboutCitizen: true, params, body: formBody });

const dayOrNone = day.nullable();
const schema = z.preprocess(
  (values) => readFields(values as FormValues, { grantNumber: 'text', grantFrom: 'text', grantLastDay: 'text', exempt: 'flag', version: 'number' }),
  z.object({ grantNumber: z.string().max(40).nullable(), grantFrom: dayOrNone, grantLastDay: dayOrNone, exempt: z.boolean(), version: z.int().min(1) }),
);

@Controller()
export class VitasSheetPages {
  constructor(
    private readonly sheets: VitasSheetQueries,
    private readonly writeGrant: WriteGrant,
  ) {}

  @Page(showPlacement)
  async placement(@For() ui: Ui, @By() actor: Actor, @Input() { id }: InputOf<typeof showPlacement>): Promise<VNode> {
    const sheet = await this.sheets.placement(actor, { id });
    return <VitasSheetPage ui={ui} sheet={sheet} values={valuesOf(sheet.grant)} version={sheet.version} />;
  }

  @Page(showReservation)
  async reservation(@For() ui: Ui, @By() actor: Actor, @Input() { id }: InputOf<typeof showReservation>): Promise<VNode> {
    const sheet = await this.sheets.reservation(actor, { id });
    return <VitasSheetPage ui={ui} sheet={sheet} values={{}} version={sheet.version} />;
  }

  @Page(grantForm)
  async grant(@For() ui: Ui, @By() actor: Actor, @Input() { id, ...values }: InputOf<typeof grantForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, ({ grantNumber: number, grantFrom: from, grantLastDay: last, exempt, version }) =>
      this.writeGrant.run(actor, { id, number, from, until: last && addDays(last, 1), exempt, version }),
    );
    if ('done' in result) return seeOther(placementSheetHref(id), 'grant.written');
    const sheet = await this.sheets.placement(actor, { id });
    const crossed = result.refusal?.code === 'edit.stale' ? crossedFields(ui, ['grantNumber', 'grantFrom', 'grantLastDay'], values, valuesOf(sheet.grant)) : undefined;
    return again(<VitasSheetPage ui={ui} sheet={sheet} values={values} version={crossed ? sheet.version : Number(values.version)} errors={result.errors} crossed={crossed} />);
  }
}

/** People write the last day; the grant keeps the first day after. */
const valuesOf = (grant: VitasSheet['grant']): Record<string, string> => ({
  grantNumber: grant?.number ?? '',
  grantFrom: grant?.from ?? '',
  grantLastDay: grant?.until ? lastDay({ from: grant.until, to: grant.until }) : '',
  exempt: grant?.exempt ? 'true' : '',
});
