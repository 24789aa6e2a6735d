import type { User } from '#people';
import { EditPage } from '../companies/edit-page.js';
import type { FormValues } from '../form.js';
import { ButtonRow, Card, PostButton, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import type { CrossedField } from '../stale-edit.js';
import { UserFields } from './user-fields.js';

interface FormProps {
  readonly ui: Ui;
  readonly teams: readonly Option[];
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

const back = (ui: Ui) => ({ href: '/brugere', label: ui.t('users.title') });

/** Invite a colleague, who gets a mail with a link to choose a password. */
export const InviteUserPage = ({ ui, teams, values, errors = {} }: FormProps) => (
  <EditPage ui={ui} title={ui.t('users.invite')} lead={ui.t('users.invite.lead')} action="/brugere/ny" back={back(ui)} errors={errors} submit={ui.t('users.invite.submit')}>
    <UserFields ui={ui} values={values} errors={errors} teams={teams} withEmail />
  </EditPage>
);

interface EditProps extends FormProps {
  readonly user: User;
  readonly version: number;
  readonly crossed?: readonly CrossedField[];
}

/** One user: name, roles, team, and whether they may come in. */
export const UserPage = ({ ui, user, teams, values, version, errors = {}, crossed }: EditProps) => (
  <EditPage
    ui={ui}
    title={user.name}
    lead={user.email}
    action={`/brugere/${user.id}`}
    back={back(ui)}
    errors={errors}
    version={version}
    crossed={crossed}
    after={<Access ui={ui} user={user} />}
  >
    <UserFields ui={ui} values={values} errors={errors} teams={teams} withEmail={false} />
  </EditPage>
);

const Access = ({ ui, user }: { readonly ui: Ui; readonly user: User }) => {
  const action = `/brugere/${user.id}/adgang`;
  return (
    <Card title={ui.t('users.access')}>
      <p>{ui.t(user.disabledAt ? 'users.access.disabled' : user.joined ? 'users.access.active' : 'users.access.invited')}</p>
      <ButtonRow>
        {user.disabledAt ? (
          <PostButton ui={ui} action={action} fields={{ access: 'enable' }} kind="secondary">
            {ui.t('users.enable')}
          </PostButton>
        ) : (
          <PostButton ui={ui} action={action} fields={{ access: 'disable' }} kind="warning">
            {ui.t('users.disable')}
          </PostButton>
        )}
        {!user.joined && !user.disabledAt && (
          <PostButton ui={ui} action={action} fields={{ access: 'invite' }} kind="secondary">
            {ui.t('users.inviteAgain')}
          </PostButton>
        )}
      </ButtonRow>
    </Card>
  );
};
