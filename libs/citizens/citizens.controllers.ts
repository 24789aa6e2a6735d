import { AccessSampleController } from './access-sample.controller.js';
import { CaseloadsController } from './caseloads.controller.js';
import { CitizenAccessController } from './citizen-access.controller.js';
import { CitizenRolesController, HandoversController, TakenBackController } from './citizen-roles.controller.js';
import { CitizenController, CitizensController } from './citizens.controller.js';

/** Fixed addresses before those with an id in the same place. */
export const citizensControllers = [CitizensController, AccessSampleController, CitizenAccessController, CitizenRolesController, HandoversController, TakenBackController, CaseloadsController, CitizenController];
