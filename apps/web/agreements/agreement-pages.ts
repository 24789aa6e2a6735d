import { AcceptancePages } from './acceptance.controller.js';
import { AgreementStatePages } from './agreement-state.controller.js';
import { AgreementsPages } from './agreements.controller.js';
import { ConvertAgreementPages } from './convert-agreement.controller.js';
import { FollowUpStepPages } from './follow-up-step.controller.js';
import { MentorStepPages } from './mentor-step.controller.js';
import { ModelStepPages } from './model-step.controller.js';
import { NewAgreementPages } from './new-agreement.controller.js';
import { PauseAgreementPages } from './pause-agreement.controller.js';
import { RenewAgreementPages } from './renew-agreement.controller.js';
import { ReviewStepPages } from './review-step.controller.js';
import { SlotMovePages, SlotPages } from './slot.controller.js';
import { SlotsStepPages } from './slots-step.controller.js';
import { VersionsPages } from './versions.controller.js';
import { AgreementLinkPages } from '../agreement-link/agreement-link.controller.js';

/** The screens of agreements: list, page, the editor's steps, and their places. */
export const agreementPages = [
  NewAgreementPages,
  AgreementsPages,
  AgreementStatePages,
  ModelStepPages,
  SlotsStepPages,
  MentorStepPages,
  FollowUpStepPages,
  ReviewStepPages,
  PauseAgreementPages,
  RenewAgreementPages,
  ConvertAgreementPages,
  AcceptancePages,
  VersionsPages,
  AgreementLinkPages,
  SlotPages,
  SlotMovePages,
];
