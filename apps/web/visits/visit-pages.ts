import { VisitLinkPages } from './visit-link.controller.js';
import { VisitOutcomePages, VisitsPages } from './visits.controller.js';

/** The screens of visits: a citizen's, and the company's by its link. */
export const visitPages = [VisitsPages, VisitOutcomePages, VisitLinkPages];
