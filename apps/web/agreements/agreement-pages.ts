import { AgreementStatePages } from './agreement-state.controller.js';
import { AgreementsPages } from './agreements.controller.js';
import { FollowUpStepPages } from './follow-up-step.controller.js';
import { MentorStepPages } from './mentor-step.controller.js';
import { ModelStepPages } from './model-step.controller.js';
import { NewAgreementPages } from './new-agreement.controller.js';
import { SlotMovePages, SlotPages } from './slot.controller.js';
import { SlotsStepPages } from './slots-step.controller.js';

/** The screens of agreements: list, page, the editor's steps, and their places. */
export const agreementPages = [
  NewAgreementPages,
  AgreementsPages,
  AgreementStatePages,
  ModelStepPages,
  SlotsStepPages,
  MentorStepPages,
  FollowUpStepPages,
  SlotPages,
  SlotMovePages,
];
