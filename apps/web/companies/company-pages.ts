import { AppetitePages } from './appetite.controller.js';
import { CompaniesPages } from './companies.controller.js';
import { CompanyEditPages } from './company-edit.controller.js';
import { CompanyPages, ResponsibilityPages } from './company.controller.js';
import { ContactPages } from './contact.controller.js';
import { MentorPages, NewMentorPages } from './mentor.controller.js';
import { NewCompanyPages } from './new-company.controller.js';
import { WorkplacePages } from './workplace.controller.js';

/** The screens of companies; fixed addresses before those with an id in the same place. */
export const companyPages = [
  CompaniesPages,
  NewCompanyPages,
  AppetitePages,
  CompanyEditPages,
  WorkplacePages,
  ContactPages,
  NewMentorPages,
  MentorPages,
  ResponsibilityPages,
  CompanyPages,
];
