import { Module } from '@nestjs/common';
import { CitizensModule } from '#citizens';
import { CoursesModule } from '#courses';
import { ImportsModule } from '#imports';
import { MentorPageModule } from '#mentor-page';
import { MentorsModule } from '#mentors';
import { PeopleModule } from '#people';
import { PlacementsModule } from '#placements';
import { RetentionModule } from '#retention';
import { TasksModule } from '#tasks';
import { TrainingModule } from '#training';
import { UpkeepModule } from '#upkeep';
import { VisitsModule } from '#visits';
import { SweepOldRows } from './sweep-old-rows.js';

/** The libraries whose news and rounds are worked on here; each registers its own with OutboxHandlers and Jobs. */
@Module({ imports: [PeopleModule, TasksModule, CitizensModule, UpkeepModule, MentorsModule, TrainingModule, PlacementsModule, VisitsModule, CoursesModule, RetentionModule, MentorPageModule, ImportsModule], providers: [SweepOldRows] })
export class WorkerModule {}
