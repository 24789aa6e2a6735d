import type { AgreementText } from '#agreements';
import { BackLink, LinkButton, Page, type Ui } from '../kit/index.js';
import { AgreementBlocks } from './agreement-blocks.js';
import { agreementHref } from './agreement-href.js';

/** The agreement as a sheet of paper: on the screen as it prints, in plain words, with lines to sign on. */
export const PrintPage = ({ ui, agreementId, text }: { readonly ui: Ui; readonly agreementId: string; readonly text: AgreementText }) => (
  <Page
    ui={ui}
    title={text.title}
    layout="narrow"
    back={<BackLink href={agreementHref(agreementId)}>{ui.t('agreement.toPage')}</BackLink>}
    actions={
      <LinkButton ui={ui} kind="secondary" href={`${agreementHref(agreementId)}/papir.pdf`} icon="download" download>
        {ui.t('agreement.pdf')}
      </LinkButton>
    }
  >
    <div class="paper">
      <AgreementBlocks ui={ui} text={text} />
    </div>
  </Page>
);
