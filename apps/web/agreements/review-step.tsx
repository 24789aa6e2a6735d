import type { AgreementText } from '#agreements';
import { Alert, Button, ButtonRow, Card, DateField, Form, LinkButton, TextArea } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { AgreementBlocks } from './agreement-blocks.js';
import { AgreementDifference } from './agreement-difference.js';
import { agreementHref, stepHref } from './agreement-href.js';
import { Lacks } from './agreement.page.js';
import type { Written } from './review-screen.js';
import { StepFrame, type StepProps } from './step-frame.js';

interface Props extends StepProps {
  /** The whole agreement in plain words, with the change in it. */
  readonly text: AgreementText;
  /** Of an agreement in force: what the change does. */
  readonly written?: Written;
  readonly values: FormValues;
  /** The activation was refused. */
  readonly refused?: boolean;
}

/** Step 5, gennemse: the whole agreement in plain words, what a change does to it, what it lacks, and the button that counts. */
export const ReviewStep = ({ ui, agreement, text, written, values, errors = {}, refused }: Props) => (
  <StepFrame ui={ui} agreement={agreement} step="gennemse" errors={errors}>
    {refused && (
      <Alert ui={ui} kind="error" live>
        {ui.t('agreement.activate.refused')}
      </Alert>
    )}
    <Lacks ui={ui} agreement={agreement} here={stepHref(agreement.id, 'gennemse')} />
    {written && (
      <Card title={ui.t('version.difference')}>
        <AgreementDifference ui={ui} {...written} />
      </Card>
    )}
    {written && <GiveDay ui={ui} agreement={agreement} values={values} errors={errors} />}
    <Card title={ui.t('agreement.inWords')}>
      <AgreementBlocks ui={ui} text={text} />
    </Card>
    {!written && <Ways ui={ui} agreement={agreement} />}
  </StepFrame>
);

/** From which day, and why; or throw it away. */
const GiveDay = ({ ui, agreement, values, errors = {} }: StepProps & { readonly values: FormValues }) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Card title={ui.t('change.when')}>
      <Form ui={ui} action={`${agreementHref(agreement.id)}/aendring`}>
        <DateField {...field('from')} label={ui.t('change.from')} hint={ui.t('change.from.hint')} required />
        <TextArea {...field('why')} label={ui.t('change.why')} hint={ui.t('agreement.end.reason.hint')} rows={2} maxLength={500} required />
        <ButtonRow>
          <Button ui={ui} icon="check">
            {ui.t('change.save')}
          </Button>
        </ButtonRow>
      </Form>
      <Form ui={ui} action={`${agreementHref(agreement.id)}/aendring/kasser`}>
        <Button ui={ui} kind="quiet">
          {ui.t('change.drop')}
        </Button>
      </Form>
    </Card>
  );
};

const Ways = ({ ui, agreement }: StepProps) =>
  agreement.activatedAt === null ? (
    <>
      <p>{ui.t(agreement.model === 'match_driven' ? 'agreement.activate.match' : agreement.callable ? 'agreement.activate.callable' : 'agreement.activate.pool')}</p>
      <Form ui={ui} action={`${agreementHref(agreement.id)}/i-kraft`}>
        <ButtonRow>
          <Button ui={ui} icon="check">
            {ui.t('agreement.activate')}
          </Button>
          <LinkButton ui={ui} kind="secondary" href={`${agreementHref(agreement.id)}/accept`} icon="email">
            {ui.t('acceptance.ask')}
          </LinkButton>
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
