import type { DemoMail } from '#platform';
import { BackLink, Card, DefinitionList, Empty, Page, Table, type Column, type Ui } from '../kit/index.js';

/** Postkassen: what a demo would have sent. */
export const MailboxPage = ({ ui, mails }: { readonly ui: Ui; readonly mails: readonly DemoMail[] }) => (
  <Page ui={ui} title={ui.t('mailbox.title')} lead={ui.t('mailbox.lead')}>
    {mails.length === 0 ? <Empty title={ui.t('mailbox.none')}>{ui.t('mailbox.none.text')}</Empty> : <Table ui={ui} caption={ui.t('mailbox.title')} columns={columnsOf(ui)} rows={mails} rowKey={({ id }) => id} />}
  </Page>
);

const columnsOf = (ui: Ui): Column<DemoMail>[] => [
  { key: 'subject', label: ui.t('mailbox.subject'), head: true, cell: (mail) => <a href={`/postkasse/${mail.id}`}>{mail.subject}</a> },
  { key: 'to', label: ui.t('mailbox.to'), cell: (mail) => mail.to },
  { key: 'at', label: ui.t('mailbox.at'), cell: (mail) => ui.formatDateTime(mail.createdAt) },
];

/** One mail as text, its links live. */
export const MailPage = ({ ui, mail }: { readonly ui: Ui; readonly mail: DemoMail }) => (
  <Page ui={ui} title={mail.subject} layout="narrow" back={<BackLink href="/postkasse">{ui.t('mailbox.title')}</BackLink>}>
    <Card>
      <DefinitionList
        facts={[
          { term: ui.t('mailbox.to'), value: mail.to },
          { term: ui.t('mailbox.at'), value: ui.formatDateTime(mail.createdAt) },
        ]}
      />
      <p class="mail-text kept-lines">{pieces(mail.text)}</p>
    </Card>
  </Page>
);

const address = /(https?:\/\/[^\s<>"]+)/;

const pieces = (text: string) => text.split(address).map((piece, index) => (index % 2 === 1 ? <a href={piece}>{piece}</a> : piece));
