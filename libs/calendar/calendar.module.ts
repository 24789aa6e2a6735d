import { Module } from '@nestjs/common';
import { CalendarQueries } from './calendar.queries.js';
import { CancelClosure, CloseWorkplace } from './close-workplace.js';
import { LanesQueries } from './lanes.queries.js';
import { SlotChoicesQueries } from './slot-choices.queries.js';

const parts = [CalendarQueries, LanesQueries, SlotChoicesQueries, CloseWorkplace, CancelClosure];

@Module({ providers: parts, exports: parts })
export class CalendarModule {}
