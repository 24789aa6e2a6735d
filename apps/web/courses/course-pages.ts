import { ClosingPages } from './closing.controller.js';
import { CoursePages } from './course.controller.js';
import { CoursesPages } from './courses.controller.js';
import { CriterionPages } from './criterion.controller.js';
import { FollowUpsPages } from './follow-ups.controller.js';
import { CourseHistoryPages } from './history.controller.js';
import { HoursPages } from './hours.controller.js';
import { StaircasePages } from './staircase.controller.js';
import { StartTermsPages } from './start-terms.controller.js';
import { WorkAgreementPages } from './work-agreement.controller.js';
import { WorkAgreementsPages } from './work-agreements.controller.js';

/** The screens of a citizen's course. */
export const coursePages = [CoursesPages, CoursePages, StartTermsPages, CriterionPages, HoursPages, FollowUpsPages, WorkAgreementsPages, WorkAgreementPages, StaircasePages, CourseHistoryPages, ClosingPages];
