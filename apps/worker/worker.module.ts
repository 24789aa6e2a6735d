import { Module } from '@nestjs/common';
import { ImportsModule } from '#imports';
import { PeopleModule } from '#people';
import { PlacementsModule } from '#placements';

/** The libraries whose news and rounds are worked on here; each registers its own with OutboxHandlers and Jobs. */
@Module({ imports: [PeopleModule, PlacementsModule, ImportsModule] })
export class WorkerModule {}
