import type { User } from '#people';
import { DoneToast } from '../done-toast.js';
import { Button, ButtonRow, Card, DefinitionList, ErrorSummary, Form, Page, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { MailAddress } from '../mail-link.js';

interface Props {
  readonly ui: Ui;
  readonly user: User;
  readonly errors?: FieldErrors;
}

/** Min konto: who I am here, and a new password. */
export const AccountPage = ({ ui, user, errors = {} }: Props) => (
  <Page ui={ui} title={ui.t('account.title')} layout="narrow" toast={<DoneToast ui={ui} />}>
    <Card title={user.name}>
      <DefinitionList
        facts={[
          { term: ui.t('field.email'), value: <MailAddress email={user.email} /> },
          { term: ui.t('users.roles'), value: user.roles.map((role) => ui.t(`role.${role}`)).join(', ') },
          { term: ui.t('users.team'), value: user.teamName ?? '–' },
        ]}
      />
      <p>{ui.t('account.whoChanges')}</p>
    </Card>
    <Card title={ui.t('account.password')}>
      <ErrorSummary ui={ui} errors={errors} />
      <p>{ui.t('account.password.hint')}</p>
      <Form ui={ui} action="/konto">
        <TextInput ui={ui} name="currentPassword" type="password" label={ui.t('account.password.current')} autocomplete="current-password" error={errors.currentPassword} required />
        <TextInput ui={ui} name="newPassword" type="password" label={ui.t('account.password.new')} autocomplete="new-password" error={errors.newPassword} required />
        <ButtonRow>
          <Button ui={ui}>{ui.t('account.password.submit')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  </Page>
);
