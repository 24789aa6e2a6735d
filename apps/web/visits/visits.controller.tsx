import { Controller, Header } from '@nestjs/common';
import { z } from 'zod';
import { By, Input, type Actor, type InputOf } from '#platform';
import { CancelVisit, ChooseVisitTime, ProposeVisit, RecordVisitOutcome, VisitsQueries, visitsOperations as spec } from '#visits';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { citizenHref } from '../citizens/citizen-href.js';
import { formBody, optionalId, optionalText, submit, withoutBlanks, type FormValues, type Submitted } from '../form.js';
import { readAs, readFields, textOf } from '../form-fields.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { timeRows } from './new-visit.page.js';
import { VisitsScreen } from './visits-screen.js';

const path = '/borgere/:citizenId/besoeg';
const params = z.object({ citizenId: z.uuid() });
const visitParams = params.extend({ visitId: z.uuid() });
const form = { method: 'post', permission: 'visits.write', aboutCitizen: true, body: formBody } as const;
const listPage = page({ id: 'visitsPage', method: 'get', path, permission: 'visits.read', params, query: z.object({ q: optionalText(200) }) });
const newPage = page({ id: 'newVisitPage', method: 'get', path: `${path}/ny`, permission: 'visits.write', params, query: z.object({ openingId: optionalId, workplaceId: optionalId }) });
const newForm = page({ ...form, id: 'newVisitForm', path: `${path}/ny`, params });
const timeForm = page({ ...form, id: 'visitTimeForm', path: `${path}/:visitId/tid`, params: visitParams });
const outcomeForm = page({ ...form, id: 'visitOutcomeForm', path: `${path}/:visitId/udfald`, params: visitParams });
const cancelForm = page({ ...form, id: 'cancelVisitForm', path: `${path}/:visitId/aflys`, params: visitParams });
const calendarFile = page({ id: 'visitCalendar', method: 'get', path: `${path}/:visitId/kalender.ics`, permission: 'visits.read', params: visitParams });

const fields = { openingId: 'text', workplaceId: 'text', contactName: 'text', contactEmail: 'text', place: 'text', note: 'text', reason: 'text' } as const;
/** Rows of days and times with something in them; a time without a colon ("10", "10.30") is read as people write it. */
const newSchema = z.preprocess((raw) => {
  const values = raw as FormValues;
  const times = timeRows.map((n) => ({ day: textOf(values, `day${n}`), at: clockText(textOf(values, `at${n}`)) })).filter(({ day, at }) => day !== '' || at !== '');
  const given = Object.entries(readFields(values, fields)).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(given), kind: textOf(values, 'openingId') ? 'coffee' : 'taster', times };
}, spec.proposeVisit.body);
const clockText = (typed: string): string => {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim()) ?? [];
  return hour === undefined ? typed.trim() : `${hour.padStart(2, '0')}:${minute}`;
};
const timeSchema = readAs(spec.chooseVisitTime.body, { number: 'number', version: 'number' });
const outcomeSchema = readAs(withoutBlanks(spec.recordVisitOutcome.body.extend({ outcome: z.string().pipe(spec.recordVisitOutcome.body.shape.outcome) })), { outcome: 'text', reason: 'text', openingId: 'text', version: 'number' });
const cancelSchema = readAs(spec.cancelVisit.body, { reason: 'text', version: 'number' });

/** A citizen's visits, and new ones. */
@Controller()
export class VisitsPages {
  constructor(
    private readonly screen: VisitsScreen,
    private readonly visits: VisitsQueries,
    private readonly propose: ProposeVisit,
  ) {}

  @Page(listPage)
  list(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, q }: InputOf<typeof listPage>): Promise<unknown> {
    return this.screen.show(ui, actor, citizenId, { q });
  }

  @Page(newPage)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...about }: InputOf<typeof newPage>): Promise<unknown> {
    return this.screen.form(ui, actor, citizenId, about);
  }

  @Page(newForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...values }: InputOf<typeof newForm>): Promise<PageAnswer> {
    const result = atRows(await submit(ui, newSchema, values, (input) => this.propose.run(actor, { citizenId, ...input })));
    if ('done' in result) return seeOther(citizenHref(citizenId, 'besoeg'), result.done.contactEmail ? 'visit.sent' : 'visit.added');
    const about = { openingId: textOf(values, 'openingId') || undefined, workplaceId: textOf(values, 'workplaceId') || undefined };
    return again(await this.screen.form(ui, actor, citizenId, about, { values, errors: result.errors }));
  }

  @Page(calendarFile)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="moede.ics"')
  @Header('cache-control', 'no-store')
  calendar(@By() actor: Actor, @Input() input: InputOf<typeof calendarFile>): Promise<string> {
    return this.visits.file(actor, input);
  }
}

/** What becomes of a visit. */
@Controller()
export class VisitOutcomePages {
  constructor(
    private readonly screen: VisitsScreen,
    private readonly choose: ChooseVisitTime,
    private readonly record: RecordVisitOutcome,
    private readonly cancel: CancelVisit,
  ) {}

  @Page(timeForm)
  async time(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, visitId, ...values }: InputOf<typeof timeForm>): Promise<PageAnswer> {
    const result = await submit(ui, timeSchema, values, (input) => this.choose.run(actor, { visitId, ...input }));
    return this.screen.after(ui, actor, citizenId, result, { done: 'visit.agreed', visitId, form: 'tid', values });
  }

  @Page(outcomeForm)
  async outcome(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, visitId, ...values }: InputOf<typeof outcomeForm>): Promise<PageAnswer> {
    const result = await submit(ui, outcomeSchema, values, (input) => this.record.run(actor, { visitId, ...input }));
    return this.screen.after(ui, actor, citizenId, result, { done: 'visit.outcome', visitId, form: 'udfald', values });
  }

  @Page(cancelForm)
  async stop(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, visitId, ...values }: InputOf<typeof cancelForm>): Promise<PageAnswer> {
    const result = await submit(ui, cancelSchema, values, (input) => this.cancel.run(actor, { visitId, ...input }));
    return this.screen.after(ui, actor, citizenId, result, { done: 'visit.cancelled', visitId, form: 'aflys', values });
  }
}

/** A fault in the n-th time is shown in the n-th row; no time at all, in the first. */
const atRows = <T,>(result: Submitted<T>): Submitted<T> => {
  if (!('errors' in result)) return result;
  const row = (field: string): string => (field === 'times' ? 'day1' : field.replace(/^times\.(\d)(\.at)?.*/, (_all, nth: string, at?: string) => `${at ? 'at' : 'day'}${Number(nth) + 1}`));
  return { ...result, errors: Object.fromEntries(Object.entries(result.errors).map(([field, text]) => [row(field), text])) };
};
