import { CoursesPages, NewSessionPages } from './courses.controller.js';
import { InvitationPages } from './invitation.controller.js';
import { EnrolmentPages, SessionChangePages, SessionPages } from './session.controller.js';

/** The screens of courses for mentors; fixed addresses before those with an id in the same place. */
export const trainingPages = [SessionPages, SessionChangePages, EnrolmentPages, CoursesPages, NewSessionPages, InvitationPages];
