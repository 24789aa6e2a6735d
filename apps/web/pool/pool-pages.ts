import { EditOpeningPages } from './edit-opening.controller.js';
import { HoldPages } from './hold.controller.js';
import { OpeningPages } from './opening.controller.js';
import { PlacementPages } from './placement.controller.js';
import { PoolPages } from './pool.controller.js';
import { ReservationPages } from './reservation.controller.js';

/** The screens of the pool; fixed addresses before those with an id in the same place. */
export const poolPages = [PoolPages, OpeningPages, EditOpeningPages, HoldPages, ReservationPages, PlacementPages];
