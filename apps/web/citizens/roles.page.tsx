import type { CitizenRole, RolesAround } from '#citizens';
import { Alert, Badge, Button, ButtonRow, Card, Checkboxes, Columns, DateField, DefinitionList, ErrorSummary, Form, PostButton, Select, Table, TextInput, type Column, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { fieldsOf, listOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { CitizenFrame, type ShownCitizen } from './citizen-frame.js';
import { citizenHref } from './citizen-href.js';

export const roleNames = ['consultant', 'caseworker', 'support_mentor'] as const;

/** A form on the page that came back with its errors. */
export interface Attempt {
  readonly form: string;
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

interface Props {
  readonly ui: Ui;
  readonly citizen: ShownCitizen;
  readonly roles: RolesAround;
  readonly colleagues: readonly Option[];
  readonly attempt?: Attempt;
}

/** Roller: who is around the citizen and when; hand over, attach, stand in, leave. */
export const RolesPage = (props: Props) => {
  const { ui, citizen, roles, attempt } = props;
  return (
    <CitizenFrame ui={ui} citizen={citizen} tab="roller">
      {attempt && <ErrorSummary ui={ui} errors={attempt.errors} />}
      {roles.missing.length > 0 && citizen.isHere && (
        <Alert ui={ui} kind="info">{ui.t('roles.missing.text', { roles: roles.missing.map((role) => ui.t(`citizen.role.${role}`)).join(', ') })}</Alert>
      )}
      <Columns side>
        <div>
          <Planned {...props} />
          <Now {...props} />
          {citizen.isHere ? <HandOverForm {...props} /> : <BackForm {...props} />}
        </div>
        {citizen.isHere && (
          <div>
            <AttachForm {...props} />
            <StandInForm {...props} />
            <AwayForm {...props} />
          </div>
        )}
      </Columns>
    </CitizenFrame>
  );
};

/** What is said for a day to come, and how to take it back. */
const Planned = ({ ui, citizen, roles: { comingPrimary } }: Props) => (
  <>
    {comingPrimary && (
      <Card title={ui.t('roles.planned.handover', { name: comingPrimary.userName, date: ui.formatDate(comingPrimary.from) })}>
        <PostButton ui={ui} kind="secondary" small action={`${citizenHref(citizen.id, 'roller')}/overdrag/tilbage`}>
          {ui.t('roles.planned.handover.back')}
        </PostButton>
      </Card>
    )}
    {citizen.isHere && citizen.awayFrom && (
      <Card title={ui.t('roles.planned.leaves', { date: ui.formatDate(citizen.awayFrom) })}>
        <PostButton ui={ui} kind="secondary" small action={`${citizenHref(citizen.id, 'roller')}/afsked/tilbage`}>
          {ui.t('roles.planned.leaves.back')}
        </PostButton>
      </Card>
    )}
  </>
);

const Now = ({ ui, citizen, roles }: Props) => (
  <Card title={ui.t('roles.title')}>
    <DefinitionList facts={[{ term: ui.t('roles.split'), value: ui.t(`roles.split.${roles.split}`) }]} />
    <Table ui={ui} caption={ui.t('roles.title')} columns={columnsOf(ui, citizen.id, roles.on)} rows={roles.items} rowKey={({ id }) => id} />
  </Card>
);

const columnsOf = (ui: Ui, citizenId: string, today: string): Column<CitizenRole>[] => [
  {
    key: 'who',
    label: ui.t('roles.column.who'),
    head: true,
    cell: (role) => (
      <span class="named">
        <span>{role.userName}</span>
        {role.teamName && <small>{role.teamName}</small>}
      </span>
    ),
  },
  {
    key: 'role',
    label: ui.t('roles.column.role'),
    cell: (role) => (
      <span class="badges">
        {role.standsInForName ? ui.t('roles.standsInFor', { name: role.standsInForName }) : ui.t(`citizen.role.${role.role}`)}
        {role.isPrimary && <Badge tone={holds(role, today) ? 'info' : 'neutral'}>{ui.t(role.from > today ? 'citizen.becomesPrimary' : holds(role, today) ? 'citizen.primary' : 'citizen.wasPrimary')}</Badge>}
      </span>
    ),
  },
  { key: 'when', label: ui.t('roles.column.when'), cell: (role) => whenOf(ui, role) },
  {
    key: 'end',
    label: ui.t('roles.end'),
    quiet: true,
    cell: (role) =>
      !role.isPrimary && (role.until === null || role.until > today) ? (
        <PostButton ui={ui} kind="secondary" small action={`${citizenHref(citizenId, 'roller')}/${role.id}/slut`}>
          {ui.t('roles.end')}
        </PostButton>
      ) : null,
  },
];

const holds = ({ from, until }: CitizenRole, today: string): boolean => from <= today && (until === null || until > today);

const whenOf = (ui: Ui, { from, until }: CitizenRole): string => (until === null ? ui.t('citizen.since', { date: ui.formatDate(from) }) : ui.formatPeriod({ from, to: until }));

interface OneForm {
  readonly props: Props;
  readonly name: string;
}

/** What was typed shows only in the form it was typed in. */
const formOf = ({ props: { ui, attempt }, name }: OneForm) => {
  const own = attempt?.form === name ? attempt : { values: {}, errors: {} };
  const field = fieldsOf(ui, own.values, own.errors);
  return (of: string, id = `${name}-${of}`) => ({ ...field(of), ...(attempt?.form === name ? {} : { id }) });
};

const rolesOf = (ui: Ui): Option[] => roleNames.map((role) => ({ value: role, label: ui.t(`citizen.role.${role}`) }));

const HandOverForm = (props: Props) => {
  const { ui, citizen, colleagues, roles, attempt } = props;
  const field = formOf({ props, name: 'overdrag' });
  return (
    <Card title={ui.t('roles.handover')}>
      <p class="muted">{ui.t('roles.handover.text')}</p>
      <Form ui={ui} action={`${citizenHref(citizen.id, 'roller')}/overdrag`} fields={{ insteadOf: (roles.comingPrimary ?? roles.primary)?.userId ?? '' }}>
        <Select {...field('userId')} label={ui.t('roles.handover.to')} options={colleagues} empty={ui.t('form.choose')} />
        <Select {...field('role')} label={ui.t('roles.handover.role')} options={rolesOf(ui)} empty={ui.t('roles.handover.role.same')} />
        <DateField {...field('from')} label={ui.t('roles.from')} optional />
        <Checkboxes ui={ui} name="formerStays" label={ui.t('roles.handover.former')} options={[{ value: 'true', label: ui.t('roles.handover.stays') }]} values={attempt?.form === 'overdrag' ? listOf(attempt.values, 'formerStays') : ['true']} />
        <ButtonRow>
          <Button ui={ui}>{ui.t('roles.handover.submit')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};

const AttachForm = (props: Props) => {
  const { ui, citizen, colleagues } = props;
  const field = formOf({ props, name: 'tilknyt' });
  return (
    <Card title={ui.t('roles.attach')}>
      <Form ui={ui} action={`${citizenHref(citizen.id, 'roller')}/tilknyt`}>
        <Select {...field('userId')} label={ui.t('roles.colleague')} options={colleagues} empty={ui.t('form.choose')} />
        <Select {...field('role')} label={ui.t('roles.column.role')} options={rolesOf(ui)} empty={ui.t('form.choose')} />
        <DateField {...field('from')} label={ui.t('roles.from')} optional />
        <ButtonRow>
          <Button ui={ui} kind="secondary">{ui.t('roles.attach.submit')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};

const StandInForm = (props: Props) => {
  const { ui, citizen, roles } = props;
  const field = formOf({ props, name: 'vikar' });
  const now = roles.items.filter(({ standsInFor, until }) => !standsInFor && (until === null || until > roles.on));
  const people = [...new Map(now.map(({ userId, userName }) => [userId, { value: userId, label: userName }])).values()];
  if (people.length < 2) return null;
  return (
    <Card title={ui.t('roles.standIn')}>
      <p class="muted">{ui.t('roles.standIn.text')}</p>
      <Form ui={ui} action={`${citizenHref(citizen.id, 'roller')}/vikar`}>
        <Select {...field('roleId')} label={ui.t('roles.standIn.for')} options={now.map(({ id, userName, role }) => ({ value: id, label: `${userName}, ${ui.t(`citizen.role.${role}`)}` }))} empty={ui.t('form.choose')} />
        <Select {...field('userId')} label={ui.t('roles.standIn.who')} options={people} empty={ui.t('form.choose')} />
        <DateField {...field('from')} label={ui.t('roles.from')} required />
        <DateField {...field('lastDay')} label={ui.t('roles.lastDay')} required />
        <ButtonRow>
          <Button ui={ui} kind="secondary">{ui.t('roles.standIn.submit')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};

const AwayForm = (props: Props) => {
  const { ui, citizen } = props;
  const field = formOf({ props, name: 'afsked' });
  return (
    <Card title={ui.t(citizen.awayFrom ? 'roles.away.move' : 'roles.away')}>
      <p class="muted">{ui.t('roles.away.text')}</p>
      <Form ui={ui} action={`${citizenHref(citizen.id, 'roller')}/afsked`}>
        <TextInput {...field('reason')} label={ui.t('roles.away.reason')} maxLength={300} required />
        <DateField {...field('from')} label={ui.t('roles.away.from')} optional />
        <ButtonRow>
          <Button ui={ui} kind="secondary">{ui.t('roles.away.submit')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};

const BackForm = (props: Props) => {
  const { ui, citizen, colleagues } = props;
  const field = formOf({ props, name: 'tilbage' });
  return (
    <Card title={ui.t('roles.back')}>
      <Form ui={ui} action={`${citizenHref(citizen.id, 'roller')}/tilbage`}>
        <Select {...field('userId')} label={ui.t('citizen.primary')} options={colleagues} empty={ui.t('form.choose')} />
        <Select {...field('role')} label={ui.t('roles.column.role')} options={rolesOf(ui)} empty={ui.t('form.choose')} />
        <ButtonRow>
          <Button ui={ui}>{ui.t('roles.back.submit')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};

