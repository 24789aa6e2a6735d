import type { Ui } from '../kit/index.js';
import { may } from '../may.js';

/** For a field that finds a workplace: the way to add a company that is not there yet, for those who may. */
export const makeCompany = (ui: Ui, shown = false) =>
  may(ui, 'companies.write') ? { label: ui.t('share.workplace.make'), href: '/virksomheder/ny?name=', shown } : undefined;
