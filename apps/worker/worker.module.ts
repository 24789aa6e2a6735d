import { Module } from '@nestjs/common';
import { PeopleModule } from '#people';
import { PlacementsModule } from '#placements';

/** The libraries whose news and rounds are worked on here; each registers its own with OutboxHandlers and Jobs. */
@Module({ imports: [PeopleModule, PlacementsModule] })
export class WorkerModule {}
