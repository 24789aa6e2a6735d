import { Module } from '@nestjs/common';
import { CloseCourse } from './close-course.js';
import { ConfirmStart } from './confirm-start.js';
import { CoursePartsQueries } from './course-parts.queries.js';
import { CourseRounds } from './course-rounds.js';
import { CoursesQueries } from './courses.queries.js';
import { CreateStep } from './create-step.js';
import { PlaceOnStaircase } from './place-on-staircase.js';
import { RaiseCourseTasks } from './raise-course-tasks.js';
import { RecordNoShow } from './record-no-show.js';
import { ReviewCriterion } from './review-criterion.js';
import { SignWorkAgreement } from './sign-work-agreement.js';
import { StaircaseQueries } from './staircase.queries.js';
import { UpdateStep } from './update-step.js';
import { WorkAgreementsQueries } from './work-agreements.queries.js';
import { WriteFollowUp } from './write-follow-up.js';
import { WriteHours } from './write-hours.js';
import { WriteStartTerms } from './write-start-terms.js';
import { WriteWorkAgreement } from './write-work-agreement.js';

const parts = [
  CloseCourse,
  ConfirmStart,
  CoursePartsQueries,
  CourseRounds,
  CoursesQueries,
  CreateStep,
  PlaceOnStaircase,
  RaiseCourseTasks,
  RecordNoShow,
  ReviewCriterion,
  SignWorkAgreement,
  StaircaseQueries,
  UpdateStep,
  WorkAgreementsQueries,
  WriteFollowUp,
  WriteHours,
  WriteStartTerms,
  WriteWorkAgreement,
];

@Module({ providers: parts, exports: parts })
export class CoursesModule {}
