import { Module } from '@nestjs/common';
import { AgreementsModule, agreementsControllers } from '#agreements';
import { CalendarController, CalendarModule } from '#calendar';
import { CapacityController, CapacityModule } from '#capacity';
import { CitizensModule, citizensControllers } from '#citizens';
import { CompaniesModule, companiesControllers } from '#companies';
import { MentorPauseController, MentorsController, MentorsModule, MentorWorkplacesController } from '#mentors';
import { coursesControllers, CoursesModule } from '#courses';
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
import { TasksController, TasksModule } from '#tasks';
import { trainingControllers, TrainingModule } from '#training';
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
    OpeningsModule,
    PlacementsModule,
    CoursesModule,
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
    ...openingsControllers,
    ...placementsControllers,
    ...coursesControllers,
    CalendarController,
    CapacityController,
    ...importsControllers,
  ],
})
export class ApiModule {}
