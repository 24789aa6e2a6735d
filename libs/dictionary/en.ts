import { agreementPagesEn } from './agreement-pages.en.js';
import { agreementsEn } from './agreements.en.js';
import { calendarEn } from './calendar.en.js';
import { capacityPagesEn } from './capacity-pages.en.js';
import { capacityEn } from './capacity.en.js';
import { citizensEn } from './citizens.en.js';
import { companiesEn } from './companies.en.js';
import { companyPagesEn } from './company-pages.en.js';
import { coursesEn } from './courses.en.js';
import { coursePagesEn } from './course-pages.en.js';
import { formatEn } from './format.en.js';
import { mentorsEn } from './mentors.en.js';
import { importPagesEn } from './import-pages.en.js';
import { importsEn } from './imports.en.js';
import { kitEn } from './kit.en.js';
import { peopleEn } from './people.en.js';
import { movesEn } from './moves.en.js';
import { poolMailEn } from './pool-mail.en.js';
import { poolEn } from './pool.en.js';
import { poolPagesEn } from './pool-pages.en.js';
import { dailyPagesEn } from './daily-pages.en.js';
import { refusalEn } from './refusal.en.js';
import { settingsPagesEn } from './settings-pages.en.js';
import { trainingEn } from './training.en.js';
import { webEn } from './web.en.js';

/** All English text, one part an area. Danish has the same keys; a test says so. */
export const en = { ...refusalEn, ...formatEn, ...capacityEn, ...calendarEn, ...capacityPagesEn, ...importPagesEn, ...citizensEn, ...companiesEn, ...agreementsEn, ...agreementPagesEn, ...companyPagesEn, ...mentorsEn, ...importsEn, ...kitEn, ...peopleEn, ...poolEn, ...movesEn, ...poolMailEn, ...poolPagesEn, ...dailyPagesEn, ...settingsPagesEn, ...coursesEn, ...coursePagesEn, ...trainingEn, ...webEn };
