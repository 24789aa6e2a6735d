import { MentorAccessPages, MentorLeavePages } from './mentor-access.controller.js';
import { MentorHomePages } from './mentor-home.controller.js';
import { MentorLimitsPages } from './mentor-limits.controller.js';
import { MentorStoredPages } from './mentor-stored.controller.js';
import { MentorTrainingPages } from './mentor-training.controller.js';
import { PulsesPages } from './pulses.controller.js';

/** The mentor's own page, the way into it, and what staff read of it. */
export const mentorOwnPages = [MentorAccessPages, MentorLeavePages, MentorHomePages, MentorLimitsPages, MentorTrainingPages, MentorStoredPages, PulsesPages];
