import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { PlacementsQueries, RampHours, ResumePlacement, segmentsOperations } from '#placements';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { readFields, textOf } from '../form-fields.js';
import { formBody, submit, type FormValues } from '../form.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { placementHref } from './calendar-address.js';
import { HoursPage } from './placement.page.js';
import { PlacementScreen } from './placement-screen.js';

const params = z.object({ id: z.uuid() });
const path = '/kalender/placeringer/:id';
const showPlacement = page({ id: 'placementPage', method: 'get', path, permission: 'placements.read', params });
const showHours = page({ id: 'hoursPage', method: 'get', path: `${path}/timer`, permission: 'placements.write', params });
const hoursForm = page({ id: 'hoursForm', method: 'post', path: `${path}/timer`, permission: 'placements.write', aboutCitizen: true, params, body: formBody });
const resumeForm = page({ id: 'resumeForm', method: 'post', path: `${path}/pauser/:pause/slut`, permission: 'placements.write', aboutCitizen: true, params: params.extend({ pause: z.uuid() }), body: formBody });

@Controller()
export class PlacementCalendarPages {
  constructor(
    private readonly placements: PlacementsQueries,
    private readonly screen: PlacementScreen,
    private readonly rampHours: RampHours,
    private readonly resumePlacement: ResumePlacement,
  ) {}

  @Page(showPlacement)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { id }: InputOf<typeof showPlacement>): Promise<VNode> {
    return this.screen.show(ui, actor, id);
  }

  @Page(showHours)
  async hours(@For() ui: Ui, @By() actor: Actor, @Input() { id }: InputOf<typeof showHours>): Promise<VNode> {
    return <HoursPage ui={ui} placement={await this.placements.one(actor, id)} />;
  }

  @Page(hoursForm)
  async saveHours(@For() ui: Ui, @By() actor: Actor, @Input() { id, ...values }: InputOf<typeof hoursForm>): Promise<PageAnswer> {
    const lines = usedLines(values);
    const result = await submit(ui, hoursSchema(lines), values, (input) => this.rampHours.run(actor, { id, ...input }));
    if ('done' in result) return seeOther(placementHref(id), 'placement.hours');
    return again(<HoursPage ui={ui} placement={await this.placements.one(actor, id)} values={values} errors={atLines(result.errors, lines)} />);
  }

  @Page(resumeForm)
  async resume(@By() actor: Actor, @Input() { id, pause }: InputOf<typeof resumeForm>): Promise<PageAnswer> {
    await this.resumePlacement.run(actor, { id, pauseId: pause });
    return seeOther(placementHref(id), 'placement.resumed');
  }
}

const mostLines = 20;
const usedLines = (values: FormValues): number[] =>
  Array.from({ length: mostLines }, (_, n) => n).filter((n) => textOf(values, `from-${n}`).trim() !== '' || textOf(values, `hours-${n}`).trim() !== '');

/** The lines that are used, as the API takes them. */
const hoursSchema = (lines: readonly number[]) =>
  z.preprocess((values: unknown) => {
    const typed = values as FormValues;
    const steps = lines.map((n) => {
      const { from, hours } = readFields({ from: typed[`from-${n}`], hours: typed[`hours-${n}`] }, { from: 'text', hours: 'hours' });
      return { from, minutesPerWeek: hours };
    });
    return { steps, ...readFields(typed, { version: 'number' }) };
  }, segmentsOperations.rampHours.body);

/** `steps.1.from` is told at the line it was typed in. */
const atLines = (errors: FieldErrors, lines: readonly number[]): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([field, text]) => {
      const [, nth, part] = /^steps\.(\d+)\.(\w+)/.exec(field) ?? [];
      return [nth === undefined ? field : `${part === 'from' ? 'from' : 'hours'}-${lines[Number(nth)] ?? 0}`, text];
    }),
  );
