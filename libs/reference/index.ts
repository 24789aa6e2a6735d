export type { AdditionalityRule, DurationRule, RatioRule } from './limits.data.js';
export { loadReference, referenceVersion } from './load-reference.js';
export { ReferenceController } from './reference.controller.js';
export { ReferenceModule } from './reference.module.js';
export { ReferenceQueries } from './reference.queries.js';
export { type DatedType, type Municipality, type PostalCode, Reference, type Region } from './reference.rules.js';
export {
  type SectorCode,
  type SectorIndex,
  type SectorMatch,
  type SectorTemplate,
  sectorFromText,
  sectorIndex,
} from './sectors.rules.js';
