import { describedBy, Field, fieldId, FieldSet, type FieldProps } from './field.js';

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

/** `empty` is the text of a first choice without value ("Alle", "Vælg"). */
export const Select = (props: FieldProps & { options: readonly Option[]; value?: string; empty?: string }) => (
  <Field {...props}>
    <select
      id={fieldId(props)}
      name={props.name}
      class="form-select"
      aria-describedby={describedBy(props)}
      aria-invalid={props.error ? 'true' : undefined}
    >
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === props.value}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
);

interface ChoiceProps extends FieldProps {
  options: readonly Option[];
  values: readonly string[];
  /** In a row instead of below each other. */
  inline?: boolean;
  /** Large tiles to tap instead of round or square marks: the phone's way to choose. */
  tiles?: boolean;
}

const groupClass = ({ inline, tiles }: ChoiceProps): string =>
  ['choices', inline && 'choices-inline', tiles && 'choices-tiles'].filter(Boolean).join(' ');

function Choices(props: ChoiceProps & { type: 'checkbox' | 'radio' }) {
  const { type } = props;
  return (
    <FieldSet {...props}>
      <div class={groupClass(props)}>
        {props.options.map((option, index) => {
          const id = index === 0 ? fieldId(props) : `${fieldId(props)}-${index + 1}`;
          return (
            <div key={option.value} class={type === 'radio' ? 'form-group-radio' : 'form-group-checkbox'}>
              <input
                type={type}
                id={id}
                name={props.name}
                value={option.value}
                checked={props.values.includes(option.value)}
                class={type === 'radio' ? 'form-radio' : 'form-checkbox'}
                aria-describedby={option.hint && `${id}-hint`}
              />
              <label for={id}>{option.label}</label>
              {option.hint && (
                <span class="form-hint" id={`${id}-hint`}>
                  {option.hint}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}

/** None, one or several of `options`; `values` are the ticked ones. */
export const Checkboxes = (props: ChoiceProps) => <Choices {...props} type="checkbox" />;

/** One of `options`. */
export const Radios = ({ value, ...props }: Omit<ChoiceProps, 'values'> & { value?: string }) => (
  <Choices {...props} type="radio" values={value === undefined ? [] : [value]} />
);
