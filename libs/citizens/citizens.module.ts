import { Module } from '@nestjs/common';
import { ReferenceModule } from '#reference';
import { AccessSampleQueries } from './access-sample.queries.js';
import { AttachProfessional } from './attach-professional.js';
import { CaseloadsQueries } from './caseloads.queries.js';
import { CheckAccess } from './check-access.js';
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
import { RaiseAccessSample } from './raise-access-sample.js';
import { SetCaseloadLimits } from './set-caseload-limits.js';
import { StandIn } from './stand-in.js';
import { SubjectReportQueries } from './subject-report.queries.js';
import { TakeBackHandover } from './take-back-handover.js';
import { TakeBackParting } from './take-back-parting.js';
import { UpdateCitizen } from './update-citizen.js';
import { WelcomeBack } from './welcome-back.js';

const parts = [
  AccessSampleQueries,
  AttachProfessional,
  CaseloadsQueries,
  CheckAccess,
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
  RaiseAccessSample,
  SetCaseloadLimits,
  StandIn,
  SubjectReportQueries,
  TakeBackHandover,
  TakeBackParting,
  UpdateCitizen,
  WelcomeBack,
];

@Module({ imports: [ReferenceModule], providers: parts, exports: parts })
export class CitizensModule {}
