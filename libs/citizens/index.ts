export { citizenOf, openCourse } from './open-course.js';
export type { Sought } from './open-course.js';
