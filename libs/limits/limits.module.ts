import { Module } from '@nestjs/common';
import { ReferenceModule } from '#reference';
import { DurationQueries } from './duration.queries.js';
import { LimitsQueries } from './limits.queries.js';
import { PlanAdviceQueries } from './plan-advice.queries.js';
import { StateEmployees } from './state-employees.js';
import { VitasSheetQueries } from './vitas-sheet.queries.js';
import { WriteGrant } from './write-grant.js';

const parts = [DurationQueries, LimitsQueries, PlanAdviceQueries, StateEmployees, VitasSheetQueries, WriteGrant];

@Module({ imports: [ReferenceModule], providers: parts, exports: parts })
export class LimitsModule {}
