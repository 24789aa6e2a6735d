export { CalendarController } from './calendar.controller.js';
export { CalendarModule } from './calendar.module.js';
export * as calendarOperations from './calendar.operations.js';
export { CalendarQueries, type Calendar, type CalendarBar, type CalendarQuestion, type CalendarSlot } from './calendar.queries.js';
export { CancelClosure, CloseWorkplace, type ClosedWorkplace } from './close-workplace.js';
export { ClosuresQueries, type WorkplaceClosures } from './closures.queries.js';
export { LanesQueries, type ClusterLanes, type ClusterName, type Lane } from './lanes.queries.js';
export { SlotChoicesQueries, type SlotChoice } from './slot-choices.queries.js';
export { cellsOf, stacked, usualWeek, weekOf, weeksShown, type Cell, type ShownWeek } from './weeks-shown.rules.js';
