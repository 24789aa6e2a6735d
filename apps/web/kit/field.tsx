import type { ComponentChildren } from 'preact';
import type { Ui } from './ui.js';

/** What every field takes. Labels, hints and errors come in the reader's language. */
export interface FieldProps {
  ui: Ui;
  name: string;
  label: string;
  /** Defaults to the name: give one when two forms on a page share a name. */
  id?: string;
  hint?: string;
  error?: string;
  /** Says "(valgfri)" after the label. */
  optional?: boolean;
}

export const fieldId = ({ id, name }: { id?: string; name: string }): string => id ?? name;

/** The ids that describe the control, for aria-describedby. */
export function describedBy(props: FieldProps): string | undefined {
  const id = fieldId(props);
  return [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

export const FieldNotes = (props: FieldProps) => (
  <>
    {props.hint && (
      <span class="form-hint" id={`${fieldId(props)}-hint`}>
        {props.hint}
      </span>
    )}
    {props.error && (
      <span class="form-error-message" id={`${fieldId(props)}-error`}>
        <span class="sr-only">{props.ui.t('kit.error')}: </span>
        {props.error}
      </span>
    )}
  </>
);

export const LabelText = ({ ui, label, optional }: Pick<FieldProps, 'ui' | 'label' | 'optional'>) => (
  <>
    {label}
    {optional && <span class="optional"> {ui.t('kit.optional')}</span>}
  </>
);

/** Label, hint and error round any control whose id is the field's. */
export const Field = (props: FieldProps & { children: ComponentChildren }) => (
  <div class={props.error ? 'form-group form-error' : 'form-group'}>
    <label class="form-label" for={fieldId(props)}>
      <LabelText {...props} />
    </label>
    <FieldNotes {...props} />
    {props.children}
  </div>
);

/** Several controls under one question: choices, the three parts of a date. Errors link to the first control. */
export const FieldSet = (props: FieldProps & { children: ComponentChildren }) => (
  <div class={props.error ? 'form-group form-error' : 'form-group'}>
    <fieldset aria-describedby={describedBy(props)}>
      <legend class="form-label">
        <LabelText {...props} />
      </legend>
      <FieldNotes {...props} />
      {props.children}
    </fieldset>
  </div>
);
