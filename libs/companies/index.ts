export { contradict, fold, nameKey, nameParts, samePerson, streetKey } from './name-key.rules.js';
export type { NameParts } from './name-key.rules.js';
