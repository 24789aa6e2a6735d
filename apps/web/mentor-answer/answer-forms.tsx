import { Button, ButtonRow, Form, TextArea, type FieldErrors, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  /** Where the answer is sent. */
  readonly action: string;
  /** Tells the reason's field from another request's on the same page. */
  readonly reasonId?: string;
  /** Nobody has been asked to ring yet. */
  readonly mayCall: boolean;
  readonly errors: FieldErrors;
}

/** Yes, not now (with a reason), or "ring til mig": the same three buttons by the link of one request and on the mentor's own page. */
export const AnswerForms = ({ ui, action, reasonId, mayCall, errors }: Props) => (
  <div class="mentor-answers">
    <Form ui={ui} action={action} fields={{ answer: 'accept' }}>
      <Button ui={ui} icon="check">
        {ui.t('mentorPage.yes')}
      </Button>
    </Form>
    <details class="answer-no" open={Boolean(errors.reason)}>
      <summary class="button button-secondary">{ui.t('mentorPage.no')}</summary>
      <Form ui={ui} action={action} fields={{ answer: 'decline' }}>
        <TextArea ui={ui} name="reason" id={reasonId} label={ui.t('mentorPage.reason')} hint={ui.t('mentorPage.reason.hint')} rows={2} maxLength={500} error={errors.reason} required />
        <ButtonRow>
          <Button ui={ui} kind="secondary">
            {ui.t('mentorPage.no.send')}
          </Button>
        </ButtonRow>
      </Form>
    </details>
    {mayCall && (
      <Form ui={ui} action={action} fields={{ answer: 'call' }}>
        <Button ui={ui} kind="secondary">
          {ui.t('mentorPage.call')}
        </Button>
      </Form>
    )}
  </div>
);
