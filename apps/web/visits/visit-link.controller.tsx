import { Controller, Header } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { Input, Refusal, type InputOf } from '#platform';
import { AnswerVisitLink, RenewVisitLink, VisitsQueries, visitsOperations } from '#visits';
import { again, PageAnswer, seeOther } from '../answer.js';
import { formBody, submit, withoutBlanks } from '../form.js';
import { readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { UnknownVisitLink, VisitLinkScreen } from './visit-link.page.js';

const at = { permission: 'public', params: z.object({ token: z.string().max(200) }) } as const;
const showTimes = page({ ...at, id: 'visitTimesPage', method: 'get', path: '/moede/:token' });
const answerForm = page({ ...at, id: 'visitTimesForm', method: 'post', path: '/moede/:token', body: formBody });
const renewForm = page({ ...at, id: 'renewVisitLinkForm', method: 'post', path: '/moede/:token/nyt', body: formBody });
const calendarFile = page({ ...at, id: 'visitCalendarByLink', method: 'get', path: '/moede/:token/kalender.ics' });

const answer = readAs(withoutBlanks(visitsOperations.answerVisitTimes.body), { number: 'number', note: 'text' });

/** The company's page: one visit, by its link alone. Looking uses nothing up; choosing is a form. */
@Controller()
export class VisitLinkPages {
  constructor(
    private readonly visits: VisitsQueries,
    private readonly answerLink: AnswerVisitLink,
    private readonly renewLink: RenewVisitLink,
  ) {}

  @Page(showTimes)
  show(@For() ui: Ui, @Input() { token }: InputOf<typeof showTimes>): Promise<VNode | PageAnswer> {
    return this.screen(ui, token);
  }

  @Page(answerForm)
  async answer(@For() ui: Ui, @Input() { token, ...values }: InputOf<typeof answerForm>): Promise<PageAnswer> {
    const result = await submit(ui, answer, values, (input) => this.answerLink.run({ token, ...input })).catch(unknown(ui));
    if (result instanceof PageAnswer) return result;
    if ('done' in result) return seeOther(`/moede/${token}`);
    const shown = await this.screen(ui, token, result.errors);
    return shown instanceof PageAnswer ? shown : again(shown);
  }

  @Page(renewForm)
  async renew(@For() ui: Ui, @Input() { token }: InputOf<typeof renewForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), {}, () => this.renewLink.run(token)).catch(unknown(ui));
    return result instanceof PageAnswer ? result : seeOther(`/moede/${token}`);
  }

  @Page(calendarFile)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="moede.ics"')
  @Header('cache-control', 'no-store')
  calendar(@Input() { token }: InputOf<typeof calendarFile>): Promise<string> {
    return this.visits.fileByLink(token);
  }

  private async screen(ui: Ui, token: string, errors?: FieldErrors): Promise<VNode | PageAnswer> {
    const found = await this.visits.page(token).catch(unknown(ui));
    return found instanceof PageAnswer ? found : <VisitLinkScreen ui={ui} token={token} {...found} errors={errors} />;
  }
}

/** A link that opens nothing gets one and the same page, whatever it looks like. */
const unknown =
  (ui: Ui) =>
  (error: unknown): PageAnswer => {
    if (error instanceof Refusal && error.code === 'visit-link.unknown') return new PageAnswer(404, <UnknownVisitLink ui={ui} />);
    throw error;
  };
