import { Module } from '@nestjs/common';
import { CalendarQueries } from './calendar.queries.js';
import { CancelClosure, CloseWorkplace } from './close-workplace.js';
import { ClosuresQueries } from './closures.queries.js';
import { LanesQueries } from './lanes.queries.js';
import { SlotChoicesQueries } from './slot-choices.queries.js';

const parts = [CalendarQueries, ClosuresQueries, LanesQueries, SlotChoicesQueries, CloseWorkplace, CancelClosure];

@Module({ providers: parts, exports: parts })
export class CalendarModule {}
