import type { ComponentChildren } from 'preact';
import type { Team, User } from '#people';
import { Badge, Card, LinkButton, Page, Pager, Table, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly users: readonly User[];
  readonly moreHref?: string;
  readonly teams: readonly Team[];
  readonly toast?: ComponentChildren;
}

/** Brugere: everyone with access, and the teams they work in. */
export const UsersPage = ({ ui, users, moreHref, teams, toast }: Props) => (
  <Page
    ui={ui}
    title={ui.t('users.title')}
    lead={ui.t('users.lead')}
    toast={toast}
    actions={
      <LinkButton ui={ui} href="/brugere/ny" icon="plus">
        {ui.t('users.invite')}
      </LinkButton>
    }
  >
    <div class="section">
      <UsersTable ui={ui} users={users} />
      <Pager ui={ui} href={moreHref} />
    </div>
    <Teams ui={ui} teams={teams} />
  </Page>
);

const UserState = ({ ui, user }: { readonly ui: Ui; readonly user: User }) => {
  if (user.disabledAt) return <Badge tone="bad">{ui.t('users.state.disabled')}</Badge>;
  return user.joined ? <Badge tone="good">{ui.t('users.state.active')}</Badge> : <Badge tone="warn">{ui.t('users.state.invited')}</Badge>;
};

const UsersTable = ({ ui, users }: Pick<Props, 'ui' | 'users'>) => (
  <Table
    ui={ui}
    caption={ui.t('users.title')}
    rows={users}
    rowKey={(user) => user.id}
    columns={[
      { key: 'name', label: ui.t('field.personName'), head: true, cell: (user) => <a href={`/brugere/${user.id}`}>{user.name}</a> },
      { key: 'email', label: ui.t('field.email'), cell: (user) => user.email },
      { key: 'roles', label: ui.t('users.roles'), cell: (user) => user.roles.map((role) => ui.t(`role.${role}`)).join(', ') },
      { key: 'team', label: ui.t('users.team'), cell: (user) => user.teamName ?? '–' },
      { key: 'state', label: ui.t('users.state'), cell: (user) => <UserState ui={ui} user={user} /> },
    ]}
  />
);

const Teams = ({ ui, teams }: Pick<Props, 'ui' | 'teams'>) => (
  <Card
    title={ui.t('teams.title')}
    aside={
      <LinkButton ui={ui} href="/teams/nyt" kind="secondary" small>
        {ui.t('teams.add')}
      </LinkButton>
    }
  >
    {teams.length === 0 ? (
      <p class="muted">{ui.t('teams.none')}</p>
    ) : (
      <Table
        ui={ui}
        caption={ui.t('teams.title')}
        rows={teams}
        rowKey={(team) => team.id}
        columns={[
          { key: 'name', label: ui.t('field.name'), head: true, cell: (team) => <a href={`/teams/${team.id}`}>{team.name}</a> },
          { key: 'kind', label: ui.t('teams.kind'), cell: (team) => ui.t(team.targetGroup ? 'teams.kind.group' : 'teams.kind.central') },
          { key: 'users', label: ui.t('teams.users'), numeric: true, cell: (team) => ui.formatNumber(team.users) },
        ]}
      />
    )}
  </Card>
);
