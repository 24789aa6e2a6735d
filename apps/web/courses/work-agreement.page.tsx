import type { WorkAgreement } from '#courses';
import { phoneText } from '#dictionary';
import { rampOf } from '#limits';
import { DoneToast } from '../done-toast.js';
import { BackLink, Button, ButtonRow, Card, Checkboxes, DateField, ErrorSummary, Form, LinkButton, Page, Select, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { listOf, textOf } from '../form-fields.js';
import { rampText } from '../limits/limits-words.js';
import { may } from '../may.js';
import { courseHref, workAgreementHref } from './course-href.js';

export type Shown = WorkAgreement & { readonly pseudonym: string; readonly newest: boolean };

interface Props {
  readonly ui: Ui;
  readonly courseId: string;
  readonly agreement: Shown;
  readonly open: boolean;
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

/** One version as it is printed and signed, like an employment contract; below it, who has signed. */
export const WorkAgreementPage = (props: Props) => {
  const { ui, courseId, agreement, open, errors = {} } = props;
  return (
    <Page
      ui={ui}
      title={ui.t('workAgreement.title', { n: agreement.number })}
      lead={`${agreement.pseudonym} · ${agreement.workplaceName}`}
      layout="narrow"
      back={<BackLink href={courseHref(courseId, 'arbejdsaftale')}>{ui.t('course.tab.arbejdsaftale')}</BackLink>}
      toast={<DoneToast ui={ui} />}
      actions={
        <LinkButton ui={ui} kind="secondary" icon="download" href={`${workAgreementHref(courseId, agreement.id)}/pdf`} download>
          {ui.t('workAgreement.pdf')}
        </LinkButton>
      }
    >
      <ErrorSummary ui={ui} errors={errors} />
      <Contract ui={ui} agreement={agreement} />
      {open && agreement.newest && may(ui, 'courses.write') && <Sign {...props} />}
      {!agreement.newest && <p class="muted">{ui.t('workAgreement.older')}</p>}
    </Page>
  );
};

/** Where, when and how much: hours that change are written out as on the VITAS sheet, for both papers are about the same weeks. */
export function frameOf(ui: Ui, { workplaceName, minutesPerWeek, from, until, hours }: Shown): string {
  const { steps } = rampOf(minutesPerWeek, from, until, hours);
  return ui.t('workAgreement.frame', { workplace: workplaceName, period: ui.formatPeriod({ from, to: until }), hours: steps.length > 1 ? rampText(ui, steps) : ui.formatHours(steps[0]?.minutesPerWeek ?? minutesPerWeek) });
}

const Contract = ({ ui, agreement }: { readonly ui: Ui; readonly agreement: Shown }) => (
  <article class="card-sheet contract">
    <p>{ui.t('workAgreement.between', { citizen: agreement.pseudonym, company: agreement.companyName })}</p>
    <p class="muted">{frameOf(ui, agreement)}</p>
    <Topic title={ui.t('workAgreement.topic.1')} text={agreement.goal} />
    <Topic title={ui.t('workAgreement.topic.2')} text={agreement.purpose}>
      <ul>
        {agreement.milestones.map(({ milestone, dueOn, paidHours }) => (
          <li key={milestone}>
            {milestone}
            {dueOn && ` (${ui.formatDate(dueOn)})`}
            {paidHours && ` – ${ui.t('workAgreement.aboutPaid')}`}
          </li>
        ))}
      </ul>
    </Topic>
    <Topic title={ui.t('workAgreement.topic.3')} text={agreement.tasks}>
      <p>{ui.t('workAgreement.attends', { attendance: agreement.attendance })}</p>
    </Topic>
    {agreement.mentorTasks && <Topic title={ui.t('workAgreement.topic.4', { name: agreement.mentorName ?? '' })} text={agreement.mentorTasks} />}
    <p>{[ui.t('workAgreement.responsible', { name: agreement.responsible }), agreement.responsiblePhone && phoneText(agreement.responsiblePhone)].filter(Boolean).join(', ')}</p>
    <Signatures ui={ui} agreement={agreement} />
  </article>
);

const Topic = (props: { readonly title: string; readonly text: string; readonly children?: preact.ComponentChildren }) => (
  <section>
    <h2>{props.title}</h2>
    <p class="kept-lines">{props.text}</p>
    {props.children}
  </section>
);

const Signatures = ({ ui, agreement }: { readonly ui: Ui; readonly agreement: Shown }) => (
  <dl class="signatures">
    {(['citizen', 'company', 'organisation'] as const).map((party) => {
      const signature = agreement.signatures.find((each) => each.party === party);
      return (
        <div key={party}>
          <dt>{ui.t(`workAgreement.party.${party}`)}</dt>
          <dd>{signature && (signature.onBehalfReason ? ui.t('workAgreement.onBehalf', { date: ui.formatDate(signature.signedOn), name: signature.by ?? '', reason: signature.onBehalfReason }) : ui.t('workAgreement.signedOn', { date: ui.formatDate(signature.signedOn) }))}</dd>
        </div>
      );
    })}
  </dl>
);

const Sign = ({ ui, courseId, agreement, values, errors = {} }: Props) => {
  const missing = (['citizen', 'company', 'organisation'] as const).filter((party) => !agreement.signatures.some((each) => each.party === party));
  if (missing.length === 0) return null;
  return (
    <Card title={ui.t('workAgreement.sign')}>
      <p class="muted">{ui.t('workAgreement.sign.text')}</p>
      <Form ui={ui} action={`${workAgreementHref(courseId, agreement.id)}/underskrift`}>
        <Select ui={ui} name="party" label={ui.t('workAgreement.party')} options={missing.map((value) => ({ value, label: ui.t(`workAgreement.party.${value}`) }))} value={textOf(values, 'party')} error={errors.party} />
        <DateField ui={ui} name="signedOn" label={ui.t('workAgreement.on')} value={textOf(values, 'signedOn')} error={errors.signedOn} required />
        <Checkboxes ui={ui} name="onBehalf" label={ui.t('workAgreement.behalf')} options={[{ value: 'true', label: ui.t('workAgreement.behalf.yes') }]} values={listOf(values, 'onBehalf')} />
        <TextInput ui={ui} name="onBehalfReason" label={ui.t('workAgreement.behalf.reason')} hint={ui.t('workAgreement.behalf.hint')} value={textOf(values, 'onBehalfReason')} error={errors.onBehalfReason} maxLength={500} />
        <ButtonRow>
          <Button ui={ui}>{ui.t('workAgreement.sign.submit')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};
