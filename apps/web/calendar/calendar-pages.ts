import { CalendarLists, CalendarPages } from './calendar.controller.js';
import { ChangePages } from './change.controller.js';
import { ChangeMeaning } from './change-meaning.js';
import { ChangeScreen } from './change-screen.js';
import { ClosurePages } from './closures.controller.js';
import { CoordinatorPages } from './coordinator.controller.js';
import { PlacementCalendarPages } from './placement.controller.js';
import { PlacementScreen } from './placement-screen.js';
import { SaveDays, SaveMove } from './save-change.js';
import { TakeBackPages } from './take-back.controller.js';

export const calendarPages = [CalendarPages, PlacementCalendarPages, ChangePages, ClosurePages, CoordinatorPages, TakeBackPages];
/** What the pages are made with. */
export const calendarParts = [CalendarLists, ChangeMeaning, ChangeScreen, PlacementScreen, SaveDays, SaveMove];
