import { Checkboxes, Radios, Select, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf, textOf } from '../form-fields.js';

const roles = ['consultant', 'caseworker', 'manager', 'administrator'] as const;

interface Props {
  readonly ui: Ui;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly teams: readonly Option[];
  /** The address is who somebody is: given at the invitation, not changed after. */
  readonly withEmail: boolean;
}

/** Name, roles and team of a user. */
export const UserFields = ({ ui, values, errors, teams, withEmail }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <>
      <TextInput {...field('name')} label={ui.t('field.personName')} maxLength={120} required />
      {withEmail && <TextInput {...field('email')} type="email" maxLength={254} hint={ui.t('users.email.hint')} required />}
      <TextInput {...field('phone')} type="tel" width="m" maxLength={30} optional />
      <Checkboxes
        ui={ui}
        name="roles"
        label={ui.t('users.roles')}
        error={errors.roles}
        options={roles.map((value) => ({ value, label: ui.t(`role.${value}`), hint: ui.t(`persona.${value}.does`) }))}
        values={listOf(values, 'roles')}
      />
      <Select {...field('teamId')} label={ui.t('users.team')} options={teams} empty={ui.t('users.noTeam')} />
      <Radios
        ui={ui}
        name="language"
        label={ui.t('users.language')}
        inline
        options={[
          { value: 'da', label: 'Dansk' },
          { value: 'en', label: 'English' },
        ]}
        value={textOf(values, 'language') || 'da'}
      />
    </>
  );
};
