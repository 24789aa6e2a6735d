import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { WithdrawReservation } from '#openings';
import { AcceptReservation, DeclineReservation } from '#placements';
import { By, Input, type Actor, type InputOf } from '#platform';
import type { PageAnswer } from '../answer.js';
import { formBody, neededText, optionalId, optionalText, submit } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { OpeningScreen } from './opening-screen.js';

const of = { method: 'post', params: z.object({ id: z.uuid(), reservation: z.uuid() }), body: formBody } as const;
const path = '/puljen/:id/reservationer/:reservation';
const withdrawForm = page({ ...of, id: 'withdrawReservationForm', path: `${path}/traek`, permission: 'reservations.write', aboutCitizen: true });
const acceptForm = page({ ...of, id: 'acceptReservationForm', path: `${path}/ja`, permission: 'placements.write', aboutCitizen: true });
const isOverLimit = (code?: string): boolean => code === 'placement.mentor-full' || code === 'placement.mentor-away';
const declineForm = page({ ...of, id: 'declineReservationForm', path: `${path}/nej`, permission: 'placements.write', aboutCitizen: true });

/** What is done to a reservation from its opening's page. */
@Controller()
export class ReservationPages {
  constructor(
    private readonly screen: OpeningScreen,
    private readonly withdrawReservation: WithdrawReservation,
    private readonly acceptReservation: AcceptReservation,
    private readonly declineReservation: DeclineReservation,
  ) {}

  @Page(withdrawForm)
  async withdraw(@For() ui: Ui, @By() actor: Actor, @Input() { id, reservation, ...values }: InputOf<typeof withdrawForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({ reason: optionalText(500) }), values, ({ reason }) =>
      this.withdrawReservation.run(actor, { id: reservation, reason }).then(() => 'reservation.withdrawn'),
    );
    return this.screen.after(ui, actor, id, result, { form: 'other', values });
  }

  @Page(acceptForm)
  async accept(@For() ui: Ui, @By() actor: Actor, @Input() { id, reservation, ...values }: InputOf<typeof acceptForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({ mentorId: optionalId, overLimitReason: optionalText(300) }), values, async (said) => {
      const { warnings } = await this.acceptReservation.run(actor, { id: reservation, ...said });
      return warnings[0] ? `reservation.accepted-${warnings[0].replace('placement.', '')}` : 'reservation.accepted';
    });
    const over = 'refusal' in result && isOverLimit(result.refusal?.code) ? reservation : undefined;
    return this.screen.after(ui, actor, id, result, { form: 'other', values, over });
  }

  @Page(declineForm)
  async decline(@For() ui: Ui, @By() actor: Actor, @Input() { id, reservation, ...values }: InputOf<typeof declineForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({ reason: neededText(500) }), values, ({ reason }) => this.declineReservation.run(actor, { id: reservation, reason }).then(() => 'reservation.declined'));
    return this.screen.after(ui, actor, id, result, { form: 'other', values });
  }
}
