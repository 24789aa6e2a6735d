import type { AgreementPage as Agreement } from '#agreements';
import { Alert, Card, LinkButton, PostButton, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { agreementHref, stepHref } from './agreement-href.js';
import { askedVersion, versionWords } from './asked-version.js';

interface Props {
  readonly ui: Ui;
  readonly agreement: Agreement;
}

/** What its days and the company have said: pauses, a coming change, acceptance; and the ways to more of it. */
export const LifeCard = ({ ui, agreement }: Props) => {
  const href = agreementHref(agreement.id);
  const { coming, changing, state } = agreement;
  const mayChange = may(ui, 'agreements.write') && state !== 'ended';
  return (
    <Card title={ui.t('life.title')}>
      {coming && (
        <Alert ui={ui} kind="info">
          <a href={`${href}/versioner/${coming.number}`}>{ui.t('life.coming', { date: ui.formatDate(coming.validFrom), n: coming.number })}</a>
          {coming.why && ` ${coming.why}`}
        </Alert>
      )}
      {changing && mayChange && (
        <Alert ui={ui} kind="warning">
          <a href={stepHref(agreement.id, 'gennemse')}>{ui.t('life.changing')}</a>
        </Alert>
      )}
      <Pauses ui={ui} agreement={agreement} mayChange={mayChange} />
      <Accepted ui={ui} agreement={agreement} mayChange={mayChange} />
      <Ways ui={ui} agreement={agreement} mayChange={mayChange} />
    </Card>
  );
};

const Ways = ({ ui, agreement: { id, versionNumber, activatedAt, model, endsOn }, mayChange }: Props & { readonly mayChange: boolean }) => {
  const href = agreementHref(id);
  return (
    <ul class="plain-list">
      {versionNumber !== null && (
        <li>
          <a href={`${href}/versioner`}>{ui.t('life.versions', { n: versionNumber })}</a>
        </li>
      )}
      <li>
        <a href={`${href}/papir`}>{ui.t('life.paper')}</a>
      </li>
      {mayChange && activatedAt !== null && model !== 'match_driven' && (
        <li>
          <a href={`${href}/pause`}>{ui.t('agreementPause.do')}</a>
        </li>
      )}
      {activatedAt !== null && (
        <li>
          <a href={`${href}/pleje`}>{ui.t(`care.link.${model}`)}</a>
        </li>
      )}
      {mayChange && (
        <li>
          <a href={`${href}/skift-model`}>{ui.t('agreement.convert')}</a>
        </li>
      )}
      {mayChange && activatedAt !== null && endsOn !== null && (
        <li>
          <a href={`${href}/forlaeng`}>{ui.t('agreement.renew')}</a>
        </li>
      )}
    </ul>
  );
};

const Pauses = ({ ui, agreement: { id, pauses }, mayChange }: Props & { readonly mayChange: boolean }) => (
  <>
    {pauses.map((pause) => (
      <div key={pause.id} class="life-part">
        <p>
          <strong>{ui.t('life.pause', { period: ui.formatPeriod({ from: pause.from, to: pause.until }) })}</strong>
          <br />
          {pause.reason}
          {pause.byCompany && <span class="muted"> {ui.t('life.pause.byCompany')}</span>}
        </p>
        {mayChange && (
          <PostButton ui={ui} kind="secondary" small action={`${agreementHref(id)}/pauser/${pause.id}/slut`}>
            {ui.t('agreementPause.end')}
          </PostButton>
        )}
      </div>
    ))}
  </>
);

const Accepted = ({ ui, agreement, mayChange }: Props & { readonly mayChange: boolean }) => {
  const { acceptance, id } = agreement;
  const asked = askedVersion(agreement);
  const said = acceptance && (asked === null || acceptance.number === asked.number) ? acceptance.state : null;
  return (
    <div class="life-part">
      {acceptance?.state === 'changed' ? (
        <Alert ui={ui} kind="warning">
          {ui.t('life.changed', { name: acceptance.name, when: ui.formatDateTime(acceptance.askedAt) })}
        </Alert>
      ) : (
        <p>{acceptance ? acceptanceText(ui, acceptance) : ui.t('life.notAccepted')}</p>
      )}
      {acceptance && asked && said === null && <p>{ui.t('life.notThis', { version: versionWords(ui, asked) })}</p>}
      {mayChange && said !== 'accepted' && (
        <LinkButton ui={ui} kind="secondary" small href={`${agreementHref(id)}/accept`} icon="email">
          {ui.t(`acceptance.${said === 'asked' ? 'again' : 'ask'}${asked ? '.version' : ''}`, { n: asked?.number ?? 0 })}
        </LinkButton>
      )}
    </div>
  );
};

function acceptanceText(ui: Ui, { name, number: n, askedAt, acceptedAt, onBehalfBy, onBehalfReason }: NonNullable<Agreement['acceptance']>): string {
  if (!acceptedAt) return ui.t('life.asked', { n, name, when: ui.formatDateTime(askedAt) });
  const when = ui.formatDateTime(acceptedAt);
  return onBehalfReason ? ui.t('life.acceptedFor', { n, name, when, by: onBehalfBy ?? '', reason: onBehalfReason }) : ui.t('life.accepted', { n, name, when });
}
