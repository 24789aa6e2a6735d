export { hasText, languageOf, translator } from './translator.js';
export type { Translate } from './translator.js';
export { da } from './da.js';
export { en } from './en.js';
export { formatter } from './format.js';
export type { Formatter } from './format.js';
export { phoneText } from './phone.js';
