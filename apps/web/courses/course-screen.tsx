import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { CoursesQueries, type CourseView } from '#courses';
import { Clock, type Actor } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import type { FormValues, Submitted } from '../form.js';
import type { Ui } from '../kit/ui.js';
import { courseHref } from './course-href.js';
import { CoursePage } from './course.page.js';

/** Which course, for whom. */
export interface Of {
  readonly ui: Ui;
  readonly actor: Actor;
  readonly courseId: string;
}

/** What was typed about a placement in a form that was refused. */
export interface Typed {
  readonly placementId: string;
  readonly values: FormValues;
}

/** A course's first page: as it stands, or after one of its small forms. */
@Injectable()
export class CourseScreen {
  constructor(
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  today(): string {
    return this.clock.today();
  }

  course({ actor, courseId }: Of): Promise<CourseView> {
    return this.courses.one(actor, courseId);
  }

  async show(of: Of): Promise<VNode> {
    return <CoursePage ui={of.ui} course={await this.course(of)} today={this.today()} />;
  }

  async after(of: Of, result: Submitted<unknown>, done: string, typed: Typed): Promise<PageAnswer> {
    if ('done' in result) return seeOther(courseHref(of.courseId), done);
    // The forms are many and small: what was wrong stands over them all.
    const form = Object.values(result.errors).join(' ');
    return again(<CoursePage ui={of.ui} course={await this.course(of)} today={this.today()} errors={{ form }} typed={typed} />);
  }
}
