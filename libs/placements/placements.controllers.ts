import { MatchAgreementController } from './match-agreement.controller.js';
import { MentorRequestsController } from './mentor-requests.controller.js';
import { MyDayController } from './my-day.controller.js';
import { PlacementsController } from './placements.controller.js';
import { SegmentDaysController } from './segment-days.controller.js';
import { SegmentsController } from './segments.controller.js';

/** The library's routes, for apps/api. */
export const placementsControllers = [PlacementsController, MatchAgreementController, MentorRequestsController, MyDayController, SegmentsController, SegmentDaysController];
