import { Module } from '@nestjs/common';
import { ReferenceModule } from '#reference';
import { AddContact } from './add-contact.js';
import { AddWorkplace } from './add-workplace.js';
import { AppetiteQueries } from './appetite.queries.js';
import { AssignResponsible } from './assign-responsible.js';
import { CompaniesQueries } from './companies.queries.js';
import { CompanyPageQueries } from './company-page.queries.js';
import { CreateCompany } from './create-company.js';
import { CreateConsideration } from './create-consideration.js';
import { CreateSector } from './create-sector.js';
import { MapDivisions } from './map-divisions.js';
import { SectorsQueries } from './sectors.queries.js';
import { SetAppetite } from './set-appetite.js';
import { TakeResponsibility } from './take-responsibility.js';
import { TimelineQueries } from './timeline.queries.js';
import { UpdateCompany } from './update-company.js';
import { UpdateConsideration } from './update-consideration.js';
import { UpdateContact } from './update-contact.js';
import { UpdateSector } from './update-sector.js';
import { UpdateWorkplace } from './update-workplace.js';

const reads = [AppetiteQueries, CompaniesQueries, CompanyPageQueries, SectorsQueries, TimelineQueries];
const verbs = [SetAppetite, CreateCompany, UpdateCompany, AssignResponsible, TakeResponsibility, AddWorkplace, UpdateWorkplace, AddContact, UpdateContact];
const lists = [CreateSector, UpdateSector, MapDivisions, CreateConsideration, UpdateConsideration];
const parts = [...reads, ...verbs, ...lists];

@Module({ imports: [ReferenceModule], providers: parts, exports: parts })
export class CompaniesModule {}
