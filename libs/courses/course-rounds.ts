import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rounds } from '#platform';
import { RaiseCourseTasks } from './raise-course-tasks.js';

/** What happens on courses by itself, before people come to work. */
@Injectable()
export class CourseRounds implements OnModuleInit {
  constructor(
    private readonly rounds: Rounds,
    private readonly tasks: RaiseCourseTasks,
  ) {}

  onModuleInit(): void {
    this.rounds.every('courses.raise-tasks', '20 5 * * *', this.tasks);
  }
}
