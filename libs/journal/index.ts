export { changes, journal } from './journal.js';
export type { JournalEntry } from './journal.js';
