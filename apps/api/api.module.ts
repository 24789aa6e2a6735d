import { Module } from '@nestjs/common';
import { PeopleModule, SessionController } from '#people';

/** The JSON API under /api/v1: the libraries' controllers put together, nothing of its own. */
@Module({
  imports: [PeopleModule],
  controllers: [SessionController],
})
export class ApiModule {}
