export { EraseExpired } from './erase-expired.js';
export { RetentionController } from './retention.controller.js';
export { RetentionModule } from './retention.module.js';
export * as retentionOperations from './retention.operations.js';
export { RetentionQueries, type Gone, type KeptKind, type Retention } from './retention.queries.js';
export { kinds as retentionKinds } from './retention.rules.js';
export { SetRetention } from './set-retention.js';
