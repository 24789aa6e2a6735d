export { EndMentor } from './end-mentor.js';
export { MentorsController } from './mentors.controller.js';
export { MentorsModule } from './mentors.module.js';
export { endMentor, mentor, nameMentor, updateMentor } from './mentors.operations.js';
export { headroomAt, mentorsAmong, MentorsQueries } from './mentors.queries.js';
export type { Mentor, MentorHeadroom } from './mentors.queries.js';
export { NameMentor } from './name-mentor.js';
export { UpdateMentor } from './update-mentor.js';
