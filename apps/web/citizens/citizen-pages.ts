import { CitizenAccessPages, CitizenReportPages } from './access.controller.js';
import { AccessSamplePages } from './access-sample.controller.js';
import { CaseloadsPages } from './caseloads.controller.js';
import { CitizenPages } from './citizen.controller.js';
import { CitizenFormPages } from './citizen-form.controller.js';
import { CitizensPages } from './citizens.controller.js';
import { FittingPlacesPages } from './fitting-places.controller.js';
import { PickCitizenPages, PickedCitizenPages } from './pick-citizen.controller.js';
import { CitizenPartingPages, CitizenRolesPages, TakenBackPages } from './roles.controller.js';

/** The screens of citizens; fixed addresses before those with an id in the same place. */
export const citizenPages = [CitizensPages, AccessSamplePages, CaseloadsPages, FittingPlacesPages, CitizenFormPages, CitizenRolesPages, CitizenPartingPages, TakenBackPages, CitizenAccessPages, CitizenReportPages, PickCitizenPages, PickedCitizenPages, CitizenPages];
