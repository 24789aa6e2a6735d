import type { subjectReportText } from '#citizens';
import { AgreementBlocks } from '../agreements/agreement-blocks.js';
import { BackLink, LinkButton, Page, PrintButton, type Ui } from '../kit/index.js';
import { citizenHref } from './citizen-href.js';

/** Everything kept about a citizen as a sheet of paper to give them: on the screen as it prints. */
export const SubjectReportPage = ({ ui, citizenId, text }: { readonly ui: Ui; readonly citizenId: string; readonly text: ReturnType<typeof subjectReportText> }) => (
  <Page
    ui={ui}
    title={text.title}
    layout="narrow"
    back={<BackLink href={citizenHref(citizenId, 'adgang')}>{ui.t('seen.title')}</BackLink>}
    actions={
      <>
        <LinkButton ui={ui} kind="secondary" href={`${citizenHref(citizenId)}/indsigt.pdf`} icon="download" download>
          {ui.t('subject.pdf')}
        </LinkButton>
        <PrintButton ui={ui} />
      </>
    }
  >
    <div class="paper">
      <AgreementBlocks ui={ui} text={text} />
      <p class="muted">{text.foot}</p>
    </div>
  </Page>
);
