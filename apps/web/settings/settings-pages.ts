import { ConsiderationPages } from './considerations.controller.js';
import { DivisionPages } from './divisions.controller.js';
import { RetentionPages } from './retention.controller.js';
import { SectorPages } from './sectors.controller.js';
import { SettingsPages } from './settings.controller.js';
import { StepPages } from './steps.controller.js';

/** The screens of what an organisation decides for itself. */
export const settingsPages = [SettingsPages, SectorPages, DivisionPages, ConsiderationPages, StepPages, RetentionPages];
