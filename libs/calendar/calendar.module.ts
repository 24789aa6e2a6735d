import { Module } from '@nestjs/common';
import { ReferenceModule } from '#reference';
import { CalendarQueries } from './calendar.queries.js';
import { CancelClosure, CloseWorkplace } from './close-workplace.js';
import { ClosuresQueries } from './closures.queries.js';
import { CoordinatorsQueries } from './coordinators.queries.js';
import { LanesQueries } from './lanes.queries.js';
import { PreviewQueries } from './preview.queries.js';
import { SlotChoicesQueries } from './slot-choices.queries.js';

const parts = [CalendarQueries, ClosuresQueries, CoordinatorsQueries, LanesQueries, PreviewQueries, SlotChoicesQueries, CloseWorkplace, CancelClosure];

@Module({ imports: [ReferenceModule], providers: parts, exports: parts })
export class CalendarModule {}
