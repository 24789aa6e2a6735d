import { Module } from '@nestjs/common';
import { CompaniesModule, companiesControllers } from '#companies';
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
import { OpenApiController } from './openapi.controller.js';

/** The JSON API under /api/v1: the libraries' controllers put together, nothing of its own. */
@Module({
  imports: [PeopleModule, ReferenceModule, CompaniesModule, ImportsModule, OpeningsModule, PlacementsModule],
  controllers: [
    OpenApiController,
    SessionController,
    PasswordController,
    UsersController,
    DisablingController,
    TeamsController,
    OrganisationController,
    ReferenceController,
    ...companiesControllers,
    ...openingsControllers,
    ...placementsControllers,
    ...importsControllers,
  ],
})
export class ApiModule {}
