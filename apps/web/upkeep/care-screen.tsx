import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { AgreementPageQueries } from '#agreements';
import { Clock, type Actor } from '#platform';
import { OffersQueries, UtilisationQueries } from '#upkeep';
import type { FormValues } from '../form.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { CarePage } from './care.page.js';

/** Gathers what the page of an agreement's care shows, also when one of its forms comes back with errors. */
@Injectable()
export class CareScreen {
  constructor(
    private readonly agreements: AgreementPageQueries,
    private readonly utilisation: UtilisationQueries,
    private readonly offers: OffersQueries,
    private readonly clock: Clock,
  ) {}

  async show(ui: Ui, actor: Actor, agreementId: string, values: FormValues = {}, errors: FieldErrors = {}): Promise<VNode> {
    const [agreement, used, offer] = await Promise.all([
      this.agreements.page(actor, { agreementId }),
      this.utilisation.of(actor, agreementId),
      this.offers.of(actor, { agreementId }),
    ]);
    return <CarePage ui={ui} agreement={agreement} used={used} offer={offer} today={this.clock.today()} values={values} errors={errors} />;
  }
}
