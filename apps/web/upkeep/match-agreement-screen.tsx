import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { OpeningsQueries, ReservationsQueries } from '#openings';
import { UsersQueries } from '#people';
import { notFound, type Actor } from '#platform';
import { colleaguesOf } from '../colleagues.js';
import type { FormValues } from '../form.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { MatchAgreementPage } from './match-agreement.page.js';

/** Gathers what the form of a match's agreement shows: what was agreed beforehand, or what was typed. */
@Injectable()
export class MatchAgreementScreen {
  constructor(
    private readonly openings: OpeningsQueries,
    private readonly reservations: ReservationsQueries,
    private readonly users: UsersQueries,
  ) {}

  /** Refuses 404 for a slot's place: it belongs to an agreement already. */
  async show(ui: Ui, actor: Actor, id: string, reservationId: string, typed?: FormValues, errors?: FieldErrors): Promise<VNode> {
    const [opening, reservation, colleagues] = await Promise.all([this.openings.one(actor, id), this.reservations.one(actor, reservationId), colleaguesOf(this.users, actor)]);
    if (opening.slotId || reservation.openingId !== id) throw notFound();
    const { contactUserId = actor.userId ?? '', followUpWeeks = 2, followUpPlan = '' } = reservation.agreement ?? {};
    const values = typed ?? { contactUserId, followUpWeeks: String(followUpWeeks), followUpPlan };
    return <MatchAgreementPage ui={ui} opening={opening} reservation={reservation} colleagues={colleagues} values={values} errors={errors} />;
  }
}
