import { Module } from '@nestjs/common';
import { PeopleModule } from '#people';
import { AboutPages } from './about/about.controller.js';
import { SignInPages } from './sign-in/sign-in.controller.js';

/** The pages people use: one folder a screen. They call the libraries, never their own HTTP API. */
@Module({
  imports: [PeopleModule],
  controllers: [AboutPages, SignInPages],
})
export class WebModule {}
