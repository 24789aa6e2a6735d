import { Alert, Button, ButtonRow, Card, DefinitionList, LinkButton, Form } from '../kit/index.js';
import { agreementHref, stepHref } from './agreement-href.js';
import { agreementFacts, Lacks } from './agreement.page.js';
import { SlotsTable } from './slots-table.js';
import { StepFrame, type StepProps } from './step-frame.js';

/** Step 5, gennemse: the whole agreement in plain words, what it lacks, and the button that makes it count. */
export const ReviewStep = ({ ui, agreement, refused }: StepProps & { readonly refused?: boolean }) => (
  <StepFrame ui={ui} agreement={agreement} step="gennemse">
    {refused && (
      <Alert ui={ui} kind="error" live>
        {ui.t('agreement.activate.refused')}
      </Alert>
    )}
    <Lacks ui={ui} agreement={agreement} here={stepHref(agreement.id, 'gennemse')} />
    <Card title={ui.t('agreement.facts')}>
      <DefinitionList
        facts={[
          ...agreementFacts(ui, agreement),
          { term: ui.t('agreement.workplaces'), value: agreement.workplaces.map(({ workplace }) => workplace).join(', ') },
          { term: ui.t('agreement.mentors'), value: agreement.mentors.map(({ name }) => name).join(', ') || ui.t('agreement.mentors.none') },
        ]}
      />
    </Card>
    {agreement.model !== 'match_driven' && (
      <Card title={ui.t('agreement.slots')}>
        <SlotsTable ui={ui} agreement={agreement} considerations={[]} />
      </Card>
    )}
    <Ways ui={ui} agreement={agreement} />
  </StepFrame>
);

const Ways = ({ ui, agreement }: StepProps) =>
  agreement.state === 'draft' ? (
    <>
      <p>{ui.t(agreement.model === 'match_driven' ? 'agreement.activate.match' : agreement.callable ? 'agreement.activate.callable' : 'agreement.activate.pool')}</p>
      <Form ui={ui} action={`${agreementHref(agreement.id)}/i-kraft`}>
        <ButtonRow>
          <Button ui={ui} icon="check">
            {ui.t('agreement.activate')}
          </Button>
          <a href={agreementHref(agreement.id)}>{ui.t('agreement.keepDraft')}</a>
        </ButtonRow>
      </Form>
    </>
  ) : (
    <ButtonRow>
      <LinkButton ui={ui} href={agreementHref(agreement.id)}>
        {ui.t('agreement.toPage')}
      </LinkButton>
    </ButtonRow>
  );
