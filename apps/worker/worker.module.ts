import { Module } from '@nestjs/common';
import { CoursesModule } from '#courses';
import { ImportsModule } from '#imports';
import { MentorsModule } from '#mentors';
import { PeopleModule } from '#people';
import { PlacementsModule } from '#placements';
import { TasksModule } from '#tasks';
import { TrainingModule } from '#training';
import { SweepOldRows } from './sweep-old-rows.js';

/** The libraries whose news and rounds are worked on here; each registers its own with OutboxHandlers and Jobs. */
@Module({ imports: [PeopleModule, TasksModule, MentorsModule, TrainingModule, PlacementsModule, CoursesModule, ImportsModule], providers: [SweepOldRows] })
export class WorkerModule {}
