import { describedBy, Field, fieldId, type FieldProps } from './field.js';

interface WayToMake {
  label: string;
  href: string;
  shown?: boolean;
}

export interface ComboboxProps extends FieldProps {
  /** Answers GET `source?q=…` with JSON `[{ "id", "label", "detail"? }]`, at most about 20. */
  source: string;
  /** The chosen one, and its text. */
  value?: { id: string; label: string };
  /** Least number of letters before it asks; 2 unless told. 0 shows the recent ones at once. */
  minLetters?: number;
  required?: boolean;
  /** The first thing to fill in on its page. */
  autofocus?: boolean;
  /** Where to make what was not found; the text is added to the address. `shown`: nothing was found for the text just sent. */
  make?: WayToMake;
}

/**
 * A text field that finds a record (ARIA APG "editable combobox with list autocomplete").
 * Sends `<name>` = id of the chosen one, empty when only text was written, and `<name>Text` = the text,
 * so a form sent without JavaScript can still be answered by a lookup.
 */
export const Combobox = (props: ComboboxProps) => {
  const id = fieldId(props);
  return (
    <Field {...props}>
      <div
        class="combobox"
        data-combobox
        data-source={props.source}
        data-min={props.minLetters ?? 2}
        data-none={props.ui.t('kit.combobox.none')}
        data-found-one={props.ui.t('kit.combobox.found.one')}
        data-found-other={props.ui.t('kit.combobox.found.other')}
      >
        <input
          type="text"
          id={id}
          name={`${props.name}Text`}
          value={props.value?.label}
          class="form-input"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded="false"
          aria-controls={`${id}-list`}
          aria-describedby={describedBy(props)}
          aria-invalid={props.error ? 'true' : undefined}
          autocomplete="off"
          spellcheck={false}
          required={props.required}
          autofocus={props.autofocus}
          maxLength={200}
        />
        <input type="hidden" name={props.name} value={props.value?.id ?? ''} />
        <ul id={`${id}-list`} class="combobox-list" role="listbox" aria-label={props.label} hidden />
        <span class="sr-only" role="status" />
        {props.make && <Make text={props.value?.label ?? ''} {...props.make} />}
      </div>
    </Field>
  );
};

const Make = ({ text, label, href, shown }: WayToMake & { text: string }) => (
  <p class="combobox-make" data-href={href} hidden={!shown}>
    <a href={href + encodeURIComponent(text)}>{label}</a>
  </p>
);
