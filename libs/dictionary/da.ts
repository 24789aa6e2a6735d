import { peopleDa } from './people.da.js';
import { refusalDa } from './refusal.da.js';

/** All Danish text, one part an area. English has the same keys; a test says so. */
export const da = { ...refusalDa, ...peopleDa };
