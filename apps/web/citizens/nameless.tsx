import { Alert, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { citizenHref } from './citizen-href.js';

interface Known {
  readonly caseRef: string;
  readonly pseudonym: string;
}

/** Made by a match, or before there were citizens here: nobody has said yet what they are called. */
export const isNameless = ({ caseRef, pseudonym }: Known): boolean => pseudonym === caseRef;

/** Asks whoever opens such a citizen for a name: the company and its mentor have nothing to call them by. */
export const AskName = ({ ui, citizenId, ...known }: Known & { readonly ui: Ui; readonly citizenId: string }) =>
  isNameless(known) && may(ui, 'citizens.write') ? (
    <Alert ui={ui} kind="info" heading={ui.t('citizen.nameless')}>
      <p>{ui.t('citizen.nameless.text')}</p>
      <p>
        <a href={`${citizenHref(citizenId)}/ret`}>{ui.t('citizen.nameless.write')}</a>
      </p>
    </Alert>
  ) : null;
