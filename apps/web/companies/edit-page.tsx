import type { ComponentChildren } from 'preact';
import { BackLink, Button, ButtonRow, Card, ErrorSummary, Form, Page, type FieldErrors, type Ui } from '../kit/index.js';
import { StaleEdit, type CrossedField } from '../stale-edit.js';

interface Props {
  readonly ui: Ui;
  readonly title: string;
  readonly lead?: string;
  /** Where the form posts to. */
  readonly action: string;
  /** Where it came from: the way back, and "cancel". */
  readonly back: { readonly href: string; readonly label: string };
  readonly errors?: FieldErrors;
  /** What the form calls its fields in the summary, where that is not the dictionary's `field.<name>`. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly version?: number;
  /** Set when somebody else changed it meanwhile. */
  readonly crossed?: readonly CrossedField[];
  readonly submit?: string;
  /** Another way to send the same form. */
  readonly also?: ComponentChildren;
  /** See `Page`. */
  readonly aboutCitizen?: boolean;
  /** Below the form: what is no change of facts. */
  readonly after?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page with one form about one thing, that keeps what was typed through errors and crossing edits. */
export const EditPage = ({ ui, title, lead, action, back, errors = {}, labels, version, crossed, submit, also, aboutCitizen, after, children }: Props) => (
  <Page ui={ui} title={title} lead={lead} layout="narrow" aboutCitizen={aboutCitizen} back={<BackLink href={back.href}>{back.label}</BackLink>}>
    {crossed ? <StaleEdit ui={ui} fields={crossed} /> : <ErrorSummary ui={ui} errors={errors} labels={labels} />}
    <Card>
      <Form ui={ui} action={action} fields={version === undefined ? {} : { version }}>
        {children}
        <ButtonRow>
          <Button ui={ui}>{submit ?? ui.t('form.save')}</Button>
          {also}
          <a href={back.href}>{ui.t('form.cancel')}</a>
        </ButtonRow>
      </Form>
    </Card>
    {after}
  </Page>
);
