import { TasksPages } from '../tasks/tasks.controller.js';
import { CarePages } from './care.controller.js';
import { MatchAgreementPages } from './match-agreement.controller.js';
import { UtilisationPages } from './utilisation.controller.js';

/** What the four models ask for over time, and the tasks it raises. */
export const upkeepPages = [TasksPages, CarePages, MatchAgreementPages, UtilisationPages];
