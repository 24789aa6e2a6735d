import { Module } from '@nestjs/common';
import { ActivateAgreement } from './activate-agreement.js';
import { AddSlots } from './add-slots.js';
import { AgreementPageQueries } from './agreement-page.queries.js';
import { AgreementStateController } from './agreement-state.controller.js';
import { AgreementsController } from './agreements.controller.js';
import { AgreementsQueries } from './agreements.queries.js';
import { ChangeAgreement } from './change-agreement.js';
import { ChangeSlot } from './change-slot.js';
import { CloseSlot } from './close-slot.js';
import { CreateAgreement } from './create-agreement.js';
import { EndAgreement } from './end-agreement.js';
import { MoveSlot } from './move-slot.js';
import { SlotsController } from './slots.controller.js';

const verbs = [CreateAgreement, ActivateAgreement, ChangeAgreement, EndAgreement, AddSlots, ChangeSlot, CloseSlot, MoveSlot];
const parts = [AgreementsQueries, AgreementPageQueries, ...verbs];

/** The routes of this library, for the API to put in. */
export const agreementsControllers = [AgreementsController, AgreementStateController, SlotsController];

@Module({ providers: parts, exports: parts })
export class AgreementsModule {}
