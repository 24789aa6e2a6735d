import { EditPage } from '../companies/edit-page.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { Select, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import type { CrossedField } from '../stale-edit.js';

interface Props {
  readonly ui: Ui;
  /** Empty for a new team. */
  readonly id?: string;
  readonly groups: readonly Option[];
  readonly values: FormValues;
  readonly errors?: FieldErrors;
  readonly version?: number;
  readonly crossed?: readonly CrossedField[];
}

/** A team: central (virksomhedsservice), or working with one target group. */
export const TeamPage = ({ ui, id, groups, values, errors = {}, version, crossed }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <EditPage
      ui={ui}
      title={ui.t(id ? 'teams.edit' : 'teams.add')}
      action={id ? `/teams/${id}` : '/teams/nyt'}
      back={{ href: '/brugere', label: ui.t('users.title') }}
      errors={errors}
      version={version}
      crossed={crossed}
    >
      <TextInput {...field('name')} maxLength={120} required />
      <Select {...field('targetGroup')} label={ui.t('teams.targetGroup')} hint={ui.t('teams.targetGroup.hint')} options={groups} empty={ui.t('teams.kind.central')} />
    </EditPage>
  );
};
