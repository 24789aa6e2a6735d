import { Module } from '@nestjs/common';
import {
  DisablingController,
  OrganisationController,
  PasswordController,
  PeopleModule,
  SessionController,
  TeamsController,
  UsersController,
} from '#people';
import { ReferenceController, ReferenceModule } from '#reference';

/** The JSON API under /api/v1: the libraries' controllers put together, nothing of its own. */
@Module({
  imports: [PeopleModule, ReferenceModule],
  controllers: [
    SessionController,
    PasswordController,
    UsersController,
    DisablingController,
    TeamsController,
    OrganisationController,
    ReferenceController,
  ],
})
export class ApiModule {}
