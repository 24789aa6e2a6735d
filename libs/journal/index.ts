export { changes, journal } from './journal.js';
export type { JournalEntry } from './journal.js';
export { timelinePage } from './timeline.shapes.js';
