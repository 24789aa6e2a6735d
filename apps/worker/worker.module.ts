import { Module } from '@nestjs/common';
import { ImportsModule } from '#imports';
import { MentorsModule } from '#mentors';
import { PeopleModule } from '#people';
import { PlacementsModule } from '#placements';
import { SweepOldRows } from './sweep-old-rows.js';

/** The libraries whose news and rounds are worked on here; each registers its own with OutboxHandlers and Jobs. */
@Module({ imports: [PeopleModule, MentorsModule, PlacementsModule, ImportsModule], providers: [SweepOldRows] })
export class WorkerModule {}
