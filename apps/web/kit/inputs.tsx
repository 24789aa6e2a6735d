import { describedBy, Field, fieldId, type FieldProps } from './field.js';

const widths = { s: 'form-input input-s', m: 'form-input input-m', l: 'form-input' } as const;

interface InputProps extends FieldProps {
  value?: string | number;
  required?: boolean;
  maxLength?: number;
  autocomplete?: string;
  placeholder?: string;
}

const common = (props: InputProps) => ({
  id: fieldId(props),
  name: props.name,
  required: props.required,
  maxLength: props.maxLength,
  autocomplete: props.autocomplete,
  placeholder: props.placeholder,
  'aria-describedby': describedBy(props),
  'aria-invalid': props.error ? ('true' as const) : undefined,
});

export interface TextInputProps extends InputProps {
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'file';
  /** Which keyboard a phone shows. */
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
  width?: keyof typeof widths;
  accept?: string;
  multiple?: boolean;
}

export const TextInput = (props: TextInputProps) => (
  <Field {...props}>
    <input
      {...common(props)}
      type={props.type ?? 'text'}
      class={widths[props.width ?? 'l']}
      value={props.value}
      inputMode={props.inputMode}
      accept={props.accept}
      multiple={props.multiple}
    />
  </Field>
);

export const TextArea = (props: InputProps & { rows?: number }) => (
  <Field {...props}>
    <textarea {...common(props)} class="form-input" rows={props.rows ?? 4}>
      {props.value}
    </textarea>
  </Field>
);

/** A day as 'YYYY-MM-DD' with the browser's own calendar: keyboard, screen reader and phone support come with it. */
export const DateField = (props: InputProps & { min?: string; max?: string }) => (
  <Field {...props}>
    <input {...common(props)} type="date" class={widths.m} value={props.value} min={props.min} max={props.max} />
  </Field>
);
