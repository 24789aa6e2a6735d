import { ColumnsPages } from './columns.controller.js';
import { DecisionPages } from './decision.controller.js';
import { ImportPages } from './import.controller.js';
import { ImportsPages } from './imports.controller.js';
import { SharingPages } from './sharing.controller.js';

/** The screens of importing. */
export const importPages = [ImportsPages, SharingPages, ColumnsPages, DecisionPages, ImportPages];
