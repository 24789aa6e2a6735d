import type { Refusal } from '#platform';
import type { FormValues } from './form.js';
import { asValues, textOf } from './form-fields.js';
import { Alert, SideBySide, type Ui } from './kit/index.js';

/** One field of an edit that crossed somebody else's: what the reader typed, and how it stands now. */
export interface CrossedField {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** How the thing stands now, when `refusal` says that somebody else changed it meanwhile. */
export const currentOf = <T,>(refusal: Refusal | undefined): T | undefined =>
  refusal?.code === 'edit.stale' ? (refusal.details.extra?.current as T) : undefined;

/** What was typed beside how it stands, for each of the form's `fields`. */
export function crossedFields(ui: Ui, fields: readonly string[], typed: FormValues, current: Readonly<Record<string, unknown>>): CrossedField[] {
  const now = asValues(current);
  return fields.map((field) => ({ label: ui.t(`field.${field}`), mine: inWords(ui, textOf(typed, field)), theirs: inWords(ui, textOf(now, field)) }));
}

const inWords = (ui: Ui, text: string): string => (text === 'true' ? ui.t('history.yes') : text);

/**
 * "Someone changed this while you wrote": both side by side above the form, which keeps what was typed and now carries
 * the new version. Saving again is a choice made with open eyes.
 */
export const StaleEdit = ({ ui, fields }: { readonly ui: Ui; readonly fields: readonly CrossedField[] }) => {
  const differing = fields.filter(({ mine, theirs }) => mine !== theirs);
  return (
    <>
      <Alert ui={ui} kind="warning" heading={ui.t('stale.title')} live>
        <p>{ui.t('stale.text')}</p>
      </Alert>
      {differing.length > 0 && (
        <SideBySide
          caption={ui.t('stale.title')}
          leftTitle={ui.t('stale.mine')}
          rightTitle={ui.t('stale.theirs')}
          rows={differing.map(({ label, mine, theirs }) => ({ label, left: mine || '–', right: theirs || '–', differs: true }))}
        />
      )}
    </>
  );
};
