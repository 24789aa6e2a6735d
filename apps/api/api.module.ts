import { Module } from '@nestjs/common';
import { AgreementsModule, agreementsControllers } from '#agreements';
import { CalendarController, CalendarModule, PreviewController } from '#calendar';
import { CapacityController, CapacityModule } from '#capacity';
import { CitizensModule, citizensControllers } from '#citizens';
import { CompaniesModule, companiesControllers } from '#companies';
import { LimitsController, LimitsModule, VitasSheetController } from '#limits';
import { MentorPageModule, mentorPageControllers } from '#mentor-page';
import { MentorPauseController, MentorsController, MentorsModule, MentorWorkplacesController } from '#mentors';
import { coursesControllers, CoursesModule } from '#courses';
import { VisitsController, VisitsModule, VisitTimesController } from '#visits';
import { openingsControllers, OpeningsModule } from '#openings';
import {
  DisablingController,
  OrganisationController,
  PasswordController,
  PeopleModule,
  SessionController,
  TeamsController,
  UsersController,
} from '#people';
import { ImportsModule, importsControllers } from '#imports';
import { placementsControllers, PlacementsModule } from '#placements';
import { ReferenceController, ReferenceModule } from '#reference';
import { RetentionController, RetentionModule } from '#retention';
import { TasksController, TasksModule } from '#tasks';
import { trainingControllers, TrainingModule } from '#training';
import { UpkeepController, UpkeepModule } from '#upkeep';
import { OpenApiController } from './openapi.controller.js';

/** The JSON API under /api/v1: the libraries' controllers put together, nothing of its own. */
@Module({
  imports: [
    PeopleModule,
    ReferenceModule,
    TasksModule,
    CompaniesModule,
    MentorsModule,
    AgreementsModule,
    TrainingModule,
    ImportsModule,
    CitizensModule,
    UpkeepModule,
    OpeningsModule,
    PlacementsModule,
    VisitsModule,
    CoursesModule,
    RetentionModule,
    MentorPageModule,
    LimitsModule,
    CalendarModule,
    CapacityModule,
  ],
  controllers: [
    OpenApiController,
    SessionController,
    PasswordController,
    UsersController,
    DisablingController,
    TeamsController,
    OrganisationController,
    ReferenceController,
    TasksController,
    ...companiesControllers,
    MentorsController,
    MentorPauseController,
    MentorWorkplacesController,
    ...agreementsControllers,
    ...trainingControllers,
    ...citizensControllers,
    UpkeepController,
    ...openingsControllers,
    ...placementsControllers,
    VisitsController,
    VisitTimesController,
    ...coursesControllers,
    RetentionController,
    ...mentorPageControllers,
    LimitsController,
    VitasSheetController,
    CalendarController,
    PreviewController,
    CapacityController,
    ...importsControllers,
  ],
})
export class ApiModule {}
