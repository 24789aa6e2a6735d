import { MentorReturnPages, StaffMentorPages } from './mentor.controller.js';
import { BottleneckPages, MentorsPages } from './mentors.controller.js';

/** The screens of mentors for staff; fixed addresses before those with an id in the same place. */
export const mentorPages = [MentorsPages, BottleneckPages, MentorReturnPages, StaffMentorPages];
