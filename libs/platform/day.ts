import { z } from 'zod';
import { isDate } from './weeks.rules.js';

/** Half-open: years in which something is planned, or was done that somebody still writes down. */
const [first, after] = ['1950-01-01', '2100-01-01'];

/** A day as it comes in: one that the calendar has, in a year that is no slip of the finger. */
export const day = z.iso.date().refine((text) => !isDate(text) || (text >= first && text < after), 'fault.year');
