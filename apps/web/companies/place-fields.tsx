import { DateField, Field, Select, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf, textOf } from '../form-fields.js';

/** What the choices of a workplace's form are made of. */
export interface PlaceChoices {
  readonly sectors: readonly Option[];
  /** All municipalities, or those of the postal code when it reaches into several. */
  readonly municipalities: readonly Option[];
  /** True when the postal code reaches into several, so that one must be chosen. */
  readonly mustChoose: boolean;
}

interface Props {
  readonly ui: Ui;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly choices: PlaceChoices;
}

/** Address, municipality, trade and size of a workplace. The postal code finds the municipality unless it crosses a border. */
export const PlaceFields = ({ ui, values, errors, choices }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <>
      <TextInput {...field('street')} autocomplete="off" maxLength={200} optional />
      <div class="field-row">
        <TextInput {...field('postalCode')} inputMode="numeric" width="s" maxLength={10} optional />
        <TextInput {...field('town')} hint={ui.t('workplace.town.hint')} maxLength={100} optional />
      </div>
      <div hx-get="/virksomheder/kommunevalg" hx-trigger="change from:#postalCode" hx-include="#postalCode" hx-target="#municipality-choice" hx-swap="outerHTML">
        <MunicipalityChoice ui={ui} value={textOf(values, 'municipalityCode')} error={errors.municipalityCode} choices={choices} />
      </div>
      <Select {...field('sectorId')} options={choices.sectors} empty={ui.t('workplace.sector.fromCode')} />
      <div class="field-row">
        <TextInput {...field('sectorCode')} hint={ui.t('workplace.sectorCode.hint')} width="s" maxLength={8} optional />
        <Select {...field('sectorScheme')} options={['DB25', 'DB07'].map((value) => ({ value, label: value }))} />
      </div>
      <div class="field-row">
        <TextInput {...field('employeesFte')} hint={ui.t('workplace.employees.hint')} inputMode="decimal" width="s" maxLength={12} optional />
        <DateField {...field('employeesOn')} optional />
      </div>
      <TextInput {...field('pNumber')} hint={ui.t('workplace.pNumber.hint')} inputMode="numeric" width="m" maxLength={20} optional />
    </>
  );
};

/** The municipality: nothing to do when the postal code says it, one of a few when it does not. */
export const MunicipalityChoice = ({ ui, value, error, choices }: { readonly ui: Ui; readonly value: string; readonly error?: string; readonly choices: PlaceChoices }) => (
  <div id="municipality-choice" role="group" aria-label={ui.t('field.municipalityCode')}>
    {choices.municipalities.length === 1 ? (
      <Field ui={ui} name="municipalityCode" label={ui.t('field.municipalityCode')} error={error}>
        <select id="municipalityCode" name="municipalityCode" class="form-select">
          <option value={choices.municipalities[0]?.value}>{choices.municipalities[0]?.label}</option>
        </select>
      </Field>
    ) : (
      <Select
        ui={ui}
        name="municipalityCode"
        label={ui.t('field.municipalityCode')}
        hint={ui.t(choices.mustChoose ? 'workplace.municipality.choose' : 'workplace.municipality.hint')}
        options={choices.municipalities}
        value={value}
        empty={ui.t(choices.mustChoose ? 'form.choose' : 'workplace.municipality.fromPostal')}
        error={error}
      />
    )}
  </div>
);
