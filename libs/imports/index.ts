export { recogniseColumns, findHeadings, headingFingerprint } from './columns.rules.js';
export type { Field, Mapping } from './columns.rules.js';
export { readText, writeText } from './dialect.js';
export { planRows } from './plan.rules.js';
export type { Candidate, Decision, Known, Merge, Plan, Planned, Ref, Row } from './plan.rules.js';
export { readRow } from './row.rules.js';
export type { Facts, ReadRow } from './row.rules.js';
