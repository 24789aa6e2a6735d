import { CoursesController, CourseWritingController } from './courses.controller.js';
import { StaircaseController } from './staircase.controller.js';
import { StartsController } from './starts.controller.js';
import { WorkAgreementsController } from './work-agreements.controller.js';

/** The library's routes, for apps/api. */
export const coursesControllers = [CoursesController, CourseWritingController, StartsController, WorkAgreementsController, StaircaseController];
