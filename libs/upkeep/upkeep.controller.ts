import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AnswerOffer } from './answer-offer.js';
import { OffersQueries, type OfferStanding } from './offers.queries.js';
import { ThankCompany } from './thank-company.js';
import { answerOffer, readOffer, readUtilisation, thankCompany } from './upkeep.operations.js';
import { UtilisationQueries, type UtilisationPage } from './utilisation.queries.js';

@Controller('api/v1')
export class UpkeepController {
  constructor(
    private readonly offers: OffersQueries,
    private readonly answerAction: AnswerOffer,
    private readonly thankAction: ThankCompany,
    private readonly utilisation: UtilisationQueries,
  ) {}

  @Operation(readOffer)
  offer(@By() actor: Actor, @Input() input: InputOf<typeof readOffer>): Promise<OfferStanding> {
    return this.offers.of(actor, input);
  }

  @Operation(answerOffer)
  answer(@By() actor: Actor, @Input() input: InputOf<typeof answerOffer>): Promise<OfferStanding> {
    return this.answerAction.run(actor, input);
  }

  @Operation(thankCompany)
  thank(@By() actor: Actor, @Input() input: InputOf<typeof thankCompany>): Promise<void> {
    return this.thankAction.run(actor, input);
  }

  @Operation(readUtilisation)
  use(@By() actor: Actor, @Input() input: InputOf<typeof readUtilisation>): Promise<UtilisationPage> {
    return this.utilisation.all(actor, input);
  }
}
