import { AppetiteController } from './appetite.controller.js';
import { CompaniesController, ResponsibilityController } from './companies.controller.js';
import { CompanyPageController } from './company-page.controller.js';
import { ConsiderationsController } from './considerations.controller.js';
import { SectorsController } from './sectors.controller.js';
import { WorkplacesController } from './workplaces.controller.js';

/** The routes of this library, for the API to put in. */
export const companiesControllers = [
  CompaniesController,
  ResponsibilityController,
  CompanyPageController,
  AppetiteController,
  WorkplacesController,
  SectorsController,
  ConsiderationsController,
];
