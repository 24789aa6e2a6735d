import { Module } from '@nestjs/common';
import { AnswerOffer } from './answer-offer.js';
import { KeepAgreement } from './keep-agreement.js';
import { NeededTasksQueries } from './needs.queries.js';
import { OffersQueries } from './offers.queries.js';
import { RaiseUpkeepTasks } from './raise-upkeep-tasks.js';
import { ThankCompany } from './thank-company.js';
import { UtilisationQueries } from './utilisation.queries.js';

const parts = [AnswerOffer, KeepAgreement, NeededTasksQueries, OffersQueries, RaiseUpkeepTasks, ThankCompany, UtilisationQueries];

@Module({ providers: parts, exports: parts })
export class UpkeepModule {}
