import { FitsController } from './fits.controller.js';
import { HoldsController } from './holds.controller.js';
import { OpeningsController } from './openings.controller.js';
import { PoolController } from './pool.controller.js';
import { ReservationsController } from './reservations.controller.js';
import { SavedViewsController } from './saved-views.controller.js';

/** The library's routes, for apps/api. */
export const openingsControllers = [OpeningsController, FitsController, HoldsController, PoolController, SavedViewsController, ReservationsController];
