import type { AgreementPage } from '#agreements';
import type { Ui } from '../kit/index.js';

export interface AskedVersion {
  readonly number: number;
  /** Of a coming one. */
  readonly validFrom?: string;
}

/** The version the company is asked to accept: the coming one, or the one in force. A draft has no number yet. */
export const askedVersion = ({ coming, versionNumber }: Pick<AgreementPage, 'coming' | 'versionNumber'>): AskedVersion | null => coming ?? (versionNumber === null ? null : { number: versionNumber });

/** "version 2, som gælder fra 1. jan. 2027" */
export const versionWords = (ui: Ui, { number, validFrom }: AskedVersion): string =>
  validFrom ? ui.t('version.named.coming', { n: number, date: ui.formatDate(validFrom) }) : ui.t('version.named', { n: number });
