import { payText, type AgreementPage as Agreement } from '#agreements';
import type { TimelineRow } from '#companies';
import { lastDay } from '#platform';
import { History } from '../history.js';
import { may } from '../may.js';
import { PhoneLink } from '../phone-link.js';
import { Alert, BackLink, Card, Columns, DefinitionList, LinkButton, ModelBadge, Page, Toast, type Ui } from '../kit/index.js';
import { doneSentence } from '../ui-of-request.js';
import { MailLink } from '../mail-link.js';
import { agreementHref, stepHref, stepOf } from './agreement-href.js';
import { AgreementState } from './agreement-state.js';
import { LifeCard } from './life-card.js';
import { modelNumber } from './model-number.js';
import { SlotsCard, type SlotsCardProps } from './slots-card.js';

/** What has happened to it; `older` leads to more. */
export interface AgreementPast {
  readonly history: readonly TimelineRow[];
  readonly older?: string;
}

/** Aftalen: what was promised, how its places stand today, who is who, and what has happened. */
export const AgreementPage = ({ history, older, ...places }: SlotsCardProps & AgreementPast) => {
  const { ui, agreement } = places;
  return (
    <Page
      ui={ui}
      title={agreement.title}
      lead={
        <>
          <ModelBadge ui={ui} model={modelNumber[agreement.model]} /> <AgreementState ui={ui} state={agreement.state} />
        </>
      }
      back={agreement.companyId ? <BackLink href={`/virksomheder/${agreement.companyId}/aftaler`}>{agreement.company}</BackLink> : <BackLink href="/aftaler">{ui.t('agreements.title')}</BackLink>}
      actions={may(ui, 'agreements.write') && <Actions ui={ui} agreement={agreement} />}
      toast={doneSentence(ui) && <Toast ui={ui}>{doneSentence(ui)}</Toast>}
    >
      <Lacks ui={ui} agreement={agreement} />
      <Columns side>
        <div>
          <SlotsCard {...places} />
          <Card title={ui.t('agreement.history')}>
            <History ui={ui} label={ui.t('agreement.history')} entries={history} older={older} />
          </Card>
        </div>
        <div>
          <LifeCard ui={ui} agreement={agreement} />
          <Facts ui={ui} agreement={agreement} />
          <Workplaces ui={ui} agreement={agreement} />
          <Mentors ui={ui} agreement={agreement} />
        </div>
      </Columns>
    </Page>
  );
};

const Actions = ({ ui, agreement: { id, state, activatedAt } }: { readonly ui: Ui; readonly agreement: Agreement }) => {
  if (state === 'ended') return null;
  return (
    <>
      {activatedAt === null ? (
        <LinkButton ui={ui} href={stepHref(id, 'gennemse')} icon="arrow-forward">
          {ui.t('agreement.continue')}
        </LinkButton>
      ) : (
        <LinkButton ui={ui} href={stepHref(id, 'model')} icon="edit">
          {ui.t('agreement.change')}
        </LinkButton>
      )}
      <LinkButton ui={ui} kind="secondary" href={`${agreementHref(id)}/afslut`}>
        {ui.t(activatedAt === null ? 'agreement.giveUp' : 'agreement.end')}
      </LinkButton>
    </>
  );
};

interface LacksProps {
  readonly ui: Ui;
  readonly agreement: Agreement;
  readonly here?: string;
}

/** What one in force has come to lack, and its model asks for. */
const lacking = ({ warnings }: Agreement): Agreement['warnings'] => warnings.filter(({ code }) => code.startsWith('agreement.needs-'));

const Steps = ({ ui, agreement, here, lacks }: LacksProps & { readonly lacks: Agreement['missing'] }) => (
  <ul class="plain-list">
    {lacks.map(({ code, text }) => (
      <li key={code}>{!may(ui, 'agreements.write') || stepHref(agreement.id, stepOf(code)) === here ? text : <a href={stepHref(agreement.id, stepOf(code))}>{text}</a>}</li>
    ))}
  </ul>
);

/** What keeps a draft from counting, what one in force has come to lack, and what to mind: each a link to where it is put right. */
export const Lacks = ({ ui, agreement, here }: LacksProps) => (
  <>
    {agreement.missing.length > 0 && (
      <Alert ui={ui} kind="warning" heading={ui.t('agreement.missing')}>
        <Steps ui={ui} agreement={agreement} lacks={agreement.missing} here={here} />
      </Alert>
    )}
    {lacking(agreement).length > 0 && (
      <Alert ui={ui} kind="warning" heading={ui.t('agreement.lacks')}>
        <Steps ui={ui} agreement={agreement} lacks={lacking(agreement)} here={here} />
      </Alert>
    )}
    {agreement.warnings.length > lacking(agreement).length && (
      <Alert ui={ui} kind="info" heading={ui.t('agreement.mind')}>
        <ul class="plain-list">
          {agreement.warnings.filter((each) => !lacking(agreement).includes(each)).map(({ code, text }) => (
            <li key={code}>
              {text} {code === 'agreement.untrained-mentor' && may(ui, 'training.write') && <a href="/mentorer/flaskehalse">{ui.t('task.mentor-training.step')}</a>}
            </li>
          ))}
        </ul>
      </Alert>
    )}
  </>
);

const Facts = ({ ui, agreement }: { readonly ui: Ui; readonly agreement: Agreement }) => (
  <Card title={ui.t('agreement.facts')}>
    <DefinitionList facts={agreementFacts(ui, agreement)} />
  </Card>
);

/** The agreement in terms and values, for its page and for the last step of the editor. */
export const agreementFacts = (ui: Ui, agreement: Agreement) => [
  { term: ui.t('companies.column.name'), value: agreement.company && <a href={`/virksomheder/${agreement.companyId}`}>{agreement.company}</a> },
  { term: ui.t('kit.model.4'), value: agreement.cluster?.name },
  { term: ui.t('agreement.clusterKind'), value: agreement.cluster && ui.t(`agreement.kind.${agreement.cluster.kind}`) },
  { term: ui.t('agreement.pooling'), value: agreement.slotPooling && ui.t(`agreement.pooling.${agreement.slotPooling}`) },
  { term: ui.t('agreement.period'), value: agreement.endsOn ? ui.formatPeriod({ from: agreement.startsOn, to: agreement.endsOn }) : ui.t('agreement.openEnded', { from: ui.formatDate(agreement.startsOn) }) },
  { term: ui.t('agreement.match'), value: agreement.match && <MatchLink ui={ui} match={agreement.match} /> },
  { term: ui.t('agreements.column.contact'), value: agreement.contact?.name },
  { term: ui.t('field.deputyUserId'), value: agreement.deputy?.name },
  { term: ui.t('agreement.coordinator'), value: agreement.coordinator && `${agreement.coordinator.name} (${ui.t(`agreement.coordinator.${agreement.coordinator.kind}`)})` },
  { term: ui.t('field.totalCap'), value: agreement.totalCap !== null && ui.t('agreement.totalCap', { n: agreement.totalCap }) },
  { term: ui.t('agreement.followUp'), value: agreement.followUpWeeks !== null && ui.t.n('agreement.followUp.every', agreement.followUpWeeks) },
  { term: ui.t('field.followUpPlan'), value: agreement.followUpPlan && <span class="kept-lines">{agreement.followUpPlan}</span> },
  { term: ui.t('agreement.mentorPay'), value: payOf(agreement, ui) },
  { term: ui.t('field.requestsPerMonth'), value: agreement.requestsPerMonth !== null && ui.t.n('agreement.requests', agreement.requestsPerMonth) },
  { term: ui.t('field.callNoticeDays'), value: agreement.callNoticeDays !== null && ui.t('agreement.days', { n: agreement.callNoticeDays }) },
  { term: ui.t('field.answerDays'), value: agreement.answerDays !== null && ui.t('agreement.days', { n: agreement.answerDays }) },
  { term: ui.t('agreement.idle'), value: agreement.model !== 'match_driven' && ui.t(`agreement.idle.${agreement.refill ? 'refill' : 'fine'}`) },
  { term: ui.t('field.terms'), value: agreement.terms && <span class="kept-lines">{agreement.terms}</span> },
  { term: ui.t('agreement.ended'), value: agreement.endedAt && agreement.endReason },
];

/** Not everybody who reads agreements works with placements. */
const MatchLink = ({ ui, match }: { readonly ui: Ui; readonly match: NonNullable<Agreement['match']> }) => {
  const text = ui.t('agreement.match.to', { period: ui.formatPeriod({ from: match.from, to: match.until }) });
  return may(ui, 'placements.read') ? <a href={`/kalender/placeringer/${match.placementId}`}>{text}</a> : <>{text}</>;
};

const payOf = ({ mentorPayOre, mentorPayMinutes, mentorPayFrom, mentorPayUntil }: Agreement, ui: Ui): string | null =>
  mentorPayOre !== null && mentorPayMinutes !== null && mentorPayFrom !== null ? payText({ ore: mentorPayOre, minutes: mentorPayMinutes, from: mentorPayFrom, until: mentorPayUntil }, ui.lang) : null;

const Workplaces = ({ ui, agreement }: { readonly ui: Ui; readonly agreement: Agreement }) => (
  <Card title={ui.t('agreement.workplaces')}>
    <ul class="plain-list">
      {agreement.workplaces.map((each) => (
        <li key={each.workplaceId}>
          <a href={`/virksomheder/${each.companyId}/arbejdssteder`}>{each.workplace}</a>
          {agreement.cluster && each.company !== each.workplace && <span class="muted"> {each.company}</span>}
          {each.slotCap !== null && <span class="muted"> · {ui.t.n('agreement.cap', each.slotCap)}</span>}
        </li>
      ))}
    </ul>
  </Card>
);

const Mentors = ({ ui, agreement }: { readonly ui: Ui; readonly agreement: Agreement }) => (
  <Card title={ui.t('agreement.mentors')}>
    {agreement.mentors.length === 0 && <p class="muted">{ui.t('agreement.mentors.none')}</p>}
    <ul class="plain-list">
      {agreement.mentors.map((mentor) => (
        <li key={mentor.id}>
          <strong>{mentor.name}</strong>
          <span class="muted"> {ui.t('mentor.accepts', { n: mentor.accepts, has: mentor.trainees })}</span>
          {mentor.activeUntil && <span class="muted"> · {ui.t('mentor.activeUntil', { date: ui.formatDate(lastDay({ from: mentor.activeFrom, to: mentor.activeUntil })) })}</span>}
          <br />
          {mentor.phone && <PhoneLink phone={mentor.phone} />} {mentor.email && <MailLink email={mentor.email} />}
        </li>
      ))}
    </ul>
    {may(ui, 'agreements.write') && agreement.state !== 'ended' && (
      <LinkButton ui={ui} kind="quiet" small href={stepHref(agreement.id, 'mentor')} icon="edit">
        {ui.t('agreement.mentors.change')}
      </LinkButton>
    )}
  </Card>
);
