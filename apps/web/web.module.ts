import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies';
import { MentorsModule } from '#mentors';
import { PeopleModule } from '#people';
import { ReferenceModule } from '#reference';
import { AboutPages } from './about/about.controller.js';
import { companyPages } from './companies/company-pages.js';
import { WorkplaceChoices } from './companies/workplace-choices.js';
import { SignInPages } from './sign-in/sign-in.controller.js';

/** The pages people use: one folder a screen. They call the libraries, never their own HTTP API. */
@Module({
  imports: [PeopleModule, ReferenceModule, CompaniesModule, MentorsModule],
  controllers: [AboutPages, SignInPages, ...companyPages],
  providers: [WorkplaceChoices],
})
export class WebModule {}
