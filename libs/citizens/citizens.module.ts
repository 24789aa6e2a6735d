import { Module } from '@nestjs/common';
import { ReferenceModule } from '#reference';
import { AttachProfessional } from './attach-professional.js';
import { CaseloadsQueries } from './caseloads.queries.js';
import { CitizenAccessQueries } from './citizen-access.queries.js';
import { CitizenRolesQueries } from './citizen-roles.queries.js';
import { CitizensQueries } from './citizens.queries.js';
import { CoverCitizen } from './cover-citizen.js';
import { CreateCitizen } from './create-citizen.js';
import { DetachProfessional } from './detach-professional.js';
import { EndCover } from './end-cover.js';
import { HandOverCitizen } from './hand-over-citizen.js';
import { LookUpCitizen } from './look-up-citizen.js';
import { PartWithCitizen } from './part-with-citizen.js';
import { SetCaseloadLimits } from './set-caseload-limits.js';
import { StandIn } from './stand-in.js';
import { SubjectReportQueries } from './subject-report.queries.js';
import { UpdateCitizen } from './update-citizen.js';
import { WelcomeBack } from './welcome-back.js';

const parts = [
  AttachProfessional,
  CaseloadsQueries,
  CitizenAccessQueries,
  CitizenRolesQueries,
  CitizensQueries,
  CoverCitizen,
  CreateCitizen,
  DetachProfessional,
  EndCover,
  HandOverCitizen,
  LookUpCitizen,
  PartWithCitizen,
  SetCaseloadLimits,
  StandIn,
  SubjectReportQueries,
  UpdateCitizen,
  WelcomeBack,
];

@Module({ imports: [ReferenceModule], providers: parts, exports: parts })
export class CitizensModule {}
