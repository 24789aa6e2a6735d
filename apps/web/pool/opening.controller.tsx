import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { ReserveOpening, ShareSuggestionsQueries, WithdrawOpening } from '#openings';
import { By, day, Input, type Actor, type InputOf } from '#platform';
import { seeOther, type PageAnswer } from '../answer.js';
import { formBody, neededText, submit } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { OpeningScreen } from './opening-screen.js';
import { atFormFields, reservationForm } from './reserve-values.js';

const params = z.object({ id: z.uuid() });
const showOpening = page({ id: 'showOpening', method: 'get', path: '/puljen/:id', permission: 'pool.read', params, query: z.object({ done: z.string().max(60).optional(), from: day.optional().catch(undefined) }) });
const reserveForm = page({ id: 'reserveForm', method: 'post', path: '/puljen/:id/reserver', permission: 'reservations.write', aboutCitizen: true, params, body: formBody });
const adviceForm = page({ id: 'reserveAdviceForm', method: 'post', path: '/puljen/:id/reserver/regler', permission: 'reservations.write', aboutCitizen: true, params, body: formBody });
const withdrawForm = page({ id: 'withdrawOpeningForm', method: 'post', path: '/puljen/:id/traek', permission: 'openings.write', params, body: formBody });
const undoShare = page({ id: 'undoShare', method: 'post', path: '/puljen/:id/fortryd', permission: 'openings.write', params });

@Controller()
export class OpeningPages {
  constructor(
    private readonly screen: OpeningScreen,
    private readonly suggestions: ShareSuggestionsQueries,
    private readonly reserveOpening: ReserveOpening,
    private readonly withdrawOpening: WithdrawOpening,
  ) {}

  @Page(showOpening)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { id, done, from }: InputOf<typeof showOpening>): Promise<VNode> {
    const audience = done === 'opening.shared' ? await this.suggestions.colleagues(actor) : undefined;
    return this.screen.show(ui, actor, id, { audience, from });
  }

  @Page(reserveForm)
  async reserve(@For() ui: Ui, @By() actor: Actor, @Input() { id, ...values }: InputOf<typeof reserveForm>): Promise<PageAnswer> {
    const result = await submit(ui, reservationForm, values, async (input) => {
      const { position, warnings } = await this.reserveOpening.run(actor, { openingId: id, ...input });
      const place = position > 0 ? 'queued' : 'first';
      if (warnings.includes('reservation.other-target-group')) return `reservation.${place}-other-target-group`;
      if (position > 0) return 'reservation.queued';
      return warnings.includes('reservation.no-mentor') ? 'reservation.first-no-mentor' : 'reservation.first';
    });
    return this.screen.after(ui, actor, id, atFormFields(result, values), { form: 'reserve', values });
  }

  /** What the rules say about what is typed so far; nothing is saved. */
  @Page(adviceForm)
  advise(@For() ui: Ui, @By() actor: Actor, @Input() { id, ...values }: InputOf<typeof adviceForm>): Promise<VNode> {
    return this.screen.show(ui, actor, id, { attempt: { form: 'reserve', values, errors: {} } });
  }

  @Page(withdrawForm)
  async withdraw(@For() ui: Ui, @By() actor: Actor, @Input() { id, ...values }: InputOf<typeof withdrawForm>): Promise<PageAnswer> {
    const result = await submit(ui, withReason, values, ({ reason }) => this.withdrawOpening.run(actor, { id, reason }).then(() => 'opening.withdrawn'));
    return this.screen.after(ui, actor, id, result, { form: 'other', values });
  }

  @Page(undoShare)
  async undo(@For() ui: Ui, @By() actor: Actor, @Input() { id }: InputOf<typeof undoShare>): Promise<PageAnswer> {
    await this.withdrawOpening.run(actor, { id, reason: ui.t('share.undo.reason') });
    return seeOther('/del', 'share.undone');
  }
}

const withReason = z.object({ reason: neededText(500) });
