import { Controller } from '@nestjs/common';
import type { TimelineRow } from '#companies';
import { By, Input, Operation, type Actor, type InputOf, type Page } from '#platform';
import { CloseCourse } from './close-course.js';
import { CoursePartsQueries, type FollowUp, type Hours } from './course-parts.queries.js';
import { closeCourse, countOverdueFollowUps, listCourses, listFollowUps, readCourse, readCourseHistory, readHours, writeFollowUp, writeHours } from './courses.operations.js';
import { CoursesQueries, type CourseListRow, type CourseView, type OverdueCount } from './courses.queries.js';
import type { WeekOfHours } from './spells.rules.js';
import { WriteFollowUp } from './write-follow-up.js';
import { WriteHours } from './write-hours.js';

@Controller('api/v1')
export class CoursesController {
  constructor(
    private readonly courses: CoursesQueries,
    private readonly parts: CoursePartsQueries,
    private readonly closeAction: CloseCourse,
  ) {}

  @Operation(listCourses)
  list(@By() actor: Actor, @Input() input: InputOf<typeof listCourses>): Promise<Page<CourseListRow>> {
    return this.courses.list(actor, input);
  }

  @Operation(countOverdueFollowUps)
  async overdue(@By() actor: Actor): Promise<{ items: OverdueCount[] }> {
    return { items: await this.courses.overdueByOwner(actor) };
  }

  @Operation(readCourse)
  read(@By() actor: Actor, @Input() { courseId }: InputOf<typeof readCourse>): Promise<CourseView> {
    return this.courses.one(actor, courseId);
  }

  @Operation(readHours)
  hours(@By() actor: Actor, @Input() { courseId }: InputOf<typeof readHours>): Promise<Hours> {
    return this.parts.hours(actor, courseId);
  }

  @Operation(listFollowUps)
  followUps(@By() actor: Actor, @Input() { courseId }: InputOf<typeof listFollowUps>): Promise<{ items: FollowUp[] }> {
    return this.parts.followUps(actor, courseId);
  }

  @Operation(readCourseHistory)
  history(@By() actor: Actor, @Input() input: InputOf<typeof readCourseHistory>): Promise<Page<TimelineRow>> {
    return this.parts.history(actor, input);
  }

  @Operation(closeCourse)
  close(@By() actor: Actor, @Input() input: InputOf<typeof closeCourse>): Promise<void> {
    return this.closeAction.run(actor, input);
  }
}

@Controller('api/v1')
export class CourseWritingController {
  constructor(
    private readonly hoursAction: WriteHours,
    private readonly followUpAction: WriteFollowUp,
  ) {}

  @Operation(writeHours)
  hours(@By() actor: Actor, @Input() input: InputOf<typeof writeHours>): Promise<WeekOfHours> {
    return this.hoursAction.run(actor, input);
  }

  @Operation(writeFollowUp)
  followUp(@By() actor: Actor, @Input() input: InputOf<typeof writeFollowUp>): Promise<{ readonly id: string; readonly nextOn: string }> {
    return this.followUpAction.run(actor, input);
  }
}
