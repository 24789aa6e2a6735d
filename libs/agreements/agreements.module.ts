import { Module, type OnModuleInit } from '@nestjs/common';
import { OutboxHandlers, Rounds } from '#platform';
import { AcceptanceQueries, AcceptByLink, RenewAgreementLink } from './accept-by-link.js';
import { ActivateAgreement } from './activate-agreement.js';
import { AddSlots } from './add-slots.js';
import { AgreementAcceptanceController } from './agreement-acceptance.controller.js';
import { AgreementLinksController } from './agreement-links.controller.js';
import { AgreementPageQueries } from './agreement-page.queries.js';
import { AgreementPausesController } from './agreement-pauses.controller.js';
import { AgreementStateController } from './agreement-state.controller.js';
import { AgreementVersionsController } from './agreement-versions.controller.js';
import { AgreementsController } from './agreements.controller.js';
import { AgreementsQueries } from './agreements.queries.js';
import { ApplyDueChanges } from './apply-due-changes.js';
import { AcceptForCompany, AskAcceptance } from './ask-acceptance.js';
import { ChangeAgreement } from './change-agreement.js';
import { ChangeSlot } from './change-slot.js';
import { CloseSlot } from './close-slot.js';
import { ConvertAgreement } from './convert-agreement.js';
import { CreateAgreement } from './create-agreement.js';
import { EndAgreement } from './end-agreement.js';
import { MoveSlot } from './move-slot.js';
import { EndAgreementPause, PauseAgreement } from './pause-agreement.js';
import { PlanChange } from './plan-change.js';
import { RenewAgreement } from './renew-agreement.js';
import { RequestsQueries } from './requests.queries.js';
import { SendAgreementMail } from './send-agreement-mail.js';
import { SlotsController } from './slots.controller.js';
import { VersionsQueries } from './versions.queries.js';
import { WithdrawChange } from './withdraw-change.js';
import { DropChange, WriteChange } from './write-change.js';

const verbs = [CreateAgreement, ActivateAgreement, ChangeAgreement, EndAgreement, AddSlots, ChangeSlot, CloseSlot, MoveSlot];
const life = [WriteChange, DropChange, PlanChange, WithdrawChange, ApplyDueChanges, ConvertAgreement, PauseAgreement, EndAgreementPause, RenewAgreement];
const yes = [AskAcceptance, AcceptForCompany, AcceptByLink, RenewAgreementLink, SendAgreementMail];
const parts = [AgreementsQueries, AgreementPageQueries, VersionsQueries, AcceptanceQueries, RequestsQueries, ...verbs, ...life, ...yes];

/** The routes of this library, for the API to put in. */
export const agreementsControllers = [AgreementsController, AgreementStateController, SlotsController, AgreementVersionsController, AgreementPausesController, AgreementAcceptanceController, AgreementLinksController];

@Module({ providers: parts, exports: parts })
export class AgreementsModule implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly rounds: Rounds,
    private readonly mail: SendAgreementMail,
    private readonly due: ApplyDueChanges,
  ) {}

  onModuleInit(): void {
    this.handlers.on('mail.agreement-acceptance', (news) => this.mail.ask(news));
    this.handlers.on('mail.agreement-accepted', (news) => this.mail.tell('accepted', news));
    this.handlers.on('mail.agreement-paused', (news) => this.mail.tell('paused', news));
    this.rounds.every('agreements.apply-due-changes', 600_000, this.due);
  }
}
