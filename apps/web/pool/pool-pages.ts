import { AskMentorPages } from './ask-mentor.controller.js';
import { EditOpeningPages } from './edit-opening.controller.js';
import { HoldPages } from './hold.controller.js';
import { OpeningPages } from './opening.controller.js';
import { PlacementPages } from './placement.controller.js';
import { PoolNewsPages } from './pool-news.controller.js';
import { PoolPages } from './pool.controller.js';
import { ReservationPages } from './reservation.controller.js';
import { SavedViewsPages } from './saved-views.controller.js';

/** The screens of the pool; fixed addresses before those with an id in the same place. */
export const poolPages = [PoolPages, PoolNewsPages, SavedViewsPages, OpeningPages, EditOpeningPages, HoldPages, ReservationPages, AskMentorPages, PlacementPages];
