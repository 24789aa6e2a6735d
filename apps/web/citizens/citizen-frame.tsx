import type { ComponentChildren } from 'preact';
import type { Basis, Citizen } from '#citizens';
import { DoneToast } from '../done-toast.js';
import { Alert, BackLink, LinkButton, Page, Tabs, type Ui } from '../kit/index.js';
import { citizenHref, citizenTabs, type CitizenTab } from './citizen-href.js';
import { AskName } from './nameless.js';

export interface ShownCitizen extends Citizen {
  readonly basis: Basis;
}

interface Props {
  readonly ui: Ui;
  readonly citizen: ShownCitizen;
  readonly tab: CitizenTab;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What stands over every part of a citizen: what they are called, and on what ground the reader sees them. */
export const CitizenFrame = ({ ui, citizen, tab, actions, children }: Props) => (
  <Page
    ui={ui}
    title={ui.t('citizen.title', { name: citizen.pseudonym })}
    lead={ui.t('citizen.ref', { ref: citizen.caseRef })}
    back={<BackLink href="/borgere">{ui.t('citizens.title')}</BackLink>}
    toast={<DoneToast ui={ui} />}
    actions={actions}
    aboutCitizen
  >
    {citizen.basis !== 'attached' && (
      <Alert ui={ui} kind="info" heading={ui.t(`citizen.basis.${citizen.basis}`)}>
        {ui.t(`citizen.basis.${citizen.basis}.text`)}
      </Alert>
    )}
    {citizen.basis !== 'look' && <AskName ui={ui} citizenId={citizen.id} caseRef={citizen.caseRef} pseudonym={citizen.pseudonym} />}
    {citizen.awayFrom && !(citizen.isHere && tab === 'roller') && (
      <Alert ui={ui} kind="info">{ui.t(citizen.isHere ? 'citizen.leaves' : 'citizen.away', { date: ui.formatDate(citizen.awayFrom) })}</Alert>
    )}
    <Tabs
      label={ui.t('citizen.tabs')}
      current={citizenHref(citizen.id, tab)}
      tabs={citizenTabs.map((each) => ({ href: citizenHref(citizen.id, each), label: ui.t(`citizen.tab.${each}`) }))}
    />
    {children}
  </Page>
);

export const EditLink = ({ ui, id }: { readonly ui: Ui; readonly id: string }) => (
  <LinkButton ui={ui} kind="secondary" href={`${citizenHref(id)}/ret`} icon="edit">
    {ui.t('form.edit')}
  </LinkButton>
);
