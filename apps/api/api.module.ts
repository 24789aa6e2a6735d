import { Module } from '@nestjs/common';
import { PeopleModule, SessionController } from '#people';
import { ReferenceController, ReferenceModule } from '#reference';

/** The JSON API under /api/v1: the libraries' controllers put together, nothing of its own. */
@Module({
  imports: [PeopleModule, ReferenceModule],
  controllers: [SessionController, ReferenceController],
})
export class ApiModule {}
