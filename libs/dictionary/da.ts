import { agreementPagesDa } from './agreement-pages.da.js';
import { agreementsDa } from './agreements.da.js';
import { calendarDa } from './calendar.da.js';
import { capacityPagesDa } from './capacity-pages.da.js';
import { capacityDa } from './capacity.da.js';
import { citizensDa } from './citizens.da.js';
import { companiesDa } from './companies.da.js';
import { companyPagesDa } from './company-pages.da.js';
import { coursesDa } from './courses.da.js';
import { coursePagesDa } from './course-pages.da.js';
import { formatDa } from './format.da.js';
import { mentorsDa } from './mentors.da.js';
import { importPagesDa } from './import-pages.da.js';
import { importsDa } from './imports.da.js';
import { kitDa } from './kit.da.js';
import { peopleDa } from './people.da.js';
import { movesDa } from './moves.da.js';
import { poolMailDa } from './pool-mail.da.js';
import { poolDa } from './pool.da.js';
import { poolPagesDa } from './pool-pages.da.js';
import { dailyPagesDa } from './daily-pages.da.js';
import { refusalDa } from './refusal.da.js';
import { settingsPagesDa } from './settings-pages.da.js';
import { trainingDa } from './training.da.js';
import { webDa } from './web.da.js';

/** All Danish text, one part an area. English has the same keys; a test says so. */
export const da = { ...refusalDa, ...formatDa, ...capacityDa, ...calendarDa, ...capacityPagesDa, ...importPagesDa, ...citizensDa, ...companiesDa, ...agreementsDa, ...agreementPagesDa, ...companyPagesDa, ...mentorsDa, ...importsDa, ...kitDa, ...peopleDa, ...poolDa, ...movesDa, ...poolMailDa, ...poolPagesDa, ...dailyPagesDa, ...settingsPagesDa, ...coursesDa, ...coursePagesDa, ...trainingDa, ...webDa };
