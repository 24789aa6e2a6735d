import type { ComponentChildren } from 'preact';
import { cvrCheckDigitFits, type CompanyPage } from '#companies';
import { may } from '../may.js';
import { Alert, BackLink, Badge, DefinitionList, LinkButton, Page, PostButton, Tabs, Toast, type Ui } from '../kit/index.js';
import { doneSentence } from '../ui-of-request.js';
import { AppetiteText } from './appetite-text.js';
import { companyHref, companyTabs, type CompanyTab } from './company-href.js';

interface Props {
  readonly ui: Ui;
  readonly company: CompanyPage;
  readonly tab: CompanyTab;
  readonly mentors: number;
  readonly userId: string | null;
  readonly children: ComponentChildren;
}

/** What stands over every part of a company: who it is, who answers for it, who else knows it. */
export const CompanyFrame = ({ ui, company, tab, mentors, userId, children }: Props) => {
  const counts: Partial<Record<CompanyTab, number>> = {
    aftaler: company.agreements.length,
    aabninger: company.openings.length,
    arbejdssteder: company.workplaces.length,
    kontakter: company.contacts.length,
    mentorer: mentors,
  };
  return (
  <Page
    ui={ui}
    title={company.name}
    lead={[company.cvr && ui.t('company.cvr', { cvr: company.cvr }), townsOf(company)].filter(Boolean).join(' · ')}
    back={<BackLink href="/virksomheder">{ui.t('companies.title')}</BackLink>}
    toast={doneSentence(ui) && <Toast ui={ui}>{doneSentence(ui)}</Toast>}
    actions={<Actions ui={ui} company={company} userId={userId} />}
  >
    {company.cvr && !cvrCheckDigitFits(company.cvr) && (
      <Alert ui={ui} kind="warning">
        {ui.t('company.cvr.warning', { cvr: company.cvr })} {may(ui, 'companies.write') && <a href={`/virksomheder/${company.id}/ret`}>{ui.t('company.cvr.correct')}</a>}
      </Alert>
    )}
    <Facts ui={ui} company={company} userId={userId} />
    <Tabs label={ui.t('company.tabs')} current={companyHref(company.id, tab)} tabs={companyTabs.map((each) => ({ href: companyHref(company.id, each), label: ui.t(`company.tab.${each}`), count: counts[each] }))} />
    {children}
  </Page>
  );
};

const Actions = ({ ui, company, userId }: Pick<Props, 'ui' | 'company' | 'userId'>) => (
  <>
    {may(ui, 'openings.share') && (
      <LinkButton ui={ui} href={`/del?virksomhed=${company.id}`} icon="share">
        {ui.t('company.share')}
      </LinkButton>
    )}
    {may(ui, 'agreements.write') && (
      <LinkButton ui={ui} kind="secondary" href={`/aftaler/ny?virksomhed=${company.id}`} icon="plus">
        {ui.t('company.agreement')}
      </LinkButton>
    )}
    {may(ui, 'companies.write') && (
      <LinkButton ui={ui} kind="secondary" href={`/virksomheder/${company.id}/ret`} icon="edit">
        {ui.t('company.edit')}
      </LinkButton>
    )}
    {may(ui, 'companies.write') && company.responsible?.id !== userId && (
      <PostButton ui={ui} kind="quiet" action={`/virksomheder/${company.id}/ansvar`} >
        {ui.t('company.responsible.take')}
      </PostButton>
    )}
  </>
);

const Facts = ({ ui, company, userId }: Pick<Props, 'ui' | 'company' | 'userId'>) => (
  <div class="company-facts">
    <DefinitionList
      facts={[
        { term: ui.t('company.responsible'), value: responsibleText(ui, company, userId) },
        { term: ui.t('company.knownBy'), value: company.knownBy.filter(({ userId: knower }) => knower !== company.responsible?.id).map(({ name, team }) => (team ? `${name} (${team})` : name)).join(', ') },
        { term: ui.t('appetite.title'), value: <AppetiteFact ui={ui} company={company} /> },
        { term: ui.t('company.advertising'), value: company.advertisingProtected && <Badge tone="warn">{ui.t('company.advertising.protected')}</Badge> },
        { term: ui.t('field.note'), value: company.note && <span class="kept-lines">{company.note}</span> },
      ]}
    />
  </div>
);

const AppetiteFact = ({ ui, company }: Pick<Props, 'ui' | 'company'>) => (
  <>
    {company.appetite.length === 0 && <span class="muted">{ui.t('appetite.none')} </span>}
    {company.appetite.map((each) => (
      <span key={each.workplaceId ?? 'company'}>
        <AppetiteText ui={ui} appetite={each} />
        <br />
      </span>
    ))}
    {may(ui, 'companies.write') && <a href={`/virksomheder/${company.id}/lyst`}>{ui.t(company.appetite.length === 0 ? 'appetite.set' : 'appetite.change')}</a>}
  </>
);

function responsibleText(ui: Ui, { responsible }: CompanyPage, userId: string | null): string {
  if (!responsible) return ui.t('company.responsible.none');
  return responsible.id === userId ? ui.t('company.responsible.you', { name: responsible.name }) : responsible.name;
}

const townsOf = ({ workplaces }: CompanyPage): string => [...new Set(workplaces.flatMap(({ town }) => town ?? []))].join(', ');
