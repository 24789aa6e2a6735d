import { agreementText, type AgreementPage as Agreement, type VersionPage as Version, type VersionRow } from '#agreements';
import { BackLink, Badge, Button, ButtonRow, Card, ErrorSummary, Form, Page, Table, TextArea, type FieldErrors, type Tone, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { may } from '../may.js';
import { AgreementBlocks } from './agreement-blocks.js';
import { AgreementDifference } from './agreement-difference.js';
import { agreementHref } from './agreement-href.js';

interface Props {
  readonly ui: Ui;
  readonly agreement: Agreement;
  readonly versions: readonly VersionRow[];
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

const tones = { 'in-force': 'good', past: 'neutral', coming: 'info', withdrawn: 'neutral', replaced: 'neutral', sent: 'warn' } as const satisfies Record<VersionRow['state'], Tone>;

/** Every version: from when, by whom, why, and whether the company said yes. */
export const VersionsPage = ({ ui, agreement, versions, values, errors = {} }: Props) => (
  <Page ui={ui} title={ui.t('versions.title')} lead={ui.t('versions.lead')} back={<BackLink href={agreementHref(agreement.id)}>{agreement.title}</BackLink>}>
    <ErrorSummary ui={ui} errors={errors} />
    <Card>
      {versions.length === 0 ? (
        <p class="muted">{ui.t('versions.none')}</p>
      ) : (
        <Table
          ui={ui}
          caption={ui.t('versions.title')}
          rows={versions}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', label: ui.t('versions.column.number'), head: true, cell: ({ number }) => <a href={`${agreementHref(agreement.id)}/versioner/${number}`}>{ui.t('version.title', { n: number })}</a> },
            { key: 'state', label: ui.t('agreements.column.state'), cell: ({ state }) => <Badge tone={tones[state]}>{ui.t(`version.state.${state}`)}</Badge> },
            { key: 'from', label: ui.t('field.startsOn'), cell: ({ validFrom }) => ui.formatDate(validFrom) },
            { key: 'why', label: ui.t('agreement.end.reason'), cell: ({ why, withdrawnReason }) => withdrawnReason ?? why ?? '' },
            { key: 'by', label: ui.t('versions.column.by'), cell: ({ writtenBy, writtenAt }) => `${writtenBy ?? ui.t('versions.bySystem')}, ${ui.formatDateTime(writtenAt)}` },
            { key: 'accepted', label: ui.t('versions.column.accepted'), cell: (row) => acceptedText(ui, row) },
          ]}
        />
      )}
    </Card>
    {agreement.coming && may(ui, 'agreements.write') && <TakeBack ui={ui} agreement={agreement} values={values} errors={errors} />}
  </Page>
);

const acceptedText = (ui: Ui, { acceptedBy, acceptedAt, onBehalfReason }: VersionRow): string =>
  acceptedAt ? [acceptedBy, ui.formatDateTime(acceptedAt), onBehalfReason].filter(Boolean).join(', ') : ui.t('versions.notAccepted');

const TakeBack = ({ ui, agreement, values, errors = {} }: Omit<Props, 'versions'>) => (
  <Card id="fortryd" title={ui.t('versions.takeBack')}>
    <Form ui={ui} action={`${agreementHref(agreement.id)}/versioner/fortryd`}>
      <TextArea {...fieldsOf(ui, values, errors)('reason')} label={ui.t('agreement.end.reason')} rows={2} maxLength={500} required />
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('versions.takeBack')}
        </Button>
      </ButtonRow>
    </Form>
  </Card>
);

/** One version as it read, and what it changed. */
export const VersionPage = ({ ui, agreementId, version }: { readonly ui: Ui; readonly agreementId: string; readonly version: Version }) => (
  <Page
    ui={ui}
    title={`${version.content.title}: ${ui.t('version.title', { n: version.number })}`}
    lead={
      <>
        <Badge tone={tones[version.state]}>{ui.t(`version.state.${version.state}`)}</Badge> {ui.t('version.from', { date: ui.formatDate(version.validFrom) })}
        {version.why && ` · ${version.why}`}
      </>
    }
    layout="narrow"
    back={<BackLink href={`${agreementHref(agreementId)}/versioner`}>{ui.t('versions.title')}</BackLink>}
  >
    {version.difference && version.before && (
      <Card title={ui.t('version.difference')}>
        <AgreementDifference ui={ui} before={version.before} after={version.content} difference={version.difference} />
      </Card>
    )}
    <Card title={ui.t('agreement.inWords')}>
      <AgreementBlocks ui={ui} text={agreementText(version.content, ui.lang)} />
    </Card>
  </Page>
);
