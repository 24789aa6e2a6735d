import type { Access, Seen } from '#citizens';
import { Badge, Button, ButtonRow, Card, Columns, DateField, Empty, ErrorSummary, Form, LinkButton, Pager, PostButton, Select, Table, TextInput, type Column, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { fieldsOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { CitizenFrame, type ShownCitizen } from './citizen-frame.js';
import { citizenHref } from './citizen-href.js';

interface Props {
  readonly ui: Ui;
  readonly citizen: ShownCitizen;
  readonly seen: readonly Seen[];
  readonly access: readonly Access[];
  readonly more?: string;
  readonly colleagues: readonly Option[];
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
}

/** Hvem har set: who has looked, when and why; and who is let in for a time. */
export const AccessPage = ({ ui, citizen, seen, access, more, colleagues, values = {}, errors = {} }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <CitizenFrame
      ui={ui}
      citizen={citizen}
      tab="adgang"
      actions={<ReportLinks ui={ui} href={citizenHref(citizen.id)} />}
    >
      <ErrorSummary ui={ui} errors={errors} />
      <Columns side>
        <Card title={ui.t('seen.title')}>
          <p class="muted">{ui.t('seen.text')}</p>
          {seen.length === 0 ? <Empty title={ui.t('seen.none')} /> : <Table ui={ui} caption={ui.t('seen.title')} columns={columnsOf(ui)} rows={seen} rowKey={({ id }) => id} />}
          <Pager ui={ui} href={more} />
        </Card>
        <div>
          <LetIn ui={ui} citizenId={citizen.id} access={access} />
          {citizen.basis === 'attached' && (
            <Card title={ui.t('cover.title')}>
              <p class="muted">{ui.t('cover.text')}</p>
              <Form ui={ui} action={citizenHref(citizen.id, 'adgang')}>
                <Select {...field('userId')} label={ui.t('roles.colleague')} options={colleagues} empty={ui.t('form.choose')} />
                <DateField {...field('lastDay')} label={ui.t('roles.lastDay')} required />
                <TextInput {...field('reason')} maxLength={300} required />
                <ButtonRow>
                  <Button ui={ui}>{ui.t('cover.submit')}</Button>
                </ButtonRow>
              </Form>
            </Card>
          )}
        </div>
      </Columns>
    </CitizenFrame>
  );
};

/** What is kept about the citizen, to give them: to read, and as a file with everything. */
const ReportLinks = ({ ui, href }: { readonly ui: Ui; readonly href: string }) => (
  <>
    <LinkButton ui={ui} kind="secondary" href={`${href}/indsigt`} icon="document">
      {ui.t('subject.see')}
    </LinkButton>
    <LinkButton ui={ui} kind="secondary" href={`${href}/indsigt.json`} icon="download" download>
      {ui.t('seen.report')}
    </LinkButton>
  </>
);

const LetIn = ({ ui, citizenId, access }: Pick<Props, 'ui' | 'access'> & { readonly citizenId: string }) => (
  <Card title={ui.t('cover.list')}>
    {access.length === 0 ? (
      <p class="muted">{ui.t('cover.none')}</p>
    ) : (
      <ul class="plain-list">
        {access.map((each) => (
          <li key={each.id}>
            <p>
              <strong>{each.userName}</strong> <Badge tone={each.live ? 'warn' : 'neutral'}>{ui.t(each.live ? `citizen.basis.${each.kind}` : 'cover.over')}</Badge>
            </p>
            <p class="muted">
              {ui.t('cover.when', { from: ui.formatDateTime(each.fromAt), until: ui.formatDateTime(each.endedAt ?? each.untilAt) })} · {each.reason}
            </p>
            {each.live && each.kind === 'cover' && (
              <PostButton ui={ui} kind="secondary" small action={`${citizenHref(citizenId, 'adgang')}/${each.id}/slut`}>
                {ui.t('cover.end')}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    )}
  </Card>
);

const columnsOf = (ui: Ui): Column<Seen>[] => [
  { key: 'when', label: ui.t('seen.when'), head: true, cell: (row) => ui.formatDateTime(row.at) },
  { key: 'who', label: ui.t('seen.who'), cell: (row) => row.name ?? ui.t('history.by.system') },
  { key: 'what', label: ui.t('seen.what'), cell: (row) => ui.t(`seen.fields.${row.fields}`) },
  { key: 'why', label: ui.t('seen.why'), cell: (row) => [ui.t(`citizen.basis.${row.basis}`), row.reason].filter(Boolean).join(': ') },
];
