import { peopleEn } from './people.en.js';
import { refusalEn } from './refusal.en.js';

/** All English text, one part an area. Danish has the same keys; a test says so. */
export const en = { ...refusalEn, ...peopleEn };
