import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { By, Input, type Actor, type InputOf } from '#platform';
import { changeCourse, ChangeCourse, createCourse, CreateCourse, scheduleSession, ScheduleSession, TrainingQueries, type Course } from '#training';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, idList, optionalText, submit, type FormValues } from '../form.js';
import { asValues, onlyChanged, readAs } from '../form-fields.js';
import type { Ui } from '../kit/index.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { CourseFormPage } from './course-form.page.js';
import { CoursesPage } from './courses.page.js';
import { SessionFormPage } from './session-form.page.js';

const write = { permission: 'training.write' } as const;
const ofCourse = { ...write, params: z.object({ courseId: z.uuid() }) } as const;
const listPage = page({ id: 'coursesPage', method: 'get', path: '/kurser', permission: 'training.read', query: z.object({ tidligere: z.enum(['true']).optional(), cursor: optionalText(400) }) });
const newCourse = page({ ...write, id: 'newCoursePage', method: 'get', path: '/kurser/ny' });
const newCourseForm = page({ ...write, id: 'newCourseForm', method: 'post', path: '/kurser/ny', body: formBody });
const editCourse = page({ ...ofCourse, id: 'editCoursePage', method: 'get', path: '/kurser/:courseId/ret' });
const editCourseForm = page({ ...ofCourse, id: 'editCourseForm', method: 'post', path: '/kurser/:courseId/ret', body: formBody });
const newSession = page({ ...ofCourse, id: 'newSessionPage', method: 'get', path: '/kurser/:courseId/hold', query: z.object({ mentorIds: idList, userIds: idList }) });
const newSessionForm = page({ ...ofCourse, id: 'newSessionForm', method: 'post', path: '/kurser/:courseId/hold', body: formBody });

const courseFields = { name: 'text', description: 'text', validMonths: 'number' } as const;
const newSchema = readAs(createCourse.body, { ...courseFields, kind: 'text' });
const editSchema = readAs(changeCourse.body, { ...courseFields, retiredOn: 'text', version: 'number' });
export const sessionFields = { day: 'text', from: 'text', to: 'text', seats: 'number', place: 'text', videoUrl: 'text' } as const;
const sessionSchema = readAs(scheduleSession.body, { ...sessionFields, mentorIds: 'list', userIds: 'list' });
const pageSize = 50;

@Controller()
export class CoursesPages {
  constructor(
    private readonly training: TrainingQueries,
    private readonly createCourse: CreateCourse,
    private readonly changeCourse: ChangeCourse,
  ) {}

  @Page(listPage)
  async list(@For() ui: Ui, @By() actor: Actor, @Input() { tidligere, cursor }: InputOf<typeof listPage>): Promise<unknown> {
    const past = tidligere === 'true';
    const [courses, { items, next }] = await Promise.all([this.training.courses(actor), this.training.sessions(actor, { past, cursor, limit: pageSize })]);
    return <CoursesPage ui={ui} courses={courses.items} sessions={items} past={past} more={next ? moreHref(ui.path, next) : undefined} />;
  }

  @Page(newCourse)
  showNew(@For() ui: Ui): unknown {
    return <CourseFormPage ui={ui} values={{ kind: 'first', validMonths: '24' }} />;
  }

  @Page(newCourseForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof newCourseForm>): Promise<PageAnswer> {
    const result = await submit(ui, newSchema, values, (input) => this.createCourse.run(actor, input));
    return 'done' in result ? seeOther('/kurser', 'training.course') : again(<CourseFormPage ui={ui} values={values} errors={result.errors} />);
  }

  @Page(editCourse)
  async showEdit(@For() ui: Ui, @By() actor: Actor, @Input() { courseId }: InputOf<typeof editCourse>): Promise<unknown> {
    const course = await this.training.course(actor, { courseId });
    return <CourseFormPage ui={ui} course={course} values={asValues({ ...course })} version={course.version} />;
  }

  @Page(editCourseForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, ...values }: InputOf<typeof editCourseForm>): Promise<PageAnswer> {
    const before = await this.training.course(actor, { courseId });
    const result = await submit(ui, editSchema, values, ({ version, ...wanted }) => this.changeCourse.run(actor, { courseId, version, ...onlyChanged(before, wanted) }));
    if ('done' in result) return seeOther('/kurser', 'training.course');
    const current = currentOf<Course>(result.refusal);
    const crossed = current && crossedFields(ui, Object.keys(courseFields), values, { ...current });
    return again(<CourseFormPage ui={ui} course={before} values={values} version={current?.version ?? Number(values.version)} errors={result.errors} crossed={crossed} />);
  }
}

@Controller()
export class NewSessionPages {
  constructor(
    private readonly training: TrainingQueries,
    private readonly scheduleSession: ScheduleSession,
  ) {}

  @Page(newSession)
  async showNew(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, mentorIds, userIds }: InputOf<typeof newSession>): Promise<unknown> {
    return this.form(ui, await this.training.course(actor, { courseId }), { from: '14:00', to: '16:00', seats: '12', mentorIds, userIds });
  }

  /** Sets the date, and asks those who came along from the bottleneck list, in one go. */
  @Page(newSessionForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, ...values }: InputOf<typeof newSessionForm>): Promise<PageAnswer> {
    const result = await submit(ui, sessionSchema, values, (input) => this.scheduleSession.run(actor, { courseId, ...input }));
    if ('done' in result) return seeOther(`/kurser/hold/${result.done.id}`, 'training.session');
    return again(this.form(ui, await this.training.course(actor, { courseId }), values, result.errors));
  }

  private form(ui: Ui, course: Course, values: FormValues, errors = {}) {
    return <SessionFormPage ui={ui} title={ui.t('training.session.new')} lead={course.name} action={`/kurser/${course.id}/hold`} back={{ href: '/kurser', label: ui.t('training.title') }} values={values} errors={errors} />;
  }
}
